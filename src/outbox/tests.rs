//! What must hold on any network: one key, one body, one dossier, and no rosy words.

use motcua_contract::dossier::DossierCode;
use motcua_contract::problem::{Problem, kind};
use proptest::prelude::*;

use super::answer::Filed;
use super::*;
use crate::api::client::Answer;
use crate::api::write::Refusal;
use crate::remote::Failure;

fn key() -> Key {
    serde_json::from_str("\"00000000-0000-4000-8000-000000000001\"").unwrap()
}

fn sending() -> Sending {
    Sending::freeze(
        key(),
        r#"{"service":"1.001193"}"#.into(),
        "2026-11-22T08:00:00+07:00".into(),
    )
}

fn answer(body: &str) -> Answer {
    Answer {
        body: body.into(),
        kept_at: None,
        retry_after: None,
    }
}

fn problem(status: u16, kind: &str) -> Outcome {
    let problem = Problem::new(kind, status, "x");
    read(Err(Refusal::Refused {
        body: serde_json::to_string(&problem).unwrap(),
        problem: Box::new(problem),
        retry_after: Some(90),
    }))
}

#[test]
fn nothing_counts_as_not_sent_once_a_byte_may_have_left() {
    let mut sending = sending();
    assert_eq!(sending.stage(), &Stage::NotSent);
    assert_eq!(sending.wanted(), Next::KeepAndSend);
    assert_eq!(sending.stage(), &Stage::Unclear);
}

