//! About this portal: who runs it, what it can do, where its catalogue comes from.
//!
//! Announces: on a navigation its heading; the portal's part as [`RemoteView`] does.
//! Focus: on the heading after a navigation.

use leptos::prelude::*;
use motcua_contract::portal::{CatalogueSource, Portal};

use super::{capabilities, voice};
use crate::api;
use crate::components::contact::{contact, local};
use crate::components::fresh::IntoFresh;
use crate::components::heading::PageHeading;
use crate::components::remote_view::RemoteView;
use crate::format;
use crate::i18n::{browse, common, info, language};

/// The screen.
#[component]
pub(super) fn About() -> impl IntoView {
    let portal = api::load::<Portal>(api::path::portal);
    view! {
        <PageHeading title=common::about() />
        <RemoteView state=portal.state on_retry=move |()| portal.retry()
            ready=|portal: Portal| draw(&portal) />
        <section class="section section--read" aria-labelledby="about-app">
            <h2 id="about-app">{info::about_this_app()}</h2>
            <p>{info::about_app_text()}</p>
            <p>{info::about_licence()}</p>
        </section>
    }
}

fn draw(portal: &Portal) -> AnyView {
    let (name, lang) = portal.name.for_language(language().tag());
    let languages = portal.languages.iter().map(|tag| language_name(tag));
    let languages = languages.collect::<Vec<_>>().join(", ");
    view! {
        <div class="read">
            <p class="lead" lang=lang><strong>{name.to_owned()}</strong></p>
            {local(&portal.description)}
            {portal.sandbox.then(|| view! {
                <p class="notice notice--warning">{common::sandbox()}</p>
            })}
        </div>
        <dl class="facts">
            {fact(info::operator(), local(&portal.operator))}
            {fact(info::languages(), languages.fresh())}
            {fact(info::api_version(), portal.api_version.clone().into_any())}
        </dl>
        <section class="section section--read" aria-labelledby="contact">
            <h2 id="contact">{info::ask_a_person()}</h2>
            {contact(portal)}
            {voice::feedback(&portal.capabilities)}
        </section>
        <section class="section section--read" aria-labelledby="can">
            <h2 id="can">{info::can_title()}</h2>
            <p>{info::can_lead()}</p>
            {capabilities::list(&portal.capabilities)}
            {voice::quality(&portal.capabilities)}
        </section>
        {catalogue(&portal.catalogue)}
    }
    .fresh()
}

fn catalogue(catalogue: &CatalogueSource) -> impl IntoView + use<> {
    let gaps = catalogue.gaps.iter();
    let gaps = gaps
        .map(|gap| view! { <li>{local(gap)}</li> })
        .collect_view();
    let lacks = (!catalogue.gaps.is_empty()).then(|| {
        view! {
            <h3>{browse::gaps()}</h3>
            <ul class="plain-list">{gaps}</ul>
        }
    });
    let as_of = catalogue
        .as_of
        .as_deref()
        .map_or_else(|| common::not_stated().into(), format::date);
    view! {
        <section class="section section--read" aria-labelledby="catalogue">
            <h2 id="catalogue">{info::catalogue()}</h2>
            <dl class="facts">
                {fact(info::catalogue_services(), format::number(catalogue.services.into()).fresh())}
                {fact(info::catalogue_source(), local(&catalogue.source))}
                {fact(info::catalogue_as_of(), as_of.fresh())}
                {fact(info::catalogue_version(), catalogue.version.clone().into_any())}
            </dl>
            {lacks}
        </section>
    }
}

fn fact(term: &'static str, description: AnyView) -> impl IntoView {
    view! { <div class="fact"><dt>{term}</dt><dd>{description}</dd></div> }
}

/// The name of a language this app knows; another keeps its tag.
fn language_name(tag: &str) -> String {
    match tag {
        "vi" => info::vietnamese().into(),
        "en" => info::english().into(),
        other => other.into(),
    }
}
