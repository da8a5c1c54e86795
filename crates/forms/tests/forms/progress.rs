//! How far each section is.

use motcua_forms::{Papers, SectionState};
use serde_json::{Value, json};

use crate::made::{answers, field, form, setting, with_sections, words};

fn section(id: &str, more: Value, fields: Value) -> Value {
    let mut section = json!({"id": id, "title": words(id), "pages": [
        {"id": format!("{id}-page"), "title": words(id), "fields": fields}
    ]});
    for (name, value) in more.as_object().unwrap() {
        section[name] = value.clone();
    }
    section
}

#[test]
fn a_section_is_started_done_or_waits_for_another() {
    let form = form(with_sections(json!([
        section(
            "you",
            json!({}),
            json!([
                field("name", "fullName", json!({"required": true})),
                field("phone", "phone", json!({}))
            ])
        ),
        section(
            "more",
            json!({}),
            json!([field("remark", "longText", json!({}))])
        ),
        section(
            "papers",
            json!({}),
            json!([field(
                "photo",
                "papers",
                json!({"requirement": "photo", "required": true})
            )])
        ),
        section(
            "child",
            json!({"show": {"var": "name"}}),
            json!([field("childName", "fullName", json!({"required": true}))])
        ),
        section(
            "end",
            json!({"after": ["you", "papers"]}),
            json!([field("true", "statement", json!({"required": true}))])
        ),
        section(
            "words",
            json!({}),
            json!([field("hello", "note", json!({}))])
        ),
    ])));
    let states = |given: Value, photos: usize| {
        let papers: Papers = [("photo", photos)].into_iter().collect();
        let states = form.section_states(&answers(given), &papers, &setting());
        states
            .into_iter()
            .map(|(_, state)| state)
            .collect::<Vec<_>>()
    };
    use SectionState::{CannotStart, Done, InProgress, NotStarted, Optional};
    assert_eq!(
        states(json!({"true": false}), 0),
        [NotStarted, Optional, NotStarted, CannotStart, Done]
    );
    assert_eq!(
        states(json!({"phone": "09"}), 0),
        [InProgress, Optional, NotStarted, CannotStart, Done]
    );
    let begun = json!({"name": "Lê An", "remark": "x"});
    assert_eq!(
        states(begun.clone(), 1),
        [Done, Done, Done, NotStarted, NotStarted, Done]
    );
    let you = form.section_state("you", &answers(begun), &Papers::default(), &setting());
    assert_eq!(you, Some(Done));
    let hidden = form.section_state("child", &answers(json!({})), &Papers::default(), &setting());
    assert_eq!(hidden, None);
}
