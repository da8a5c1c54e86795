//! One dossier: how it stands, what is next, and everything about it.
//!
//! Announces: on a navigation its heading, which is the service's name once it is known
//! (before, "Hồ sơ" and the code). Focus: on the heading after a navigation; on the main
//! region after "try again", whose button goes.

use leptos::prelude::*;

use super::handed_in::handed_in;
use super::reading::reading;
use super::shown::Dossier;
use super::standing::{facts, next_step, status_tag};
use super::timeline::timeline;
use crate::api;
use crate::components::fresh::IntoFresh;
use crate::components::heading::PageHeading;
use crate::i18n::{dossier as words, fill, language};
use crate::route::Route;

/// The screen.
#[component]
pub(super) fn Overview(code: String) -> impl IntoView {
    let asked = StoredValue::new(code.clone());
    let dossier = api::load::<Dossier>(move || asked.with_value(|code| api::path::dossier(code)));
    let title = Signal::derive(move || {
        let known = dossier
            .state
            .with(|state| state.value().map(|dossier| dossier.service.name.clone()));
        known.unwrap_or_else(|| asked.with_value(|code| fill(words::title(), &[("code", code)])))
    });
    let ready = Callback::new(|dossier: Dossier| shown(&dossier));
    let line = fill(words::code(), &[("code", &code)]);
    view! {
        <article class="dossier">
            <p class="hint dossier__code">{line}</p>
            <div lang="vi"><PageHeading title=title /></div>
            {reading(dossier, code, words::no_such_dossier, ready)}
        </article>
    }
}

fn shown(dossier: &Dossier) -> AnyView {
    let code = dossier.code.as_str();
    let receipt = match &dossier.receipt {
        Some(_) => view! {
            <p><a class="more" href=Route::Receipt(code.into()).href()>{words::open_receipt()}</a></p>
        }
        .fresh(),
        None => view! { <p>{words::no_receipt_yet()}</p> }.fresh(),
    };
    let results = (!dossier.results.is_empty()).then(|| results(dossier));
    let ending = dossier.ending.as_ref().map(|ending| {
        let reasons = ending.reasons.iter().map(|reason| {
            let (text, lang) = reason.text.for_language(language().tag());
            view! { <li lang=lang>{text.to_owned()}</li> }
        });
        view! {
            <section class="section section--read" aria-labelledby="ending">
                <h2 id="ending">{words::why_it_ended()}</h2>
                <ul class="plain-list">{reasons.collect_view()}</ul>
            </section>
        }
    });
    view! {
        <p class="dossier__status">{status_tag(&dossier.status)}</p>
        {next_step(code, &dossier.status)}
        {facts(dossier)}
        {ending}
        {results}
        <section class="section section--read" aria-labelledby="receipt">
            <h2 id="receipt">{words::receipt_short()}</h2>
            {receipt}
        </section>
        <section class="section section--read" aria-labelledby="money">
            <h2 id="money">{words::money()}</h2>
            {super::payment::summary(&dossier.payments)}
            <p><a class="more" href=Route::Payment(code.into()).href()>{words::open_payment()}</a></p>
        </section>
        {timeline(&dossier.timeline)}
        {handed_in(&dossier.content)}
    }
    .fresh()
}

fn results(dossier: &Dossier) -> impl IntoView + use<> {
    let rows = dossier.results.iter().map(|result| {
        let file = result.file.clone().and_then(|file| {
            let address = file.address?;
            Some(view! { <p><a class="more" href=address rel="external" download=file.name>{words::save_result()}</a></p> })
        });
        view! {
            <li>
                <p lang="vi"><strong>{result.name.clone()}</strong></p>
                {file}
            </li>
        }
    });
    view! {
        <section class="section section--read" aria-labelledby="results">
            <h2 id="results">{words::results()}</h2>
            <ul class="plain-list">{rows.collect_view()}</ul>
        </section>
    }
}
