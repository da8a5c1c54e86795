//! Sends what is frozen, asks again, and tells the screens: the outbox's only effects.
//!
//! There is one [`Posting`] a draft, whatever the number of screens, taps and reasons to
//! send; while it runs another [`go_on`] changes nothing but its patience.

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::rc::Rc;
use std::time::Duration;

use js_sys::{Function, Promise};
use leptos::prelude::*;
use leptos::task::spawn_local;
use motcua_contract::problem::Problem;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;

use super::{MARK, Next, Outcome, Sending, Stage, read};
use crate::api::write::{Key, Write};
use crate::i18n::{fill, submit as words};
use crate::offline::draft::Draft;
use crate::offline::drafts::{self, OpenDraft};
use crate::offline::{clock, shared};
use crate::remote::Failure;
use crate::route::Route;
use crate::sent::{self, Sent};
use crate::{announce, api, session, storage};

/// What is so, as the screen says it.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Shown {
    /// Nothing has left the device.
    NotSent,
    /// A request is under way.
    Sending,
    /// Not known whether the portal has it; it is asked again.
    Unclear {
        /// What went wrong, as far as it is known.
        failure: Failure,
        /// After how many seconds it is asked again.
        seconds: u32,
    },
    /// Somebody has to sign in first; nothing was kept.
    SignIn,
    /// The portal said no; nothing was kept.
    Refused(Box<Problem>),
    /// The portal has it.
    Received {
        /// The dossier's code.
        code: String,
        /// When, RFC 3339: the portal's time, or this device's where that is not known (any more).
        at: Option<String>,
        /// Whether there is an official receipt already, as far as is known.
        has_receipt: bool,
        /// Whether this device keeps the code.
        remembered: bool,
    },
}

/// One draft on its way.
pub(crate) struct Posting {
    /// What is so.
    pub(crate) shown: ArcRwSignal<Shown>,
    running: Cell<bool>,
    /// Ends the pause between two tries.
    wake: RefCell<Option<Function>>,
}

thread_local! {
    static POSTINGS: RefCell<BTreeMap<String, Rc<Posting>>> = const { RefCell::new(BTreeMap::new()) };
}

/// The posting of a draft. One that was interrupted goes on by itself.
pub(crate) fn posting(draft: OpenDraft) -> Rc<Posting> {
    let id = draft.id();
    if let Some(posting) = POSTINGS.with_borrow(|all| all.get(&id).cloned()) {
        return posting;
    }
    let stage = draft.read(|draft| {
        draft
            .sending
            .as_ref()
            .map(|sending| sending.stage().clone())
    });
    let shown = match &stage {
        Some(Stage::Received { code }) => {
            let sent = sent::find(code);
            Shown::Received {
                code: code.clone(),
                remembered: sent.is_some(),
                at: sent.map(|sent| sent.sent_at),
                has_receipt: false,
            }
        }
        Some(Stage::NotSent | Stage::Unclear) => Shown::Sending,
        None => Shown::NotSent,
    };
    let posting = Rc::new(Posting {
        shown: ArcRwSignal::new(shown),
        running: Cell::new(false),
        wake: RefCell::new(None),
    });
    POSTINGS.with_borrow_mut(|all| all.insert(id, Rc::clone(&posting)));
    if matches!(stage, Some(Stage::NotSent | Stage::Unclear)) {
        go_on(draft);
    }
    posting
}

/// Freezes `body` and sends it. A draft that is on its way already keeps its body.
pub(crate) fn send(draft: OpenDraft, body: String) {
    draft.change(|draft| {
        draft
            .sending
            .get_or_insert_with(|| Sending::freeze(Key::fresh(), body, clock::now()));
    });
    if !shared::on() {
        storage::write(MARK, "1");
    }
    go_on(draft);
}

/// A screen shows the posting anew: a refusal that was told before is over.
pub(crate) fn look_anew(posting: &Posting) {
    if posting
        .shown
        .with_untracked(|shown| matches!(shown, Shown::Refused(_)))
    {
        posting.show(Shown::NotSent);
    }
}

/// Sends what is frozen, or asks again at once if it is waiting.
pub(crate) fn go_on(draft: OpenDraft) {
    let posting = posting(draft);
    if posting.running.replace(true) {
        posting.wake_up();
        return;
    }
    spawn_local(async move {
        run(draft, &posting).await;
        posting.running.set(false);
    });
}

/// At the start of the app: whatever was on its way goes on.
pub(crate) fn resume() {
    spawn_local(async {
        let mut some = false;
        for line in drafts::list().await {
            if !line.sending {
                continue;
            }
            let Ok(draft) = drafts::open(&line.id).await else {
                continue;
            };
            let done = draft.read(|draft| {
                let stage = draft.sending.as_ref().map(Sending::stage);
                let kept = |code| draft.supplement.is_some() || sent::find(code).is_some();
                matches!(stage, Some(Stage::Received { code }) if kept(code))
            });
            if done {
                // Received and kept before the app was closed: only the draft is left over.
                let _ = draft.discard().await;
            } else {
                some = true;
                posting(draft);
            }
        }
        if !some {
            storage::forget(MARK);
        }
    });
}

