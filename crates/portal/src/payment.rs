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

use std::sync::Arc;
use std::time::Duration;

use motcua_contract::dossier::DossierStatus;
use motcua_contract::dossier::payment::PaymentState;
use motcua_contract::dossier::timeline::{Handler, HandlerRole, TimelineKind};
use motcua_contract::text::LocalText;
use rusqlite::Transaction;
use serde_json::Value;
use tracing::{info, warn};

use crate::dossier::desk::{Desk, NotTaken};
use crate::dossier::life::{self, Who};
use crate::dossier::rows::{self as dossiers, Event};
use crate::moment::Moment;
use crate::portal::Portal;
use crate::settings::Settings;
use crate::web::refusal::Refusal;

pub(crate) mod facts;
pub(crate) mod gateway;
pub(crate) mod rows;

use gateway::Outcome;
use rows::Attempt;

/// How often the portal asks about attempts that nobody came back from.
const EVERY: Duration = Duration::from_secs(2);
/// How long a person may stay at the gateway before the attempt counts as given up.
const GIVEN_UP: Duration = Duration::from_secs(30 * 60);
/// How long the sandbox authority takes to accept a payment.
const ACCEPTED_AFTER: Duration = Duration::from_secs(10);

/// What follows from the gateway's answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Step {
    /// Nothing new.
    Stay,
    /// Another state.
    Become(PaymentState),
    /// Paid, at a moment by the gateway's clock.
    Paid(Moment),
}

/// Compares what the portal believes of an attempt with what the gateway says.
fn step(attempt: &Attempt, outcome: &Outcome, now: Moment) -> Step {
    use PaymentState::{Cancelled, Pending, Refunded, Refused, Started, Succeeded};
    match (attempt.state, outcome) {
        (Succeeded | Refunded | PaymentState::Unknown, _) => Step::Stay,
        // What was given up or refused can still turn out to be paid.
        (_, Outcome::Paid { at, .. }) => Step::Paid(*at),
        (Cancelled | Refused, _) => Step::Stay,
        (Started, Outcome::Pending) => Step::Become(Pending),
        (Started | Pending, Outcome::Refused) => Step::Become(Refused),
        (Started | Pending, Outcome::Cancelled) => Step::Become(Cancelled),
        (Started, Outcome::Unknown) if attempt.started_at.plus(GIVEN_UP) < now => {
            Step::Become(Cancelled)
        }
        (Started | Pending, _) => Step::Stay,
    }
}

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

/// Keeps what is new about an attempt; true when the money goes back: it was paid before, or
/// the dossier has ended meanwhile.
fn take(
    transaction: &Transaction<'_>,
    settings: &Settings,
    id: &str,
    step: Step,
    reference: Option<String>,
    now: Moment,
) -> Result<bool, Refusal> {
    // Two who ask at once get the same answer; the second finds it kept.
    let Some(attempt) = rows::attempt(transaction, id)? else {
        return Ok(false);
    };
    let settled = [PaymentState::Succeeded, PaymentState::Refunded];
    if settled.contains(&attempt.state) {
        return Ok(false);
    }
    dossiers::touch(transaction, attempt.dossier, now)?;
    match step {
        Step::Stay => Ok(false),
        Step::Become(state) => {
            rows::decide(transaction, id, state, None, reference)?;
            Ok(false)
        }
        Step::Paid(at) if is_needless(transaction, settings, &attempt, now)? => {
            info!("an obligation was paid twice or too late; the payment is given back");
            rows::decide(transaction, id, PaymentState::Refunded, Some(at), reference)?;
            Ok(true)
        }
        Step::Paid(at) => {
            rows::decide(
                transaction,
                id,
                PaymentState::Succeeded,
                Some(at),
                reference,
            )?;
            let mut desk = Desk::open(transaction, settings, attempt.dossier, now)?;
            let event = paid(desk.filed.status, at);
            dossiers::tell(transaction, attempt.dossier, &event)?;
            go_on(&mut desk)?;
            Ok(false)
        }
    }
}

/// Whether nobody wants this money any more.
fn is_needless(
    transaction: &Transaction<'_>,
    settings: &Settings,
    attempt: &Attempt,
    now: Moment,
) -> Result<bool, Refusal> {
    let desk = Desk::open(transaction, settings, attempt.dossier, now)?;
    Ok(desk.life.status.is_final() || rows::covered_by_another(transaction, &attempt.id)?)
}

/// Lets a dossier go on that waited for nothing but this payment.
fn go_on(desk: &mut Desk<'_>) -> Result<(), Refusal> {
    let settle = (Who::Portal, life::Step::Settle);
    match desk.allows(settle.0, settle.1) {
        Ok(()) => {}
        Err(NotTaken::Illegal(_)) => return Ok(()),
        Err(NotTaken::Refused(refusal)) => return Err(refusal),
    }
    let words = LocalText::new(
        "Bạn đã nộp đủ tiền. Cơ quan tiếp tục giải quyết hồ sơ.",
        "Everything is paid. The authority goes on with the dossier.",
    );
    let officer = desk.officer();
    Ok(desk.take(settle, officer, words, &Value::Null)?)
}

fn paid(status: DossierStatus, at: Moment) -> Event {
    Event {
        id: 0,
        kind: TimelineKind::Paid,
        status,
        handler: Handler {
            role: HandlerRole::Payment,
            agency: None,
            unit: None,
            officer: None,
        },
        since: at,
        ended_at: Some(at),
        text: LocalText::new("Bạn đã nộp tiền.", "You have paid."),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOW: Moment = Moment::from_unix(1_800_000_000);

    fn attempt(state: PaymentState) -> Attempt {
        Attempt {
            id: "t".into(),
            dossier: 1,
            state,
            started_at: NOW.minus(Duration::from_secs(60)),
        }
    }

    fn paid() -> Outcome {
        Outcome::Paid {
            at: NOW,
            reference: "R1".into(),
        }
    }

    #[test]
    fn money_that_was_taken_counts_whatever_the_portal_believed() {
        for state in [
            PaymentState::Started,
            PaymentState::Pending,
            PaymentState::Refused,
            PaymentState::Cancelled,
        ] {
            assert_eq!(
                step(&attempt(state), &paid(), NOW),
                Step::Paid(NOW),
                "{state:?}"
            );
        }
    }

    #[test]
    fn what_is_settled_stays() {
        for state in [PaymentState::Succeeded, PaymentState::Refunded] {
            for outcome in [
                paid(),
                Outcome::Refused,
                Outcome::Cancelled,
                Outcome::Unknown,
            ] {
                assert_eq!(step(&attempt(state), &outcome, NOW), Step::Stay);
            }
        }
    }

    #[test]
    fn a_person_at_the_gateway_is_waited_for_and_then_given_up() {
        let mut slow = attempt(PaymentState::Started);
        assert_eq!(step(&slow, &Outcome::Unknown, NOW), Step::Stay);
        slow.started_at = NOW.minus(GIVEN_UP + Duration::from_secs(1));
        assert_eq!(
            step(&slow, &Outcome::Unknown, NOW),
            Step::Become(PaymentState::Cancelled)
        );
        slow.state = PaymentState::Pending;
        assert_eq!(step(&slow, &Outcome::Pending, NOW), Step::Stay);
    }
}
