//! What an answer means for a file on its way. Whatever comes, in whatever order, nothing is
//! called received that the portal does not have byte for byte.

use motcua_contract::upload::{CHECKSUM_MISMATCH, UploadRefusal, UploadState};

use super::{Heard, State, Transfer};

const SMALLEST_CHUNK: u64 = 32 * 1024;
const LARGEST_CHUNK: u64 = 4 * 1024 * 1024;
/// A chunk shall take about this long: long enough to be worth its request, short enough
/// that a break loses little.
const QUICK_MS: u32 = 1500;
const SLOW_MS: u32 = 6000;
pub(super) const MOST_RESTARTS: u32 = 4;

impl Transfer {
    /// Takes what came of the last step. `size` and `sha256` are the file's own; `key` is a
    /// fresh one, in case it has to be announced anew.
    pub(in crate::papers) fn hear(&mut self, heard: Heard, size: u64, sha256: &str, key: &str) {
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
