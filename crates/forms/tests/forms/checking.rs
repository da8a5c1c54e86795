//! What is sent, what is at fault, and in which words.

use motcua_forms::{Papers, Setting};
use serde_json::{Value, json};

use crate::made::{
    TwoPlaces, answers, check, faults, field, form, of_one, sent, setting, with_fields, with_page,
    words,
};

/// What a form of one field sends for this answer.
fn read_as(kind: &str, more: Value, typed: Value) -> Value {
    sent(&of_one(kind, more), json!({"it": typed}))["it"].take()
}

/// The words in Vietnamese about the first fault of this answer.
fn said(kind: &str, more: Value, typed: Value) -> String {
    let faults = check(&of_one(kind, more), json!({"it": typed})).unwrap_err();
    faults[0].message.vi.clone()
}

fn options(values: &[&str]) -> Value {
    values
        .iter()
        .map(|value| json!({"value": value, "label": words(value)}))
        .collect()
}

#[test]
fn every_kind_is_sent_in_its_shape() {
    let person = json!({"parts": ["fullName", "dateOfBirth", "sex", "citizenId", "ethnicity", "nationality", "residence", "phone"], "optional": ["phone"]});
    let cases = [
        ("shortText", json!({}), json!("  a  b "), json!("a b")),
        ("longText", json!({}), json!("a\r\nb "), json!("a\nb")),
        (
            "fullName",
            json!({}),
            json!("Lê  Văn Lương"),
            json!("Lê Văn Lương"),
        ),
        ("number", json!({}), json!("1.234"), json!(1234)),
        ("money", json!({}), json!("12 000 đ"), json!(12_000)),
        ("date", json!({}), json!("3/2/2024"), json!("2024-02-03")),
        (
            "choice",
            json!({"options": options(&["x", "y"])}),
            json!("y"),
            json!("y"),
        ),
        (
            "choice",
            json!({"look": "checkboxes", "options": options(&["x", "y", "z"])}),
            json!(["z", "x", "x"]),
            json!(["x", "z"]),
        ),
        ("yesNo", json!({}), json!(false), json!(false)),
        (
            "address",
            json!({}),
            json!({"province": "01", "commune": "00004", "detail": " 1 Lê Lợi"}),
            json!({"province": "01", "commune": "00004", "detail": "1 Lê Lợi"}),
        ),
        (
            "address",
            json!({"detail": false}),
            json!({"province": "01", "commune": "00004", "detail": "x"}),
            json!({"province": "01", "commune": "00004"}),
        ),
        (
            "citizenId",
            json!({}),
            json!("001 088 000 123"),
            json!("001088000123"),
        ),
        (
            "phone",
            json!({}),
            json!("+84 912 345 678"),
            json!("0912345678"),
        ),
        (
            "email",
            json!({}),
            json!(" lan@example.vn"),
            json!("lan@example.vn"),
        ),
        (
            "bankAccount",
            json!({}),
            json!({"bank": "An invented bank", "number": "0011 0022", "holder": "LE VAN AN"}),
            json!({"bank": "An invented bank", "number": "00110022", "holder": "LE VAN AN"}),
        ),
        (
            "person",
            person,
            json!({"fullName": "Lê An", "dateOfBirth": "1/2/1990", "sex": "male", "citizenId": "001090000123", "ethnicity": "Kinh", "nationality": "vn", "residence": {"province": "01", "commune": "00004", "detail": "1"}}),
            json!({"fullName": "Lê An", "dateOfBirth": "1990-02-01", "sex": "male", "citizenId": "001090000123", "ethnicity": "Kinh", "nationality": "VN", "residence": {"province": "01", "commune": "00004", "detail": "1"}}),
        ),
        ("statement", json!({}), json!(true), json!(true)),
        (
            "group",
            json!({"item": words("{n}"), "fields": [field("n", "number", json!({}))]}),
            json!([{"n": "1"}, {}]),
            json!([{"n": 1}, {}]),
        ),
    ];
    for (kind, more, typed, shape) in cases {
        assert_eq!(read_as(kind, more, typed), shape, "{kind}");
    }
}

