//! The JSON Schema of a form's answers, for portals in other languages.

use serde_json::{Map, Value, json};

use crate::definition::{Field, Required};
use crate::form::Form;
use crate::kind::{Choice, Group, Kind, Look, PartName, Range};
use crate::limits;
use crate::reading::{ACCOUNT_NUMBER, MAIL_BYTES};

impl Form {
    /// The JSON Schema (2020-12) of the answers that [`Form::check`] lets through.
    ///
    /// Everything that passes the check is valid by it. The reverse does not hold: a schema
    /// knows no conditions, no days counted from today, no rules, no places. It says what can
    /// be said without them, and therefore demands only what is asked of everybody.
    #[must_use]
    pub fn schema(&self) -> Value {
        let mut object = Object::default();
        for section in &self.definition().sections {
            for page in &section.pages {
                let always = section.show.is_none() && page.show.is_none();
                for field in &page.fields {
                    object.add(field, always);
                }
            }
        }
        let mut schema = object.finish();
        schema["$schema"] = json!("https://json-schema.org/draft/2020-12/schema");
        schema["title"] = json!(self.definition().source);
        schema["$comment"] = json!(
            "Answers in the shapes in which they are sent. Conditions, rules and days counted \
             from today are not expressed here."
        );
        schema
    }
}

/// An object's schema while its members are gathered.
#[derive(Default)]
struct Object {
    properties: Map<String, Value>,
    required: Vec<Value>,
}

impl Object {
    /// Adds a field's answer; `always` when whatever surrounds it is always there.
    fn add(&mut self, field: &Field, always: bool) {
        let Some(mut schema) = of_kind(&field.kind) else {
            return;
        };
        schema["title"] = json!(field.label.vi);
        if field.compute.is_some() {
            schema["readOnly"] = json!(true);
        }
        self.properties.insert(field.id.clone(), schema);
        let fills = matches!(&field.kind, Kind::Group(group) if group.minimum > 0);
        if always && field.show.is_none() && (field.required == Required::Always || fills) {
            self.required.push(json!(field.id));
        }
    }

    fn part(&mut self, name: &str, optional: bool, schema: Value) {
        self.properties.insert(name.to_owned(), schema);
        if !optional {
            self.required.push(json!(name));
        }
    }

    fn finish(self) -> Value {
        json!({
            "type": "object",
            "properties": self.properties,
            "required": self.required,
            "additionalProperties": false
        })
    }
}

/// The schema of an answer of this kind; none for what has no answer.
fn of_kind(kind: &Kind) -> Option<Value> {
    Some(match kind {
        Kind::ShortText { max_length } | Kind::LongText { max_length } => text(*max_length),
        Kind::FullName => text(limits::NAME),
        Kind::Number { range, .. } | Kind::Money { range } => number(*range),
        Kind::Date { .. } => day(),
        Kind::Choice { look, options } => choice(*look, options),
        Kind::YesNo => json!({"type": "boolean"}),
        Kind::Address { detail } => address(*detail),
        Kind::CitizenId { .. } => citizen_id(),
        Kind::Phone => phone(),
        Kind::Email => json!({
            "type": "string", "maxLength": MAIL_BYTES, "pattern": r"^[^\s@]+@[^\s@]+$"
        }),
        Kind::BankAccount => bank_account(),
        Kind::Person { parts } => {
            let mut person = Object::default();
            for part in parts {
                person.part(part.name.as_str(), part.optional, of_part(part.name));
            }
            person.finish()
        }
        Kind::Statement => json!({"const": true}),
        Kind::Group(group) => list(group),
        Kind::Papers { .. } | Kind::Signature | Kind::Note => return None,
    })
}

fn text(most: usize) -> Value {
    json!({"type": "string", "minLength": 1, "maxLength": most})
}

fn number(range: Range) -> Value {
    let mut schema = json!({"type": "integer"});
    if let Some(min) = range.min {
        schema["minimum"] = json!(min);
    }
    if let Some(max) = range.max {
        schema["maximum"] = json!(max);
    }
    schema
}

fn day() -> Value {
    json!({"type": "string", "format": "date", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"})
}

fn citizen_id() -> Value {
    json!({"type": "string", "pattern": "^[0-9]{12}$"})
}

fn phone() -> Value {
    json!({"type": "string", "pattern": "^0[0-9]{9,10}$"})
}

fn choice(look: Look, options: &[Choice]) -> Value {
    let values: Vec<_> = options.iter().map(|option| option.value.as_str()).collect();
    let Look::Checkboxes { minimum, maximum } = look else {
        return json!({"enum": values});
    };
    json!({
        "type": "array",
        "items": {"enum": values},
        "uniqueItems": true,
        "minItems": minimum.max(1),
        "maxItems": maximum.unwrap_or(options.len())
    })
}

fn address(detail: bool) -> Value {
    let mut address = Object::default();
    address.part(
        "province",
        false,
        json!({"type": "string", "pattern": "^[0-9]{2}$"}),
    );
    address.part(
        "commune",
        false,
        json!({"type": "string", "pattern": "^[0-9]{5}$"}),
    );
    if detail {
        address.part("detail", false, text(limits::DETAIL));
    }
    address.finish()
}

fn bank_account() -> Value {
    let mut account = Object::default();
    let (least, most) = ACCOUNT_NUMBER;
    account.part("bank", false, text(limits::NAME));
    account.part(
        "number",
        false,
        json!({
            "type": "string", "pattern": "^[0-9A-Z]+$", "minLength": least, "maxLength": most
        }),
    );
    account.part("holder", false, text(limits::NAME));
    account.finish()
}

fn of_part(part: PartName) -> Value {
    match part {
        PartName::FullName => text(limits::NAME),
        PartName::DateOfBirth => day(),
        PartName::Sex => json!({"enum": ["male", "female"]}),
        PartName::CitizenId => citizen_id(),
        PartName::Ethnicity => text(limits::ETHNICITY),
        PartName::Nationality => json!({"type": "string", "pattern": "^[A-Z]{2}$"}),
        PartName::Residence => address(true),
        PartName::Phone => phone(),
    }
}

fn list(group: &Group) -> Value {
    let mut item = Object::default();
    for field in &group.fields {
        item.add(field, true);
    }
    json!({
        "type": "array",
        "items": item.finish(),
        // An empty list is left out.
        "minItems": group.minimum.max(1),
        "maxItems": group.maximum
    })
}
