//! One life event: its services, in the order one usually needs them.
//!
//! Announces: on a navigation its heading; the states as [`RemoteView`] does. Focus: on
//! the heading after a navigation. An id that the portal does not know says so and
//! leads to the catalogue.

use leptos::prelude::*;
use motcua_contract::life_event::{LifeEvent, LifeEventGroup, LifeEvents};

use crate::api;
use crate::components::contact::local;
use crate::components::fresh::IntoFresh;
use crate::components::heading::PageHeading;
use crate::components::icon::Icon;
use crate::components::remote_view::RemoteView;
use crate::i18n::{browse, common, home, language};
use crate::route::Route;

/// The screen. The contract gives life events in one list, which home has already kept.
#[component]
pub(super) fn LifeEventScreen(id: String) -> impl IntoView {
    let events = api::load::<LifeEvents>(api::path::life_events);
    let id = StoredValue::new(id);
    let find = move |events: &LifeEvents| {
        let same = |event: &&LifeEvent| id.with_value(|id| event.id == *id);
        events.items.iter().find(same).cloned()
    };
    let heading = Signal::derive(move || {
        events.state.with(|state| match state.value().map(find) {
            Some(Some(event)) => event.title.for_language(language().tag()).0.to_owned(),
            Some(None) => browse::event_missing().into(),
            None => home::life_events().into(),
        })
    });
    view! {
        <p class="crumb"><a class="more" href=Route::Browse.href()>{common::browse()}</a></p>
        <PageHeading title=heading />
        <RemoteView state=events.state on_retry=move |()| events.retry()
            ready=move |events: LifeEvents| find(&events).map_or_else(missing, |event| draw(&event)) />
    }
}

fn missing() -> AnyView {
    view! { <p class="lead">{browse::event_missing_text()}</p> }.fresh()
}

fn draw(event: &LifeEvent) -> AnyView {
    let groups = event.groups.iter().enumerate().map(group).collect_view();
    let empty = event.groups.is_empty();
    view! {
        <div class="lead">{local(&event.summary)}</div>
        {empty.then(|| view! { <p>{browse::event_empty()}</p> })}
        <div class="read">{groups}</div>
    }
    .fresh()
}

fn group((index, group): (usize, &LifeEventGroup)) -> impl IntoView + use<> {
    let (title, lang) = group.title.for_language(language().tag());
    let id = format!("group-{index}");
    let heading = id.clone();
    let services = group.services.iter().map(|service| {
        let href = Route::Service(service.code.clone()).href();
        view! {
            <li>
                <a class="step-link" href=href>
                    <span lang="vi">{service.name.clone()}</span>
                    <Icon name="arrow" />
                </a>
            </li>
        }
    });
    view! {
        <section class="section" aria-labelledby=id>
            <h2 id=heading lang=lang>{title.to_owned()}</h2>
            <ul class="shelves">{services.collect_view()}</ul>
        </section>
    }
}