#[test]
fn what_is_left_blank_is_not_sent_and_asked_for_only_where_it_is_required() {
    let group = json!({"item": words("{n}"), "fields": [field("n", "number", json!({}))]});
    for (kind, more, blank) in [
        ("shortText", json!({}), json!("  \u{7}")),
        ("date", json!({}), json!({"day": "", "month": " "})),
        (
            "choice",
            json!({"look": "checkboxes", "options": options(&["x"])}),
            json!([]),
        ),
        ("address", json!({}), json!({"province": ""})),
        ("statement", json!({}), json!(false)),
        ("yesNo", json!({}), Value::Null),
        ("group", group, json!([])),
    ] {
        let form = of_one(kind, more.clone());
        assert_eq!(sent(&form, json!({"it": blank})), json!({}), "{kind}");
        let mut more = more;
        more["required"] = json!(true);
        assert!(
            check(&of_one(kind, more), json!({"it": blank})).is_err(),
            "{kind}"
        );
    }
}

#[test]
fn a_required_answer_of_several_parts_asks_for_each() {
    let parts = json!({"required": true, "parts": ["fullName", "residence", "phone"], "optional": ["phone"]});
    let expected = [
        "/it/fullName",
        "/it/residence/province",
        "/it/residence/commune",
        "/it/residence/detail",
    ];
    assert_eq!(
        faults(&of_one("person", parts), json!({})),
        expected.map(|at| (at.to_owned(), "required"))
    );
    // Once begun, an answer that may be left out has to be whole.
    assert_eq!(
        faults(
            &of_one("bankAccount", json!({})),
            json!({"it": {"bank": "x"}})
        ),
        [
            ("/it/number".to_owned(), "required"),
            ("/it/holder".to_owned(), "required"),
        ]
    );
}

#[test]
fn words_say_how_to_mend_an_answer() {
    let cases = [
        (
            "shortText",
            json!({"required": true}),
            json!(""),
            "Nhập: it",
        ),
        (
            "choice",
            json!({"required": true, "options": options(&["x"])}),
            json!(""),
            "Chọn: it",
        ),
        (
            "statement",
            json!({"required": true}),
            json!(false),
            "Đánh dấu để xác nhận: it",
        ),
        (
            "address",
            json!({"required": true}),
            json!({}),
            "Chọn: tỉnh, thành phố",
        ),
        (
            "shortText",
            json!({"maxLength": 3}),
            json!("abcd"),
            "Viết ngắn hơn: nhiều nhất 3 ký tự, hiện có 4.",
        ),
        (
            "citizenId",
            json!({}),
            json!("00108800012"),
            "Số định danh phải có 12 chữ số, bạn mới nhập 11.",
        ),
        (
            "citizenId",
            json!({}),
            json!("0010880001234"),
            "Số định danh phải có 12 chữ số, bạn đã nhập 13.",
        ),
        (
            "phone",
            json!({}),
            json!("0912"),
            "Số điện thoại phải có 10 hoặc 11 chữ số, số bạn nhập có 4.",
        ),
        (
            "money",
            json!({"min": 1_000_000}),
            json!("1"),
            "Nhập số từ 1.000.000 trở lên.",
        ),
        (
            "number",
            json!({"max": 10}),
            json!("11"),
            "Nhập số không quá 10.",
        ),
        (
            "date",
            json!({}),
            json!("3/2024"),
            "Nhập cả ngày: bạn mới nhập tháng 3 năm 2024.",
        ),
        (
            "date",
            json!({}),
            json!("30/2/2024"),
            "Xem lại ngày: tháng 2 năm 2024 có 29 ngày.",
        ),
        (
            "date",
            json!({"latest": "today"}),
            json!("23/11/2026"),
            "Nhập ngày không muộn hơn 22/11/2026.",
        ),
        (
            "date",
            json!({"earliest": "today-14y"}),
            json!("21/11/2012"),
            "Nhập ngày từ 22/11/2012 trở đi.",
        ),
        ("fullName", json!({}), json!("An 2"), "Bỏ chữ số khỏi tên."),
        (
            "fullName",
            json!({}),
            json!("An_"),
            "Bỏ ký tự “_” khỏi tên.",
        ),
        (
            "choice",
            json!({"look": "checkboxes", "minimum": 2, "options": options(&["x", "y"])}),
            json!(["x"]),
            "Chọn ít nhất 2 mục.",
        ),
        (
            "group",
            json!({"minimum": 1, "item": words("{n}"), "fields": [field("n", "number", json!({}))]}),
            json!([]),
            "Thêm cho đủ ít nhất 1 mục.",
        ),
    ];
    for (kind, more, typed, words) in cases {
        assert_eq!(said(kind, more, typed), words);
    }
}

