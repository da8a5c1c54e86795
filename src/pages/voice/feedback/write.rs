//! Writing feedback: about what, the words, the files, and who writes where nobody is signed in.
//!
//! Announces: on a navigation its heading; personal data in what would be published (polite);
//! what has to be mended, by the summary that takes focus; that it waits for its files, that it
//! is being sent, and its code once the portal has it (polite); that nothing is known of it, as
//! `role=alert`; what [`attaching`] says. Focus: on the heading after a navigation, which also
//! leads to the feedback itself once it was received; on the main region when what was written
//! gives way to the words that wait to be sent again.
//!
//! What is typed and attached survives a reload ([`Envelope`]), each letter with what it is about
//! ([`subject`](super::subject)). A letter that may have arrived
//! waits with its key and is sent again as it was: only the portal's answer makes it a new one.
//!
//! [`attaching`]: crate::papers::attaching

use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos_router::NavigateOptions;
use leptos_router::hooks::use_navigate;
use motcua_contract::feedback::Feedback;
use motcua_contract::portal::Capability;

use super::letter::{ATTACHMENTS, Lack, Letter};
use super::subject;
use crate::components::fresh::IntoFresh;
use crate::components::heading::PageHeading;
use crate::form::Remark;
use crate::i18n::{feedback as words, fill};
use crate::pages::voice::offered::offered;
use crate::pages::voice::refused::remarks;
use crate::pages::voice::sending::{Outcome, Sending, button, told};
use crate::papers::{self, lack_in_words};
use crate::route::{DOSSIER, Route};
use crate::session::{self, Known};
use crate::unsent::Envelope;
use crate::{address, announce, api, focus};

pub(super) mod form;

use form::remark;

/// The screen.
#[component]
pub(crate) fn WriteScreen() -> impl IntoView {
    let opened = RwSignal::new(None::<Envelope>);
    let dossier = address::parameter(DOSSIER).filter(|code| !code.is_empty());
    let about = StoredValue::new(dossier.clone());
    spawn_local(async move {
        let envelope = subject::open(dossier.as_deref()).await;
        let _ = opened.try_set(Some(envelope));
    });
    let begun = move |envelope| Writing::begin(envelope, about.get_value()).draw();
    let letter = move || (move || opened.get().map(begun)).into_any();
    view! {
        <PageHeading title=words::write_title() />
        {offered(Capability::Feedback, words::not_offered(), letter)}
        <p><a class="more" href=Route::Feedback.href()>{words::to_feedback()}</a></p>
    }
}

/// One letter on its way.
#[derive(Clone, Copy)]
struct Writing {
    envelope: Envelope,
    /// What its words say.
    letter: RwSignal<Letter>,
    /// Sent, and not known whether it arrived: goes again as it is.
    unclear: RwSignal<bool>,
    faults: RwSignal<Vec<Remark>>,
    state: RwSignal<Sending>,
    /// Whether one has to say who one is.
    guest: Memo<bool>,
    received: Callback<Feedback>,
}

impl Writing {
    fn begin(envelope: Envelope, dossier: Option<String>) -> Self {
        let known = session::ask();
        let letter = envelope.read(|contents| crate::json::read::<Letter>(&contents.words));
        let letter = letter.unwrap_or_default();
        let navigate = use_navigate();
        let writing = Self {
            envelope,
            letter: RwSignal::new(letter.on(dossier)),
            unclear: RwSignal::new(envelope.unanswered().is_some()),
            faults: RwSignal::default(),
            state: RwSignal::new(Sending::Idle),
            guest: Memo::new(move |_| {
                known.with(|known| !matches!(known, Known::Person(_) | Known::Asking))
            }),
            received: Callback::new(move |feedback: Feedback| {
                announce::say(&fill(words::received(), &[("code", &feedback.code)]));
                // In place of this screen: going back must not lead to a letter that was sent.
                let options = NavigateOptions {
                    replace: true,
                    ..NavigateOptions::default()
                };
                navigate(&Route::FeedbackCase(feedback.code).href(), options);
            }),
        };
        Effect::new(move |_| {
            let waits = writing.state.with(|state| *state == Sending::Waiting);
            if waits && envelope.lack() != Some(papers::Lack::OnItsWay) {
                writing.state.set(Sending::Idle);
                writing.send();
            }
        });
        writing
    }

