//! Writing feedback: about what, the words, and who writes where nobody is signed in.
//!
//! Announces: on a navigation its heading; personal data in what would be published (polite);
//! what has to be mended, by the summary that takes focus; that it is being sent, and its code
//! once the portal has it (polite); that nothing is known of it, as `role=alert`. Focus: on the
//! heading after a navigation, which also leads to the feedback itself once it was received;
//! on the main region when what was written gives way to the words that wait to be sent again.
//!
//! What is typed survives a reload of the tab. A letter that may have arrived waits with its
//! key and is sent again as it was: only the portal's answer makes it a new one.

use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos_router::NavigateOptions;
use leptos_router::hooks::use_navigate;
use motcua_contract::feedback::Feedback;
use motcua_contract::portal::Capability;

use super::letter::{Lack, Letter};
use crate::components::fresh::IntoFresh;
use crate::components::heading::PageHeading;
use crate::form::Remark;
use crate::i18n::{feedback as words, fill};
use crate::pages::voice::offered::offered;
use crate::pages::voice::refused::remarks;
use crate::pages::voice::sending::{Attempt, Outcome, Sending, button, told};
use crate::route::{DOSSIER, Route};
use crate::session::{self, Known};
use crate::{address, announce, api, focus, unsent};

pub(super) mod form;

use form::remark;

const LETTER: &str = "feedback";
const ATTEMPT: &str = "feedback-sent";

/// The screen.
#[component]
pub(crate) fn WriteScreen() -> impl IntoView {
    view! {
        <PageHeading title=words::write_title() />
        {offered(Capability::Feedback, words::not_offered(), || Writing::begin().draw())}
        <p><a class="more" href=Route::Feedback.href()>{words::to_feedback()}</a></p>
    }
}

/// One letter on its way.
#[derive(Clone, Copy)]
struct Writing {
    letter: RwSignal<Letter>,
    /// Sent and not answered yet: goes again as it is.
    attempt: RwSignal<Option<Attempt>>,
    faults: RwSignal<Vec<Remark>>,
    state: RwSignal<Sending>,
    /// Whether one has to say who one is.
    guest: Memo<bool>,
    received: Callback<Feedback>,
}

impl Writing {
    fn begin() -> Self {
        let known = session::ask();
        let letter = unsent::kept::<Letter>(LETTER).unwrap_or_default();
        let navigate = use_navigate();
        Self {
            letter: RwSignal::new(letter.on(address::parameter(DOSSIER))),
            attempt: RwSignal::new(unsent::kept(ATTEMPT)),
            faults: RwSignal::default(),
            state: RwSignal::new(Sending::Idle),
            guest: Memo::new(move |_| {
                known.with(|known| !matches!(known, Known::Person(_) | Known::Asking))
            }),
            received: Callback::new(move |feedback: Feedback| {
                unsent::forget(LETTER);
                unsent::forget(ATTEMPT);
                announce::say(&fill(words::received(), &[("code", &feedback.code)]));
                // In place of this screen: going back must not lead to a letter that was sent.
                let options = NavigateOptions {
                    replace: true,
                    ..NavigateOptions::default()
                };
                navigate(&Route::FeedbackCase(feedback.code).href(), options);
            }),
        }
    }

    fn change(self, change: impl FnOnce(&mut Letter)) {
        self.letter.update(change);
        self.letter
            .with_untracked(|letter| unsent::keep(LETTER, letter));
    }

    /// Sends what is written, if it lacks nothing.
    fn send(self) {
        let guest = self.guest.get_untracked();
        let lacks = self.letter.with_untracked(|letter| letter.lacks(guest));
        let complete = lacks.is_empty();
        self.faults.set(lacks.into_iter().map(remark).collect());
        let sent = self.letter.with_untracked(|letter| letter.sent(guest));
        if let (true, Ok(body)) = (complete, serde_json::to_string(&sent)) {
            self.post(Attempt::new(body));
        }
    }

    fn post(self, attempt: Attempt) {
        if self.state.with_untracked(|state| *state == Sending::Asked) {
            return;
        }
        unsent::keep(ATTEMPT, &attempt);
        self.state.set(Sending::Asked);
        announce::say(words::sending());
        spawn_local(async move {
            match attempt.post(&api::path::feedback()).await {
                Outcome::Done(feedback) => drop(self.received.try_run(feedback)),
                Outcome::Refused(problem) => {
                    unsent::forget(ATTEMPT);
                    let _ = self.attempt.try_set(None);
                    let _ = self.state.try_set(Sending::Idle);
                    let found = remarks(&problem, Lack::Text.pointer(), Letter::place);
                    let _ = self.faults.try_set(found);
                }
                Outcome::Still(Sending::SignIn) => {
                    unsent::forget(ATTEMPT);
                    let _ = self.attempt.try_set(None);
                    let _ = self.state.try_set(Sending::SignIn);
                }
                Outcome::Still(now) => {
                    let _ = self.state.try_set(now);
                    if self.attempt.try_set(Some(attempt)).is_none() {
                        request_animation_frame(|| focus::focus_if_lost("main"));
                    }
                }
            }
        });
    }

    fn draw(self) -> AnyView {
        let waits = Memo::new(move |_| self.attempt.with(Option::is_some));
        (move || {
            if waits.get() {
                self.waiting()
            } else {
                self.form()
            }
        })
        .into_any()
    }

    /// What may have arrived, to be read and sent again.
    fn waiting(self) -> AnyView {
        if self.state.with_untracked(|state| *state == Sending::Idle) {
            // After a reload: why there was no answer is forgotten.
            self.state.set(Sending::NotKnown(String::new()));
        }
        let again = move |event: web_sys::SubmitEvent| {
            event.prevent_default();
            if let Some(attempt) = self.attempt.get_untracked() {
                self.post(attempt);
            }
        };
        let (title, text) = self
            .letter
            .with_untracked(|letter| (letter.title.clone(), letter.text.clone()));
        view! {
            <form class="act" aria-labelledby="waiting" on:submit=again>
                <h2 id="waiting">{words::waiting_title()}</h2>
                {told(self.state, words::not_known())}
                <h3>{title}</h3>
                {super::published::lines(&text)}
                <div class="actions">{button(self.state, words::send_again(), words::sending())}</div>
            </form>
        }
        .fresh()
    }
}
