//! Signatures that hold, and every way in which one does not.

use std::time::Duration;

use motcua_contract::dossier::result::{SignatureFacts, SignatureVerdict};
use proptest::prelude::*;

use super::anchors::Anchors;
use super::finding::Finding;
use super::{check, place};
use crate::moment::Moment;
use crate::paper::letter::{self, Letter, Part};

mod made;

use made::{Draft, NOON, Wrong, sealed};

const YEAR: Duration = Duration::from_secs(366 * 86_400);

fn look(file: &[u8], anchors: &Anchors, now: Moment) -> Vec<SignatureFacts> {
    check(file, &place::find(file).expect("a PDF"), anchors, now)
}

/// The finding of each signature.
fn findings(file: &[u8], anchors: &Anchors, now: Moment) -> Vec<Finding> {
    use Finding as F;
    let all = [
        F::Sound,
        F::Changed,
        F::Uncovered,
        F::Added,
        F::NotInForce,
        F::NotForThis,
        F::Ended,
        F::ToCome,
        F::Stranger,
        F::Followed,
        F::Unknown,
    ];
    let facts = look(file, anchors, now).into_iter();
    let named = facts.map(|facts| {
        let found = all.into_iter().find(|one| Some(one.words()) == facts.text);
        let found = found.expect("a finding's words");
        assert_eq!(found.verdict(), facts.verdict);
        found
    });
    named.collect()
}

/// A paper as the portal writes them.
fn paper() -> Vec<u8> {
    let letter = Letter {
        agency: "Đơn vị thử nghiệm",
        unit: "Bộ phận Một cửa",
        title: "Giấy chứng nhận",
        sandbox: true,
        code: "H15.50.05.13-261008-0975",
        at: "2026-11-20T12:00:00+07:00",
        parts: vec![Part::Text("Đồng ý.".into())],
    };
    letter::pdf(&letter).expect("a file")
}

#[test]
fn what_the_portal_signs_is_found_valid_with_who_and_when() {
    let (seal, anchors) = sealed(NOON);
    let file = seal.sign(&paper(), NOON).expect("a signed file");
    let facts = look(&file, &anchors, NOON.plus(YEAR));
    assert_eq!(facts.len(), 1);
    assert_eq!(facts[0].verdict, SignatureVerdict::Valid);
    assert_eq!(facts[0].signer, "Con dấu thử nghiệm của Một Cửa");
    assert_eq!(facts[0].issuer, "Một Cửa – chứng thực thử nghiệm");
    assert_eq!(
        facts[0].signed_at.as_deref(),
        Some("2026-11-20T12:00:00+07:00")
    );
    assert!(
        file.starts_with(&paper()),
        "the paper itself stays as it was"
    );
    assert!(place::find(&paper()).expect("a PDF").is_empty());
}

#[test]
fn what_another_program_signed_is_found_valid_too() {
    let mut anchors = Anchors::default();
    anchors
        .take(include_str!("tests/root.pem"))
        .expect("a root");
    let now = NOON.plus(YEAR);
    for (file, signer, issuer) in [
        (
            include_bytes!("tests/rsa.pdf"),
            "Nguyễn Văn Thử",
            "Root of the fixtures",
        ),
        (
            include_bytes!("tests/pss.pdf"),
            "Nguyễn Văn Thử",
            "Root of the fixtures",
        ),
        (include_bytes!("tests/p384.pdf"), "Trần Thị Mẫu", "Between"),
    ] {
        let facts = &look(file, &anchors, now)[0];
        assert_eq!(facts.verdict, SignatureVerdict::Valid, "{facts:?}");
        assert_eq!(
            (facts.signer.as_str(), facts.issuer.as_str()),
            (signer, issuer)
        );
        assert!(
            facts
                .signed_at
                .as_ref()
                .is_some_and(|at| at.starts_with("2026-11-2"))
        );
        let mut changed = file.to_vec();
        let at = memchr::memmem::find(file, b"595 842").expect("a page's size");
        changed[at] = b'6';
        assert_eq!(findings(&changed, &anchors, now), [Finding::Changed]);
        assert_eq!(
            findings(file, &Anchors::default(), now),
            [Finding::Stranger]
        );
    }
}

#[test]
fn what_is_added_afterwards_is_not_as_it_was_signed() {
    let (seal, anchors) = sealed(NOON);
    let signed = || Draft::new().signed(6, &seal, &Wrong::default());
    assert_eq!(
        findings(&signed().bytes(), &anchors, NOON),
        [Finding::Sound]
    );
    let added = signed().added().bytes();
    assert_eq!(findings(&added, &anchors, NOON), [Finding::Added]);
    let mut end = signed().bytes();
    end.push(b'\n');
    assert_eq!(findings(&end, &anchors, NOON), [Finding::Added]);
}

