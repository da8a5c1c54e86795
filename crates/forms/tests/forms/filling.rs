//! What is shown and computed while a form is filled in.

use motcua_forms::{Dependent, Spot};
use serde_json::{Value, json};

use crate::made::{
    answers, field, form, sent, setting, with_fields, with_page, with_sections, words,
};

fn page(id: &str, show: Value, fields: Value) -> Value {
    json!({"id": id, "title": words(id), "show": show, "fields": fields})
}

#[test]
fn sections_pages_and_fields_are_there_when_their_conditions_hold() {
    let form = form(with_sections(json!([
        {"id": "you", "title": words("Bạn"), "pages": [
            page("married", Value::Null, json!([field("married", "yesNo", json!({}))])),
        ]},
        {"id": "spouse", "title": words("Vợ, chồng"), "show": {"var": "married"}, "pages": [
            page("name", Value::Null, json!([field("name", "fullName", json!({}))])),
            page("abroad", json!({"==": [{"var": "$case"}, "abroad"]}), json!([field("country", "shortText", json!({}))])),
        ]},
    ])));
    let none = form.shown(&answers(json!({})), &setting());
    assert_eq!(none.pages().collect::<Vec<_>>(), ["married"]);
    assert!(!none.section("spouse") && !none.page("name") && !none.field("name"));
    let married = form.shown(&answers(json!({"married": true})), &setting());
    assert_eq!(married.pages().collect::<Vec<_>>(), ["married", "name"]);
    assert!(married.field("name"));
    let abroad = motcua_forms::Setting {
        case: "abroad",
        ..setting()
    };
    let shown = form.shown(&answers(json!({"married": true})), &abroad);
    assert!(shown.page("abroad") && shown.field("country"));
    assert!(!shown.field("nobody") && !shown.page("nowhere") && !shown.section("none"));
}

#[test]
fn what_is_hidden_cannot_be_seen_by_others_and_is_not_sent() {
    let form = form(with_fields(json!([
        field("a", "yesNo", json!({})),
        field("b", "yesNo", json!({"show": {"var": "a"}})),
        field(
            "c",
            "yesNo",
            json!({"show": {"var": "b"}, "required": true})
        ),
    ])));
    let all = json!({"a": true, "b": true, "c": true});
    assert_eq!(sent(&form, all), json!({"a": true, "b": true, "c": true}));
    let without = json!({"a": false, "b": true, "c": true});
    assert_eq!(sent(&form, without), json!({"a": false}));
}

#[test]
fn conditions_see_what_can_be_read_of_an_answer() {
    let form = form(with_fields(json!([
        field("born", "date", json!({})),
        field(
            "guardian",
            "fullName",
            json!({"required": {"<": [{"age": {"var": "born"}}, 18]}})
        ),
        field("income", "money", json!({})),
        field(
            "rich",
            "note",
            json!({"show": {">": [{"var": "income"}, 1000]}})
        ),
        field(
            "pensioner",
            "note",
            json!({"show": {">=": [{"age": {"var": "born"}}, 60]}})
        ),
    ])));
    let shown = |born: &str, income: &str| {
        let typed = answers(json!({"born": born, "income": income}));
        let shown = form.shown(&typed, &setting());
        (
            shown.required("guardian"),
            shown.field("rich"),
            shown.field("pensioner"),
        )
    };
    assert_eq!(shown("23/11/2008", "12 000"), (true, true, false));
    assert_eq!(shown("22/11/2008", "999 đồng"), (false, false, false));
    assert_eq!(shown("1/1/1966", "nhiều"), (false, false, true));
    // Nobody is under age before the date of birth is known.
    assert_eq!(shown("3/2024", ""), (false, false, false));
}

#[test]
fn answers_are_computed_one_from_the_other() {
    let form = form(with_fields(json!([
        field(
            "total",
            "money",
            json!({"compute": {"+": [{"var": "net"}, {"var": "tax"}]}})
        ),
        field(
            "tax",
            "money",
            json!({"compute": {"/": [{"var": "net"}, 10]}})
        ),
        field("net", "money", json!({})),
        field(
            "until",
            "date",
            json!({"compute": {"addYears": ["2024-02-29", 1]}})
        ),
        field(
            "days",
            "number",
            json!({"compute": {"days": ["2026-11-20", {"var": "$today"}]}})
        ),
    ])));
    let computed = form.computed(&answers(json!({"net": "1.000", "tax": 7})), &setting());
    let expected = [
        ("/total", json!(1100)),
        ("/tax", json!(100)),
        ("/until", json!("2025-03-01")),
        ("/days", json!(2)),
    ];
    assert_eq!(computed, expected.map(|(at, value)| (at.to_owned(), value)));
    let nothing = form.computed(&answers(json!({"net": "?"})), &setting());
    assert_eq!(nothing.len(), 3, "{nothing:?}");
}

