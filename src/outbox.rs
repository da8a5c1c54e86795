//! Handing in one dossier over a network that fails: what may be said and done when.
//!
//! Pure. Before the first try the body and its `Idempotency-Key` are frozen and kept with
//! the draft ([`Sending`]). From then on every try, after a double tap, a reload, a crash
//! or a night in a tunnel, sends the same key and the same body, so the portal makes one
//! dossier whatever got lost. The screen shows [`Sending::stage`] and nothing rosier.
//!
//! Only an answer that says "nothing was kept" ([`Outcome::Refused`]) thaws: then the
//! person mends the draft and what is sent next is another thing with another key.
//!
//! [`compose`] makes the body, [`answer`] reads what came back, [`post`] does it.

use leptos::prelude::lazy;
use serde::{Deserialize, Serialize};

use crate::api::write::Key;
use crate::storage;

mod answer;
pub(crate) mod compose;
pub(crate) mod post;
pub(crate) mod supplement;

pub(crate) use answer::{Outcome, read};

/// At the start of the app: what was on its way goes on, whichever screen is opened. The
/// code for that is fetched only if there may be something.
pub(crate) fn resume_if_any() {
    if storage::read(MARK).is_some() {
        leptos::task::spawn_local(async {
            let resume = resume_part().await;
            resume();
        });
    }
}

#[lazy]
fn resume_part() -> fn() {
    post::resume
}

/// Kept in `localStorage` while something is on its way. Says nothing else.
const MARK: &str = "motcua.sending";

/// A dossier on its way, as it is kept with the draft.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Sending {
    /// The `Idempotency-Key` of every try.
    pub(crate) key: Key,
    /// The body of every try, byte for byte.
    pub(crate) body: String,
    /// When it was frozen, RFC 3339 in this device's time.
    pub(crate) since: String,
    /// How far it is, as far as a reload must know.
    stage: Stage,
}

/// How far a sending is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "camelCase")]
pub(crate) enum Stage {
    /// Frozen; nothing has left the device.
    NotSent,
    /// It has been sent at least once, and no answer that can be read has come.
    Unclear,
    /// The portal has it, under this code.
    Received {
        /// The dossier's code.
        code: String,
    },
}

/// What is to be done next.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Next {
    /// Keep the sending with the draft, then send.
    KeepAndSend,
    /// Keep it, then ask again after so many seconds, or at once when the network is back.
    KeepAndWait {
        /// Whole seconds, at least 1.
        seconds: u32,
    },
    /// Keep it; nothing more happens until the person has signed in.
    KeepAndSignIn,
    /// Keep the code, and only then close the draft.
    KeepAndClose,
    /// Forget the sending: nothing of it was kept, the draft is the person's again.
    Thaw,
    /// Nothing: it is at the portal already.
    Rest,
}

/// How long to wait before the nth try in a row, in seconds: quick at first, since most
/// gaps are short, and never more often than each minute in a long one.
const WAITS: [u32; 6] = [2, 4, 8, 15, 30, 60];

impl Sending {
    /// Freezes what is to be sent.
    pub(crate) fn freeze(key: Key, body: String, since: String) -> Self {
        Self {
            key,
            body,
            since,
            stage: Stage::NotSent,
        }
    }

    /// How far it is.
    pub(crate) fn stage(&self) -> &Stage {
        &self.stage
    }

    /// Somebody or something wants it sent: a tap, the network, the app opened again.
    pub(crate) fn wanted(&mut self) -> Next {
        match self.stage {
            Stage::Received { .. } => Next::Rest,
            // Unclear from now on, and kept as such before the first byte leaves: a crash
            // in between must not look as if nothing had been sent.
            Stage::NotSent | Stage::Unclear => {
                self.stage = Stage::Unclear;
                Next::KeepAndSend
            }
        }
    }

    /// A try has ended with `outcome`; it was the `tries`th in a row, from 1.
    pub(crate) fn tried(&mut self, outcome: &Outcome, tries: u32) -> Next {
        if matches!(self.stage, Stage::Received { .. }) {
            // A late answer of an earlier try: what is known stays known.
            return Next::Rest;
        }
        match outcome {
            Outcome::Received(filed) => {
                self.stage = Stage::Received {
                    code: filed.code.as_str().into(),
                };
                Next::KeepAndClose
            }
            Outcome::Unclear { retry_after, .. } => {
                let index = usize::try_from(tries.saturating_sub(1)).unwrap_or(usize::MAX);
                let usual = WAITS.get(index).copied().unwrap_or(60);
                Next::KeepAndWait {
                    seconds: retry_after.unwrap_or(0).clamp(usual, 3600),
                }
            }
            Outcome::SignInNeeded => Next::KeepAndSignIn,
            Outcome::Refused(_) => Next::Thaw,
        }
    }
}

#[cfg(test)]
mod tests;
