//! The box in which one writes to the officer.
//!
//! Announces: that the message is sent (polite); a failure, an empty box as the box's own
//! error (`role=alert`). Focus: stays in the box after it was sent, for the next one; on the
//! box when it was empty; on the button when nothing is known, as the text must stay.
//!
//! What is typed is kept at each stroke, so that neither a reload nor a failure loses it
//! ([`super::unsent`]). Once it was sent it is frozen with its key until the portal has
//! answered: all tries are the same request, so the officer reads it once.

use leptos::html::Textarea;
use leptos::prelude::*;
use leptos::task::spawn_local;
use motcua_contract::dossier::message::{Message, WriteMessage};

use super::thread::Thread;
use super::unsent::{self, Unsent};
use crate::api::write::{Key, Refusal, Write};
use crate::i18n::{common, messages as words};
use crate::offline::shared;
use crate::{announce, api, focus, session};

const TITLE: &str = "write";
const BOX: &str = "message-box";
const SEND: &str = "message-send";

/// How far the message is.
#[derive(Clone, Debug, PartialEq, Eq)]
enum State {
    /// Being written.
    Writing,
    /// Nothing stands in the box.
    Empty,
    /// On its way.
    Sending,
    /// Not known whether the portal has it: sent again as it is.
    Unclear,
    /// The portal says no, in its words.
    Refused(String),
}

/// What is written to the officer of one dossier.
#[derive(Clone, Copy)]
struct Letter {
    code: StoredValue<String>,
    unsent: RwSignal<Unsent>,
    state: RwSignal<State>,
    /// Whether it is being kept now, and whether it changed meanwhile.
    keeping: StoredValue<(bool, bool)>,
}

impl Letter {
    fn new(code: String) -> Self {
        Self {
            code: StoredValue::new(code),
            unsent: RwSignal::new(Unsent::default()),
            state: RwSignal::new(State::Writing),
            keeping: StoredValue::new((false, false)),
        }
    }

    /// Takes over what was kept, unless something was typed before it was there.
    async fn recall(self) {
        let kept = unsent::read(&self.code.get_value()).await;
        let untouched = self
            .unsent
            .try_with_untracked(|now| *now == Unsent::default());
        if let (Some(kept), Some(true)) = (kept, untouched) {
            if kept.key.is_some() {
                self.state.set(State::Unclear);
            }
            self.unsent.set(kept);
        }
    }

    fn typed(self, text: String) {
        self.unsent.update(|unsent| unsent.text = text);
        if self.state.get_untracked() != State::Writing {
            self.state.set(State::Writing);
        }
        spawn_local(self.keep());
    }

    /// Keeps what is there now; writes follow one another, so that the last one stays.
    async fn keep(self) {
        let Some((running, _)) = self.keeping.try_get_value() else {
            return;
        };
        let _ = self.keeping.try_set_value((running, true));
        if running {
            return;
        }
        let code = self.code.get_value();
        while let Some((_, true)) = self.keeping.try_get_value() {
            let _ = self.keeping.try_set_value((true, false));
            let Some(unsent) = self.unsent.try_get_untracked() else {
                break;
            };
            unsent::keep(&code, &unsent).await;
        }
        let _ = self.keeping.try_set_value((false, false));
    }

    fn is_busy(self) -> bool {
        self.state.with(|state| *state == State::Sending)
    }

    /// Whether the text may not change.
    fn is_frozen(self) -> bool {
        self.state
            .with(|state| matches!(state, State::Sending | State::Unclear))
    }

    fn press(self, thread: Thread) {
        if self.state.get_untracked() == State::Sending {
            return;
        }
        let empty = |unsent: &Unsent| unsent.text.trim().is_empty();
        if self.unsent.with_untracked(empty) {
            self.state.set(State::Empty);
            focus::focus_control(BOX);
            return;
        }
        self.unsent.update(|unsent| {
            unsent.key.get_or_insert_with(Key::fresh);
        });
        self.state.set(State::Sending);
        spawn_local(async move {
            self.keep().await;
            self.send(thread).await;
        });
    }

