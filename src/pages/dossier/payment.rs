//! Money of one dossier as three facts: to be paid, paid, accepted.
//!
//! Announces: on a navigation its heading; that money is being waited for, and when the
//! portal knows more (polite); a failure as `role=alert`. Focus: on the heading after a
//! navigation; stays on the button while the payment is being started.
//!
//! The gateway sends the browser back to this address whatever happened, so the address
//! proves nothing and carries nothing: the portal is asked, and asked again for a while
//! where an attempt is not decided.

use std::time::Duration;

use leptos::prelude::*;
use leptos::task::spawn_local;
use motcua_contract::dossier::Payments;

use super::reading::reading;
use super::standing::paragraph;
use crate::api::client;
use crate::components::fresh::IntoFresh;
use crate::components::heading::PageHeading;
use crate::i18n::{dossier as words, fill};
use crate::remote::Remote;
use crate::route::Route;
use crate::{announce, api, focus, format};

mod attempt;
mod facts;
mod outlook;
mod start;

use facts::{accepted, due, paid};
use outlook::{Outlook, outlook};
use start::PayButton;

/// How often an undecided payment is asked about, and how many times by itself: two
/// minutes in all. After that the person asks.
const ASKED_EVERY: Duration = Duration::from_secs(5);
const ASKED_AT_MOST: u32 = 24;

/// The box that says what the facts mean now.
const NOW: &str = "money-now";

/// The screen.
#[component]
pub(super) fn PaymentScreen(code: String) -> impl IntoView {
    let asked = StoredValue::new(code.clone());
    let payments =
        api::load::<Payments>(move || asked.with_value(|code| api::path::payments(code)));
    watch_undecided(asked, payments);
    let ready = Callback::new(move |all: Payments| {
        let ask = Callback::new(move |()| ask_quietly(asked, payments, true));
        asked.with_value(|code| shown(code, &all, ask))
    });
    let line = fill(words::code(), &[("code", &code)]);
    let back = Route::Dossier(code.clone()).href();
    view! {
        <article class="dossier">
            <p class="hint dossier__code">{line}</p>
            <PageHeading title=words::payment_title() />
            {reading(payments, code, words::no_payments_here, ready)}
            <p><a class="more" href=back>{words::back_to_dossier()}</a></p>
        </article>
    }
}

fn shown(code: &str, all: &Payments, ask: Callback<()>) -> AnyView {
    let outlook = outlook(all);
    let explanation = all.explanation.as_ref().map(paragraph);
    view! {
        {headline(code, &outlook, ask)}
        <div class="read">{explanation}</div>
        {due(&all.obligations)}
        {paid(&all.attempts)}
        {accepted(all)}
    }
    .fresh()
}

/// What the three facts mean for the person now, in one box.
fn headline(code: &str, outlook: &Outlook, ask: Callback<()>) -> AnyView {
    let ask = move |_| ask.run(());
    match outlook {
        Outlook::NothingStated => boxed("act act--wait", words::nothing_stated(), words::nothing_stated_text().into(), ().into_any()),
        Outlook::NothingDue => boxed("act act--ok", words::nothing_due(), words::nothing_due_text().into(), ().into_any()),
        Outlook::Accepted => boxed("act act--ok", words::all_accepted(), words::all_accepted_text().into(), ().into_any()),
        Outlook::PaidNotAccepted => boxed("act act--wait", words::paid_waiting(), words::paid_waiting_text().into(), ().into_any()),
        Outlook::Undecided => boxed(
            "act act--wait",
            words::undecided(),
            words::undecided_text().into(),
            view! { <button type="button" class="button button--quiet" on:click=ask>{words::ask_portal()}</button> }.fresh(),
        ),
        Outlook::Ask => boxed("act act--wait", words::unknown_due(), words::unknown_due_text().into(), ().into_any()),
        Outlook::Due { obligations, amount, last } => {
            let text = fill(words::due_text(), &[("amount", &format::money(*amount, None))]);
            let last = last.map(|last| view! { <p><strong>{attempt::went(last)}</strong></p> });
            let (code, obligations) = (code.to_owned(), obligations.clone());
            boxed(
                "act",
                words::your_turn(),
                text,
                view! { {last} <PayButton code obligations again=false /> }.fresh(),
            )
        }
        Outlook::NeverCameBack { obligations, amount } => {
            let text = fill(words::never_came_back_text(), &[("amount", &format::money(*amount, None))]);
            let (code, obligations) = (code.to_owned(), obligations.clone());
            boxed(
                "act",
                words::never_came_back(),
                text,
                view! {
                    <div class="actions">
                        <button type="button" class="button button--quiet" on:click=ask>{words::ask_portal()}</button>
                        <PayButton code obligations again=true />
                    </div>
                }
                .fresh(),
            )
        }
    }
}

fn boxed(class: &'static str, title: &'static str, text: String, more: AnyView) -> AnyView {
    view! {
        <section class=class aria-labelledby=NOW>
            <h2 id=NOW>{title}</h2>
            <p>{text}</p>
            {more}
        </section>
    }
    .fresh()
}

/// One line for the dossier's own screen.
pub(super) fn summary(payments: &Payments) -> AnyView {
    let words: String = match outlook(payments) {
        Outlook::NothingStated => words::nothing_stated().into(),
        Outlook::NothingDue => words::nothing_due().into(),
        Outlook::Accepted => words::all_accepted().into(),
        Outlook::PaidNotAccepted => words::paid_waiting().into(),
        Outlook::Undecided => words::undecided().into(),
        Outlook::Ask => words::unknown_due().into(),
        Outlook::Due { amount, .. } | Outlook::NeverCameBack { amount, .. } => fill(
            words::due_text(),
            &[("amount", &format::money(amount, None))],
        ),
    };
    view! { <p>{words}</p> }.fresh()
}

/// Asks again, without taking the screen away, while an attempt is not decided.
fn watch_undecided(code: StoredValue<String>, payments: api::Load<Payments>) {
    let times = StoredValue::new(0_u32);
    let look = move || {
        let open = payments.state.try_with_untracked(|state| {
            state.value().is_some_and(|value| outlook(value).is_open())
        });
        if open == Some(true) && times.get_value() < ASKED_AT_MOST {
            times.update_value(|times| *times += 1);
            ask_quietly(code, payments, false);
        }
    };
    if let Ok(timer) = set_interval_with_handle(look, ASKED_EVERY) {
        on_cleanup(move || timer.clear());
    }
}

/// Asks, and changes the screen only if the portal knows something new. Somebody who
/// pressed for it is told when it does not.
fn ask_quietly(code: StoredValue<String>, payments: api::Load<Payments>, pressed: bool) {
    let path = code.with_value(|code| api::path::payments(code));
    spawn_local(async move {
        let answer = client::get(&path, None).await;
        let Ok(value) = answer.and_then(|answer| answer.parse::<Payments>()) else {
            if pressed {
                announce::say(words::portal_silent());
            }
            return;
        };
        let same = payments
            .state
            .try_with_untracked(|state| state.value() == Some(&value));
        match same {
            Some(false) => {
                announce::say(words::portal_knows());
                payments.state.set(Remote::Ready {
                    value,
                    kept_at: None,
                });
                // The button that was pressed may be gone with the old words.
                request_animation_frame(|| focus::focus_if_lost(NOW));
            }
            Some(true) if pressed => announce::say(words::portal_knows_nothing_new()),
            _ => {}
        }
    });
}
