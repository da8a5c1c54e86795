//! Starts a payment and leaves for the gateway.
//!
//! Announces: that the gateway is being opened (polite), a failure as `role=alert`.
//! Focus: stays on the button, which is marked as disabled rather than made so.
//!
//! The key of the request is kept until the portal has answered, so that a second tap or
//! a lost answer starts no second payment.

use leptos::prelude::*;
use leptos::task::spawn_local;
use motcua_contract::dossier::payment::{PaymentStarted, StartPayment};
use serde::{Deserialize, Serialize};

use crate::api::write::{Key, Refusal, Write};
use crate::components::fresh::IntoFresh;
use crate::components::remote_view::explain;
use crate::i18n::dossier as words;
use crate::remote::Failure;
use crate::route::{Route, encode};
use crate::session::leaving;
use crate::{announce, api, storage};

/// Where an unanswered start is kept; then the dossier's code, percent-encoded.
const PREFIX: &str = "motcua.paying/";

/// A payment that is being started.
#[derive(Debug, PartialEq, Eq, Serialize, Deserialize)]
struct Starting {
    key: Key,
    obligations: Vec<String>,
}

/// How far the start is.
#[derive(Clone, Debug, PartialEq)]
enum State {
    Idle,
    Asked,
    Failed(Failure),
}

/// The button that leads to the gateway.
#[component]
pub(super) fn PayButton(
    /// The dossier's code.
    code: String,
    /// The ids of what is paid.
    obligations: Vec<String>,
    /// An earlier attempt was never decided: the button then says that one has not paid.
    again: bool,
) -> impl IntoView {
    let state = RwSignal::new(State::Idle);
    let pressed = move |_| {
        if state.with_untracked(|state| *state == State::Asked) {
            return;
        }
        state.set(State::Asked);
        announce::say(words::opening_gateway());
        let (code, obligations) = (code.clone(), obligations.clone());
        spawn_local(async move {
            if let Err(failure) = start(&code, obligations).await {
                let _ = state.try_set(State::Failed(failure));
            }
        });
    };
    let (words, class) = if again {
        (words::pay_not_paid_yet(), "button button--quiet")
    } else {
        (words::pay(), "button")
    };
    view! {
        <button type="button" class=class on:click=pressed
            aria-disabled=move || state.with(|state| *state == State::Asked).then_some("true")>
            {move || if state.with(|state| *state == State::Asked) { words::opening_gateway() } else { words }}
        </button>
        {move || match state.get() {
            State::Failed(failure) => {
                let (title, text) = explain(&failure);
                view! { <p class="fault" role="alert">{title} ". " {text}</p> }.fresh()
            }
            State::Idle | State::Asked => ().into_any(),
        }}
    }
}

async fn start(code: &str, obligations: Vec<String>) -> Result<(), Failure> {
    let place = format!("{PREFIX}{}", encode(code));
    let key = match kept(&place) {
        Some(starting) if starting.obligations == obligations => starting.key,
        _ => {
            let key = Key::fresh();
            let starting = Starting {
                key: key.clone(),
                obligations: obligations.clone(),
            };
            if let Ok(text) = serde_json::to_string(&starting) {
                storage::write(&place, &text);
            }
            key
        }
    };
    let body = serde_json::to_string(&StartPayment {
        obligations,
        return_to: Route::Payment(code.into()).href(),
    })
    .map_err(|_| Failure::Garbled)?;
    let answer = Write::post(&api::path::payments(code))
        .key(&key)
        .body(&body)
        .send()
        .await;
    let started: PaymentStarted = match answer {
        Ok(answer) => answer.parse()?,
        Err(refusal) => {
            // What the portal has refused was not begun: the next start is another.
            if matches!(refusal, Refusal::Refused { .. }) {
                storage::forget(&place);
            }
            return Err(refusal.into_failure());
        }
    };
    if !leaving::is_web(&started.continue_to) {
        return Err(Failure::Garbled);
    }
    storage::forget(&place);
    leaving::leave_for(started.continue_to);
    Ok(())
}

fn kept(place: &str) -> Option<Starting> {
    serde_json::from_str(&storage::read(place)?).ok()
}
