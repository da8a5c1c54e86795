//! A rating that was given: what it says, until when it may be changed, what becomes of it.

use leptos::prelude::*;
use motcua_contract::portal::{Capability, RatingForm};
use motcua_contract::rating::Rating;

use crate::app::use_app;
use crate::components::fresh::IntoFresh;
use crate::format;
use crate::i18n::{fill, language, rating as words};
use crate::route::Route;

/// What was given; with the way to change it where it `may` be.
pub(super) fn given(
    rating: &Rating,
    form: StoredValue<RatingForm>,
    may: bool,
    change: Callback<Rating>,
) -> AnyView {
    let tag = language().tag();
    let facts = rating.answers.iter().map(|answer| {
        form.with_value(|form| {
            let question = form.questions.iter().find(|one| one.id == answer.question);
            let level = usize::from(answer.level).checked_sub(1);
            let label = level.and_then(|level| form.scale.get(level));
            // A question that the portal asks no more keeps its id, a level its number.
            let (question, asked_in) = match question {
                Some(question) => question.text.for_language(tag),
                None => (answer.question.as_str(), "vi"),
            };
            let (label, said_in) = match label {
                Some(label) => (label.for_language(tag).0.to_owned(), label.for_language(tag).1),
                None => (answer.level.to_string(), "vi"),
            };
            view! {
                <div class="fact"><dt lang=asked_in>{question.to_owned()}</dt><dd lang=said_in>{label}</dd></div>
            }
            .fresh()
        })
    });
    let facts = facts.collect_view();
    let comment = rating.comment.clone().map(|comment| {
        view! { <div class="fact"><dt>{words::your_comment()}</dt><dd>{comment}</dd></div> }.fresh()
    });
    let at = fill(
        words::given_at(),
        &[("time", &format::date_time(&rating.given_at))],
    );
    let until = if may {
        let time = format::date_time(&rating.changeable_until);
        fill(words::until(), &[("time", &time)])
    } else {
        words::closed().into()
    };
    let button = may.then(|| {
        let rating = rating.clone();
        view! {
            <div class="actions">
                <button type="button" class="button button--quiet" on:click=move |_| change.run(rating.clone())>{words::change()}</button>
            </div>
        }
    });
    view! {
        <section class="section section--read" aria-labelledby="given">
            <h2 id="given">{words::given()}</h2>
            <p>{at}" "{until}</p>
            <dl class="facts">{facts}{comment}</dl>
            {button}
        </section>
        <p class="section hint read">{words::confidential()}</p>
    }
    .fresh()
}

/// What happens with it now, and where its figures are.
pub(super) fn thanks(service: &str) -> AnyView {
    let figures = Route::Service(service.into()).href();
    let portal = use_app().portal.state;
    let board = move || {
        let offered = portal.with(|state| {
            state
                .value()
                .is_some_and(|portal| portal.capabilities.contains(&Capability::Quality))
        });
        offered.then(|| {
            view! { <p><a class="more" href=Route::Quality.href()>{words::to_quality()}</a></p> }
                .fresh()
        })
    };
    view! {
        <div class="act act--ok">
            <p>{words::thanks_text()}</p>
            <p><a class="more" href=figures>{words::to_figures()}</a></p>
            {board}
        </div>
    }
    .fresh()
}
