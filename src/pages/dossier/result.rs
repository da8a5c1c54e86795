//! What comes out of a dossier: a file with what is known of its signatures, a letter's way by
//! post, a counter with its hours.

use leptos::prelude::*;
use motcua_contract::dossier::DossierResult;
use motcua_contract::dossier::result::{Pickup, PostalTracking};

use super::shown::Dossier;
use super::signatures::signatures;
use super::standing::paragraph;
use super::stored::saving;
use crate::components::fresh::IntoFresh;
use crate::format;
use crate::i18n::{dossier as words, fill, language};

/// The id of the section's heading, to which the next step leads.
pub(super) const RESULTS: &str = "results";

/// The section; nothing before there is a result.
pub(super) fn results(dossier: &Dossier) -> AnyView {
    if dossier.results.is_empty() {
        return ().into_any();
    }
    let rows = dossier.results.iter().map(result);
    view! {
        <section class="section section--read" aria-labelledby=RESULTS>
            <h2 id=RESULTS>{words::results()}</h2>
            <ul class="plain-list">{rows.collect_view()}</ul>
        </section>
    }
    .fresh()
}

fn result(result: &DossierResult) -> impl IntoView + use<> {
    let issued = fill(
        words::issued(),
        &[("time", &format::date_time(&result.issued_at))],
    );
    let code = result.code.clone().map(|code| format!(" · {code}"));
    let file = result
        .file
        .as_ref()
        .map(|file| saving(file, words::save_result(), "button"));
    view! {
        <li class="outcome">
            <p lang="vi"><strong>{result.name.clone()}</strong></p>
            <p class="hint">{issued}{code}</p>
            {file}
            {signatures(result)}
            {result.post.as_ref().map(post)}
            {result.pickup.as_ref().map(pickup)}
        </li>
    }
}

fn post(way: &PostalTracking) -> impl IntoView + use<> {
    let number = fill(
        words::post_number(),
        &[("carrier", &way.carrier), ("number", &way.number)],
    );
    let state = match (&way.delivered_at, &way.sent_at) {
        (Some(at), _) => fill(words::post_delivered(), &[("time", &format::date_time(at))]),
        (None, Some(at)) => fill(words::post_sent(), &[("time", &format::date_time(at))]),
        (None, None) => String::new(),
    };
    // The carrier's own page, where the portal names one of the web.
    let link = way
        .address
        .clone()
        .filter(|address| address.starts_with("https://"));
    let link = link.map(|address| {
        view! { <p><a class="more" href=address rel="external noopener">{words::post_follow()}</a></p> }
    });
    view! {
        <p>{number}</p>
        <p class="hint">{state}</p>
        {way.text.as_ref().map(paragraph)}
        {link}
    }
}

fn pickup(pickup: &Pickup) -> impl IntoView + use<> {
    let tag = language().tag();
    let local = |text: &motcua_contract::text::LocalText| {
        let (text, lang) = text.for_language(tag);
        view! { <span lang=lang>{text.to_owned()}</span> }
    };
    let counter = &pickup.counter;
    let when = match &pickup.fetched_at {
        Some(at) => fill(words::fetched_at(), &[("time", &format::date_time(at))]),
        None => fill(
            words::fetch_from(),
            &[("time", &format::date_time(&pickup.from))],
        ),
    };
    let hours = counter
        .hours
        .as_ref()
        .map(|hours| view! { <p>{local(hours)}</p> });
    let phone = counter.phone.clone().map(|phone| {
        let href = format!("tel:{}", phone.replace([' ', '.'], ""));
        view! { <p><a class="more" href=href>{phone}</a></p> }
    });
    view! {
        <p>{when}</p>
        <p>{local(&counter.name)} ", " <span lang="vi">{counter.address.clone()}</span></p>
        {hours}
        {pickup.bring.as_ref().map(paragraph)}
        {phone}
    }
}
