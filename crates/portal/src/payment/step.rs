//! What follows from the gateway's answer about an attempt. Pure.

use std::time::Duration;

use motcua_contract::dossier::payment::PaymentState;

use super::gateway::Outcome;
use super::rows::Attempt;
use crate::moment::Moment;

/// How long a person may stay at the gateway before the attempt counts as given up.
const GIVEN_UP: Duration = Duration::from_secs(30 * 60);

/// What follows from the gateway's answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Step {
    /// Nothing new.
    Stay,
    /// Another state.
    Become(PaymentState),
    /// Paid, at a moment by the gateway's clock.
    Paid(Moment),
}

/// Compares what the portal believes of an attempt with what the gateway says.
pub(super) fn step(attempt: &Attempt, outcome: &Outcome, now: Moment) -> Step {
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
