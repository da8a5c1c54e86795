//! What to do next with a file on its way, and how long to wait before.

use motcua_contract::upload::UploadState;

use super::{State, Transfer};

/// What to do next.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::papers) enum Step {
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
pub(in crate::papers) enum Heard {
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

const FIRST_WAIT_MS: u32 = 1000;
pub(super) const LONGEST_WAIT_MS: u32 = 60_000;
/// A scanner may take its time; after this many questions the person need not wait for it.
const MOST_LOOKS: u32 = 12;
/// Some seconds: what a scanner that is not busy needs.
pub(super) const FEW_LOOKS: u32 = 4;

/// Twice the round trip of a slow 3G connection's worth of bytes: quick to show movement.
pub(super) const fn first_chunk() -> u64 {
    128 * 1024
}

impl Transfer {
    /// What to do next with a file of `size` bytes.
    pub(in crate::papers) fn next(&self, size: u64) -> Step {
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
    pub(in crate::papers) fn wait(&self, chance: f64) -> u32 {
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
}
