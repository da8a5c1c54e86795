//! What signing out needs of what this device keeps.
//!
//! A part of its own: with it every screen that shows who is signed in would fetch the
//! whole store of drafts, for the sake of one button.

use std::future::Future;
use std::pin::Pin;

use leptos::prelude::*;

use crate::offline::drafts;
use crate::push;

type Later<T> = Pin<Box<dyn Future<Output = T>>>;

/// The two things that signing out asks for.
pub(super) struct Kept {
    /// Whether there are applications of which the portal has no copy.
    pub(super) only_here: fn() -> Later<bool>,
    /// The key goes, and with it whatever this device alone holds; nothing of the person's is
    /// shown on its lock screen any more.
    pub(super) forget: fn() -> Later<()>,
}

/// Fetches them.
#[lazy]
pub(super) fn kept_part() -> Kept {
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
    }
}
