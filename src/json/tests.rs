use motcua_contract::dossier::Dossier;
use motcua_contract::portal::Portal;
use motcua_contract::service::Service;
use proptest::prelude::*;
use serde::de::DeserializeOwned;
use serde_json::{Map, Number, Value};

use super::{NotThat, read};

/// Both readings of the same text, and that they agree.
fn both<T: DeserializeOwned + PartialEq + std::fmt::Debug>(text: &str) -> Option<T> {
    let here = read::<T>(text).ok();
    assert_eq!(here, serde_json::from_str(text).ok(), "{text}");
    here
}

#[test]
fn the_contracts_samples_are_read_as_serde_json_reads_them() {
    let samples = concat!(env!("CARGO_MANIFEST_DIR"), "/crates/contract/samples");
    let mut read = 0;
    for sample in std::fs::read_dir(samples).unwrap() {
        let text = std::fs::read_to_string(sample.unwrap().path()).unwrap();
        read += usize::from(both::<Value>(&text).is_some());
    }
    assert!(read > 20, "{read} samples");
}

#[test]
fn the_largest_types_are_read_alike() {
    assert!(
        both::<Dossier>(include_str!(
            "../../crates/contract/samples/getDossier.json"
        ))
        .is_some()
    );
    assert!(both::<Portal>(include_str!("../../crates/contract/samples/getPortal.json")).is_some());
    assert!(
        both::<Service>(include_str!(
            "../../crates/contract/samples/getService.1.001193.json"
        ))
        .is_some()
    );
}

#[test]
fn what_is_nearly_json_is_refused_as_serde_json_refuses_it() {
    for text in [
        "",
        " ",
        "nul",
        "nulll",
        "tru",
        "[1,]",
        "[1 2]",
        "[,]",
        "{\"a\":1,}",
        "{\"a\" 1}",
        "{a:1}",
        "{\"a\"}",
        "01",
        "-",
        "-01",
        "1.",
        ".5",
        "1e",
        "1e+",
        "1e999",
        "+1",
        "1 2",
        "\"",
        "\"\\x\"",
        "\"\\u12\"",
        "\"\\u12g4\"",
        "\"\\ud800\"",
        "\"\\ud800\\u0041\"",
        "\"\\udc00\"",
        "\"\\ud800x\"",
        "\"\n\"",
        "[",
        "{",
        "{\"a\":",
        "]",
        "\"\\",
        "\"\\u",
        "\u{feff}1",
        "\"é\\",
        "1\u{a0}",
    ] {
        assert_eq!(both::<Value>(text), None, "{text:?}");
    }
}

#[test]
fn every_escape_is_understood() {
    let text = r#""\"\\\/\b\f\n\r\t\u0041\u1EC7\ud83d\ude00 Nguyễn""#;
    let words = both::<String>(text).unwrap();
    assert_eq!(words, "\"\\/\u{8}\u{c}\n\r\tAệ😀 Nguyễn");
}

#[test]
fn lists_in_lists_end_somewhere() {
    for depth in [127, 128, 129, 100_000] {
        let text = "[".repeat(depth) + &"]".repeat(depth);
        both::<Value>(&text);
    }
}

#[test]
fn a_number_that_does_not_fit_is_refused() {
    assert_eq!(both::<u8>("255"), Some(255));
    assert_eq!(both::<u8>("256"), None);
    assert_eq!(both::<u32>("-1"), None);
    assert_eq!(both::<u32>("1.0"), None);
    assert_eq!(both::<i64>("-9223372036854775808"), Some(i64::MIN));
    assert_eq!(both::<i64>("9223372036854775808"), None);
    assert_eq!(both::<u64>("18446744073709551616"), None);
}

#[test]
fn a_structure_written_as_a_list_is_not_what_was_looked_for() {
    #[derive(Debug, PartialEq, serde::Deserialize)]
    struct Pair {
        a: u8,
        b: u8,
    }
    assert_eq!(read(r#"{"a":1,"b":2}"#), Ok(Pair { a: 1, b: 2 }));
    assert_eq!(read::<Pair>("[1,2]"), Err(NotThat));
}

fn any_json() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<u64>().prop_map(Value::from),
        // Few digits: serde_json's own reading of a double is not exact.
        (-9_999_i32..9_999).prop_map(|n| Number::from_f64(f64::from(n) / 8.0).unwrap().into()),
        any::<String>().prop_map(Value::from),
    ];
    leaf.prop_recursive(5, 64, 6, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..6).prop_map(Value::from),
            prop::collection::vec((any::<String>(), inner), 0..6)
                .prop_map(|members| Value::from(members.into_iter().collect::<Map<_, _>>())),
        ]
    })
}

proptest! {
    #[test]
    fn any_value_is_read_back(value in any_json(), pretty: bool) {
        let text = if pretty { serde_json::to_string_pretty(&value) } else { serde_json::to_string(&value) };
        prop_assert_eq!(both::<Value>(&text.unwrap()), Some(value));
    }

    /// Cut short, or with one character changed: both refuse it, or both read the same.
    #[test]
    fn damaged_text_is_read_as_serde_json_reads_it(
        value in any_json(),
        place: prop::sample::Index,
        other in prop::sample::select(&['"', '\\', '[', ']', '{', '}', ',', ':', '0', '-', 'u', ' '][..]),
        cut: bool,
    ) {
        let mut characters: Vec<char> = value.to_string().chars().collect();
        let at = place.index(characters.len());
        if cut { characters.truncate(at) } else { characters[at] = other }
        let text: String = characters.into_iter().collect();
        both::<Value>(&text);
    }
}
