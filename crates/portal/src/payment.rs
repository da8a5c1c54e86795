//! Paying: what is owed, attempts to pay it, and that the authority has accepted.
//!
//! Three facts with a table and a time each; none is inferred from another.
//!
//! The truth about an attempt is the gateway's. The portal asks for it whenever something
//! hints that it changed: a notification from server to server, the browser that comes back,
//! somebody who looks, and a timer for attempts that nobody came back from. Neither the
//! notification nor the address of the return is believed as to the outcome.
//!
//! An obligation that an attempt covers, or may still cover, cannot be paid again. Should two
//! attempts for the same obligation be paid all the same (a confirmation so late that the
//! person had tried anew), the second is given back.
//!
//! [`step`] decides what follows from the gateway's answer, and [`taking`] keeps it.

use std::sync::Arc;
use std::time::Duration;

use motcua_contract::dossier::payment::PaymentState;
use tracing::warn;

use crate::portal::Portal;
use crate::web::refusal::Refusal;

pub(crate) mod facts;
pub(crate) mod gateway;
pub(crate) mod rows;
mod step;
mod taking;

use rows::Attempt;
use step::{Step, step};
use taking::take;

/// How often the portal asks about attempts that nobody came back from.
const EVERY: Duration = Duration::from_secs(2);
/// How long the sandbox authority takes to accept a payment.
const ACCEPTED_AFTER: Duration = Duration::from_secs(10);

impl Portal {
    /// Asks the gateway about each of these attempts, and keeps what is new. What the
    /// gateway does not answer stays as it was, for the next time.
    pub(crate) async fn reconcile(self: &Arc<Self>, attempts: Vec<Attempt>) -> Result<(), Refusal> {
        let now = self.clock.now();
        for attempt in attempts {
            let portal = Arc::clone(self);
            let order = attempt.id.clone();
            let asked = tokio::task::spawn_blocking(move || portal.gateway.ask(&order)).await;
            let outcome = match asked {
                Ok(Ok(outcome)) => outcome,
                Ok(Err(error)) => {
                    warn!(%error, "the gateway did not answer");
                    continue;
                }
                Err(_) => return Err(Refusal::internal()),
            };
            let step = step(&attempt, &outcome, now);
            if step == Step::Stay {
                continue;
            }
            let id = attempt.id.clone();
            let reference = outcome.reference();
            let portal = Arc::clone(self);
            let again = self
                .transact(move |transaction| {
                    let settings = &portal.settings;
                    take(transaction, settings, &attempt.id, step, reference, now)
                })
                .await?;
            let ended = matches!(step, Step::Become(PaymentState::Cancelled));
            self.tell_gateway(id, again, ended).await;
        }
        Ok(())
    }

    /// Gives back what was paid twice, and closes orders that were given up.
    async fn tell_gateway(self: &Arc<Self>, order: String, twice: bool, given_up: bool) {
        if !twice && !given_up {
            return;
        }
        let portal = Arc::clone(self);
        let told = tokio::task::spawn_blocking(move || {
            if twice {
                portal.gateway.refund(&order)
            } else {
                portal.gateway.void(&order)
            }
        });
        if let Ok(Err(error)) = told.await {
            warn!(%error, "the gateway was not told");
        }
    }

    /// Closes the orders of a dossier that were given up, so that nobody pays them any more.
    pub(crate) async fn void_superseded(self: &Arc<Self>, dossier: i64) {
        // Not told now they are found out when they are paid: the money goes back then.
        let orders = self
            .ask(move |connection| rows::given_up(connection, dossier))
            .await;
        for order in orders.unwrap_or_default() {
            self.tell_gateway(order, false, true).await;
        }
    }

    /// Asks about the attempts of a dossier that are not decided, and lets the sandbox
    /// authority accept what is due; for whoever looks at it.
    pub(crate) async fn refresh_payments(self: &Arc<Self>, dossier: i64) -> Result<(), Refusal> {
        let open = self
            .ask(move |connection| rows::open_of(connection, dossier))
            .await?;
        self.reconcile(open).await?;
        self.accept().await
    }

    /// Asks about one attempt, whatever is believed of it.
    pub(crate) async fn refresh_payment(self: &Arc<Self>, id: &str) -> Result<(), Refusal> {
        let id = id.to_owned();
        let attempt = self
            .ask(move |connection| rows::attempt(connection, &id))
            .await?;
        self.reconcile(attempt.into_iter().collect()).await
    }

    /// The sandbox authority accepts what was paid, some time later. A real authority tells
    /// the portal instead.
    async fn accept(self: &Arc<Self>) -> Result<(), Refusal> {
        if !self.settings.portal.sandbox {
            return Ok(());
        }
        let now = self.clock.now();
        let until = now.minus(ACCEPTED_AFTER);
        let waiting = self
            .ask(move |connection| rows::unaccepted(connection, until))
            .await?;
        if waiting.is_empty() {
            return Ok(());
        }
        let by = self.settings.filing.agency.name.clone();
        self.transact(move |transaction| {
            for payment in &waiting {
                rows::accept(transaction, payment, &by, now)?;
            }
            Ok(())
        })
        .await
    }

    /// Looks after open attempts, for as long as it runs.
    pub(crate) async fn keep_accounts(self: Arc<Self>) {
        let mut time = tokio::time::interval(EVERY);
        time.set_missed_tick_behavior(tokio::time::MissedTickBehavior::Delay);
        loop {
            time.tick().await;
            // A refusal is in the log already; the next round tries again.
            let Ok(open) = self.ask(|connection| rows::open(connection)).await else {
                continue;
            };
            let _ = self.reconcile(open).await;
            let _ = self.accept().await;
        }
    }
}
