//! One file on its way to the portal (tus 1.0.0): what to do next, and what an answer means.
//!
//! No effects: [`Transfer::next`] says what to do, [`Transfer::hear`] takes what came of it,
//! in any order and with anything missing. Two things hold whatever happens: nothing is
//! called received before the portal's SHA-256 is the file's own, and no byte beyond the
//! file's end is sent.
//!
//! It is kept in the draft, so it says nothing that is true only while the app runs: after a
//! break the portal is asked how much it has before another byte is sent ([`Transfer::resume`]).

use motcua_contract::text::LocalText;
use motcua_contract::upload::{CHECKSUM_MISMATCH, UploadRefusal, UploadState};
use serde::{Deserialize, Serialize};

/// A file on its way.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Transfer {
    /// How far it is.
    pub(crate) state: State,
    /// The person has paused it.
    #[serde(default)]
    pub(crate) paused: bool,
    /// Tries in a row that came to nothing.
    #[serde(skip)]
    pub(crate) failures: u32,
    /// How often it was begun again from the first byte.
    #[serde(default)]
    restarts: u32,
    /// How often the portal was asked what became of the bytes.
    #[serde(skip)]
    looks: u32,
    /// How many bytes to send at once.
    #[serde(skip, default = "first_chunk")]
    chunk: u64,
}

/// How far a file is. Says no more than the portal has said.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "camelCase")]
pub(crate) enum State {
    /// Nothing has left the device, as far as anybody knows.
    Waiting {
        /// The `Idempotency-Key` of the announcement.
        key: String,
    },
    /// Announced.
    Sending {
        /// Its id at the portal.
        upload: String,
        /// How many bytes the portal has said that it holds.
        offset: u64,
        /// Whether that is the last word; if not, it is asked before more is sent.
        sure: bool,
    },
    /// All bytes are there; whether they are the right ones is not known yet.
    Sent {
        /// Its id at the portal.
        upload: String,
    },
    /// The portal's hash is the file's own.
    Received {
        /// Its id at the portal.
        upload: String,
    },
    /// Received, looked into and found in order.
    Checked {
        /// Its id at the portal.
        upload: String,
        /// How many pages the portal found.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pages: Option<u32>,
    },
    /// The portal does not take it.
    Refused {
        /// Why, for programs.
        reason: UploadRefusal,
        /// Why, in the portal's words, when it gave any.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        text: Option<LocalText>,
    },
    /// Begun again so often that something is wrong for good; the person may try once more.
    Failed,
}

/// What to do next.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Step {
    /// `POST /uploads` with this key.
    Announce { key: String },
    /// `HEAD /uploads/{id}`.
    Ask { upload: String },
    /// `PATCH /uploads/{id}` with these bytes.
    Send { upload: String, from: u64, to: u64 },
    /// `GET /uploads/{id}`.
    Look { upload: String },
    /// Nothing: it is done, refused or paused.
    Rest,
}

/// What came of a step.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Heard {
    /// Announced under this id.
    Announced(String),
    /// The portal holds this many bytes.
    Holds(u64),
    /// A `PATCH` was taken; the portal now holds this many bytes, and it took this long.
    Took { offset: u64, milliseconds: u32 },
    /// What became of it.
    Became(UploadState),
    /// The portal said no with this status.
    Status(u16),
    /// No answer, or none that can be read.
    Silence,
}

const SMALLEST_CHUNK: u64 = 32 * 1024;
const LARGEST_CHUNK: u64 = 4 * 1024 * 1024;
/// Twice the round trip of a slow 3G connection's worth of bytes: quick to show movement.
const fn first_chunk() -> u64 {
    128 * 1024
}
/// A chunk shall take about this long: long enough to be worth its request, short enough
/// that a break loses little.
const QUICK_MS: u32 = 1500;
const SLOW_MS: u32 = 6000;
const MOST_RESTARTS: u32 = 4;
/// A scanner may take its time; after this many questions the person need not wait for it.
const MOST_LOOKS: u32 = 12;
const FIRST_WAIT_MS: u32 = 1000;
const LONGEST_WAIT_MS: u32 = 60_000;

