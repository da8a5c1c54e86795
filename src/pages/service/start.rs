//! Whether one can file here, and what to do when one cannot.
//!
//! Announces: nothing. Focus: only on its links. There is no button that does nothing:
//! where the portal takes no dossiers its reason stands in the button's place.

use leptos::prelude::*;
use motcua_contract::channel::ChannelKind;
use motcua_contract::portal::Capability;
use motcua_contract::service::{FilingState, Service};

use super::official_page;
use super::record::official_link;
use crate::address;
use crate::app::use_app;
use crate::components::fresh::IntoFresh;
use crate::i18n::{fill, language, service as words};
use crate::route::{CASE, Route};

/// The way to file, or the ways that are left. Drawn anew by itself once the portal has
/// said what it can do, so that the screen around it stays as it is.
pub(in crate::pages) fn start(service: &Service) -> AnyView {
    let service = service.clone();
    (move || ways_to_file(&service)).into_any()
}

fn ways_to_file(service: &Service) -> AnyView {
    let reason = service.filing.reason.as_ref().map(|reason| {
        let (text, lang) = reason.for_language(language().tag());
        view! { <p lang=lang>{text.to_owned()}</p> }
    });
    let official = official_page(service);
    let here = service.filing.state == FilingState::Open;
    if here && files_here() {
        let href = Route::apply(&service.code, address::parameter(CASE).as_deref());
        return view! {
            <div class="start">
                {reason}
                <p><a class="button" href=href>{words::start()}</a></p>
            </div>
        }
        .fresh();
    }
    match (service.filing.state, official) {
        (FilingState::Open, Some(url)) => view! {
            <div class="start">
                <p>{words::start_elsewhere()}</p>
                {reason}
                <p>{official_link(url, words::start(), "button")}</p>
            </div>
        }
        .fresh(),
        (state, _) => {
            let title = match state {
                FilingState::Paused => words::paused(),
                FilingState::Open | FilingState::NotOffered => words::not_offered(),
            };
            view! {
                <div class="start">
                    <h3 class="start__title">{title}</h3>
                    {reason}
                    <h3>{words::instead()}</h3>
                    <ul class="start__ways">{ways(service, official)}<Hotline /></ul>
                </div>
            }
            .fresh()
        }
    }
}

/// Whether this portal takes dossiers from the app.
fn files_here() -> bool {
    use_app().portal.state.with(|state| {
        state
            .value()
            .is_some_and(|portal| portal.capabilities.contains(&Capability::Filing))
    })
}

/// The ways that the record names, each with what it takes.
pub(in crate::pages) fn ways(service: &Service, official: Option<&str>) -> AnyView {
    let has = |kind| service.channels.iter().any(|channel| channel.kind == kind);
    let place = service
        .receiving_address
        .as_deref()
        .or(service.executing_agency.as_deref())
        .filter(|place| place.chars().count() <= SHORT)
        .unwrap_or(words::instead_place());
    let at = |message| fill(message, &[("place", place)]);
    let online = official.map(|url| {
        let label = if has(ChannelKind::Online) {
            words::instead_official()
        } else {
            words::instead_official_read()
        };
        view! { <li>{official_link(url, label, "start__link")}</li> }
    });
    let counter =
        has(ChannelKind::Direct).then(|| view! { <li>{at(words::instead_counter())}</li> });
    let post = has(ChannelKind::Postal).then(|| view! { <li>{at(words::instead_post())}</li> });
    view! { {online} {counter} {post} }.fresh()
}

/// A place with more words than this is not repeated here; it stands in the answer.
const SHORT: usize = 80;

/// The portal's hotline, when it has one.
#[component]
fn Hotline() -> impl IntoView {
    let portal = use_app().portal.state;
    move || {
        portal.with(|state| {
            let phone = state.value()?.hotline.as_ref()?.phone.clone();
            let href = format!("tel:{}", phone.replace(' ', ""));
            let label = fill(words::instead_call(), &[("phone", &phone)]);
            Some(view! { <li><a class="start__link" href=href>{label}</a></li> })
        })
    }
}
