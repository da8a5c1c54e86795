//! The project's cases of Vietnamese text: folding, tone placement, raw keystrokes.

use motcua_search::{Entry, Index, fold, marks};
use serde::Deserialize;

#[derive(Deserialize)]
struct Cases {
    fold: Vec<Fold>,
    telex: Vec<Keystrokes>,
    vni: Vec<Keystrokes>,
    tone_placement_equivalents: Vec<[String; 2]>,
}

#[derive(Deserialize)]
struct Fold {
    r#in: String,
    fold: String,
}

#[derive(Deserialize)]
struct Keystrokes {
    raw: String,
    fold: String,
}

fn cases() -> Cases {
    let text = std::fs::read_to_string("tests/data/vi_text_cases.json").unwrap();
    serde_json::from_str(&text).unwrap()
}

#[test]
fn text_folds_as_expected() {
    for case in cases().fold {
        assert_eq!(fold(&case.r#in), case.fold);
    }
}

#[test]
fn both_places_of_a_tone_mark_are_the_same_word() {
    for [one, other] in cases().tone_placement_equivalents {
        assert_eq!(fold(&one), fold(&other));
        assert_eq!(
            marks(&one, &other),
            std::slice::from_ref(&(0..one.len())),
            "{one} {other}"
        );
    }
}

#[test]
fn i_and_y_that_sound_alike_are_the_same_word() {
    for (one, other) in [
        ("lý", "lí"),
        ("ký", "kí"),
        ("kỹ", "kĩ"),
        ("quý", "quí"),
        ("Mỹ", "mĩ"),
    ] {
        assert_eq!(marks(one, other).len(), 1, "{one} {other}");
    }
    assert!(marks("hai", "hay").is_empty());
}

#[test]
fn raw_keystrokes_find_what_they_would_have_written() {
    let cases = cases();
    let keystrokes: Vec<Keystrokes> = cases.telex.into_iter().chain(cases.vni).collect();
    for (at, case) in keystrokes.iter().enumerate() {
        let entries = keystrokes.iter().map(|one| Entry {
            name: &one.fold,
            ..Entry::default()
        });
        let outcome = Index::build(entries).search(&case.raw);
        let first = outcome
            .hits
            .first()
            .unwrap_or_else(|| panic!("{} finds nothing", case.raw));
        let found = &keystrokes[first.entry as usize].fold;
        assert_eq!(*found, keystrokes[at].fold, "{}", case.raw);
    }
}
