//! What is a form, and what is refused with the place where it goes wrong.

use motcua_forms::{Dependent, Form, Kind, Look, Rejected, Required, Why};
use serde_json::{Value, json};

use crate::made::{field, form, with_fields, with_page, words};

fn refused(definition: Value) -> Rejected {
    Form::parse(&definition.to_string()).unwrap_err()
}

#[test]
fn a_definition_is_read_with_its_fields_in_order() {
    let form = form(with_fields(json!([
        field(
            "name",
            "fullName",
            json!({"required": true, "official": "Họ, chữ đệm, tên"})
        ),
        field("note", "note", json!({})),
        field(
            "married",
            "choice",
            json!({"look": "select", "options": [
                {"value": "yes", "label": words("Có")}, {"value": "no", "label": words("Không")}
            ]})
        ),
    ])));
    let ids: Vec<_> = form.definition().fields().map(|field| &field.id).collect();
    assert_eq!(ids, ["name", "note", "married"]);
    assert_eq!(form.field("name").unwrap().required, Required::Always);
    assert!(matches!(
        &form.field("married").unwrap().kind,
        Kind::Choice { look: Look::Select, options } if options.len() == 2
    ));
    assert_eq!(form.page_of("note").unwrap().id, "only");
}

#[test]
fn another_version_is_refused_rather_than_misread() {
    let mut newer = with_fields(json!([]));
    newer["version"] = json!(2);
    let rejected = refused(newer);
    assert_eq!(
        (rejected.at.as_str(), rejected.why),
        ("/version", Why::Version)
    );
}

#[test]
fn a_member_that_this_version_does_not_know_is_ignored() {
    let mut newer = with_fields(json!([field("name", "fullName", json!({"shade": "dark"}))]));
    newer["colour"] = json!("red");
    form(newer);
}

#[test]
fn each_fault_of_a_definition_is_found_where_it_stands() {
    let choice = |options: Value| json!({"options": options});
    let a_field = "/sections/0/pages/0/fields/0";
    let cases = [
        (
            field("", "fullName", json!({})),
            "/id",
            Why::Expected("text"),
        ),
        (
            field("2nd", "fullName", json!({})),
            "/id",
            Why::Expected("an id: a letter, then letters, digits and hyphens"),
        ),
        (
            field("a", "telepathy", json!({})),
            "/kind",
            Why::Unknown("telepathy".into()),
        ),
        (
            field("a", "date", json!({"latest": "today-14w"})),
            "/latest",
            Why::Expected("a day (yyyy-MM-dd), `today`, or `today-14y` and the like"),
        ),
        (
            field("a", "number", json!({"min": 2, "max": 1})),
            "/max",
            Why::Expected("at least `min`"),
        ),
        (
            field("a", "number", json!({"min": 0.5})),
            "/min",
            Why::Expected("a whole number"),
        ),
        (
            field("a", "choice", choice(json!([]))),
            "/options",
            Why::Expected("at least one"),
        ),
        (
            field(
                "a",
                "choice",
                choice(
                    json!([{"value": "x", "label": words("X")}, {"value": "x", "label": words("Y")}]),
                ),
            ),
            "/options",
            Why::Twice("x".into()),
        ),
        (
            field("a", "person", json!({"parts": ["soul"]})),
            "/parts/0",
            Why::Unknown("soul".into()),
        ),
        (
            field(
                "a",
                "person",
                json!({"parts": ["phone"], "optional": ["sex"]}),
            ),
            "/optional/0",
            Why::Expected("one of `parts`"),
        ),
        (
            field("a", "papers", json!({})),
            "/requirement",
            Why::Missing,
        ),
        (
            field(
                "a",
                "group",
                json!({"item": words("{n}"), "fields": [field("b", "papers", json!({"requirement": "r"}))]}),
            ),
            "/fields/0/kind",
            Why::Misplaced("a question for papers within a group"),
        ),
        (
            field("a", "yesNo", json!({"show": {"var": "b"}})),
            "/show",
            Why::Dangling("b".into()),
        ),
        (
            field(
                "a",
                "yesNo",
                json!({"required": {"==": [{"var": "a.b"}, 1]}}),
            ),
            "/required",
            Why::Dangling("a.b".into()),
        ),
        (
            field("a", "yesNo", json!({"show": {"guess": 1}})),
            "/show",
            Why::Unknown("guess".into()),
        ),
        (
            field("a", "yesNo", json!({"show": {"var": {"var": "$case"}}})),
            "/show",
            Why::Misplaced("a name that is worked out"),
        ),
        (
            field(
                "a",
                "yesNo",
                json!({"rules": [{"holds": {"missing": ["c"]}, "message": words("m")}]}),
            ),
            "/rules/0/holds",
            Why::Dangling("c".into()),
        ),
        (
            field("a", "citizenId", json!({"birthDate": "a"})),
            "/birthDate",
            Why::Expected("the id of a date"),
        ),
        (
            field("a", "statement", json!({"compute": true})),
            "/compute",
            Why::Misplaced("a computed answer to a question of this kind"),
        ),
    ];
    for (wrong, at, why) in cases {
        let rejected = refused(with_fields(json!([wrong])));
        assert_eq!(rejected.at, format!("{a_field}{at}"), "{rejected}");
        assert_eq!(rejected.why, why);
    }
}

