//! The whole catalogue: life events first, then fields, then bodies, then what is missing.
//!
//! Announces: on a navigation its heading; the states of each list as [`RemoteView`]
//! does; how many fields a filter leaves (see [`super::shelves`]). Focus: on the heading
//! after a navigation; typing in the filter keeps it in the box.

use leptos::prelude::*;
use motcua_contract::catalogue::Shelves;
use motcua_contract::portal::{Capability, Portal};

use super::shelves::{Agencies, Fields};
use crate::api;
use crate::api::front::EventCards;
use crate::app::use_app;
use crate::components::contact::local;
use crate::components::fresh::IntoFresh;
use crate::components::heading::PageHeading;
use crate::components::remote_view::RemoteView;
use crate::i18n::{browse, common, fill};
use crate::pages::home::life_events;
use crate::{focus, format};

const FIELDS: &str = "fields";

/// The screen.
#[component]
pub(super) fn Catalogue() -> impl IntoView {
    let fields = api::load::<Shelves>(api::path::fields);
    let agencies = api::load::<Shelves>(api::path::agencies);
    let portal = api::load::<Portal>(api::path::portal);
    let front = use_app().portal.state;
    let by_event = move || {
        // Shown until the portal says that it has none: most have.
        front.with(|state| {
            state
                .value()
                .is_none_or(|portal| portal.capabilities.contains(&Capability::LifeEvents))
        })
    };
    view! {
        <PageHeading title=common::browse() />
        <p class="lead">{browse::lead()}</p>
        <p><a class="more" href="#fields" on:click=|event| {
            event.prevent_default();
            focus::focus_id(FIELDS);
        }>{browse::to_fields()}</a></p>
        {move || by_event().then(|| view! { <Events /> })}
        <section class="section" aria-labelledby=FIELDS>
            <h2 id=FIELDS>{browse::fields()}</h2>
            <RemoteView state=fields.state on_retry=move |()| fields.retry()
                ready=|shelves: Shelves| view! { <Fields shelves=shelves.items /> }.fresh() />
        </section>
        <section class="section" aria-labelledby="agencies">
            <h2 id="agencies">{browse::agencies()}</h2>
            <RemoteView state=agencies.state on_retry=move |()| agencies.retry()
                ready=|shelves: Shelves| view! { <Agencies shelves=shelves.items /> }.fresh() />
        </section>
        <section class="section section--read" aria-labelledby="gaps">
            <h2 id="gaps">{browse::gaps()}</h2>
            <RemoteView state=portal.state on_retry=move |()| portal.retry()
                ready=|portal: Portal| gaps(&portal) />
        </section>
    }
}

/// Loaded only where the portal offers them.
#[component]
fn Events() -> impl IntoView {
    let events = api::load::<EventCards>(api::path::life_events);
    view! {
        <section class="section" aria-labelledby="events">
            <h2 id="events">{browse::life_events()}</h2>
            <RemoteView state=events.state on_retry=move |()| events.retry()
                ready=|events: EventCards| life_events(&events.items) />
        </section>
    }
}

fn gaps(portal: &Portal) -> AnyView {
    let catalogue = &portal.catalogue;
    let total = format::number(catalogue.services.into());
    let total = match &catalogue.as_of {
        Some(day) => fill(
            browse::total_as_of(),
            &[("n", &total), ("date", &format::date(day))],
        ),
        None => fill(browse::total(), &[("n", &total)]),
    };
    let list = if catalogue.gaps.is_empty() {
        view! { <p>{browse::no_gaps()}</p> }.fresh()
    } else {
        let gaps = catalogue.gaps.iter();
        view! {
            <ul class="plain-list">{gaps.map(|gap| view! { <li>{local(gap)}</li> }).collect_view()}</ul>
        }
        .fresh()
    };
    view! { <p>{total}</p> {list} }.fresh()
}
