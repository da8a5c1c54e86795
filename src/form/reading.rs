//! An answer in the words of its question, as the review and the lists of items show it.

use motcua_forms::{Choice, Field, Kind, Part, PartName};
use serde_json::Value;

use super::control::person;
use super::question::said;
use super::typed::{self, DateBoxes};
use crate::i18n::form as words;

/// An answer to be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Reading {
    /// Nothing was answered.
    Nothing,
    /// Words.
    Text(String),
    /// An address, whose codes still have to be put into names.
    Place(Place),
    /// Parts, each with its name.
    Parts(Vec<(String, Reading)>),
}

/// An address by its official codes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Place {
    /// The province's code, or none.
    pub(crate) province: String,
    /// The commune's code, or none.
    pub(crate) commune: String,
    /// House, street, hamlet.
    pub(crate) detail: String,
}

impl Reading {
    /// Whether there is something to read.
    pub(crate) fn is_something(&self) -> bool {
        *self != Self::Nothing
    }

    fn text(text: impl Into<String>) -> Self {
        let text = text.into();
        if text.trim().is_empty() {
            Self::Nothing
        } else {
            Self::Text(text)
        }
    }

    fn parts(parts: impl Iterator<Item = (String, Self)>) -> Self {
        let parts: Vec<_> = parts.filter(|(_, part)| part.is_something()).collect();
        if parts.is_empty() {
            Self::Nothing
        } else {
            Self::Parts(parts)
        }
    }
}

/// The answer `value` to `field`. Several items of a group are read one by one.
pub(crate) fn read(field: &Field, value: &Value) -> Reading {
    match &field.kind {
        Kind::Number { unit, .. } => {
            let number = text(value);
            let number = typed::amount(&number).unwrap_or(number);
            match unit {
                Some(unit) if !number.is_empty() => {
                    Reading::text(format!("{number} {}", said(unit)))
                }
                _ => Reading::text(number),
            }
        }
        Kind::Money { .. } => {
            let amount = text(value);
            Reading::text(
                typed::amount(&amount).map_or(amount, |amount| format!("{amount}\u{a0}₫")),
            )
        }
        Kind::Date { .. } => date(value),
        Kind::Choice { options, .. } => match value.as_array() {
            Some(chosen) => {
                let chosen: Vec<_> = chosen.iter().map(|value| option(options, value)).collect();
                Reading::text(chosen.join("; "))
            }
            None => Reading::text(option(options, value)),
        },
        Kind::YesNo => match value.as_bool() {
            Some(true) => Reading::text(words::yes()),
            Some(false) => Reading::text(words::no()),
            None => Reading::Nothing,
        },
        Kind::Statement => match value.as_bool() {
            Some(true) => Reading::text(words::checked()),
            _ => Reading::Nothing,
        },
        Kind::Address { .. } => address(value),
        Kind::CitizenId { .. } => Reading::text(typed::citizen_id(&text(value))),
        Kind::Phone => Reading::text(typed::phone(&text(value))),
        Kind::BankAccount => {
            let parts = [
                ("bank", words::bank()),
                ("number", words::account_number()),
                ("holder", words::account_holder()),
            ];
            Reading::parts(
                parts
                    .into_iter()
                    .map(|(part, label)| (label.into(), Reading::text(text(&value[part])))),
            )
        }
        Kind::Person { parts } => Reading::parts(parts.iter().map(|part| {
            let label = person::label(part.name).to_owned();
            (label, person_part(*part, &value[part.name.as_str()]))
        })),
        _ => Reading::text(text(value)),
    }
}

/// What an item of a group is known by in its list: the first thing said about it.
pub(crate) fn name_of(fields: &[Field], item: &Value) -> Option<String> {
    fields
        .iter()
        .find_map(|field| first(read(field, &item[field.id.as_str()])))
}

fn first(reading: Reading) -> Option<String> {
    match reading {
        Reading::Text(text) => Some(text),
        Reading::Parts(parts) => parts.into_iter().find_map(|(_, part)| first(part)),
        Reading::Nothing | Reading::Place(_) => None,
    }
}

fn person_part(part: Part, value: &Value) -> Reading {
    match part.name {
        PartName::DateOfBirth => date(value),
        PartName::Sex => match value.as_str() {
            Some("male") => Reading::text(words::male()),
            Some("female") => Reading::text(words::female()),
            _ => Reading::Nothing,
        },
        PartName::CitizenId => Reading::text(typed::citizen_id(&text(value))),
        PartName::Nationality => match value.as_str() {
            Some(code) if !code.is_empty() => Reading::text(person::nation_name(code)),
            _ => Reading::Nothing,
        },
        PartName::Residence => address(value),
        PartName::Phone => Reading::text(typed::phone(&text(value))),
        PartName::FullName | PartName::Ethnicity => Reading::text(text(value)),
    }
}

fn date(value: &Value) -> Reading {
    Reading::text(DateBoxes::read(value).words())
}

fn address(value: &Value) -> Reading {
    let place = Place {
        province: text(&value["province"]),
        commune: text(&value["commune"]),
        detail: text(&value["detail"]),
    };
    if place == Place::default() {
        Reading::Nothing
    } else {
        Reading::Place(place)
    }
}

fn option(options: &[Choice], value: &Value) -> String {
    let text = text(value);
    let option = options.iter().find(|option| option.value == text);
    option.map_or(text, |option| said(&option.label))
}

/// What stands in a box for this answer.
pub(crate) fn text(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Number(number) => number.to_string(),
        _ => String::new(),
    }
}
