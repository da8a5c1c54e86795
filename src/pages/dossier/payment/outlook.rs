//! What the three facts mean together for the person now. Pure.
//!
//! Money is not taken twice: an attempt that is pending, or in a state this version does
//! not know, forbids another for the same obligation ("do not pay again", says the
//! contract), and so does one that succeeded while the obligation still stands.

use motcua_contract::dossier::Payments;
use motcua_contract::dossier::payment::{Obligation, ObligationState, Payment, PaymentState};

/// What is so.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Outlook {
    /// The portal names nothing to pay: which is not the same as nothing to pay.
    NothingStated,
    /// Every obligation was waived or taken back.
    NothingDue,
    /// All that was due is fulfilled and accepted.
    Accepted,
    /// Paid; the authority has not accepted it yet.
    PaidNotAccepted,
    /// The gateway has not decided: do not pay again.
    Undecided,
    /// An obligation in a state this version does not know: ask before paying.
    Ask,
    /// An attempt was begun, and the browser never came back with a decision.
    NeverCameBack {
        /// What it was for.
        obligations: Vec<String>,
        /// In whole đồng.
        amount: u64,
    },
    /// Something is to be paid now.
    Due {
        /// The ids of what is due.
        obligations: Vec<String>,
        /// Their sum in whole đồng.
        amount: u64,
        /// How the last attempt for it went, when there was one.
        last: Option<PaymentState>,
    },
}

impl Outlook {
    /// Whether the portal is likely to know more soon.
    pub(super) fn is_open(&self) -> bool {
        matches!(self, Self::Undecided | Self::NeverCameBack { .. })
    }
}

/// Reads the facts.
pub(super) fn outlook(payments: &Payments) -> Outlook {
    let obligations = &payments.obligations;
    if obligations.is_empty() {
        return Outlook::NothingStated;
    }
    if obligations
        .iter()
        .any(|o| o.state == ObligationState::Unknown)
    {
        return Outlook::Ask;
    }
    let due: Vec<&Obligation> = obligations
        .iter()
        .filter(|o| o.state == ObligationState::Due)
        .collect();
    if due.is_empty() {
        return settled(payments);
    }
    let decided = |o: &Obligation| last_attempt(payments, &o.id).map(|attempt| attempt.state);
    let is = |states: &[PaymentState]| {
        due.iter()
            .any(|o| decided(o).is_some_and(|state| states.contains(&state)))
    };
    if is(&[PaymentState::Pending, PaymentState::Unknown]) {
        return Outlook::Undecided;
    }
    // Paid, and the obligation not struck off yet: only what has no such payment is due.
    let open: Vec<&Obligation> = due
        .iter()
        .copied()
        .filter(|o| decided(o) != Some(PaymentState::Succeeded))
        .collect();
    if open.is_empty() {
        return Outlook::PaidNotAccepted;
    }
    let ids = open.iter().map(|o| o.id.clone()).collect();
    let amount = open
        .iter()
        .fold(0_u64, |sum, o| sum.saturating_add(o.amount));
    if is(&[PaymentState::Started]) {
        return Outlook::NeverCameBack {
            obligations: ids,
            amount,
        };
    }
    Outlook::Due {
        obligations: ids,
        amount,
        last: open.iter().rev().find_map(|o| decided(o)),
    }
}

/// Nothing is due any more: was it accepted, or was there nothing after all?
fn settled(payments: &Payments) -> Outlook {
    let fulfilled: Vec<&Obligation> = payments
        .obligations
        .iter()
        .filter(|o| o.state == ObligationState::Fulfilled)
        .collect();
    if fulfilled.is_empty() {
        return Outlook::NothingDue;
    }
    let accepted = fulfilled.iter().all(|o| {
        payments
            .acceptances
            .iter()
            .any(|acceptance| acceptance.obligations.contains(&o.id))
    });
    if accepted {
        Outlook::Accepted
    } else {
        Outlook::PaidNotAccepted
    }
}

/// The attempts stand oldest first.
fn last_attempt<'a>(payments: &'a Payments, obligation: &str) -> Option<&'a Payment> {
    payments
        .attempts
        .iter()
        .rev()
        .find(|attempt| attempt.obligations.iter().any(|id| id == obligation))
}

#[cfg(test)]
mod tests {
    use motcua_contract::dossier::payment::{Acceptance, ObligationStage};
    use proptest::prelude::*;

    use super::*;

