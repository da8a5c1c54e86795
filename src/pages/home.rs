//! The first screen: one search box, what is not finished, life events, featured services, the
//! portal's notices and the box to find a dossier.
//!
//! Announces: on a navigation its heading; states of the two lists as
//! [`RemoteView`] does. Focus: heading after a navigation; the search box keeps
//! what was typed before the app had started.
//!
//! The part above the life events is the same as the prerendered shell in
//! index.html, so that nothing jumps when the app takes over.

use leptos::html::Input;
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::use_navigate;

use crate::api;
use crate::api::front::{EventCard, EventCards};
use crate::app::use_app;
use crate::components::fresh::IntoFresh;
use crate::components::heading::PageHeading;
use crate::components::icon::Icon;
use crate::components::remote_view::RemoteView;
use crate::components::search_box::SearchBox;
use crate::i18n::{home, language};
use crate::offline::unfinished::UnfinishedIfAny;
use crate::route::Route;

mod notices;

/// The screen.
#[component]
pub(crate) fn Home() -> impl IntoView {
    let events = api::load::<EventCards>(api::path::life_events);
    view! {
        <div class="hero">
            <PageHeading title=home::title() window_title=Signal::stored(String::new()) />
            <p class="hero__lead">{home::lead()}</p>
            <SearchBox initial="" />
            <Featured />
        </div>
        <notices::Notices urgent=true />
        <UnfinishedIfAny />
        <section class="section section--events" aria-labelledby="events">
            <h2 id="events">{home::life_events()}</h2>
            <RemoteView state=events.state on_retry=move |()| events.retry()
                ready=|events: EventCards| life_events(&events.items) />
            <p><a class="more" href=Route::Browse.href()>{home::browse_all()}</a></p>
        </section>
        <LookupBox />
        <notices::Notices urgent=false />
    }
}

/// Services that the portal puts first. Its row keeps its height while empty.
#[component]
fn Featured() -> impl IntoView {
    let portal = use_app().portal.state;
    let links = move || {
        portal.with(|state| {
            let featured = state
                .value()
                .map(|portal| portal.featured.clone())
                .unwrap_or_default();
            featured
                .into_iter()
                .map(|service| {
                    let (words, lang) = match &service.label {
                        Some(label) => label.for_language(language().tag()),
                        None => (service.name.as_str(), "vi"),
                    };
                    let words = words.to_owned();
                    let href = Route::Service(service.code).href();
                    view! { <li><a class="chip" href=href lang=lang>{words}</a></li> }
                })
                .collect_view()
        })
    };
    view! { <ul class="chips" aria-label=home::featured()>{links}</ul> }
}

/// Life events as cards; the catalogue shows the same.
pub(super) fn life_events(events: &[EventCard]) -> AnyView {
    let cards = events.iter().map(|event| {
        let (title, title_lang) = event.title.for_language(language().tag());
        let (summary, summary_lang) = event.summary.for_language(language().tag());
        view! {
            <li>
                <a class="card" href=Route::LifeEvent(event.id.clone()).href()>
                    <Icon name=event.icon.clone() />
                    <span class="card__title" lang=title_lang>{title.to_owned()}</span>
                    <span class="card__text" lang=summary_lang>{summary.to_owned()}</span>
                </a>
            </li>
        }
    });
    view! { <ul class="grid">{cards.collect_view()}</ul> }.fresh()
}

/// Leads to the dossiers screen, which says what this portal can tell.
#[component]
fn LookupBox() -> impl IntoView {
    let navigate = use_navigate();
    let code = NodeRef::<Input>::new();
    let submit = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        let code = code
            .get_untracked()
            .map(|input| input.value())
            .unwrap_or_default();
        navigate(&Route::lookup(code.trim()), NavigateOptions::default());
    };
    view! {
        <section class="section section--read" aria-labelledby="lookup">
            <h2 id="lookup">{home::lookup_title()}</h2>
            <p class="hint" id="lookup-hint">{home::lookup_lead()}</p>
            <form class="search search--second" action=Route::Dossiers.href() on:submit=submit>
                <input node_ref=code class="search__input" name="code" aria-label=home::lookup_label()
                    aria-describedby="lookup-hint" autocomplete="off" autocapitalize="characters"
                    spellcheck="false" />
                <button class="button search__button">{home::lookup_button()}</button>
            </form>
        </section>
    }
}
