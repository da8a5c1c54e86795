//! Dossiers: what is not finished, those one has sent, the box for a code, what can be done
//! with it today, what a status means.
//!
//! Announces: on a navigation its heading; after the box was used, what came of it
//! (polite). Focus: on the heading after a navigation; stays in the box when it was
//! used here, and goes back to it when it was empty.
//!
//! A code in the address is taken into the box and off the address at once, so that it
//! stays out of the history, of a shared link and of a server's log. It is sent to a portal that
//! offers lookups, in a body ([`super::looking_up`]), and nowhere else.

use leptos::html::Input;
use leptos::prelude::*;
use leptos_router::hooks::use_location;
use motcua_contract::portal::{Capability, Portal};

use super::dossier_code::{self, Typed};
use super::looking_up;
use super::my_dossiers::MyDossiers;
use super::notices_line::NoticesLine;
use super::scanning::scan;
use super::statuses::Statuses;
use crate::app::use_app;
use crate::components::contact::contact;
use crate::components::fresh::IntoFresh;
use crate::components::heading::PageHeading;
use crate::components::remote_view::RemoteView;
use crate::i18n::{common, device, fill, home};
use crate::offline::unfinished::UnfinishedAlways;
use crate::route::Route;
use crate::{address, announce, api, focus};

const BOX: &str = looking_up::CODE;

/// The screen.
#[component]
pub(super) fn Dossiers() -> impl IntoView {
    let portal = api::load::<Portal>(api::path::portal);
    let typed = RwSignal::new(None::<Typed>);
    let input = NodeRef::<Input>::new();
    let front = use_app().portal.state;
    let offered = Memo::new(move |_| {
        front.with(|state| {
            state
                .value()
                .is_some_and(|portal| portal.capabilities.contains(&Capability::Lookups))
        })
    });
    let location = use_location();
    Effect::new(move |_| {
        let search = location.search.get();
        let here = Route::parse(&location.pathname.read()) == Route::Dossiers;
        let Some(code) = code_of(&search).filter(|_| here) else {
            return;
        };
        if let Some(input) = input.get_untracked() {
            input.set_value(&code);
        }
        typed.set(Some(dossier_code::read(&code)));
        // After the router has written the address of this navigation itself.
        request_animation_frame(|| address::replace(&Route::Dossiers.href()));
    });
    let submit = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        let code = input.get_untracked().map(|input| input.value());
        let read = dossier_code::read(&code.unwrap_or_default());
        if read == Typed::Nothing {
            focus::focus_control(BOX);
        }
        if read == Typed::Nothing || !offered.get_untracked() {
            announce::say(&words(&read));
        }
        typed.set(Some(read));
    };
    // What the camera reads goes into the box and is looked up like what is typed.
    let scanned = Callback::new(move |code: String| {
        if let Some(input) = input.get_untracked() {
            input.set_value(&code);
        }
        let read = dossier_code::read(&code);
        if !offered.get_untracked() {
            announce::say(&words(&read));
        }
        typed.set(Some(read));
    });
    let empty = move || typed.with(|typed| *typed == Some(Typed::Nothing));
    view! {
        <PageHeading title=common::place_dossiers() />
        <NoticesLine />
        <UnfinishedAlways />
        <MyDossiers />
        <section class="section--read" aria-labelledby="lookup">
            <h2 class="dossier__title" id="lookup">{home::lookup_title()}</h2>
            <form novalidate on:submit=submit>
                <label class="find__label" for=BOX>{home::lookup_label()}</label>
                <p class="hint" id="dossier-hint">{device::code_hint()}</p>
                <div class="search search--second">
                    <input node_ref=input class="search__input" id=BOX name="code" autocomplete="off"
                        autocapitalize="characters" spellcheck="false" maxlength="100"
                        aria-describedby="dossier-hint dossier-outcome"
                        aria-invalid=move || empty().then_some("true") />
                    <button class="button search__button">{home::lookup_button()}</button>
                </div>
            </form>
            {scan(scanned)}
            <div id="dossier-outcome">
                {move || typed.get().map(|typed| match typed {
                    Typed::Usual(code) | Typed::Unusual(code) if offered.get() => looking_up::look_up(code),
                    typed => outcome(&typed),
                })}
            </div>
        </section>
        <section class="section section--read" aria-labelledby="elsewhere">
            <h2 id="elsewhere">{device::elsewhere()}</h2>
            <p>{device::elsewhere_receipt()}</p>
            <p>{device::elsewhere_national()}</p>
            <RemoteView state=portal.state on_retry=move |()| portal.retry()
                ready=|portal: Portal| contact(&portal) />
        </section>
        <Statuses />
    }
}

/// The code in a query string.
fn code_of(search: &str) -> Option<String> {
    let parameters = web_sys::UrlSearchParams::new_with_str(search).ok()?;
    parameters
        .get("code")
        .filter(|code| !code.trim().is_empty())
}

fn words(typed: &Typed) -> String {
    match typed {
        Typed::Nothing => device::code_empty().into(),
        Typed::Usual(code) => fill(device::no_lookup(), &[("code", code)]),
        Typed::Unusual(code) => {
            let doubt = device::code_unusual();
            format!("{} {doubt}", fill(device::no_lookup(), &[("code", code)]))
        }
    }
}

fn outcome(typed: &Typed) -> AnyView {
    let class = match typed {
        Typed::Nothing => "fault",
        Typed::Usual(_) | Typed::Unusual(_) => "notice notice--warning",
    };
    view! { <p class=class>{words(typed)}</p> }.fresh()
}