#[test]
fn a_fault_names_its_answer_its_page_and_its_code() {
    let group = json!({"item": words("{n}"), "maximum": 2, "fields": [field("name", "fullName", json!({"required": true}))]});
    let form = of_one("group", group);
    assert_eq!(
        faults(&form, json!({"it": [{"name": "An"}, {"name": " "}]})),
        [("/it/1/name".to_owned(), "required")]
    );
    assert_eq!(
        faults(&form, json!({"it": [1]})),
        [("/it/0".to_owned(), "malformed")]
    );
    assert_eq!(
        faults(&form, json!({"it": "An"})),
        [("/it".to_owned(), "malformed")]
    );
    let many = json!({"it": [{"name": "A"}, {"name": "B"}, {"name": "C"}]});
    assert_eq!(faults(&form, many.clone()), [("/it".to_owned(), "tooMany")]);
    assert_eq!(check(&form, many).unwrap_err()[0].page, "only");
}

#[test]
fn no_answer_of_another_shape_passes() {
    let odd = [
        json!(1),
        json!("text"),
        json!([1]),
        json!({"a": 1}),
        json!(true),
    ];
    let kinds = [
        ("shortText", json!({}), 1),
        ("fullName", json!({}), 1),
        ("yesNo", json!({}), 4),
        ("date", json!({}), 99),
        ("address", json!({}), 99),
        ("citizenId", json!({}), 99),
        ("bankAccount", json!({}), 99),
        ("choice", json!({"options": options(&["x"])}), 99),
        (
            "choice",
            json!({"look": "checkboxes", "options": options(&["x"])}),
            99,
        ),
    ];
    for (kind, more, fits) in kinds {
        let form = of_one(kind, more);
        for (at, typed) in odd.iter().enumerate() {
            let passes = check(&form, json!({"it": typed})).is_ok();
            assert_eq!(passes, at == fits, "{kind} {typed}");
        }
    }
}

#[test]
fn a_rule_is_asked_once_its_answers_are_there_and_sound() {
    let rule = json!({"holds": {"<=": [{"var": "from"}, {"var": "to"}]}, "message": {"vi": "Từ ngày phải trước đến ngày.", "en": "From must be before to."}, "fields": ["from", "to"]});
    let form = form(with_page(
        json!({"id": "stay", "title": words("Lưu trú"), "rules": [rule], "fields": [
            field("from", "date", json!({"rules": [{"holds": {">": [{"var": "from"}, "2020-01-01"]}, "message": words("Sau 2020")}]})),
            field("to", "date", json!({"latest": "today"})),
        ]}),
    ));
    let at = |from: &str, to: &str| {
        check(&form, json!({"from": from, "to": to})).map_or_else(
            |faults| {
                faults
                    .into_iter()
                    .map(|fault| (fault.pointer, fault.message.vi))
                    .collect()
            },
            |_| Vec::new(),
        )
    };
    assert_eq!(at("2/1/2024", "3/1/2024"), []);
    assert_eq!(
        at("4/1/2024", "3/1/2024"),
        [(
            "/from".to_owned(),
            "Từ ngày phải trước đến ngày.".to_owned()
        )]
    );
    assert_eq!(at("4/1/2024", ""), []);
    assert_eq!(
        at("4/1/2019", "3/1/2018"),
        [("/from".to_owned(), "Sau 2020".to_owned())]
    );
    assert_eq!(at("1/1/2028", "2/1/2027").len(), 1);
}

#[test]
fn papers_are_asked_for_by_requirement() {
    let form = form(with_fields(json!([
        field("abroad", "yesNo", json!({})),
        field(
            "certificate",
            "papers",
            json!({"requirement": "p/1", "required": true})
        ),
        field(
            "translation",
            "papers",
            json!({"requirement": "p2", "required": {"var": "abroad"}})
        ),
        field("other", "papers", json!({"requirement": "p3"})),
    ])));
    let abroad = answers(json!({"abroad": true, "certificate": "no answer"}));
    let faults = form
        .check(&abroad, &Papers::default(), &setting())
        .unwrap_err();
    let pointers: Vec<_> = faults.iter().map(|fault| fault.pointer.as_str()).collect();
    assert_eq!(pointers, ["/papers/p~11", "/papers/p2"]);
    assert_eq!(faults[0].message.vi, "Thêm: certificate");
    let papers: Papers = [("p/1", 2), ("p2", 1), ("p3", 0), ("unasked", 1)]
        .into_iter()
        .collect();
    let complete = form.check(&abroad, &papers, &setting()).unwrap();
    assert_eq!(complete.papers(), ["p/1", "p2"]);
    assert_eq!(
        Value::Object(complete.into_answers()),
        json!({"abroad": true})
    );
}

