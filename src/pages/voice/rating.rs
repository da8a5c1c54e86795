//! Rating a dossier that has come to its end: the portal's own questions, one rating, changeable
//! for a while.
//!
//! Announces: on a navigation its heading; personal data in the words that are typed (polite);
//! that the rating is being sent (polite); what has to be mended, by the summary that takes
//! focus; that nothing is known of the sending, as `role=alert`. Focus: on the heading after a
//! navigation and after the rating was taken, when it says thanks; on the first question after
//! "change".

use leptos::prelude::*;
use motcua_contract::dossier::Action;
use motcua_contract::portal::RatingForm;
use motcua_contract::rating::Rating;
use motcua_contract::service::ServiceLink;
use serde::Deserialize;

use crate::components::fresh::IntoFresh;
use crate::components::heading::PageHeading;
use crate::components::remote_view::RemoteView;
use crate::i18n::{dossier, fill, rating as words};
use crate::pages::dossier::reading::reading;
use crate::route::Route;
use crate::{api, focus};

mod asked;
mod given;
mod sheet;

use asked::asked;

/// What this screen reads of a dossier; see [`crate::pages::dossier::shown`].
#[derive(Clone, Debug, PartialEq, Deserialize)]
struct Rated {
    service: ServiceLink,
    #[serde(default)]
    actions: Vec<Action>,
    #[serde(default)]
    rating: Option<Rating>,
}

/// What this screen reads of the portal's description.
#[derive(Clone, Debug, PartialEq, Deserialize)]
struct Asking {
    #[serde(default)]
    rating: Option<RatingForm>,
}

/// What can be done about a rating.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Stage {
    /// The portal asks nothing.
    NotAsked,
    /// The dossier has not ended.
    TooEarly,
    /// It can be given.
    Open,
    /// It was given and can be changed.
    Changeable,
    /// It was given, for good.
    Closed,
}

fn stage(dossier: &Rated, form: Option<&RatingForm>) -> Stage {
    let may = dossier.actions.contains(&Action::Rate);
    match (dossier.rating.is_some(), may) {
        // What was given is shown even where nothing is asked any more.
        (true, true) if form.is_some() => Stage::Changeable,
        (true, _) => Stage::Closed,
        (false, _) if form.is_none_or(|form| form.questions.is_empty()) => Stage::NotAsked,
        (false, true) => Stage::Open,
        (false, false) => Stage::TooEarly,
    }
}

/// What the screen shows of it.
#[derive(Clone, Debug, PartialEq)]
enum Shown {
    /// What was given.
    Given(Rating),
    /// The questions, with what was given before.
    Asked(Option<Rating>),
    /// That it was taken.
    Thanks(Rating),
}

/// The screen.
#[component]
pub(super) fn RatingScreen(code: String) -> impl IntoView {
    let asked = StoredValue::new(code.clone());
    let dossier = api::load::<Rated>(move || asked.with_value(|code| api::path::dossier(code)));
    let portal = api::load::<Asking>(api::path::portal);
    let thanked = RwSignal::new(false);
    let title = Signal::derive(move || {
        let words = if thanked.get() {
            words::thanks()
        } else {
            words::title()
        };
        words.to_owned()
    });
    let ready = Callback::new(move |dossier: Rated| {
        let retry = move |()| {
            focus::focus_id("main");
            portal.retry();
        };
        view! {
            <RemoteView state=portal.state on_retry=retry
                ready=move |asking: Asking| asked.with_value(|code| drawn(code, &dossier, asking.rating, thanked)) />
        }
        .fresh()
    });
    let line = fill(dossier::code(), &[("code", &code)]);
    let back = Route::Dossier(code.clone()).href();
    view! {
        <article class="dossier">
            <p class="hint dossier__code">{line}</p>
            <PageHeading title=title />
            {reading(dossier, code, words::no_such_dossier, ready)}
            <p><a class="more" href=back>{dossier::back_to_dossier()}</a></p>
        </article>
    }
}

