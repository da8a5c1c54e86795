//! How handlers ask the database, away from the async threads.

use std::sync::Arc;

use rusqlite::{Connection, Transaction, TransactionBehavior};
use tracing::error;

use super::Portal;
use crate::web::refusal::Refusal;

impl Portal {
    /// Asks the database; for reading.
    pub(crate) async fn ask<T: Send + 'static>(
        self: &Arc<Self>,
        question: impl FnOnce(&mut Connection) -> rusqlite::Result<T> + Send + 'static,
    ) -> Result<T, Refusal> {
        self.on_a_thread(move |portal| portal.look_up(question))
            .await
    }

    /// Changes the database, all or nothing: an `Err` undoes everything. Transactions that
    /// change something stand in line, so what is read in one still holds when it writes.
    pub(crate) async fn transact<T: Send + 'static>(
        self: &Arc<Self>,
        work: impl FnOnce(&Transaction<'_>) -> Result<T, Refusal> + Send + 'static,
    ) -> Result<T, Refusal> {
        self.on_a_thread(move |portal| portal.change(work)).await
    }

    /// [`Portal::ask`] for work that is on a thread of its own already.
    pub(crate) fn look_up<T>(
        &self,
        question: impl FnOnce(&mut Connection) -> rusqlite::Result<T>,
    ) -> Result<T, Refusal> {
        self.store.with(question).map_err(Refusal::from)
    }

    /// [`Portal::transact`] for work that is on a thread of its own already.
    pub(crate) fn change<T>(
        &self,
        work: impl FnOnce(&Transaction<'_>) -> Result<T, Refusal>,
    ) -> Result<T, Refusal> {
        let turn = self.store.turn();
        let done = self.store.with(|connection| {
            let transaction =
                connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
            let value = work(&transaction)?;
            transaction.commit()?;
            Ok(value)
        });
        drop(turn);
        if done.is_ok() {
            self.bell.ring();
        }
        done
    }

    /// Does what blocks away from the async threads.
    pub(crate) async fn on_a_thread<T: Send + 'static>(
        self: &Arc<Self>,
        work: impl FnOnce(&Self) -> Result<T, Refusal> + Send + 'static,
    ) -> Result<T, Refusal> {
        let portal = Arc::clone(self);
        let done = tokio::task::spawn_blocking(move || work(&portal)).await;
        done.unwrap_or_else(|error| {
            error!(%error, "a question to the database was broken off");
            Err(Refusal::internal())
        })
    }
}