#[test]
fn a_commune_lies_in_its_province_where_somebody_knows() {
    let form = of_one("address", json!({"detail": false}));
    let given = |commune: &str| answers(json!({"it": {"province": "01", "commune": commune}}));
    let knowing = Setting {
        places: Some(&TwoPlaces),
        ..setting()
    };
    assert!(
        form.check(&given("00004"), &Papers::default(), &knowing)
            .is_ok()
    );
    let faults = form
        .check(&given("26734"), &Papers::default(), &knowing)
        .unwrap_err();
    assert_eq!(
        (faults[0].pointer.as_str(), faults[0].code),
        ("/it/commune", "unknown")
    );
    assert!(
        form.check(&given("26734"), &Papers::default(), &setting())
            .is_ok()
    );
    assert!(check(&form, json!({"it": {"province": "1", "commune": "00004"}})).is_err());
}

#[test]
fn a_page_is_checked_by_itself() {
    let page = |id: &str| json!({"id": id, "title": words(id), "fields": [field(id, "phone", json!({"required": true}))]});
    let mut definition = with_page(page("a"));
    definition["sections"][0]["pages"] = json!([page("a"), page("b")]);
    let form = form(definition);
    let on = |page: &str| {
        form.page_faults(
            page,
            &answers(json!({"a": "0912345678"})),
            &Papers::default(),
            &setting(),
        )
        .len()
    };
    assert_eq!((on("a"), on("b"), on("c")), (0, 1, 0));
}

#[test]
fn what_cannot_be_computed_is_at_fault_only_where_it_is_required() {
    let fields = |required: bool| {
        form(with_fields(json!([
            field("net", "money", json!({})),
            field(
                "gross",
                "money",
                json!({"required": required, "max": 100, "compute": {"+": [{"var": "net"}, 1]}})
            ),
        ])))
    };
    assert_eq!(sent(&fields(false), json!({"gross": 5})), json!({}));
    assert_eq!(
        faults(&fields(true), json!({"gross": 5})),
        [("/gross".to_owned(), "notComputed")]
    );
    assert_eq!(
        faults(&fields(false), json!({"net": 100})),
        [("/gross".to_owned(), "outOfRange")]
    );
}

#[test]
fn an_odd_citizen_id_is_remarked_on_and_sent_all_the_same() {
    let form = form(with_fields(json!([
        field("born", "date", json!({})),
        field(
            "sex",
            "choice",
            json!({"options": options(&["male", "female"])})
        ),
        field(
            "id",
            "citizenId",
            json!({"birthDate": "born", "sex": "sex"})
        ),
        field("spouse", "person", json!({"parts": ["citizenId", "sex"]})),
    ])));
    let given = json!({"born": "1/1/1990", "sex": "female", "id": "003088000123", "spouse": {"citizenId": "001190000123", "sex": "male"}});
    let warnings = form.warnings(&answers(given.clone()), &setting());
    let codes: Vec<_> = warnings
        .iter()
        .map(|warning| (warning.pointer.as_str(), warning.code))
        .collect();
    assert_eq!(
        codes,
        [
            ("/id", "unusual"),
            ("/id", "differs"),
            ("/id", "differs"),
            ("/spouse/citizenId", "differs")
        ]
    );
    assert!(check(&form, given).is_ok());
}

#[test]
fn known_answers_fill_what_is_still_open() {
    let form = form(with_fields(json!([
        field("name", "fullName", json!({"prefill": "fullName"})),
        field("phone", "phone", json!({"prefill": "phone"})),
        field("email", "email", json!({"prefill": "email"})),
        field(
            "me",
            "person",
            json!({"prefill": "person", "parts": ["dateOfBirth", "residence", "sex"]})
        ),
    ])));
    assert_eq!(
        form.prefill_attributes(),
        [
            "dateOfBirth",
            "email",
            "fullName",
            "permanentResidence",
            "phone",
            "sex"
        ]
    );
    let known = json!({
        "fullName": "Lê An", "phone": "0912345678", "email": "none", "dateOfBirth": "1990-02-01", "sex": "?",
        "permanentResidence": {"province": "01", "commune": "00004", "detail": "1"}
    });
    let typed = answers(json!({"phone": "0912 999 999"}));
    let filled = form.prefill(&typed, |attribute| known.get(attribute));
    let filled: Vec<_> = filled
        .iter()
        .map(|known| (known.pointer.as_str(), known.attribute, &known.value))
        .collect();
    assert_eq!(
        filled,
        [
            ("/name", "fullName", &known["fullName"]),
            ("/me/dateOfBirth", "dateOfBirth", &known["dateOfBirth"]),
            (
                "/me/residence",
                "permanentResidence",
                &known["permanentResidence"]
            ),
        ]
    );
}