#[test]
fn an_answer_may_come_before_the_official_receipt() {
    let told = |body: &str| match read(Ok(answer(body))) {
        Outcome::Received(filed) => (filed.filed_at, filed.has_receipt),
        other => panic!("{other:?}"),
    };
    let at = || Some("2026-10-08T09:12:00+07:00".to_owned());
    let first = include_str!("../../crates/contract/samples/submitDossier.json");
    assert_eq!(told(first), (at(), false));
    let later = r#"{"code":"H1","filedAt":"2026-10-08T09:12:00+07:00","receipt":{"name":"x.pdf"}}"#;
    assert_eq!(told(later), (at(), true));
    assert_eq!(told(r#"{"code":"H1","receipt":null}"#), (None, false));
}

#[test]
fn a_dossier_is_received_only_when_its_code_was_read() {
    assert!(matches!(
        read(Ok(answer(r#"{"code":"H1"}"#))),
        Outcome::Received(_)
    ));
    for garbage in [
        "",
        "<html>",
        "{}",
        r#"{"code":""}"#,
        r#"{"code":7}"#,
        r#"{"code":"H1""#,
    ] {
        let outcome = read(Ok(answer(garbage)));
        assert!(
            matches!(outcome, Outcome::Unclear { .. }),
            "{garbage}: {outcome:?}"
        );
    }
}

#[test]
fn trouble_at_the_portal_or_on_the_way_is_asked_about_again() {
    for (status, kind) in [
        (500, kind::INTERNAL),
        (503, kind::UNAVAILABLE),
        (504, kind::TIMEOUT),
        (408, kind::TIMEOUT),
        (429, kind::TOO_MANY),
        (409, kind::IN_PROGRESS),
    ] {
        let outcome = problem(status, kind);
        assert!(
            matches!(outcome, Outcome::Unclear { .. }),
            "{status} {kind}"
        );
        let mut sending = sending();
        sending.wanted();
        assert_eq!(
            sending.tried(&outcome, 1),
            Next::KeepAndWait { seconds: 90 }
        );
    }
}

#[test]
fn a_portal_that_says_no_gives_the_draft_back() {
    for (status, kind) in [
        (400, kind::INVALID),
        (403, kind::ASSURANCE),
        (404, kind::NOT_OFFERED),
        (409, kind::DUPLICATE),
        (410, kind::GONE),
        (412, kind::CONFLICT),
        (413, kind::TOO_LARGE),
        (422, kind::ANSWERS),
        (428, kind::PRECONDITION),
    ] {
        let mut sending = sending();
        sending.wanted();
        assert_eq!(
            sending.tried(&problem(status, kind), 1),
            Next::Thaw,
            "{status} {kind}"
        );
    }
}

#[test]
fn signing_in_anew_sends_the_very_same_thing() {
    let mut sending = sending();
    sending.wanted();
    assert_eq!(
        sending.tried(&problem(401, kind::SIGN_IN), 1),
        Next::KeepAndSignIn
    );
    let before = sending.clone();
    assert_eq!(sending.wanted(), Next::KeepAndSend);
    assert_eq!((&sending.key, &sending.body), (&before.key, &before.body));
}

#[test]
fn waiting_grows_and_stays_bounded() {
    let mut sending = sending();
    sending.wanted();
    let lost = Outcome::Unclear {
        failure: Failure::Offline,
        retry_after: None,
    };
    let waits: Vec<_> = (1..9)
        .map(|tries| match sending.tried(&lost, tries) {
            Next::KeepAndWait { seconds } => seconds,
            other => panic!("{other:?}"),
        })
        .collect();
    assert_eq!(waits, [2, 4, 8, 15, 30, 60, 60, 60]);
    let never = Outcome::Unclear {
        failure: Failure::Busy,
        retry_after: Some(u32::MAX),
    };
    assert_eq!(
        sending.tried(&never, 1),
        Next::KeepAndWait { seconds: 3600 }
    );
}

fn filed(at: usize) -> Outcome {
    Outcome::Received(Filed {
        code: DossierCode::new(format!("H{at}")),
        filed_at: None,
        has_receipt: false,
    })
}

/// A portal as the contract asks for: one dossier a key, the first answer again.
#[derive(Default)]
struct Portal {
    filed: Vec<(Key, String)>,
}

impl Portal {
    fn take(&mut self, sending: &Sending) -> Outcome {
        match self.filed.iter().position(|(key, _)| *key == sending.key) {
            Some(at) if self.filed[at].1 != sending.body => problem(422, kind::KEY_REUSED),
            Some(at) => filed(at),
            None => {
                self.filed.push((sending.key.clone(), sending.body.clone()));
                filed(self.filed.len() - 1)
            }
        }
    }
}

/// What befalls one try, or the app.
#[derive(Clone, Copy, Debug)]
enum Fate {
    /// The request never arrives.
    RequestLost,
    /// It arrives and is done; the answer does not come back.
    AnswerLost,
    /// It is done; the app is killed before it hears, and opened again.
    Killed,
    /// Nothing is done: overloaded.
    Overloaded,
    /// Nothing is done: the session has ended.
    SignedOut,
    /// The person taps twice.
    DoubleTap,
    /// All goes well.
    Fine,
}

fn fates() -> impl Strategy<Value = Vec<Fate>> {
    use Fate::*;
    let fate = proptest::sample::select(vec![
        RequestLost,
        AnswerLost,
        Killed,
        Overloaded,
        SignedOut,
        DoubleTap,
        Fine,
    ]);
    proptest::collection::vec(fate, 0..12)
}

proptest! {
    #[test]
    fn whatever_befalls_it_one_dossier_is_made_and_found(fates in fates()) {
        let mut portal = Portal::default();
        let mut sending = sending();
        for fate in fates.into_iter().chain([Fate::Fine]) {
            if sending.wanted() == Next::Rest {
                continue;
            }
            let outcome = match fate {
                Fate::RequestLost => read(Err(Refusal::Unanswered(Failure::Offline))),
                Fate::AnswerLost => {
                    portal.take(&sending);
                    read(Err(Refusal::Unanswered(Failure::Timeout)))
                }
                Fate::Killed => {
                    portal.take(&sending);
                    // What was kept is all that is left.
                    let kept = serde_json::to_string(&sending).unwrap();
                    sending = serde_json::from_str(&kept).unwrap();
                    prop_assert_eq!(sending.stage(), &Stage::Unclear);
                    continue;
                }
                Fate::Overloaded => problem(503, kind::UNAVAILABLE),
                Fate::SignedOut => problem(401, kind::SIGN_IN),
                Fate::DoubleTap => {
                    let first = portal.take(&sending);
                    sending.wanted();
                    let second = portal.take(&sending);
                    prop_assert_eq!(&first, &second);
                    sending.tried(&second, 1);
                    first
                }
                Fate::Fine => portal.take(&sending),
            };
            prop_assert_ne!(sending.tried(&outcome, 1), Next::Thaw);
        }
        prop_assert_eq!(portal.filed.len(), 1);
        prop_assert_eq!(sending.stage(), &Stage::Received { code: "H0".into() });
    }

    #[test]
    fn no_answer_however_broken_claims_a_dossier_that_is_not_named(body in "\\PC{0,60}") {
        if let Outcome::Received(filed) = read(Ok(answer(&body))) {
            prop_assert!(body.contains(filed.code.as_str()));
        }
    }
}
