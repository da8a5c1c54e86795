//! Random officers and citizens find no way around the law.

use proptest::prelude::*;

use super::*;

const STEPS: [Step; 15] = [
    Step::Receive,
    Step::Refuse,
    Step::HandOn,
    Step::AskSupplement,
    Step::AnswerSupplement,
    Step::SetFee,
    Step::Settle,
    Step::Pause,
    Step::Resume,
    Step::Postpone,
    Step::Withdraw,
    Step::Stop,
    Step::Decide,
    Step::Post,
    Step::Return,
];
const PAID: Circumstances = Circumstances {
    owes: false,
    by_post: false,
};
const PAID_BY_POST: Circumstances = Circumstances {
    owes: false,
    by_post: true,
};

/// The life after these steps, each taken by whose it is, and what came of the last.
fn lived(steps: &[Step]) -> (Life, Result<Turn, Illegal>) {
    lived_in(PAID, steps)
}

fn lived_in(circumstances: Circumstances, steps: &[Step]) -> (Life, Result<Turn, Illegal>) {
    let mut life = Life::told([]);
    let mut last = Err(Illegal::NotTheirs);
    for step in steps {
        last = life.turn(step.whose(), *step, circumstances);
        if let Ok(turn) = last {
            life = life.after(turn);
        }
    }
    (life, last)
}

fn refused(steps: &[Step]) -> Illegal {
    lived(steps).1.expect_err("an illegal step")
}

#[test]
fn the_plain_way_leads_from_the_counter_to_the_result() {
    let (life, last) = lived(&[Step::Receive, Step::HandOn, Step::Decide, Step::Return]);
    assert!(last.is_ok());
    assert_eq!(life.status, DossierStatus::Returned);
}

#[test]
fn more_is_asked_for_twice_and_never_a_third_time() {
    use Step::{AnswerSupplement, AskSupplement, HandOn, Receive};
    let twice = [
        Receive,
        HandOn,
        AskSupplement,
        AnswerSupplement,
        AskSupplement,
        AnswerSupplement,
    ];
    let (life, _) = lived(&twice);
    assert_eq!((life.rounds, life.status), (2, DossierStatus::InProgress));
    let third = [&twice[..], &[AskSupplement]].concat();
    assert_eq!(refused(&third), Illegal::AskedTwice);
}

#[test]
fn what_is_answered_goes_back_to_where_it_was() {
    let (asked_at_the_counter, _) = lived(&[Step::AskSupplement, Step::AnswerSupplement]);
    assert_eq!(asked_at_the_counter.status, DossierStatus::Filed);
    let (paid, _) = lived(&[Step::Receive, Step::SetFee, Step::Settle]);
    assert_eq!(paid.status, DossierStatus::Received);
}

#[test]
fn one_apology_and_no_second() {
    let steps = [Step::Receive, Step::Postpone, Step::Postpone];
    assert_eq!(refused(&steps), Illegal::PostponedOnce);
}

#[test]
fn only_what_was_not_received_is_refused_and_only_what_was_is_stopped() {
    assert_eq!(refused(&[Step::Receive, Step::Refuse]), Illegal::Received);
    assert_eq!(refused(&[Step::Stop]), Illegal::NotReceived);
    assert!(lived(&[Step::AskSupplement, Step::Refuse]).1.is_ok());
}

#[test]
fn a_result_waits_for_what_is_owed() {
    let (life, _) = lived(&[Step::Receive, Step::HandOn]);
    let owing = Circumstances { owes: true, ..PAID };
    let decided = life.turn(Who::Officer, Step::Decide, owing);
    assert_eq!(decided, Err(Illegal::Owed));
}

#[test]
fn what_goes_by_post_is_posted_once_and_delivered_after() {
    use Step::{Decide, HandOn, Post, Receive, Return};
    let by_post = |steps: &[Step]| lived_in(PAID_BY_POST, steps);
    let (life, last) = by_post(&[Receive, HandOn, Decide, Post, Return]);
    assert!(last.is_ok());
    assert_eq!((life.status, life.posted), (DossierStatus::Returned, true));
    let refused = |steps: &[Step]| by_post(steps).1.expect_err("an illegal step");
    assert_eq!(refused(&[Receive, HandOn, Post]), Illegal::NotDecided);
    let decided = [Receive, HandOn, Decide];
    assert_eq!(
        refused(&[&decided[..], &[Return]].concat()),
        Illegal::NotPosted
    );
    assert_eq!(
        refused(&[&decided[..], &[Post, Post]].concat()),
        Illegal::Posted
    );
}