#[test]
fn each_item_of_a_group_sees_its_own_answers_first() {
    let form = form(with_fields(json!([
        field("name", "shortText", json!({})),
        field(
            "children",
            "group",
            json!({"item": words("Con {n}"), "minimum": 1, "maximum": 2, "fields": [
                field("name", "shortText", json!({})),
                field("greeting", "shortText", json!({"compute": {"cat": [{"var": "name"}, " of ", {"var": "$case"}]}})),
                field("nick", "shortText", json!({"show": {"var": "name"}, "required": true})),
            ]})
        ),
        field(
            "names",
            "shortText",
            json!({"compute": {"reduce": [
                {"var": "children"}, {"cat": [{"var": "accumulator"}, {"var": "current.name"}, ";"]}, ""
            ]}})
        ),
    ])));
    let typed = answers(
        json!({"name": "Outer", "children": [{"name": "An"}, {}, {"name": "beyond the maximum"}]}),
    );
    let shown = form.shown(&typed, &setting());
    assert_eq!(shown.items("children"), 2);
    assert!(
        shown.field(Spot::within("children", 0, "nick"))
            && shown.required(Spot::within("children", 0, "nick"))
    );
    assert!(!shown.field(Spot::within("children", 1, "nick")));
    assert!(!shown.field(Spot::within("children", 2, "name")));
    assert_eq!(
        shown.value(Spot::within("children", 0, "greeting")),
        "An of c1"
    );
    assert_eq!(shown.value("names"), "An;;");
    // Nothing answered: one item is there to be filled in, and conditions see none.
    let empty = form.shown(&answers(json!({})), &setting());
    assert_eq!(empty.items("children"), 1);
    assert!(empty.field(Spot::within("children", 0, "name")));
    assert_eq!(empty.value("children"), &Value::Null);
    assert_eq!(
        Spot::within("children", 0, "name").pointer(),
        "/children/0/name"
    );
}

#[test]
fn an_option_that_is_no_longer_offered_has_no_value() {
    let option =
        |value: &str, show: Value| json!({"value": value, "label": words(value), "show": show});
    let form = form(with_fields(json!([
        field("adult", "yesNo", json!({})),
        field(
            "way",
            "choice",
            json!({"options": [
                option("self", json!({"var": "adult"})), option("parent", Value::Null),
            ]})
        ),
        field(
            "after",
            "note",
            json!({"show": {"==": [{"var": "way"}, "self"]}})
        ),
    ])));
    let adult = form.shown(&answers(json!({"adult": true, "way": "self"})), &setting());
    assert!(adult.option("way", "self") && adult.field("after"));
    let minor = form.shown(&answers(json!({"adult": false, "way": "self"})), &setting());
    assert!(!minor.option("way", "self") && minor.option("way", "parent"));
    assert!(!minor.field("after") && minor.value("way").is_null());
    assert!(!minor.option("way", "none") && !minor.option("adult", "self"));
}

#[test]
fn one_answer_brings_up_to_date_just_what_follows_from_it() {
    let form = form(with_page(
        json!({"id": "only", "title": words("Trang"), "fields": [
            field("a", "yesNo", json!({})),
            field("b", "yesNo", json!({"show": {"var": "a"}})),
            field("c", "yesNo", json!({"required": {"var": "a"}})),
            field("d", "yesNo", json!({"required": {"var": "b"}})),
            field("e", "yesNo", json!({})),
        ]}),
    ));
    let all = ["a", "b", "c", "d"].map(Dependent::Field);
    assert_eq!(form.dependents("a"), all);
    assert_eq!(form.dependents("e"), [Dependent::Field("e")]);
    assert_eq!(form.dependents("nobody"), []);
    let mut shown = form.shown(&answers(json!({"b": true})), &setting());
    let with_a = answers(json!({"a": true, "b": true}));
    assert_eq!(form.update(&mut shown, "a", &with_a), all);
    assert_eq!(shown, form.shown(&with_a, &setting()));
    assert_eq!(form.update(&mut shown, "a", &with_a), []);
}

#[test]
fn a_page_that_comes_brings_its_fields_and_what_they_decide() {
    let form = form(with_sections(json!([
        {"id": "one", "title": words("Một"), "pages": [
            page("first", Value::Null, json!([field("a", "yesNo", json!({}))])),
            page("second", json!({"var": "a"}), json!([field("b", "yesNo", json!({}))])),
        ]},
        {"id": "two", "title": words("Hai"), "show": {"var": "b"}, "pages": [
            page("third", Value::Null, json!([field("c", "yesNo", json!({}))])),
        ]},
    ])));
    let mut shown = form.shown(&answers(json!({"b": true})), &setting());
    let given = answers(json!({"a": true, "b": true}));
    let changed = form.update(&mut shown, "a", &given);
    assert_eq!(changed, form.dependents("a"));
    assert_eq!(changed.len(), 6, "{changed:?}");
    assert_eq!(shown, form.shown(&given, &setting()));
}
