//! How people rate this service: figures only, and none below the portal's minimum.
//!
//! Announces: nothing; it comes late and stands near the end. Focus: only on "try again" when it
//! could not be loaded: a quiet line, no alarm, since the service itself is on the screen.

use leptos::prelude::*;
use motcua_contract::portal::Capability;
use motcua_contract::rating::{PublishedRatings, QuestionFigures};

use super::contents::section;
use crate::app::use_app;
use crate::components::fresh::IntoFresh;
use crate::components::share_bar::share_bar;
use crate::i18n::{common, fill, language, rating as words};
use crate::remote::Remote;
use crate::{api, format};

/// The section; nothing where the portal has no ratings.
#[component]
pub(super) fn Figures(
    /// The service's code.
    code: String,
) -> impl IntoView {
    let portal = use_app().portal.state;
    let offered = Memo::new(move |_| {
        portal.with(|state| {
            state
                .value()
                .is_some_and(|portal| portal.capabilities.contains(&Capability::Ratings))
        })
    });
    move || {
        let code = code.clone();
        offered.get().then(|| asked(code))
    }
}

fn asked(code: String) -> AnyView {
    let load = api::load::<PublishedRatings>(move || api::path::ratings(&code));
    (move || {
        load.state.with(|state| match state {
            Remote::Loading | Remote::Slow => None,
            Remote::Failed(_) => Some(failed(Callback::new(move |()| load.retry()))),
            Remote::Ready { value, .. } => Some(published(value)),
        })
    })
    .into_any()
}

fn published(all: &PublishedRatings) -> AnyView {
    if all.count < all.minimum || all.questions.is_empty() {
        let minimum = format::number(all.minimum.into());
        let few = fill(words::figures_few(), &[("minimum", &minimum)]);
        return section("danh-gia", words::figures(), view! { <p>{few}</p> }.fresh());
    }
    let (from, to) = all
        .period
        .split_once('/')
        .unwrap_or((&all.period, &all.period));
    let values = [
        ("n", format::number(all.count.into())),
        ("from", format::date(from)),
        ("to", format::date(to)),
    ];
    let values = values
        .each_ref()
        .map(|(name, value)| (*name, value.as_str()));
    let count = fill(words::figures_count(), &values);
    let rows = all.questions.iter().filter_map(question).collect_view();
    let body = view! { <p>{count}</p><ul class="rated">{rows}</ul> };
    section("danh-gia", words::figures(), body.fresh())
}

/// One question; nothing where nobody answered it.
fn question(question: &QuestionFigures) -> Option<AnyView> {
    let (part, of) = better_half(&question.levels)?;
    let (text, lang) = question.text.for_language(language().tag());
    let values = [
        ("part", format::number(part.into())),
        ("of", format::number(of.into())),
        ("share", format::share(part, of)),
    ];
    let values = values
        .each_ref()
        .map(|(name, value)| (*name, value.as_str()));
    let says = fill(words::figures_share(), &values);
    Some(
        view! {
            <li class="rated__question">
                <p lang=lang><strong>{text.to_owned()}</strong></p>
                {share_bar(part, of)}
                <p class="hint">{says}</p>
            </li>
        }
        .fresh(),
    )
}

/// How many answers lie above the middle of the scale, of how many; worst level first.
fn better_half(levels: &[u32]) -> Option<(u32, u32)> {
    let of: u32 = levels.iter().sum();
    let part = levels.iter().skip(levels.len().div_ceil(2)).sum();
    (of > 0).then_some((part, of))
}

fn failed(on_retry: Callback<()>) -> AnyView {
    let body = view! {
        <p>{words::figures_failed()}</p>
        <button type="button" class="button button--quiet" on:click=move |_| on_retry.run(())>
            {common::retry()}
        </button>
    };
    section("danh-gia", words::figures(), body.fresh())
}

#[cfg(test)]
mod tests {
    use super::better_half;

    #[test]
    fn the_middle_of_the_scale_is_no_better_half() {
        assert_eq!(better_half(&[1, 2, 5, 14, 20]), Some((34, 42)));
        assert_eq!(better_half(&[1, 2, 3, 4]), Some((7, 10)));
        assert_eq!(better_half(&[0, 0, 0]), None);
        assert_eq!(better_half(&[]), None);
    }
}
