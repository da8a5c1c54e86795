//! The box in which one writes to the officer, and the files that go with it.
//!
//! Announces: that the message waits for its files, that it is sent (polite); a failure, an empty
//! box as the box's own error (`role=alert`); what [`attaching`] says. Focus: in the box after it
//! was sent, for the next one; on the box when it was empty; on the files when something is wrong
//! with them; on the button when nothing is known, as the text must stay.
//!
//! What is typed and attached is kept at once, so that neither a reload nor a failure loses it
//! ([`Envelope`]). Once it was sent it is frozen with its key until the portal has answered: all
//! tries are the same request, so the officer reads it once.

use leptos::html::Textarea;
use leptos::prelude::*;
use leptos::task::spawn_local;
use motcua_contract::dossier::message::{Message, WriteMessage};

use super::thread::Thread;
use crate::api::write::Refusal;
use crate::components::fresh::IntoFresh;
use crate::i18n::{common, messages as words};
use crate::offline::shared;
use crate::papers::{Lack, attaching, lack_in_words};
use crate::route::encode;
use crate::unsent::{Envelope, envelope};
use crate::{announce, api, focus, session};

const TITLE: &str = "write";
const BOX: &str = "message-box";
const FILES: &str = "message-files";
const SEND: &str = "message-send";

/// How far the message is.
#[derive(Clone, Debug, PartialEq, Eq)]
enum State {
    /// Being written.
    Writing,
    /// Nothing stands in the box.
    Empty,
    /// Something is wrong with its files.
    Lacking(Lack),
    /// Its files are on their way: it is sent once the portal has received them.
    Waiting,
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
    envelope: Envelope,
    state: RwSignal<State>,
    thread: Thread,
}

impl Letter {
    fn begin(code: String, envelope: Envelope, thread: Thread) -> Self {
        let state = match envelope.unanswered() {
            Some(_) => State::Unclear,
            None => State::Writing,
        };
        let letter = Self {
            code: StoredValue::new(code),
            envelope,
            state: RwSignal::new(state),
            thread,
        };
        Effect::new(move |_| {
            let waits = letter.state.with(|state| *state == State::Waiting);
            if waits && envelope.lack() != Some(Lack::OnItsWay) {
                letter.state.set(State::Writing);
                letter.press();
            }
        });
        letter
    }

    fn typed(self, text: String) {
        self.envelope.change(|contents| contents.words = text);
        let state = self.state.get_untracked();
        if !matches!(state, State::Writing | State::Waiting) {
            self.state.set(State::Writing);
        }
    }

    fn is_busy(self) -> bool {
        self.state
            .with(|state| matches!(state, State::Sending | State::Waiting))
    }

    /// Whether nothing of it may change.
    fn is_frozen(self) -> bool {
        self.state
            .with(|state| matches!(state, State::Sending | State::Unclear))
    }

    /// Sends it; what lacks only that its files arrive waits for them.
    fn press(self) {
        if untrack(|| self.is_busy()) {
            return;
        }
        if let Some(body) = self.envelope.unanswered() {
            return self.post(body);
        }
        let text = self.envelope.read(|contents| contents.words.clone());
        if text.trim().is_empty() {
            self.state.set(State::Empty);
            focus::focus_control(BOX);
            return;
        }
        match untrack(|| self.envelope.lack()) {
            Some(Lack::OnItsWay) => {
                self.state.set(State::Waiting);
                announce::say(words::waits_for_files());
            }
            Some(lack) => {
                self.state.set(State::Lacking(lack));
                focus::focus_answer(FILES);
            }
            None => {
                let attachments = self.envelope.read(|contents| contents.files.uploads());
                if let Ok(body) = serde_json::to_string(&WriteMessage { text, attachments }) {
                    self.post(body);
                }
            }
        }
    }

    fn post(self, body: String) {
        self.state.set(State::Sending);
        let path = self.code.with_value(|code| api::path::messages(code));
        spawn_local(async move {
            let answer = self.envelope.send::<Message>(&path, body).await;
            let (state, focused) = match answer {
                Ok(message) => {
                    self.thread.take(vec![message]);
                    (State::Writing, BOX)
                }
                Err(Refusal::Unanswered(_)) => (State::Unclear, SEND),
                Err(refusal) => {
                    if refusal.needs_sign_in() {
                        session::ended();
                    }
                    (State::Refused(said(&refusal)), BOX)
                }
            };
            let sent = state == State::Writing;
            if self.state.try_set(state).is_none() {
                if sent {
                    announce::say(words::sent());
                }
                focus::focus_control(focused);
            }
        });
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

/// The box, once what was written before is read.
#[component]
pub(super) fn Writing(code: String, thread: Thread) -> impl IntoView {
    let opened = RwSignal::new(None::<Envelope>);
    let place = place(&code);
    spawn_local(async move {
        let envelope = envelope::open(&place).await;
        let _ = opened.try_set(Some(envelope));
    });
    move || {
        let code = code.clone();
        opened
            .get()
            .map(|envelope| form(Letter::begin(code, envelope, thread)))
    }
}

/// Where the letter about a dossier is kept.
fn place(code: &str) -> String {
    format!("message/{}", encode(code))
}

fn form(letter: Letter) -> AnyView {
    let area = NodeRef::<Textarea>::new();
    let typed = move |_| {
        if let Some(area) = area.get_untracked() {
            letter.typed(area.value());
        }
    };
    let submit = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        letter.press();
    };
    // Not each time that a file is further on its way.
    let text = Memo::new(move |_| letter.envelope.with(|contents| contents.words.clone()));
    let fault = move || match letter.state.get() {
        State::Empty => Some(words::empty().to_owned()),
        State::Unclear => Some(words::unclear().to_owned()),
        State::Refused(why) => Some(why),
        State::Writing | State::Lacking(_) | State::Waiting | State::Sending => None,
    };
    let lacking =
        move || matches!(letter.state.get(), State::Empty | State::Refused(_)).then_some("true");
    let of_files = Signal::derive(move || match letter.state.get() {
        State::Lacking(lack) => Some(lack_in_words(lack).to_owned()),
        _ => None,
    });
    let waits = move || {
        let waits = letter.state.with(|state| *state == State::Waiting);
        waits.then(|| view! { <p class="notice">{words::waits_for_files()}</p> }.fresh())
    };
    let label = move || match letter.state.get() {
        State::Sending => words::sending(),
        State::Waiting => words::waiting(),
        State::Unclear => words::send_again(),
        State::Writing | State::Empty | State::Lacking(_) | State::Refused(_) => words::send(),
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
                        aria-describedby="message-hint message-fault" prop:value=text
                        readonly=move || letter.is_frozen() aria-invalid=lacking on:input=typed></textarea>
                    <p class="hint">{kept}</p>
                </div>
                <div inert=move || letter.is_frozen()>{attaching(letter.envelope, FILES.into(), of_files)}</div>
                {waits}
                <div class="actions">
                    <button class="button" id=SEND aria-disabled=move || letter.is_busy().then_some("true")>{label}</button>
                </div>
            </form>
        </section>
    }
    .fresh()
}

#[cfg(test)]
mod tests {
    use motcua_contract::problem::{Problem, kind};

    use super::*;

    #[test]
    fn each_dossier_has_a_place_of_its_own() {
        assert_eq!(place("H15/1"), "message/H15%2F1");
    }

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
