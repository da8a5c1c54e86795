//! What may be filled in from what is already known about the person.

use serde_json::{Map, Value};

use crate::definition::Field;
use crate::form::Form;
use crate::kind::{Kind, PartName};
use crate::reading::{is_blank, read};
use crate::setting::Answers;

/// Stands for a whole person: each part is filled from the attribute of its own name, the
/// residence from `permanentResidence`.
const PERSON: &str = "person";

/// An answer that is known already.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Prefilled<'a> {
    /// A JSON pointer to the answer (`/applicantName`), or to the part of it (`/applicant/sex`).
    pub pointer: String,
    /// The profile's attribute it comes from.
    pub attribute: &'a str,
    /// The answer, in the shape in which it is sent.
    pub value: Value,
}

impl Form {
    /// The answers that are still open and that `known` can fill: it gives what is known
    /// under a profile's attribute. What does not read as an answer is left out.
    #[must_use]
    pub fn prefill<'a, 'k>(
        &'a self,
        answers: &Answers,
        known: impl Fn(&str) -> Option<&'k Value>,
    ) -> Vec<Prefilled<'a>> {
        let mut all = Vec::new();
        for field in self.definition().fields() {
            let typed = answers.get(&field.id).unwrap_or(&Value::Null);
            if field.compute.is_some() || !is_blank(typed) {
                continue;
            }
            for (part, attribute) in sources(field) {
                let Some(value) = known(attribute) else {
                    continue;
                };
                let value = match part {
                    None => whole(&field.kind, value),
                    Some(part) => part_of_person(&field.kind, part, value),
                };
                let pointer = match part {
                    None => format!("/{}", field.id),
                    Some(part) => format!("/{}/{part}", field.id),
                };
                all.extend(value.map(|value| Prefilled {
                    pointer,
                    attribute,
                    value,
                }));
            }
        }
        all
    }

    /// The profile's attributes that could fill something in, each once.
    #[must_use]
    pub fn prefill_attributes(&self) -> Vec<&str> {
        let mut all: Vec<&str> = self
            .definition()
            .fields()
            .flat_map(sources)
            .map(|(_, attribute)| attribute)
            .collect();
        all.sort_unstable();
        all.dedup();
        all
    }
}

/// The attributes that fill a field, with the part of it that each fills.
fn sources(field: &Field) -> Vec<(Option<&'static str>, &str)> {
    let source = |name: PartName| match name {
        PartName::Residence => "permanentResidence",
        name => name.as_str(),
    };
    match (field.prefill.as_deref(), &field.kind) {
        (Some(PERSON), Kind::Person { parts }) => {
            let parts = parts.iter().map(|part| part.name);
            parts
                .map(|name| (Some(name.as_str()), source(name)))
                .collect()
        }
        (Some(attribute), _) => vec![(None, attribute)],
        (None, _) => Vec::new(),
    }
}

fn whole(kind: &Kind, value: &Value) -> Option<Value> {
    let reading = read(kind, value);
    let sound = reading.slips.is_empty() && !reading.value.is_null();
    sound.then_some(reading.value)
}

/// What a person of this part alone reads as.
fn part_of_person(kind: &Kind, part: &str, value: &Value) -> Option<Value> {
    let mut person = Map::new();
    person.insert(part.to_owned(), value.clone());
    let mut reading = read(kind, &Value::Object(person));
    let at_fault = format!("/{part}");
    let own = reading
        .slips
        .iter()
        .any(|slip| slip.at.starts_with(&at_fault));
    if own {
        None
    } else {
        reading.value.get_mut(part).map(Value::take)
    }
}
