//! What makes an application the same as another, and whom it is for.
//!
//! Both follow from the form's definition: answers that say who and what count, answers
//! that say how to reach somebody do not, so that a corrected phone number does
//! not pass for another application.

use motcua_contract::opaque::Opaque;
use motcua_contract::text::LocalText;
use serde_json::Value;
use sha2::{Digest, Sha256};

/// Kinds of fields whose answers do not make another application.
const INCIDENTAL: [&str; 5] = ["phone", "email", "bankAccount", "statement", "note"];
/// The profile's attribute that stands for the applicant's name.
const NAME_OF_APPLICANT: &str = "fullName";

/// SHA-256 of what makes an application what it is.
pub(crate) fn essence(
    service: &str,
    case: &str,
    definition: &Opaque,
    answers: &Opaque,
) -> [u8; 32] {
    let incidental: Vec<&str> = fields(definition)
        .into_iter()
        .filter(|field| INCIDENTAL.contains(&text(field, "kind")))
        .map(|field| text(field, "id"))
        .collect();
    let essential: Opaque = answers
        .iter()
        .filter(|(id, _)| !incidental.contains(&id.as_str()))
        .map(|(id, answer)| (id.clone(), answer.clone()))
        .collect();
    let mut digest = Sha256::new();
    for part in [
        service.as_bytes(),
        case.as_bytes(),
        &canonical(&Value::Object(essential)),
    ] {
        digest.update((part.len() as u64).to_le_bytes());
        digest.update(part);
    }
    digest.finalize().into()
}

/// The applicant's name: what the profile would have filled in, or else the first full name.
pub(crate) fn applicant(definition: &Opaque, answers: &Opaque) -> Option<String> {
    let fields = fields(definition);
    let prefilled = fields
        .iter()
        .filter(|field| text(field, "prefill") == NAME_OF_APPLICANT);
    let named = fields
        .iter()
        .filter(|field| ["fullName", "person"].contains(&text(field, "kind")));
    prefilled.chain(named).find_map(|field| {
        let answer = answers.get(text(field, "id"))?;
        let name = answer
            .as_str()
            .or_else(|| answer.get("fullName")?.as_str())?;
        let name = name.trim();
        (!name.is_empty()).then(|| name.to_owned())
    })
}

/// The field of a kind that asks for the applicant's own number: what the profile would fill
/// in, or else the first of its kind.
pub(crate) fn applicants<'a>(definition: &'a Opaque, kind: &str) -> Option<&'a str> {
    let fields = fields(definition);
    let mut of_kind = fields.iter().filter(|field| text(field, "kind") == kind);
    let own = of_kind.clone().find(|field| text(field, "prefill") == kind);
    own.or_else(|| of_kind.next())
        .map(|field| text(field, "id"))
}

/// The bytes that RFC 8785 gives a value.
pub(crate) fn canonical(value: &Value) -> Vec<u8> {
    serde_json_canonicalizer::to_vec(value).expect("JSON in memory can be written")
}

/// SHA-256 of a value's canonical form, in lower-case hexadecimal digits.
pub(crate) fn sha256(value: &Value) -> String {
    let digest = Sha256::digest(canonical(value));
    digest.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// A part of a form that an officer can point to.
pub(crate) struct Part<'a> {
    /// The field's id.
    pub(crate) id: &'a str,
    /// The requirement that it asks papers for.
    pub(crate) requirement: Option<&'a str>,
    pub(crate) label: LocalText,
}

/// The parts of a form, in order.
pub(crate) fn parts(definition: &Opaque) -> Vec<Part<'_>> {
    let parts = fields(definition).into_iter().map(|field| {
        let label = serde_json::from_value(field["label"].clone());
        Part {
            id: text(field, "id"),
            requirement: field["requirement"].as_str(),
            label: label.unwrap_or_default(),
        }
    });
    parts.filter(|part| !part.label.vi.is_empty()).collect()
}

/// The fields on a form's pages, in order; those inside groups belong to their group.
fn fields(definition: &Opaque) -> Vec<&Value> {
    let sections = definition.get("sections").and_then(Value::as_array);
    sections
        .into_iter()
        .flatten()
        .filter_map(|section| section["pages"].as_array())
        .flatten()
        .filter_map(|page| page["fields"].as_array())
        .flatten()
        .collect()
}

fn text<'a>(field: &'a Value, member: &str) -> &'a str {
    field[member].as_str().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn object(value: Value) -> Opaque {
        match value {
            Value::Object(object) => object,
            other => panic!("{other} is no object"),
        }
    }

    fn definition() -> Opaque {
        object(json!({"sections": [{"pages": [{"fields": [
            {"id": "childName", "kind": "fullName"},
            {"id": "applicantName", "kind": "fullName", "prefill": "fullName"},
            {"id": "phone", "kind": "phone"}
        ]}]}]}))
    }

    fn of(answers: Value) -> [u8; 32] {
        essence("1.001193", "c1", &definition(), &object(answers))
    }

    #[test]
    fn another_phone_number_is_the_same_application_and_another_name_is_not() {
        let first = of(json!({"childName": "A", "phone": "0900000001"}));
        assert_eq!(first, of(json!({"phone": "0900000002", "childName": "A"})));
        assert_ne!(first, of(json!({"childName": "B", "phone": "0900000001"})));
        let answers = object(json!({"childName": "A"}));
        assert_ne!(first, essence("1.001193", "c2", &definition(), &answers));
    }

    #[test]
    fn the_applicant_is_who_the_profile_would_fill_in_or_the_first_name_there_is() {
        let both = object(json!({"childName": "Trẻ", "applicantName": " Mẹ "}));
        assert_eq!(applicant(&definition(), &both).as_deref(), Some("Mẹ"));
        let child = object(json!({"childName": "Trẻ", "applicantName": "  "}));
        assert_eq!(applicant(&definition(), &child).as_deref(), Some("Trẻ"));
        assert_eq!(applicant(&definition(), &object(json!({}))), None);
    }

    #[test]
    fn the_canonical_form_is_that_of_the_standards_own_example() {
        let value: Value = serde_json::from_str(
            r#"{"numbers": [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001],
                "string": "\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/", "literals": [null, true, false]}"#,
        )
        .expect("JSON");
        let expected = r#"{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\u000f\nA'B\"\\\\\"/"}"#;
        assert_eq!(
            String::from_utf8(canonical(&value)).expect("text"),
            expected
        );
    }
}
