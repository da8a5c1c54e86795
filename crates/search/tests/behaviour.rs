//! What a person sees: hits, corrections, suggestions, marks and honest refusals.

#[path = "common/catalogue.rs"]
mod catalogue;

use std::sync::OnceLock;

use catalogue::Procedure;
use motcua_search::{Elsewhere, Entry, Index, Scope, Suggestion, marks};

/// The real catalogue and its index, built once.
fn real() -> &'static (Vec<Procedure>, Index) {
    static REAL: OnceLock<(Vec<Procedure>, Index)> = OnceLock::new();
    REAL.get_or_init(|| {
        let procedures = catalogue::procedures();
        let index = catalogue::index(&procedures);
        (procedures, index)
    })
}

fn codes(query: &str) -> Vec<&'static str> {
    let (procedures, index) = real();
    let hits = index.search(query).hits;
    hits.iter()
        .map(|hit| procedures[hit.entry as usize].code.as_str())
        .collect()
}

fn suggested(prefix: &str) -> Vec<String> {
    let (procedures, index) = real();
    let name = |one: Suggestion| match one {
        Suggestion::Service(entry) => procedures[entry as usize].code.clone(),
        Suggestion::Saying(text) => text,
    };
    index.suggest(prefix, 8).into_iter().map(name).collect()
}

fn marked<'a>(text: &'a str, query: &str) -> Vec<&'a str> {
    real()
        .1
        .marks(text, query)
        .into_iter()
        .map(|range| &text[range])
        .collect()
}

#[test]
fn codes_are_found_whole_or_in_part() {
    for query in [
        "1.001193",
        "1001193",
        "001193",
        "mã 1.001193",
        "1.001193.H19",
        "(1.001193)",
    ] {
        assert_eq!(codes(query).first(), Some(&"1.001193"), "{query}");
    }
    assert!(codes("1.0011").contains(&"1.001193"));
    assert!(
        codes("1.0011")
            .iter()
            .all(|code| code.replace('.', "").contains("10011"))
    );
}

#[test]
fn marks_typed_right_tell_words_apart() {
    let names = [
        "Khai thác mỏ",
        "Khai báo tạm vắng",
        "Đăng ký tàu",
        "Đăng ký tau",
    ];
    let index = Index::build(names.map(|name| Entry {
        name,
        ..Entry::default()
    }));
    assert_eq!(index.search("tàu").hits[0].entry, 2);
    assert_eq!(index.search("tau").hits.len(), 2);
}

#[test]
fn a_correction_says_what_was_understood() {
    let mean = |query: &str| real().1.search(query).did_you_mean;
    assert_eq!(mean("giaykhaisinh").as_deref(), Some("giấy khai sinh"));
    assert_eq!(
        mean("d9a8ng ky1 ta5m tru1").as_deref(),
        Some("đăng ký tạm trú")
    );
    assert_eq!(mean("kinh danh").as_deref(), Some("kinh doanh"));
    for right in [
        "giấy khai sinh",
        "giay khai sinh",
        "mất bằng lái xe thì phải làm sao",
    ] {
        assert_eq!(mean(right), None, "{right}");
    }
}

#[test]
fn what_is_found_elsewhere_is_said_to_be() {
    for (query, kind) in [
        ("thời tiết hôm nay", Elsewhere::Everyday),
        ("mua pizza", Elsewhere::Commerce),
        ("asdfgh", Elsewhere::Gibberish),
        ("cháy nhà", Elsewhere::Emergency),
        ("ly hôn", Elsewhere::Court),
        ("tiêm vắc xin cho trẻ", Elsewhere::Health),
        ("nghĩa vụ quân sự", Elsewhere::Defence),
        ("phạt nguội", Elsewhere::Fines),
    ] {
        assert_eq!(
            real().1.search(query).scope,
            Scope::Elsewhere(kind),
            "{query}"
        );
    }
}

#[test]
fn what_a_name_holds_is_here_whatever_the_vocabulary_thinks() {
    assert_eq!(
        real().1.search("ghi chú ly hôn nước ngoài").scope,
        Scope::Here
    );
    assert_eq!(
        codes("ghi chú ly hôn nước ngoài").first(),
        Some(&"2.000554")
    );
    let name = "Cấp giấy phép lao động";
    let index = Index::build([Entry {
        name,
        ..Entry::default()
    }]);
    assert_eq!(index.search("giấy phép lao động").scope, Scope::Here);
}

#[test]
fn an_open_query_puts_what_a_person_wants_first() {
    assert_eq!(codes("khai sinh").first(), Some(&"1.001193"));
    assert_eq!(codes("kết hôn").first(), Some(&"1.000894"));
}

#[test]
fn an_exact_business_match_is_not_buried() {
    assert_eq!(codes("giấy phép lái tàu").first(), Some(&"1.003897"));
    assert_eq!(
        codes("thành lập văn phòng công chứng").first(),
        Some(&"1.013834")
    );
    assert_eq!(codes("lam nghiep").len(), codes("lâm nghiệp").len());
}

#[test]
fn suggestions_follow_each_keystroke() {
    assert_eq!(
        suggested("bằng l").first().map(String::as_str),
        Some("bằng lái")
    );
    assert!(suggested("bang la").contains(&"3.000347".to_owned()));
    assert!(suggested("làm giấy khai s").contains(&"1.001193".to_owned()));
    assert!(suggested("đăng ký kết h").contains(&"1.000894".to_owned()));
    assert!(
        suggested("1.0011")
            .iter()
            .all(|code| code.starts_with("1.0011"))
    );
    assert!(suggested("").is_empty());
    for letter in 'a'..='z' {
        let letter = letter.to_string();
        assert!(suggested(&letter).len() <= 8, "{letter}");
    }
}

#[test]
fn marks_know_official_words_for_peoples_words() {
    assert_eq!(
        marked("Đổi giấy phép lái xe", "bằng lái hết hạn"),
        ["Đổi giấy phép lái xe"]
    );
    assert_eq!(
        marked("Thủ tục đăng ký khai sinh", "lam giay khai sinh o dau"),
        ["đăng ký khai sinh"]
    );
    assert_eq!(
        marked("Tách thửa hoặc hợp thửa đất.", "thời tiết"),
        Vec::<&str>::new()
    );
    let plain = marks("Đăng ký tạm trú", "tam tru");
    assert_eq!(plain.len(), 1);
    assert_eq!(&"Đăng ký tạm trú"[plain[0].clone()], "tạm trú");
}

#[test]
fn the_same_query_is_always_answered_the_same() {
    let again = Index::build([Entry::default()]);
    assert_eq!(again.len(), 1);
    for query in ["khai sinh", "giaykhaisinh", "cấp giấy chứng nhận"] {
        let other = catalogue::index(&real().0);
        assert_eq!(real().1.search(query), other.search(query), "{query}");
    }
}