    fn obligation(id: &str, state: ObligationState) -> Obligation {
        Obligation {
            id: id.into(),
            name: "Lệ phí".into(),
            amount: 8000,
            stage: ObligationStage::Receipt,
            state,
            due_by: None,
            basis: None,
        }
    }

    fn attempt(obligation: &str, state: PaymentState) -> Payment {
        Payment {
            id: "t".into(),
            obligations: vec![obligation.into()],
            amount: 8000,
            state,
            started_at: "2026-11-22T08:00:00+07:00".into(),
            paid_at: None,
            provider: None,
            reference: None,
            text: None,
            receipt: None,
        }
    }

    fn facts(obligations: &[(&str, ObligationState)], attempts: &[PaymentState]) -> Payments {
        Payments {
            obligations: obligations
                .iter()
                .map(|(id, s)| obligation(id, *s))
                .collect(),
            attempts: attempts.iter().map(|s| attempt("o1", *s)).collect(),
            ..Payments::default()
        }
    }

    const DUE: &[(&str, ObligationState)] = &[("o1", ObligationState::Due)];

    #[test]
    fn no_obligation_named_is_not_the_same_as_nothing_to_pay() {
        assert_eq!(outlook(&facts(&[], &[])), Outlook::NothingStated);
        let waived = facts(&[("o1", ObligationState::Waived)], &[]);
        assert_eq!(outlook(&waived), Outlook::NothingDue);
    }

    #[test]
    fn a_refused_or_cancelled_attempt_leaves_it_due_and_says_how_it_went() {
        for state in [PaymentState::Refused, PaymentState::Cancelled] {
            let Outlook::Due { amount, last, .. } = outlook(&facts(DUE, &[state])) else {
                panic!("{state:?} leaves it due")
            };
            assert_eq!((amount, last), (8000, Some(state)));
        }
    }

    #[test]
    fn nobody_is_asked_to_pay_while_an_attempt_is_undecided() {
        for state in [PaymentState::Pending, PaymentState::Unknown] {
            assert_eq!(
                outlook(&facts(DUE, &[PaymentState::Refused, state])),
                Outlook::Undecided
            );
        }
    }

    #[test]
    fn only_the_last_attempt_counts() {
        let refused_at_last = facts(DUE, &[PaymentState::Pending, PaymentState::Refused]);
        assert!(matches!(outlook(&refused_at_last), Outlook::Due { .. }));
    }

    #[test]
    fn whoever_never_came_back_may_ask_or_pay() {
        let started = facts(DUE, &[PaymentState::Started]);
        assert!(matches!(outlook(&started), Outlook::NeverCameBack { .. }));
    }

    #[test]
    fn paid_and_accepted_are_two_facts() {
        let mut payments = facts(
            &[("o1", ObligationState::Fulfilled)],
            &[PaymentState::Succeeded],
        );
        assert_eq!(outlook(&payments), Outlook::PaidNotAccepted);
        payments.acceptances.push(Acceptance {
            obligations: vec!["o1".into()],
            at: "2026-11-22T09:00:00+07:00".into(),
            by: "Ủy ban nhân dân".into(),
            notice: None,
        });
        assert_eq!(outlook(&payments), Outlook::Accepted);
        // Taken by the gateway, not yet struck off by the portal.
        assert_eq!(
            outlook(&facts(DUE, &[PaymentState::Succeeded])),
            Outlook::PaidNotAccepted
        );
    }

    #[test]
    fn what_is_paid_already_is_not_asked_for_again_beside_something_new() {
        let both = &[("o1", ObligationState::Due), ("o2", ObligationState::Due)];
        let Outlook::Due {
            obligations,
            amount,
            ..
        } = outlook(&facts(both, &[PaymentState::Succeeded]))
        else {
            panic!("the second is due")
        };
        assert_eq!((obligations, amount), (vec!["o2".to_owned()], 8000));
    }

    proptest! {
        #[test]
        fn no_one_is_sent_to_pay_what_a_payment_may_cover(states in proptest::collection::vec(0_usize..7, 0..6)) {
            use PaymentState::*;
            let all = [Started, Pending, Succeeded, Refused, Cancelled, Refunded, Unknown];
            let attempts: Vec<_> = states.iter().map(|i| all[*i]).collect();
            let outlook = outlook(&facts(DUE, &attempts));
            if let Some(Pending | Unknown | Succeeded) = attempts.last() {
                let sent_to_pay = matches!(outlook, Outlook::Due { .. } | Outlook::NeverCameBack { .. });
                prop_assert!(!sent_to_pay);
            }
        }
    }
}