#[test]
fn two_answers_cannot_share_a_name() {
    let twice = with_fields(json!([
        field("a", "phone", json!({})),
        field("a", "email", json!({}))
    ]));
    assert_eq!(refused(twice).why, Why::Twice("a".into()));
}

#[test]
fn what_is_shown_or_computed_cannot_depend_on_itself() {
    let circle = with_fields(json!([
        field("a", "number", json!({"compute": {"+": [{"var": "b"}, 1]}})),
        field("b", "number", json!({"show": {">": [{"var": "c"}, 1]}})),
        field("c", "number", json!({"compute": {"var": "a"}})),
    ]));
    assert!(matches!(refused(circle).why, Why::Circle(_)));
    let within_its_page = with_page(json!({
        "id": "only", "title": words("Trang"), "show": {"var": "a"},
        "fields": [field("a", "yesNo", json!({}))]
    }));
    assert!(matches!(refused(within_its_page).why, Why::Circle(_)));
    let within_an_item = with_fields(json!([field(
        "list",
        "group",
        json!({
            "item": words("{n}"), "fields": [
                field("a", "yesNo", json!({"show": {"var": "b"}})),
                field("b", "yesNo", json!({"show": {"var": "a"}})),
            ]
        })
    )]));
    assert!(matches!(refused(within_an_item).why, Why::Circle(_)));
}

#[test]
fn two_answers_may_each_be_required_by_the_other() {
    form(with_fields(json!([
        field("a", "phone", json!({"required": {"!": {"var": "b"}}})),
        field("b", "email", json!({"required": {"!": {"var": "a"}}})),
    ])));
}

#[test]
fn an_item_sees_its_own_answers_first_and_a_list_is_seen_by_its_items() {
    let children = field(
        "children",
        "group",
        json!({"item": words("Con {n}"), "fields": [
            field("born", "date", json!({})),
            field("school", "shortText", json!({"show": {">=": [{"age": {"var": "born"}}, 6]}})),
            field("home", "address", json!({"show": {"!": {"var": "together"}}})),
        ]}),
    );
    let some = |name: &str| json!({"some": [{"var": "children"}, {"!!": {"var": name}}]});
    let form_with = |name: &str| {
        with_fields(json!([
            field("together", "yesNo", json!({})),
            children,
            field("pupils", "yesNo", json!({"show": some(name)})),
        ]))
    };
    let form = form(form_with("school"));
    assert_eq!(
        form.dependents("together"),
        [
            Dependent::Field("together"),
            Dependent::Field("children"),
            Dependent::Field("pupils"),
        ]
    );
    assert_eq!(
        refused(form_with("scool")).why,
        Why::Dangling("scool".into())
    );
}

#[test]
fn a_section_waits_only_for_sections_before_it() {
    let section = |id: &str, after: Value| {
        json!({"id": id, "title": words(id), "after": after, "pages": [
            {"id": format!("{id}-page"), "title": words(id), "fields": []}
        ]})
    };
    let mut definition = with_fields(json!([]));
    definition["sections"] = json!([section("a", json!([])), section("b", json!(["a"]))]);
    assert_eq!(form(definition.clone()).section("b").unwrap().after, ["a"]);
    definition["sections"] = json!([section("a", json!(["b"])), section("b", json!([]))]);
    assert_eq!(refused(definition).at, "/sections/0/after/0");
}

#[test]
fn a_form_that_would_take_for_ever_is_refused() {
    let fields: Vec<_> = (0..40)
        .map(|at| field(&format!("f{at}"), "yesNo", json!({})))
        .collect();
    let group = |at: usize| {
        field(
            &format!("g{at}"),
            "group",
            json!({
                "item": words("{n}"), "maximum": 200, "fields": fields
            }),
        )
    };
    assert_eq!(
        refused(with_fields(json!([group(1)]))).why,
        Why::TooMany("fields", 5000)
    );
}