fn drawn(
    code: &str,
    dossier: &Rated,
    form: Option<RatingForm>,
    thanked: RwSignal<bool>,
) -> AnyView {
    let name = dossier.service.name.clone();
    let service = view! { <p class="lead" lang="vi">{name}</p> };
    let stage = stage(dossier, form.as_ref());
    let form = form.unwrap_or(RatingForm {
        questions: Vec::new(),
        scale: Vec::new(),
    });
    let first = match (stage, dossier.rating.clone()) {
        (Stage::Changeable | Stage::Closed, Some(rating)) => Shown::Given(rating),
        (Stage::Open, _) => Shown::Asked(None),
        (Stage::NotAsked, _) => return plain(service.fresh(), words::not_asked()),
        (_, _) => return plain(service.fresh(), words::too_early()),
    };
    let shown = RwSignal::new(first);
    let code = StoredValue::new(code.to_owned());
    let form = StoredValue::new(form);
    let about = StoredValue::new(dossier.service.code.clone());
    let change = Callback::new(move |rating: Rating| {
        thanked.set(false);
        shown.set(Shown::Asked(Some(rating)));
        request_animation_frame(|| focus::focus_answer(sheet::QUESTIONS));
    });
    let taken = Callback::new(move |rating: Rating| {
        thanked.set(true);
        shown.set(Shown::Thanks(rating));
        request_animation_frame(focus::heading_changed);
    });
    let left = Callback::new(move |rating: Rating| {
        shown.set(Shown::Given(rating));
        request_animation_frame(focus::heading_changed);
    });
    let body = move || match shown.get() {
        Shown::Asked(before) => {
            code.with_value(|code| form.with_value(|form| asked(code, form, before, taken, left)))
        }
        Shown::Given(rating) => given::given(&rating, form, stage == Stage::Changeable, change),
        Shown::Thanks(rating) => view! {
            {about.with_value(|service| given::thanks(service))}
            {given::given(&rating, form, true, change)}
        }
        .fresh(),
    };
    view! { {service} {body} }.fresh()
}

fn plain(service: AnyView, words: &'static str) -> AnyView {
    view! { {service} <p class="notice read">{words}</p> }.fresh()
}

#[cfg(test)]
mod tests {
    use motcua_contract::dossier::Dossier;
    use motcua_contract::portal::{Portal, RatingQuestion};
    use motcua_contract::text::LocalText;

    use super::*;

    const DOSSIER: &str = include_str!("../../../crates/contract/samples/getDossier.returned.json");
    const PORTAL: &str = include_str!("../../../crates/contract/samples/getPortal.json");

    #[test]
    fn what_is_shown_and_the_whole_are_read_alike() {
        let (shown, whole): (Rated, Dossier) = (
            serde_json::from_str(DOSSIER).unwrap(),
            serde_json::from_str(DOSSIER).unwrap(),
        );
        assert_eq!(
            (shown.service, shown.actions, shown.rating),
            (whole.service, whole.actions, whole.rating)
        );
        let (asking, portal): (Asking, Portal) = (
            serde_json::from_str(PORTAL).unwrap(),
            serde_json::from_str(PORTAL).unwrap(),
        );
        assert_eq!(asking.rating, portal.rating);
    }

    #[test]
    fn a_rating_is_asked_for_once_it_may_be_given_and_shown_ever_after() {
        let form = RatingForm {
            questions: vec![RatingQuestion {
                id: "time".into(),
                text: LocalText::default(),
            }],
            scale: Vec::new(),
        };
        let rating: Rating = serde_json::from_str(include_str!(
            "../../../crates/contract/samples/rateDossier.json"
        ))
        .unwrap();
        let dossier: Rated = serde_json::from_str(DOSSIER).unwrap();
        let of = |may: bool, given: bool| {
            let dossier = Rated {
                actions: if may { vec![Action::Rate] } else { Vec::new() },
                rating: given.then(|| rating.clone()),
                ..dossier.clone()
            };
            (stage(&dossier, Some(&form)), stage(&dossier, None))
        };
        assert_eq!(of(false, false), (Stage::TooEarly, Stage::NotAsked));
        assert_eq!(of(true, false), (Stage::Open, Stage::NotAsked));
        assert_eq!(of(true, true), (Stage::Changeable, Stage::Closed));
        assert_eq!(of(false, true), (Stage::Closed, Stage::Closed));
    }
}
