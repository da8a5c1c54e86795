//! One dossier: how it stands, what is next, and everything about it, as it changes.
//!
//! Announces: on a navigation its heading, which is the service's name once it is known
//! (before, "Hồ sơ" and the code); while it is open, what changed at the portal (polite,
//! [`super::changes`]). Focus: on the heading after a navigation; on the main region after
//! "try again", whose button goes. A change takes focus from nobody: only the sections that
//! changed are drawn anew, and a control that was focused in one keeps it.

use leptos::prelude::*;

use super::answers::answers;
use super::ending::ending;
use super::handed_in::handed_in;
use super::kept_receipt;
use super::messages_line::messages_line;
use super::possible::possible;
use super::rating_line::rating_line;
use super::reading::reading;
use super::requests::requests;
use super::result::results;
use super::shown::Dossier;
use super::standing::{facts, next_step, status_tag};
use super::timeline::timeline;
use crate::api;
use crate::components::fresh::IntoFresh;
use crate::components::heading::PageHeading;
use crate::i18n::{dossier as words, fill};
use crate::route::Route;

/// The screen.
#[component]
pub(super) fn Overview(code: String) -> impl IntoView {
    let asked = StoredValue::new(code.clone());
    let dossier = api::load::<Dossier>(move || asked.with_value(|code| api::path::dossier(code)));
    let now = RwSignal::new(None::<Dossier>);
    let title = Signal::derive(move || {
        let known = now.with(|now| now.as_ref().map(|dossier| dossier.service.name.clone()));
        known.unwrap_or_else(|| asked.with_value(|code| fill(words::title(), &[("code", code)])))
    });
    super::changes::follow(asked, dossier, now);
    kept_receipt::keep_when_there(now);
    let way = kept_receipt::way(dossier.state, code.clone());
    let ready = Callback::new(move |dossier: Dossier| {
        now.set(Some(dossier));
        sections(now)
    });
    let line = fill(words::code(), &[("code", &code)]);
    view! {
        <article class="dossier">
            <p class="hint dossier__code">{line}</p>
            <div lang="vi"><PageHeading title=title /></div>
            {reading(dossier, code, words::no_such_dossier, ready)}
            {way}
        </article>
    }
}

/// Whether two versions of the dossier differ in what a section shows.
type Differs = fn(&Dossier, &Dossier) -> bool;

fn sections(now: RwSignal<Option<Dossier>>) -> AnyView {
    let part = |differs, draw| section(now, differs, draw);
    view! {
        {part(|a, b| a.status != b.status || a.supplements != b.supplements, |dossier| view! {
            <div class="dossier__status">{status_tag(&dossier.status)}</div>
            {next_step(dossier)}
        }.fresh())}
        {part(|a, b| a.ending != b.ending, ending)}
        {part(|a, b| a.results != b.results, results)}
        {part(|a, b| a.status != b.status || a.deadline != b.deadline || a.apology != b.apology, facts)}
        {part(|a, b| a.actions != b.actions || a.rating != b.rating, rating_line)}
        {part(|a, b| a.supplements != b.supplements, requests)}
        {part(|a, b| a.receipt != b.receipt, receipt)}
        {part(|a, b| a.payments != b.payments, money)}
        {part(|a, b| a.unread_messages != b.unread_messages, messages_line)}
        {part(|a, b| a.timeline != b.timeline, |dossier| timeline(&dossier.timeline))}
        {part(|a, b| a.content != b.content, |dossier| view! {
            {handed_in(&dossier.content)}
            {answers(dossier)}
        }.fresh())}
        {part(|a, b| a.actions != b.actions || a.deadline != b.deadline, possible)}
    }
    .fresh()
}

/// A part of the screen, drawn anew only when what it shows has changed.
fn section(
    now: RwSignal<Option<Dossier>>,
    differs: Differs,
    draw: fn(&Dossier) -> AnyView,
) -> AnyView {
    let drawn = StoredValue::new(None::<Dossier>);
    let version = Memo::new(move |before: Option<&u32>| {
        let before = before.copied().unwrap_or(0);
        now.with(|now| {
            let same = drawn.with_value(|drawn| match (drawn, now) {
                (Some(drawn), Some(now)) => !differs(drawn, now),
                _ => false,
            });
            if same {
                return before;
            }
            drawn.set_value(now.clone());
            before + 1
        })
    });
    (move || {
        // Read, not only tracked: a memo that nobody reads does not run.
        version.get();
        drawn.with_value(|drawn| drawn.as_ref().map(draw))
    })
    .into_any()
}

fn receipt(dossier: &Dossier) -> AnyView {
    let code = dossier.code.as_str();
    let receipt = match &dossier.receipt {
        Some(_) => view! {
            <p><a class="more" href=Route::Receipt(code.into()).href()>{words::open_receipt()}</a></p>
        }
        .fresh(),
        None => view! { <p>{words::no_receipt_yet()}</p> }.fresh(),
    };
    view! {
        <section class="section section--read" aria-labelledby="receipt">
            <h2 id="receipt">{words::receipt_short()}</h2>
            {receipt}
        </section>
    }
    .fresh()
}

fn money(dossier: &Dossier) -> AnyView {
    let href = Route::Payment(dossier.code.as_str().into()).href();
    view! {
        <section class="section section--read" aria-labelledby="money">
            <h2 id="money">{words::money()}</h2>
            {super::payment::summary(&dossier.payments)}
            <p><a class="more" href=href>{words::open_payment()}</a></p>
        </section>
    }
    .fresh()
}
