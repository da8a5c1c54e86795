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

use crate::api::attempt::Pending;
use crate::api::write::Refusal;
use crate::components::fresh::IntoFresh;
use crate::components::remote_view::explain;
use crate::i18n::dossier as words;
use crate::remote::Failure;
use crate::route::{Route, encode};
use crate::session::leaving;
use crate::{announce, api, storage};

/// Where an unanswered start is kept; then the dossier's code, percent-encoded.
const PREFIX: &str = "motcua.paying/";

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
    let body = serde_json::to_string(&StartPayment {
        obligations,
        return_to: Route::Payment(code.into()).href(),
    })
    .map_err(|_| Failure::Garbled)?;
    let mut pending = kept(&place).unwrap_or_default();
    let attempt = pending.say(body);
    if let Ok(text) = serde_json::to_string(&pending) {
        storage::write(&place, &text);
    }
    let answer = attempt
        .post::<PaymentStarted>(&api::path::payments(code))
        .await;
    // What the portal has refused was not begun: the next start is another.
    if matches!(answer, Err(Refusal::Refused { .. })) {
        storage::forget(&place);
    }
    let started = answer.map_err(Refusal::into_failure)?;
    if !leaving::is_web(&started.continue_to) {
        return Err(Failure::Garbled);
    }
    storage::forget(&place);
    leaving::leave_for(started.continue_to);
    Ok(())
}

fn kept(place: &str) -> Option<Pending> {
    crate::json::read(&storage::read(place)?).ok()
}