impl Transfer {
    /// A file that nobody has heard of; `key` is for its announcement.
    pub(crate) fn new(key: String) -> Self {
        Self {
            state: State::Waiting { key },
            paused: false,
            failures: 0,
            restarts: 0,
            looks: 0,
            chunk: first_chunk(),
        }
    }

    /// A file that another device has sent and compared: only its id is known here, and the
    /// hash given to [`Self::hear`] is empty.
    pub(crate) fn elsewhere(upload: String) -> Self {
        let mut transfer = Self::new(String::new());
        transfer.state = State::Received { upload };
        transfer
    }

    /// The id of the upload, once the portal has the right bytes.
    pub(crate) fn received(&self) -> Option<&str> {
        match &self.state {
            State::Received { upload } | State::Checked { upload, .. } => Some(upload),
            _ => None,
        }
    }

    /// The id of the upload, once announced.
    pub(crate) fn upload(&self) -> Option<&str> {
        match &self.state {
            State::Sending { upload, .. } | State::Sent { upload } => Some(upload),
            _ => self.received(),
        }
    }

    /// Bytes that the portal has said it holds, of `size`.
    pub(crate) fn arrived(&self, size: u64) -> u64 {
        match self.state {
            State::Sending { offset, .. } => offset.min(size),
            State::Sent { .. } | State::Received { .. } | State::Checked { .. } => size,
            _ => 0,
        }
    }

    /// After a break, of the connection or of the app: what was last heard may be old.
    pub(crate) fn resume(&mut self) {
        self.failures = 0;
        self.looks = 0;
        if let State::Sending { sure, .. } = &mut self.state {
            *sure = false;
        }
    }

    /// The person wants it tried once more, from the beginning.
    pub(crate) fn try_again(&mut self, key: String) {
        *self = Self::new(key);
    }

    /// What to do next with a file of `size` bytes.
    pub(super) fn next(&self, size: u64) -> Step {
        match &self.state {
            _ if self.paused => Step::Rest,
            State::Waiting { key } => Step::Announce { key: key.clone() },
            State::Sending {
                upload,
                offset,
                sure: true,
            } if *offset < size => Step::Send {
                upload: upload.clone(),
                from: *offset,
                to: size.min(offset.saturating_add(self.chunk)),
            },
            State::Sending { upload, .. } => Step::Ask {
                upload: upload.clone(),
            },
            State::Sent { upload } => Step::Look {
                upload: upload.clone(),
            },
            State::Received { upload } if self.looks < MOST_LOOKS => Step::Look {
                upload: upload.clone(),
            },
            State::Received { .. }
            | State::Checked { .. }
            | State::Refused { .. }
            | State::Failed => Step::Rest,
        }
    }

    /// How long to wait before the next step, in milliseconds; `chance` is from 0 to 1 and
    /// keeps a thousand phones from coming back in the same second.
    pub(super) fn wait(&self, chance: f64) -> u32 {
        // A portal that only has to look is asked as patiently as one that did not answer.
        let tries = match self.state {
            State::Sent { .. } | State::Received { .. } => self.failures.max(self.looks),
            _ => self.failures,
        };
        if tries == 0 {
            return 0;
        }
        let doubled = FIRST_WAIT_MS.saturating_mul(1 << (tries - 1).min(10));
        let longest = doubled.min(LONGEST_WAIT_MS);
        longest / 2 + (f64::from(longest / 2) * chance.clamp(0.0, 1.0)) as u32
    }

    /// Takes what came of the last step. `size` and `sha256` are the file's own; `key` is a
    /// fresh one, in case it has to be announced anew.
    pub(super) fn hear(&mut self, heard: Heard, size: u64, sha256: &str, key: &str) {
        match (heard, &mut self.state) {
            (Heard::Announced(upload), State::Waiting { .. }) => {
                self.failures = 0;
                self.state = State::Sending {
                    upload,
                    offset: 0,
                    // Announced twice with one key, it may hold bytes already.
                    sure: false,
                };
            }
            (Heard::Holds(held), State::Sending { .. }) => {
                self.failures = 0;
                self.holds(held, size, key);
            }
            (
                Heard::Took {
                    offset,
                    milliseconds,
                },
                State::Sending { .. },
            ) => {
                self.failures = 0;
                self.adapt(milliseconds);
                self.holds(offset, size, key);
            }
            (
                Heard::Became(state),
                State::Sending { .. } | State::Sent { .. } | State::Received { .. },
            ) => {
                self.failures = 0;
                self.became(state, sha256, key);
            }
            (Heard::Status(status), _) => self.refused(status, key),
            (Heard::Silence, _) => self.silence(),
            // An answer to a question that is no longer open.
            _ => {}
        }
    }

