//! What has run out goes away: at the start, and every ten minutes after.
//!
//! Nothing that has run out is ever shown, swept or not: sweeping saves space, no more.

use std::sync::Arc;
use std::time::Duration;

use rusqlite::Transaction;
use tracing::info;

use crate::lookup::guessing;
use crate::moment::Moment;
use crate::person::export;
use crate::portal::Portal;
use crate::push;
use crate::sandbox::inbox;
use crate::web::refusal::Refusal;
use crate::{changes, drafts, idempotency, notify, sandbox, session, sign_in, signing};

/// How often.
const EVERY: Duration = Duration::from_secs(600);

/// Deletes rows that have run out; answers how many.
type Chore = fn(&Transaction<'_>, Moment) -> rusqlite::Result<usize>;

/// Each module that keeps things for a time adds its own, with a name for the log.
const CHORES: &[(&str, Chore)] = &[
    ("sessions", session::rows::sweep),
    ("devices told by push", push::rows::sweep),
    ("sign-ins", sign_in::attempt::sweep),
    ("sandbox codes", sandbox::identity::codes::sweep),
    ("first answers", idempotency::sweep),
    ("signings", signing::sweep),
    ("sandbox messages", inbox::sweep),
    ("drafts", drafts::sweep),
    ("lookups", guessing::sweep),
    ("changes", changes::sweep),
    ("notifications", notify::sweep),
];

impl Portal {
    /// Sweeps, for as long as it runs.
    pub(crate) async fn keep_house(self: Arc<Self>) {
        let mut time = tokio::time::interval(EVERY);
        time.set_missed_tick_behavior(tokio::time::MissedTickBehavior::Delay);
        loop {
            time.tick().await;
            let now = self.clock.now();
            // A refusal is in the log already; the next round tries again.
            let _ = self
                .transact(move |transaction| sweep(transaction, now))
                .await;
            let _ = self.on_a_thread(export::sweep).await;
        }
    }
}

/// Does all the chores once.
pub(crate) fn sweep(transaction: &Transaction<'_>, now: Moment) -> Result<(), Refusal> {
    for (what, chore) in CHORES {
        let gone = chore(transaction, now)?;
        if gone > 0 {
            info!(what, gone, "swept");
        }
    }
    Ok(())
}
