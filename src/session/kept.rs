//! What signing out, and a screen without a network, need of what this device keeps.
//!
//! A part of its own: with it every screen that shows who is signed in would fetch the
//! whole store of drafts, for the sake of one button.

use leptos::prelude::*;

use crate::offline::drafts;
use crate::offline::receipts::{Later, Receipts};
use crate::push;

/// The two things that signing out asks for, and the receipts.
pub(crate) struct Kept {
    /// Whether there are applications of which the portal has no copy.
    pub(super) only_here: fn() -> Later<bool>,
    /// The key goes, and with it whatever this device alone holds; nothing of the person's is
    /// shown on its lock screen any more.
    pub(super) forget: fn() -> Later<()>,
    /// Receipts of one's own dossiers.
    pub(crate) receipts: Receipts,
}

/// Fetches them.
#[lazy]
pub(crate) fn kept_part() -> Kept {
    Kept {
        only_here: || {
            Box::pin(async {
                let lines = drafts::list().await;
                lines.iter().any(|line| line.portal.is_none())
            })
        },
        forget: || {
            Box::pin(async {
                push::take_back().await;
                let _ = drafts::forget_all().await;
            })
        },
        receipts: Receipts::ALL,
    }
}
