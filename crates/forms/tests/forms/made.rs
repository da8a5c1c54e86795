//! Makes forms and answers for the tests.

use motcua_forms::{Answers, Complete, Day, Fault, Form, Papers, Places, Setting};
use serde_json::{Value, json};

pub(crate) fn words(vi: &str) -> Value {
    json!({"vi": vi, "en": vi})
}

/// A field with these members beside its id, kind and label.
pub(crate) fn field(id: &str, kind: &str, more: Value) -> Value {
    let mut field = json!({"id": id, "kind": kind, "label": words(id)});
    for (name, value) in more.as_object().unwrap() {
        field[name] = value.clone();
    }
    field
}

/// A form of one page with these fields.
pub(crate) fn with_fields(fields: Value) -> Value {
    with_page(json!({"id": "only", "title": words("Trang"), "fields": fields}))
}

/// A form of this one page.
pub(crate) fn with_page(page: Value) -> Value {
    with_sections(json!([{"id": "only", "title": words("Phần"), "pages": [page]}]))
}

pub(crate) fn with_sections(sections: Value) -> Value {
    json!({"version": 1, "service": "1.001193", "source": "An invented form", "sections": sections})
}

pub(crate) fn form(definition: Value) -> Form {
    Form::parse(&definition.to_string()).unwrap()
}

/// A form of one field.
pub(crate) fn of_one(kind: &str, more: Value) -> Form {
    form(with_fields(json!([field("it", kind, more)])))
}

pub(crate) fn answers(json: Value) -> Answers {
    json.as_object().unwrap().clone()
}

/// A Sunday in Vietnam, and a case.
pub(crate) fn setting() -> Setting<'static> {
    Setting {
        today: Day::parse("2026-11-22").unwrap(),
        case: "c1",
        places: None,
    }
}

/// Knows two communes: 00004 in 01, and 26734 in 79.
pub(crate) struct TwoPlaces;

impl Places for TwoPlaces {
    fn has(&self, province: &str, commune: &str) -> bool {
        matches!((province, commune), ("01", "00004") | ("79", "26734"))
    }
}

pub(crate) fn check(form: &Form, given: Value) -> Result<Complete, Vec<Fault>> {
    form.check(&answers(given), &Papers::default(), &setting())
}

/// What is sent of these answers.
pub(crate) fn sent(form: &Form, given: Value) -> Value {
    Value::Object(check(form, given).unwrap().into_answers())
}

/// Where these answers are at fault, and how.
pub(crate) fn faults(form: &Form, given: Value) -> Vec<(String, &'static str)> {
    let faults = check(form, given).expect_err("faults");
    faults
        .into_iter()
        .map(|fault| (fault.pointer, fault.code))
        .collect()
}
