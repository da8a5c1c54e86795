//! Sending what was written: how far it is, and what an answer means.
//!
//! Announces: that nothing is known of it, or that one has to sign in, as `role=alert`. Focus:
//! stays on the button, which is marked as disabled rather than made so.

use leptos::prelude::*;
use motcua_contract::problem::Problem;

use crate::api::write::Refusal;
use crate::components::fresh::IntoFresh;
use crate::components::remote_view::explain;
use crate::i18n::feedback as words;
use crate::session::{self, panel::SessionPanel};

/// How far it is.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Sending {
    /// Nothing is under way.
    Idle,
    /// Its files are on their way: it is sent once the portal has received them.
    Waiting,
    /// Sent, no answer yet.
    Asked,
    /// No answer that can be read: it may have been done. Why, in words.
    NotKnown(String),
    /// Nobody is signed in any more.
    SignIn,
}

/// What an answer means.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Outcome<T> {
    /// It is done.
    Done(T),
    /// The portal says no, and nothing of it was kept.
    Refused(Box<Problem>),
    /// It is where this says.
    Still(Sending),
}

impl<T> Outcome<T> {
    /// Reads the settled answer to a write.
    pub(super) fn of(answer: Result<T, Refusal>) -> Self {
        match answer {
            Ok(value) => Self::Done(value),
            Err(refusal) if refusal.needs_sign_in() => {
                session::ended();
                Self::Still(Sending::SignIn)
            }
            Err(Refusal::Refused { problem, .. }) => Self::Refused(problem),
            Err(Refusal::Unanswered(failure)) => {
                let (title, text) = explain(&failure);
                Self::Still(Sending::NotKnown(format!("{title}. {text}")))
            }
        }
    }
}

/// What there is to say about it; `not_known` says what to do when nothing is known.
pub(super) fn told(state: RwSignal<Sending>, not_known: &'static str) -> AnyView {
    (move || match state.get() {
        Sending::Idle | Sending::Asked => ().into_any(),
        Sending::Waiting => view! { <p class="notice">{words::waits_for_files()}</p> }.fresh(),
        Sending::NotKnown(why) => view! {
            <div class="notice notice--warning" role="alert"><p><strong>{not_known}</strong></p><p>{why}</p></div>
        }
        .fresh(),
        Sending::SignIn => view! {
            <p class="notice notice--warning" role="alert">{words::sign_in_again()}</p>
            <SessionPanel />
        }
        .fresh(),
    })
    .into_any()
}

/// The button of a form: what it says before and while it is sent.
pub(super) fn button(
    state: RwSignal<Sending>,
    idle: &'static str,
    sending: &'static str,
) -> AnyView {
    let asked =
        Memo::new(move |_| state.with(|state| matches!(state, Sending::Asked | Sending::Waiting)));
    view! {
        <button class="button" aria-disabled=move || asked.get().then_some("true")>
            {move || if asked.get() { sending } else { idle }}
        </button>
    }
    .fresh()
}