#[test]
fn of_two_signatures_the_last_answers_for_the_whole_file() {
    let (seal, anchors) = sealed(NOON);
    let (other, _) = sealed(NOON);
    let first = || Draft::new().signed(6, &seal, &Wrong::default());
    let both = first().signed(7, &seal, &Wrong::default()).bytes();
    assert_eq!(
        findings(&both, &anchors, NOON),
        [Finding::Followed, Finding::Sound]
    );
    let by_a_stranger = first().signed(7, &other, &Wrong::default()).bytes();
    let found = findings(&by_a_stranger, &anchors, NOON);
    assert_eq!(found, [Finding::Followed, Finding::Stranger]);
    // Who signed something else answers for nothing.
    let elsewhere = Wrong {
        contents: Some(seal.signed_data(&[0; 32]).expect("a signature")),
        ..Wrong::default()
    };
    let broken = first().signed(7, &seal, &elsewhere).bytes();
    assert_eq!(
        findings(&broken, &anchors, NOON),
        [Finding::Added, Finding::Changed]
    );
}

#[test]
fn a_certificate_counts_only_while_it_is_in_force() {
    let made_at = |years: u32| sealed(NOON.minus(YEAR * years));
    let sign = |years, at| {
        let (seal, anchors) = made_at(years);
        (seal.sign(&paper(), at).expect("a signed file"), anchors)
    };
    let (file, anchors) = sign(30, NOON);
    assert_eq!(findings(&file, &anchors, NOON), [Finding::NotInForce]);
    let (file, anchors) = sign(30, NOON.minus(YEAR * 29));
    assert_eq!(findings(&file, &anchors, NOON), [Finding::Ended]);
    let (file, anchors) = sign(0, NOON.minus(YEAR));
    assert_eq!(findings(&file, &anchors, NOON), [Finding::NotInForce]);
    let (file, anchors) = sign(0, NOON.plus(YEAR));
    assert_eq!(findings(&file, &anchors, NOON), [Finding::ToCome]);
}

#[test]
fn a_stranger_s_signature_is_not_called_valid() {
    let (seal, _) = sealed(NOON);
    let (_, anchors) = sealed(NOON);
    let file = seal.sign(&paper(), NOON).expect("a signed file");
    // The names are the same: only the key tells the two authorities apart.
    assert_eq!(findings(&file, &anchors, NOON), [Finding::Stranger]);
}

#[test]
fn a_shape_that_is_not_known_is_not_judged() {
    let (seal, anchors) = sealed(NOON);
    let shape = |wrong: Wrong| {
        let file = Draft::new().signed(6, &seal, &wrong).bytes();
        findings(&file, &anchors, NOON)
    };
    let form = |form| Wrong {
        form: Some(form),
        ..Wrong::default()
    };
    assert_eq!(shape(form("adbe.pkcs7.detached")), [Finding::Sound]);
    assert_eq!(shape(form("adbe.x509.rsa_sha1")), [Finding::Unknown]);
    assert_eq!(shape(form("ETSI.RFC3161")), [Finding::Unknown]);
    for garbage in [
        &b"\x30\x80garbage"[..],
        b"\x30\x84\xff\xff\xff\xff",
        &[0x30; 1400],
        b"\x02\x01\x00",
    ] {
        let contents = Some(garbage.to_vec());
        assert_eq!(
            shape(Wrong {
                contents,
                ..Wrong::default()
            }),
            [Finding::Unknown]
        );
    }
}

#[test]
fn a_range_that_leaves_anything_out_vouches_for_nothing() {
    let (seal, anchors) = sealed(NOON);
    let file = Draft::new().signed(6, &seal, &Wrong::default()).bytes();
    let length = file.len();
    assert!(length < 9_999, "the ranges below reach behind its end");
    for range in [
        "0 10 5 10",
        "0 9999 9999 0",
        "0 100 200 9999999999",
        "5 10 20 30",
        "0 0 0 0",
        "0 10",
        "",
        "0 1 2 3 4 5",
        "-1 10 20 30",
        "0 500 500 500",
        "0 18446744073709551615 1 1",
        "0 10 4000 100",
    ] {
        let wrong = Wrong {
            range: Some(range),
            ..Wrong::default()
        };
        let file = Draft::new().signed(6, &seal, &wrong).bytes();
        assert_eq!(
            findings(&file, &anchors, NOON),
            [Finding::Uncovered],
            "{range}"
        );
    }
}

#[test]
fn a_file_cut_short_is_not_called_valid() {
    let (seal, anchors) = sealed(NOON);
    let file = seal.sign(&paper(), NOON).expect("a signed file");
    for cut in (0..file.len())
        .step_by(997)
        .chain(file.len() - 20..file.len())
    {
        let found = place::find(&file[..cut]).unwrap_or_default();
        let facts = check(&file[..cut], &found, &anchors, NOON);
        assert!(
            facts
                .iter()
                .all(|one| one.verdict != SignatureVerdict::Valid),
            "{cut}"
        );
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn no_changed_byte_goes_unseen(at: prop::sample::Index, change in 1_u8..) {
        let (seal, anchors) = sealed(NOON);
        let file = Draft::new().signed(6, &seal, &Wrong::default()).bytes();
        let mut changed = file.clone();
        let at = at.index(file.len());
        changed[at] ^= change;
        let found = place::find(&changed).unwrap_or_default();
        let facts = check(&changed, &found, &anchors, NOON);
        // The same digit of the signature in the other case says the same.
        if !file[at].eq_ignore_ascii_case(&changed[at]) {
            prop_assert!(facts.iter().all(|one| one.verdict != SignatureVerdict::Valid));
        }
    }
}
