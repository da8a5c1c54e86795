//! What holds for every text and every query, however strange.

use std::sync::OnceLock;

use motcua_search::{Entry, Index, Suggestion, fold, marks};
use proptest::prelude::*;

/// Vietnamese letters composed, with the same decomposed.
const LETTERS: [(&str, &str); 24] = [
    ("a", "a"),
    ("ă", "a\u{306}"),
    ("ắ", "a\u{306}\u{301}"),
    ("ặ", "a\u{323}\u{306}"),
    ("â", "a\u{302}"),
    ("ậ", "a\u{323}\u{302}"),
    ("đ", "đ"),
    ("ê", "e\u{302}"),
    ("ề", "e\u{302}\u{300}"),
    ("Ể", "E\u{302}\u{309}"),
    ("ĩ", "i\u{303}"),
    ("ô", "o\u{302}"),
    ("Ỗ", "O\u{302}\u{303}"),
    ("ơ", "o\u{31b}"),
    ("ợ", "o\u{31b}\u{323}"),
    ("ư", "u\u{31b}"),
    ("Ứ", "U\u{31b}\u{301}"),
    ("ự", "u\u{31b}\u{323}"),
    ("ý", "y\u{301}"),
    ("Ỳ", "Y\u{300}"),
    ("h", "h"),
    ("N", "N"),
    (" ", " "),
    ("g", "g"),
];

fn vietnamese() -> impl Strategy<Value = (String, String)> {
    prop::collection::vec(0..LETTERS.len(), 0..40).prop_map(|letters| {
        let composed = letters.iter().map(|at| LETTERS[*at].0).collect();
        (composed, letters.iter().map(|at| LETTERS[*at].1).collect())
    })
}

/// Queries of words the index knows, slips of them, and anything at all.
fn query() -> impl Strategy<Value = String> {
    let words = prop::sample::select(vec![
        "mất",
        "bằng lái",
        "khai sinh",
        "giaykhaisinh",
        "hộ",
        "chieeus",
        "1.001",
        "d9a8ng",
        "?",
        "xe",
        "ly hôn",
        "pizza",
        "con",
        "dk",
        "tạm tru",
        "\u{301}",
        "đổi",
        "sổ đỏ",
        "000656",
        "x",
    ]);
    prop_oneof![
        prop::collection::vec(words, 0..12).prop_map(|words| words.join(" ")),
        any::<String>(),
        ".{0,40}",
    ]
}

fn index() -> &'static Index {
    static INDEX: OnceLock<Index> = OnceLock::new();
    INDEX.get_or_init(|| Index::build(entries()))
}

fn entries() -> [Entry<'static>; 6] {
    let entry = |code, name| Entry {
        code,
        name,
        ..Entry::default()
    };
    [
        entry("1.001193", "Thủ tục đăng ký khai sinh"),
        entry("1.000656", "Thủ tục đăng ký khai tử"),
        entry("3.000348", "Cấp lại giấy phép lái xe"),
        entry("3.000347", "Đổi giấy phép lái xe"),
        entry("1.004194", "Đăng ký tạm trú"),
        entry("1.012786", "Cấp lại Giấy chứng nhận do bị mất"),
    ]
}

proptest! {
    #[test]
    fn folding_twice_is_folding_once(text in any::<String>()) {
        let folded = fold(&text);
        prop_assert_eq!(fold(&folded), folded);
    }

    #[test]
    fn composed_and_decomposed_text_fold_alike((composed, decomposed) in vietnamese()) {
        prop_assert_eq!(fold(&composed), fold(&decomposed));
    }

    #[test]
    fn composed_and_decomposed_queries_find_the_same((composed, decomposed) in vietnamese()) {
        let (one, other) = (index().search(&composed), index().search(&decomposed));
        prop_assert_eq!(one.hits, other.hits);
    }

    #[test]
    fn folded_vietnamese_is_plain_lower_case((composed, _) in vietnamese()) {
        prop_assert!(fold(&composed).chars().all(|c| matches!(c, 'a'..='z' | ' ')));
    }

    #[test]
    fn marks_are_whole_characters_in_order_and_apart(text in query(), asked in query()) {
        let mut end = 0;
        for range in marks(&text, &asked) {
            prop_assert!(range.start >= end && range.start < range.end);
            prop_assert!(text.get(range.clone()).is_some(), "{range:?} of {text:?}");
            end = range.end;
        }
    }

    #[test]
    fn any_query_gets_an_answer_of_known_entries_once_each(query in query()) {
        let outcome = index().search(&query);
        let mut seen = Vec::new();
        for hit in &outcome.hits {
            prop_assert!((hit.entry as usize) < index().len());
            prop_assert!(hit.score.is_finite());
            prop_assert!(!seen.contains(&hit.entry));
            seen.push(hit.entry);
        }
        let falling = outcome.hits.windows(2).all(|two| two[0].score >= two[1].score);
        prop_assert!(falling, "{:?}", outcome.hits);
        prop_assert_eq!(index().search(&query), outcome);
    }

    #[test]
    fn suggestions_are_few_and_each_given_once(prefix in query(), limit in 0_usize..12) {
        let suggestions = index().suggest(&prefix, limit);
        prop_assert!(suggestions.len() <= limit);
        for (at, one) in suggestions.iter().enumerate() {
            prop_assert!(!suggestions[..at].contains(one));
            if let Suggestion::Service(entry) = one {
                prop_assert!((*entry as usize) < index().len());
            }
        }
    }

    #[test]
    fn a_service_is_found_by_its_whole_name(at in 0_usize..6) {
        let name = entries()[at].name;
        let hits = index().search(name).hits;
        prop_assert_eq!(hits[0].entry as usize, at);
        let hits = index().search(&fold(name)).hits;
        prop_assert_eq!(hits[0].entry as usize, at);
    }

    #[test]
    fn a_service_is_found_by_its_code(at in 0_usize..6) {
        let code = entries()[at].code;
        prop_assert_eq!(index().search(code).hits[0].entry as usize, at);
        prop_assert_eq!(index().search(&code.replace('.', "")).hits[0].entry as usize, at);
    }
}

#[test]
fn ten_thousand_letters_are_a_query_like_any_other() {
    for query in [
        "a".repeat(10_000),
        "khai sinh ".repeat(1_000),
        "ấ".repeat(10_000),
    ] {
        let outcome = index().search(&query);
        assert!(outcome.hits.len() <= index().len());
        let _ = index().suggest(&query, 8);
        let _ = marks(&query, &query);
    }
}

#[test]
fn an_empty_catalogue_has_no_answers() {
    let index = Index::build([]);
    assert!(index.is_empty());
    for query in ["", "khai sinh", "1.001193", "giaykhaisinh", "pizza"] {
        assert!(index.search(query).hits.is_empty());
    }
}