    fn holds(&mut self, held: u64, size: u64, key: &str) {
        let State::Sending {
            upload,
            offset,
            sure,
        } = &mut self.state
        else {
            return;
        };
        if held > size {
            // More than the file has: whatever that is, it is not this file.
            self.restart(key);
        } else if held == size {
            self.state = State::Sent {
                upload: std::mem::take(upload),
            };
        } else {
            *offset = held;
            *sure = true;
        }
    }

    fn became(&mut self, became: UploadState, sha256: &str, key: &str) {
        let Some(upload) = self.upload().map(str::to_owned) else {
            return;
        };
        let same = |theirs: &str| sha256.is_empty() || theirs == sha256;
        match became {
            UploadState::Received { sha256: theirs } if same(&theirs) => {
                self.looks += 1;
                self.state = State::Received { upload };
            }
            UploadState::Checked {
                sha256: theirs,
                pages,
                ..
            } if same(&theirs) => {
                self.state = State::Checked { upload, pages };
            }
            UploadState::Received { .. } | UploadState::Checked { .. } => self.restart(key),
            UploadState::Refused { reason, text } => {
                self.state = State::Refused {
                    reason,
                    text: Some(text),
                };
            }
            // The portal has less than we were told, or lost it since.
            UploadState::Waiting | UploadState::Sending { .. } => {
                self.failures += 1;
                self.state = State::Sending {
                    upload,
                    offset: 0,
                    sure: false,
                };
            }
            UploadState::Unknown => self.looks += 1,
        }
    }

    fn refused(&mut self, status: u16, key: &str) {
        let sending = matches!(self.state, State::Sending { .. });
        match status {
            // Not where we thought: ask.
            409 if sending => self.unsure(),
            // Damaged on the way. Smaller pieces fare better on bad lines.
            CHECKSUM_MISMATCH => {
                self.shrink();
                self.unsure();
            }
            // A proxy that takes less than the portal.
            413 if sending && self.chunk > SMALLEST_CHUNK => {
                self.shrink();
                self.unsure();
            }
            413 => self.refuse(UploadRefusal::TooLarge),
            415 if !sending => self.refuse(UploadRefusal::Type),
            // It ran out, or the portal was restored: nothing of it is left.
            404 | 410 => self.restart(key),
            // The key is spent.
            422 if matches!(self.state, State::Waiting { .. }) => self.restart(key),
            408 | 409 | 423 | 425 | 429 | 401 | 403 | 500..=599 => self.silence(),
            _ => self.restart(key),
        }
    }

    fn refuse(&mut self, reason: UploadRefusal) {
        self.state = State::Refused { reason, text: None };
    }

    /// The bytes may have arrived or not.
    fn silence(&mut self) {
        self.shrink();
        self.unsure();
    }

    fn unsure(&mut self) {
        self.failures = self.failures.saturating_add(1);
        if let State::Sending { sure, .. } = &mut self.state {
            *sure = false;
        }
    }

    fn restart(&mut self, key: &str) {
        self.restarts += 1;
        self.failures = self.failures.saturating_add(1);
        self.looks = 0;
        self.state = if self.restarts > MOST_RESTARTS {
            State::Failed
        } else {
            State::Waiting { key: key.into() }
        };
    }

    fn adapt(&mut self, milliseconds: u32) {
        if milliseconds < QUICK_MS {
            self.chunk = (self.chunk * 2).min(LARGEST_CHUNK);
        } else if milliseconds > SLOW_MS {
            self.shrink();
        }
    }

    fn shrink(&mut self) {
        self.chunk = (self.chunk / 2).max(SMALLEST_CHUNK);
    }
}

#[cfg(test)]
mod tests;