#[test]
fn what_is_not_wanted_by_post_is_never_posted() {
    let steps = [Step::Receive, Step::HandOn, Step::Decide, Step::Post];
    assert_eq!(refused(&steps), Illegal::NotByPost);
}

#[test]
fn nobody_takes_anothers_step() {
    let life = Life::told([]);
    for step in STEPS {
        for who in [Who::Citizen, Who::Officer, Who::Portal] {
            if who != step.whose() {
                assert_eq!(life.turn(who, step, PAID), Err(Illegal::NotTheirs));
            }
        }
    }
}

fn who() -> impl Strategy<Value = Who> {
    prop_oneof![Just(Who::Citizen), Just(Who::Officer), Just(Who::Portal)]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]

    #[test]
    fn random_officers_and_citizens_reach_no_illegal_state(
        tries in prop::collection::vec((who(), 0..STEPS.len(), any::<bool>()), 0..60),
        by_post: bool,
    ) {
        let mut life = Life::told([]);
        let mut timeline = vec![(TimelineKind::Filed, DossierStatus::Filed)];
        for (who, step, owes) in tries {
            let (before, step) = (life, STEPS[step]);
            let Ok(turn) = life.turn(who, step, Circumstances { owes, by_post }) else {
                continue;
            };
            life = life.after(turn);
            timeline.push((turn.kind, turn.status));
            // The timeline explains the status, and is all there is to know.
            prop_assert_eq!(Life::told(timeline.iter().copied()), life);
            prop_assert_eq!(timeline.last().map(|entry| entry.1), Some(life.status));
            // Nothing follows an end.
            prop_assert!(!before.status.is_final());
            prop_assert_eq!(who, step.whose());
            prop_assert!(life.rounds <= REQUESTS_MAX);
            let count = |kind| timeline.iter().filter(|entry| entry.0 == kind).count();
            prop_assert!(count(TimelineKind::Postponed) <= 1);
            prop_assert!(count(TimelineKind::SupplementRequested) <= usize::from(REQUESTS_MAX));
            prop_assert!(count(TimelineKind::Received) <= 1);
            // A result rests on a receipt and a department, and on nothing that is owed.
            if life.status == DossierStatus::Done && before.status != DossierStatus::Done {
                prop_assert!(!owes);
                prop_assert_eq!(count(TimelineKind::Received), 1);
                prop_assert!(count(TimelineKind::HandedOn) >= 1);
            }
            // The post gets it once, if it is to have it at all, and before it is delivered.
            let posted = count(TimelineKind::Posted);
            prop_assert!(posted <= usize::from(by_post));
            prop_assert_eq!(posted == 1, life.posted);
            if life.status == DossierStatus::Returned {
                prop_assert_eq!(posted == 1, by_post);
                prop_assert_eq!(before.status, DossierStatus::Done);
            }
            // No clock stands still in a dossier that has ended.
            prop_assert!(!(life.status.is_final() && life.waits()));
        }
    }

    #[test]
    fn every_life_that_has_not_ended_can_still_end(
        tries in prop::collection::vec((who(), 0..STEPS.len()), 0..40),
        by_post: bool,
    ) {
        let circumstances = Circumstances { by_post, ..PAID };
        let mut life = Life::told([]);
        for (who, step) in tries {
            if let Ok(turn) = life.turn(who, STEPS[step], circumstances) {
                life = life.after(turn);
            }
        }
        for _ in 0..2 {
            let ends = [Step::Withdraw, Step::Post, Step::Return];
            for step in ends {
                if let Ok(turn) = life.turn(step.whose(), step, circumstances) {
                    life = life.after(turn);
                }
            }
        }
        prop_assert!(life.status.is_final());
    }
}
