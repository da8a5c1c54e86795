//! Where what was typed is safe, or why it is not.

use crate::offline::draft::Draft;
use crate::offline::shared;
use crate::offline::vault::{Fault, Refusal};

/// Where what was typed is safe.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum SavedState {
    /// Nothing of it is written, since nothing was typed yet.
    Untouched,
    /// On its way to this device.
    Saving,
    /// On this device.
    OnDevice {
        /// Since when, RFC 3339.
        at: String,
    },
    /// On this device and on the portal.
    OnPortal {
        /// Since when, RFC 3339.
        at: String,
    },
    /// In memory only: this is a shared device.
    NotKept,
    /// Not saved.
    Failed(SaveFailure),
}

/// Why a change is not saved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum SaveFailure {
    /// No room left on the device.
    Full,
    /// The browser keeps nothing here.
    NoStorage,
    /// Somebody signed out or threw the draft away in another tab.
    Gone,
    /// Another tab has written a newer version.
    OtherTab,
}

impl From<Fault> for SaveFailure {
    fn from(fault: Fault) -> Self {
        match fault {
            Fault::Browser(Refusal::Full) => Self::Full,
            Fault::Browser(Refusal::NoStorage) | Fault::Damaged => Self::NoStorage,
            Fault::KeyGone | Fault::Changed(None) => Self::Gone,
            Fault::Changed(Some(_)) => Self::OtherTab,
        }
    }
}

/// Where a draft is safe whose newest change is written.
pub(super) fn saved(draft: &Draft) -> SavedState {
    if shared::on() {
        return SavedState::NotKept;
    }
    match draft.on_portal_since() {
        Some(at) => SavedState::OnPortal { at: at.into() },
        None => SavedState::OnDevice {
            at: draft.saved_at.clone(),
        },
    }
}