    fn change(self, change: impl FnOnce(&mut Letter)) {
        self.letter.update(change);
        let words = self.letter.with_untracked(serde_json::to_string);
        if let Ok(words) = words {
            self.envelope.change(|contents| contents.words = words);
        }
    }

    /// Sends what is written, if it lacks nothing; what lacks only that its files arrive waits
    /// for them.
    fn send(self) {
        if self.state.with_untracked(is_under_way) {
            return;
        }
        let guest = self.guest.get_untracked();
        let lacks = self.letter.with_untracked(|letter| letter.lacks(guest));
        let mut faults: Vec<Remark> = lacks.into_iter().map(remark).collect();
        let lack = untrack(|| self.envelope.lack());
        let waits = lack == Some(papers::Lack::OnItsWay);
        faults.extend(lack.filter(|_| !waits).map(|lack| Remark {
            pointer: ATTACHMENTS.into(),
            message: lack_in_words(lack).into(),
        }));
        let complete = faults.is_empty();
        self.faults.set(faults);
        if complete && waits {
            self.state.set(Sending::Waiting);
            announce::say(words::waits_for_files());
        } else if complete {
            let uploads = self.envelope.read(|contents| contents.files.uploads());
            let sent = self
                .letter
                .with_untracked(|letter| letter.sent(guest, uploads));
            if let Ok(body) = serde_json::to_string(&sent) {
                self.post(body);
            }
        }
    }

    fn post(self, body: String) {
        if self.state.with_untracked(is_under_way) {
            return;
        }
        self.state.set(Sending::Asked);
        announce::say(words::sending());
        spawn_local(async move {
            let answer = self.envelope.send(&api::path::feedback(), body).await;
            match Outcome::of(answer) {
                Outcome::Done(feedback) => drop(self.received.try_run(feedback)),
                Outcome::Refused(problem) => {
                    let _ = self.unclear.try_set(false);
                    let _ = self.state.try_set(Sending::Idle);
                    let found = remarks(&problem, Lack::Text.pointer(), Letter::place);
                    let _ = self.faults.try_set(found);
                }
                Outcome::Still(now) => {
                    let unclear = now != Sending::SignIn;
                    let _ = self.state.try_set(now);
                    if self.unclear.try_set(unclear).is_none() && unclear {
                        request_animation_frame(|| focus::focus_if_lost("main"));
                    }
                }
            }
        });
    }

    fn draw(self) -> AnyView {
        let unclear = Memo::new(move |_| self.unclear.get());
        (move || {
            if unclear.get() {
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
            if let Some(body) = self.envelope.unanswered() {
                self.post(body);
            }
        };
        let (title, text) = self
            .letter
            .with_untracked(|letter| (letter.title.clone(), letter.text.clone()));
        let files = self.envelope.read(|contents| {
            let names = contents.files.files.iter().map(|file| file.name.clone());
            names.collect::<Vec<_>>()
        });
        let files = (!files.is_empty()).then(|| {
            let rows = files.into_iter().map(|name| view! { <li>{name}</li> });
            view! { <h3>{words::attached()}</h3><ul class="plain-list">{rows.collect_view()}</ul> }
        });
        view! {
            <form class="act" aria-labelledby="waiting" on:submit=again>
                <h2 id="waiting">{words::waiting_title()}</h2>
                {told(self.state, words::not_known())}
                <h3>{title}</h3>
                {super::published::lines(&text)}
                {files}
                <div class="actions">{button(self.state, words::send_again(), words::sending())}</div>
            </form>
        }
        .fresh()
    }
}

fn is_under_way(state: &Sending) -> bool {
    matches!(state, Sending::Asked | Sending::Waiting)
}
