//! Sending what was written: how far it is, and what an answer means.
//!
//! Announces: that nothing is known of it, or that one has to sign in, as `role=alert`. Focus:
//! stays on the button, which is marked as disabled rather than made so.

use leptos::prelude::*;
use motcua_contract::problem::{Problem, kind};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use crate::api::client::Answer;
use crate::api::write::{Key, Refusal, Write};
use crate::components::fresh::IntoFresh;
use crate::components::remote_view::explain;
use crate::i18n::feedback as words;
use crate::remote::Failure;
use crate::session::{self, panel::SessionPanel};

/// How far it is.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Sending {
    /// Nothing is under way.
    Idle,
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

impl<T: DeserializeOwned> Outcome<T> {
    /// Reads the answer to a write.
    pub(super) fn of(answer: Result<Answer, Refusal>) -> Self {
        let failure = match answer {
            Ok(answer) => match answer.parse() {
                Ok(value) => return Self::Done(value),
                Err(failure) => failure,
            },
            Err(refusal) if refusal.needs_sign_in() => {
                session::ended();
                return Self::Still(Sending::SignIn);
            }
            Err(Refusal::Refused { problem, body, .. }) => {
                if is_final(&problem) {
                    return Self::Refused(problem);
                }
                Failure::from_answer(problem.status, &body)
            }
            Err(Refusal::Unanswered(failure)) => failure,
        };
        let (title, text) = explain(&failure);
        Self::Still(Sending::NotKnown(format!("{title}. {text}")))
    }
}

/// Whether nothing was done and the same would be refused again. A portal that gave up, or is
/// still at it, may have done it.
fn is_final(problem: &Problem) -> bool {
    (400..500).contains(&problem.status)
        && !matches!(problem.status, 408 | 429)
        && problem.kind != kind::IN_PROGRESS
}

/// A POST with its key, kept until the portal has answered it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Attempt {
    key: Key,
    body: String,
}

impl Attempt {
    /// The first try of something new.
    pub(super) fn new(body: String) -> Self {
        Self {
            key: Key::fresh(),
            body,
        }
    }

    /// Sends it, for the first time or again.
    pub(super) async fn post<T: DeserializeOwned>(&self, path: &str) -> Outcome<T> {
        Outcome::of(
            Write::post(path)
                .key(&self.key)
                .body(&self.body)
                .send()
                .await,
        )
    }
}

/// What there is to say about it; `not_known` says what to do when nothing is known.
pub(super) fn told(state: RwSignal<Sending>, not_known: &'static str) -> AnyView {
    (move || match state.get() {
        Sending::Idle | Sending::Asked => ().into_any(),
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
    let asked = Memo::new(move |_| state.with(|state| *state == Sending::Asked));
    view! {
        <button class="button" aria-disabled=move || asked.get().then_some("true")>
            {move || if asked.get() { sending } else { idle }}
        </button>
    }
    .fresh()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn refused(status: u16, kind: &str) -> Result<Answer, Refusal> {
        Err(Refusal::Refused {
            problem: Box::new(Problem::new(kind, status, "Không")),
            body: String::new(),
            retry_after: None,
        })
    }

    #[test]
    fn what_may_have_been_done_is_never_told_as_a_refusal() {
        for answer in [
            Err(Refusal::Unanswered(Failure::Timeout)),
            refused(409, kind::IN_PROGRESS),
            refused(429, kind::TOO_MANY),
            refused(504, kind::TIMEOUT),
        ] {
            let outcome = Outcome::<u8>::of(answer);
            assert!(
                matches!(outcome, Outcome::Still(Sending::NotKnown(_))),
                "{outcome:?}"
            );
        }
    }

    #[test]
    fn a_fault_of_the_persons_is_a_refusal() {
        let outcome = Outcome::<u8>::of(refused(422, kind::ANSWERS));
        assert!(matches!(outcome, Outcome::Refused(_)), "{outcome:?}");
    }
}
