//! One file on its way to the portal (tus 1.0.0): what to do next, and what an answer means.
//!
//! No effects: [`Transfer::next`] says what to do, [`Transfer::hear`] takes what came of it,
//! in any order and with anything missing. Two things hold whatever happens: nothing is
//! called received before the portal's SHA-256 is the file's own, and no byte beyond the
//! file's end is sent.
//!
//! It is kept with what it belongs to, so it says nothing that is true only while the app runs: after a
//! break the portal is asked how much it has before another byte is sent ([`Transfer::resume`]).

use motcua_contract::text::LocalText;
use motcua_contract::upload::UploadRefusal;
use serde::{Deserialize, Serialize};

mod hearing;
mod step;

use step::{FEW_LOOKS, first_chunk};
pub(super) use step::{Heard, Step};

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

    /// Whether the portal, which has it, may still be looking into it. A scanner that takes long
    /// is not waited for.
    pub(crate) fn is_looked_into(&self) -> bool {
        matches!(self.state, State::Received { .. }) && self.looks < FEW_LOOKS
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
}

#[cfg(test)]
mod tests;
