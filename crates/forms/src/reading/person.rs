//! Reads a person, part by part.

use serde_json::Value;

use super::{Assembly, Reading, address, date, digits, name, parts as parts_of, text};
use crate::kind::{Part, PartName};
use crate::wrong::Wrong;

pub(super) fn person(parts: &[Part], typed: &Value) -> Reading {
    let Some(given) = parts_of(typed) else {
        return Reading::wrong(Wrong::Shape);
    };
    let mut person = Assembly::default();
    for part in parts {
        let id = part.name.as_str();
        person.add(id, !part.optional, given.get(id), &|typed| {
            read(part.name, typed)
        });
    }
    person.finish()
}

fn read(part: PartName, typed: &Value) -> Reading {
    match part {
        PartName::Residence => address::address(true, typed),
        _ if typed.is_null() => Reading::nothing(),
        PartName::FullName => name::full_name(typed).into(),
        PartName::DateOfBirth => date::date(typed).into(),
        PartName::Sex => match typed.as_str() {
            Some(sex @ ("male" | "female")) => Reading::of(sex),
            _ => Reading::wrong(Wrong::NotOffered),
        },
        PartName::CitizenId => digits::citizen_id(typed).into(),
        PartName::Ethnicity => text::line(typed).into(),
        PartName::Nationality => nationality(typed).into(),
        PartName::Phone => digits::phone(typed).into(),
    }
}

/// The code of a country, ISO 3166-1 alpha-2.
fn nationality(typed: &Value) -> Result<String, Wrong> {
    let code = typed
        .as_str()
        .ok_or(Wrong::Shape)?
        .trim()
        .to_ascii_uppercase();
    if code.len() == 2 && code.bytes().all(|byte| byte.is_ascii_uppercase()) {
        Ok(code)
    } else {
        Err(Wrong::NotOffered)
    }
}
