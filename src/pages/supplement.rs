//! Answering what an officer asks for in addition: every item with its reason and its own
//! way to mend it, sent back together.
//!
//! Announces: on a navigation its heading; each change of how far the sending is (polite).
//! Focus: on the heading after a navigation, and again once all is sent, since the heading
//! then says so; on the summary when something is missing; by its links on the controls.
//!
//! What is typed and photographed is a draft of its own on this device and goes the way of
//! every application: kept at each change, its files travel at once, sent with one key
//! however often it is tried.

use leptos::prelude::*;
use motcua_contract::dossier::supplement::SupplementState;
use motcua_contract::dossier::{DossierCode, HandedIn, SupplementRequest};
use motcua_contract::service::{Named, ServiceLink};
use serde::Deserialize;
use serde_json::{Map, Value};

use super::Screen;
use super::dossier::reading::reading;
use crate::api;
use crate::components::fresh::IntoFresh;
use crate::components::heading::PageHeading;
use crate::i18n::{dossier, supplement as words};
use crate::route::Route;

mod answering;
mod item;
mod lacking;
mod open;
mod sending;

/// Fetches this screen.
#[lazy]
pub(super) fn supplement_screen() -> Screen {
    |route| match route {
        Route::Supplement(code) => view! { <SupplementScreen code /> }.fresh(),
        _ => ().into_any(),
    }
}

/// What is read of the dossier here.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(rename_all = "camelCase")]
struct Asked {
    code: DossierCode,
    service: ServiceLink,
    case: Named,
    content: Content,
    #[serde(default)]
    supplements: Vec<SupplementRequest>,
}

/// What was handed in.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(rename_all = "camelCase")]
struct Content {
    form_version: String,
    answers: Map<String, Value>,
    #[serde(default)]
    papers: Vec<HandedIn>,
}

impl Asked {
    /// The request that waits for the person.
    fn open_request(&self) -> Option<&SupplementRequest> {
        let mut requests = self.supplements.iter();
        requests.find(|request| request.state == SupplementState::Open)
    }
}

#[component]
fn SupplementScreen(code: String) -> impl IntoView {
    let asked = StoredValue::new(code.clone());
    let dossier = api::load::<Asked>(move || asked.with_value(|code| api::path::dossier(code)));
    let back = Route::Dossier(code.clone()).href();
    let ready = Callback::new(move |asked: Asked| match asked.open_request().cloned() {
        Some(request) => view! { <open::Answer asked request /> }.fresh(),
        None => view! { <p class="read">{words::nothing()}</p> }.fresh(),
    });
    // The heading is there from the start and says later that all is sent.
    let done = RwSignal::new(false);
    provide_context(Done(done));
    let title = Signal::derive(move || {
        let title = if done.get() {
            words::done()
        } else {
            words::title()
        };
        title.to_owned()
    });
    view! {
        <article class="dossier">
            <p class="hint dossier__code">{code.clone()}</p>
            <PageHeading title=title />
            {reading(dossier, code, dossier::no_such_dossier, ready)}
            // Once all is sent the way back is the button above.
            <p hidden=move || done.get()><a class="more" href=back>{words::to_dossier()}</a></p>
        </article>
    }
}

/// Whether all is sent, for the heading.
#[derive(Clone, Copy)]
struct Done(RwSignal<bool>);