    async fn send(self, thread: Thread) {
        let (Some(code), Some(unsent)) =
            (self.code.try_get_value(), self.unsent.try_get_untracked())
        else {
            return;
        };
        // With its key first: what leaves the device is known here even after a reload.
        unsent::keep(&code, &unsent).await;
        let Unsent {
            text,
            key: Some(key),
        } = unsent
        else {
            return;
        };
        let attachments = Vec::new();
        let Ok(body) = serde_json::to_string(&WriteMessage { text, attachments }) else {
            return;
        };
        let path = api::path::messages(&code);
        let answer = Write::post(&path).key(&key).body(&body).send().await;
        let (unsent, state) = match answer {
            Ok(answer) => {
                if let Ok(message) = answer.parse::<Message>() {
                    thread.take(vec![message]);
                }
                (Unsent::default(), State::Writing)
            }
            Err(Refusal::Unanswered(_)) => {
                let _ = self.state.try_set(State::Unclear);
                focus::focus_control(SEND);
                return;
            }
            Err(refusal) => {
                let why = said(&refusal);
                if refusal.needs_sign_in() {
                    session::ended();
                }
                let text = self.unsent.try_get_untracked().unwrap_or_default().text;
                (Unsent { text, key: None }, State::Refused(why))
            }
        };
        unsent::keep(&code, &unsent).await;
        let sent = state == State::Writing;
        let _ = self.unsent.try_set(unsent);
        if self.state.try_set(state).is_none() {
            if sent {
                announce::say(words::sent());
            }
            focus::focus_control(BOX);
        }
    }
}

/// Why the portal does not take it, in its words.
fn said(refusal: &Refusal) -> String {
    if refusal.needs_sign_in() {
        return common::failed_sign_in().into();
    }
    let Some(problem) = refusal.problem() else {
        return words::refused().into();
    };
    let faults = problem.errors.iter().map(|fault| fault.message.clone());
    let all: Vec<String> = problem.detail.iter().cloned().chain(faults).collect();
    if all.is_empty() {
        words::refused().into()
    } else {
        all.join(" ")
    }
}

/// The box.
#[component]
pub(super) fn Writing(code: String, thread: Thread) -> impl IntoView {
    let letter = Letter::new(code);
    spawn_local(letter.recall());
    let area = NodeRef::<Textarea>::new();
    let typed = move |_| {
        if let Some(area) = area.get_untracked() {
            letter.typed(area.value());
        }
    };
    let submit = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        letter.press(thread);
    };
    let fault = move || match letter.state.get() {
        State::Empty => Some(words::empty().to_owned()),
        State::Unclear => Some(words::unclear().to_owned()),
        State::Refused(why) => Some(why),
        State::Writing | State::Sending => None,
    };
    let lacking =
        move || matches!(letter.state.get(), State::Empty | State::Refused(_)).then_some("true");
    let label = move || match letter.state.get() {
        State::Sending => words::sending(),
        State::Unclear => words::send_again(),
        State::Writing | State::Empty | State::Refused(_) => words::send(),
    };
    let kept = if shared::on() {
        words::kept_in_memory()
    } else {
        words::kept_here()
    };
    view! {
        <section class="section section--read screen-only" aria-labelledby=TITLE>
            <h2 id=TITLE>{words::write()}</h2>
            <form novalidate on:submit=submit>
                <div class="q">
                    <label class="q__label" for=BOX>{words::write_label()}</label>
                    <p class="hint" id="message-hint">{words::write_hint()}</p>
                    <p class="q__error" id="message-fault" role="alert">{fault}</p>
                    <textarea node_ref=area class="box box--lines" id=BOX rows="5"
                        aria-describedby="message-hint message-fault"
                        prop:value=move || letter.unsent.with(|unsent| unsent.text.clone())
                        readonly=move || letter.is_frozen() aria-invalid=lacking on:input=typed></textarea>
                    <p class="hint">{kept}</p>
                </div>
                <div class="actions">
                    <button class="button" id=SEND aria-disabled=move || letter.is_busy().then_some("true")>{label}</button>
                </div>
            </form>
        </section>
    }
}

#[cfg(test)]
mod tests {
    use motcua_contract::problem::{Problem, kind};

    use super::*;

    #[test]
    fn a_refusal_is_told_in_the_portals_words() {
        let refused = |problem: Problem| Refusal::Refused {
            problem: Box::new(problem),
            body: String::new(),
            retry_after: None,
        };
        let long = Problem::new(kind::ANSWERS, 422, "x").fault("/text", "tooLong", "Quá dài.");
        assert_eq!(said(&refused(long)), "Quá dài.");
        assert_eq!(
            said(&refused(Problem::new(kind::ANSWERS, 409, "x"))),
            words::refused()
        );
    }
}