/// The screen that showed a received dossier is gone: so may the draft, if its code is
/// kept or nothing is kept here at all.
pub(crate) fn close(draft: OpenDraft) {
    let id = draft.id();
    // Back among its own steps, which still read it: it goes when the app is next opened.
    let path = window().location().pathname().unwrap_or_default();
    if matches!(Route::parse(&path), Route::Draft(here, _) if here == id) {
        return;
    }
    let remembered = POSTINGS.with_borrow(|all| {
        let posting = all.get(&id)?;
        match posting.shown.get_untracked() {
            Shown::Received { remembered, .. } => Some(remembered || shared::on()),
            _ => None,
        }
    });
    if remembered == Some(true) {
        POSTINGS.with_borrow_mut(|all| all.remove(&id));
        spawn_local(async move {
            let _ = draft.discard().await;
        });
    }
}

impl Posting {
    fn show(&self, shown: Shown) {
        self.shown.set(shown);
    }

    fn wake_up(&self) {
        if let Some(wake) = self.wake.borrow_mut().take() {
            let _ = wake.call0(&JsValue::NULL);
        }
    }

    /// Waits so many seconds, or until the network is back or somebody asks.
    async fn pause(self: &Rc<Self>, seconds: u32) {
        let over = Promise::new(&mut |resolve, _| {
            self.wake.replace(Some(resolve));
        });
        let waking = Rc::clone(self);
        let timer = set_timeout_with_handle(
            move || waking.wake_up(),
            Duration::from_secs(seconds.into()),
        );
        let waking = Rc::clone(self);
        let online = window_event_listener_untyped("online", move |_| waking.wake_up());
        let _ = JsFuture::from(over).await;
        online.remove();
        if let Ok(timer) = timer {
            timer.clear();
        }
    }
}

async fn run(draft: OpenDraft, posting: &Rc<Posting>) {
    let mut tries = 0;
    loop {
        let Some((next, key, body)) = wanted(draft) else {
            return;
        };
        if next == Next::Rest {
            return;
        }
        // On the device before the first byte leaves. Where it cannot be kept the person is
        // told by the draft's own line; the key in memory still makes one dossier of it.
        let _ = draft.flush().await;
        posting.show(Shown::Sending);
        tries += 1;
        let path = draft.read(destination);
        let answer = Write::post(&path).key(&key).body(&body).send().await;
        let outcome = read(answer);
        match tried(draft, &outcome, tries) {
            Next::KeepAndSend | Next::Rest => return,
            Next::KeepAndClose => return received(draft, posting, outcome).await,
            Next::KeepAndSignIn => {
                let _ = draft.flush().await;
                session::ended();
                posting.show(Shown::SignIn);
                return;
            }
            Next::Thaw => {
                draft.change(|draft| draft.sending = None);
                let _ = draft.flush().await;
                if let Outcome::Refused(problem) = outcome {
                    posting.show(Shown::Refused(problem));
                }
                return;
            }
            Next::KeepAndWait { seconds } => {
                let _ = draft.flush().await;
                let failure = match outcome {
                    Outcome::Unclear { failure, .. } => failure,
                    _ => Failure::Garbled,
                };
                posting.show(Shown::Unclear { failure, seconds });
                posting.pause(seconds).await;
            }
        }
    }
}

/// Where a draft is sent: an application becomes a dossier, an answer joins its own.
fn destination(draft: &Draft) -> String {
    match &draft.supplement {
        Some(of) => api::path::supplement_answer(&of.dossier, &of.request),
        None => api::path::dossiers(),
    }
}

/// Takes up what is frozen, marked as sent.
fn wanted(draft: OpenDraft) -> Option<(Next, Key, String)> {
    let mut taken = None;
    draft.change(|draft| {
        if let Some(sending) = &mut draft.sending {
            taken = Some((sending.wanted(), sending.key.clone(), sending.body.clone()));
        }
    });
    taken
}

fn tried(draft: OpenDraft, outcome: &Outcome, tries: u32) -> Next {
    let mut next = Next::Rest;
    draft.change(|draft| {
        if let Some(sending) = &mut draft.sending {
            next = sending.tried(outcome, tries);
        }
    });
    next
}

/// Keeps the code with the draft and beside it; the draft goes when its screen does.
async fn received(draft: OpenDraft, posting: &Rc<Posting>, outcome: Outcome) {
    let Outcome::Received(filed) = outcome else {
        return;
    };
    let code = filed.code.as_str().to_owned();
    let _ = draft.flush().await;
    let shown = |at: String, remembered| Shown::Received {
        code: code.clone(),
        at: filed.filed_at.clone().or(Some(at)),
        has_receipt: filed.has_receipt,
        remembered,
    };
    let now = clock::now();
    if draft.read(|draft| draft.supplement.is_some()) {
        announce::say(words::supplement_received());
        // There is nothing new to remember: the dossier has had its code since it was filed.
        return posting.show(shown(now, true));
    }
    let remembered = !shared::on()
        && sent::keep(&Sent {
            code: code.clone(),
            service: draft.read(|draft| draft.title.clone()),
            sent_at: now.clone(),
        });
    announce::say(&fill(words::received_said(), &[("code", &code)]));
    posting.show(shown(now, remembered));
}
