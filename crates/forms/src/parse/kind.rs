//! Reads what a field's kind states about itself.

use serde_json::Value;

use super::field;
use super::limit::limit;
use crate::kind::{Choice, Group, Kind, Look, Part, PartName, Range};
use crate::members::{Members, distinct, expected, flag, text, whole, words};
use crate::rejected::{Rejected, Why};

/// The most characters a text may have.
const CHARACTERS: usize = 100_000;

/// The most options a choice may have; enough for every country.
const OPTIONS: usize = 1000;

/// The most items a group may have.
const ITEMS: usize = 200;

pub(super) fn kind(members: Members<'_>) -> Result<Kind, Rejected> {
    let name = members.needed("kind", text)?;
    Ok(match name.as_str() {
        "shortText" => Kind::ShortText {
            max_length: members.count("maxLength", CHARACTERS)?.unwrap_or(200),
        },
        "longText" => Kind::LongText {
            max_length: members.count("maxLength", CHARACTERS)?.unwrap_or(2000),
        },
        "fullName" => Kind::FullName,
        "number" => Kind::Number {
            range: range(members)?,
            unit: members.optional("unit", words)?,
        },
        "money" => Kind::Money {
            range: range(members)?,
        },
        "date" => Kind::Date {
            earliest: members.optional("earliest", limit)?,
            latest: members.optional("latest", limit)?,
        },
        "choice" => choice(members)?,
        "yesNo" => Kind::YesNo,
        "address" => Kind::Address {
            detail: members.optional("detail", flag)?.unwrap_or(true),
        },
        "citizenId" => Kind::CitizenId {
            birth_date: members.optional("birthDate", text)?,
            sex: members.optional("sex", text)?,
        },
        "phone" => Kind::Phone,
        "email" => Kind::Email,
        "bankAccount" => Kind::BankAccount,
        "person" => person(members)?,
        "papers" => Kind::Papers {
            requirement: members.needed("requirement", text)?,
            originals: sheets(members, "originals")?,
            copies: sheets(members, "copies")?,
        },
        "statement" => Kind::Statement,
        "signature" => Kind::Signature,
        "group" => Kind::Group(group(members)?),
        "note" => Kind::Note,
        _ => return Err(Rejected::new(Why::Unknown(name)).within("kind")),
    })
}

fn range(members: Members<'_>) -> Result<Range, Rejected> {
    let range = Range {
        min: members.optional("min", whole)?,
        max: members.optional("max", whole)?,
    };
    match (range.min, range.max) {
        (Some(min), Some(max)) if min > max => Err(expected("at least `min`").within("max")),
        _ => Ok(range),
    }
}

fn sheets(members: Members<'_>, name: &str) -> Result<Option<u32>, Rejected> {
    Ok(members.count(name, 1000)?.map(|count| count as u32))
}

fn choice(members: Members<'_>) -> Result<Kind, Rejected> {
    let options = members.some("options", option)?;
    if options.len() > OPTIONS {
        return Err(Rejected::new(Why::TooMany("options", OPTIONS)).within("options"));
    }
    distinct(options.iter().map(|option| option.value.as_str()))
        .map_err(|why| why.within("options"))?;
    let look = match members.optional("look", text)?.as_deref() {
        None | Some("radios") => Look::Radios,
        Some("select") => Look::Select,
        Some("checkboxes") => {
            let minimum = members.count("minimum", options.len())?.unwrap_or(0);
            let maximum = members.count("maximum", options.len())?;
            if maximum.is_some_and(|maximum| maximum < minimum.max(1)) {
                return Err(expected("at least one, and at least `minimum`").within("maximum"));
            }
            Look::Checkboxes { minimum, maximum }
        }
        Some(look) => return Err(Rejected::new(Why::Unknown(look.to_owned())).within("look")),
    };
    Ok(Kind::Choice { look, options })
}

fn option(json: &Value) -> Result<Choice, Rejected> {
    let members = Members::of(json)?;
    Ok(Choice {
        value: members.needed("value", text)?,
        label: members.words("label")?,
        hint: members.optional("hint", words)?,
        show: members.condition("show")?,
    })
}

fn person(members: Members<'_>) -> Result<Kind, Rejected> {
    let names = members.some("parts", part_name)?;
    distinct(names.iter().map(|name| name.as_str())).map_err(|why| why.within("parts"))?;
    let optional = members.list("optional", part_name)?;
    if let Some(at) = optional.iter().position(|name| !names.contains(name)) {
        return Err(expected("one of `parts`").at_item(at).within("optional"));
    }
    let part = |&name: &PartName| Part {
        name,
        optional: optional.contains(&name),
    };
    Ok(Kind::Person {
        parts: names.iter().map(part).collect(),
    })
}

fn part_name(json: &Value) -> Result<PartName, Rejected> {
    let name = text(json)?;
    PartName::ALL
        .into_iter()
        .find(|part| part.as_str() == name)
        .ok_or_else(|| Rejected::new(Why::Unknown(name)))
}

fn group(members: Members<'_>) -> Result<Group, Rejected> {
    let group = Group {
        fields: members.some("fields", |json| {
            let field = field::field(json)?;
            match field.kind {
                Kind::Group(_) => Err(misplaced("a group within a group")),
                Kind::Papers { .. } => Err(misplaced("a question for papers within a group")),
                Kind::Signature => Err(misplaced("a signature within a group")),
                _ => Ok(field),
            }
        })?,
        item: members.words("item")?,
        minimum: members.count("minimum", ITEMS)?.unwrap_or(0),
        maximum: members.count("maximum", ITEMS)?.unwrap_or(20),
    };
    if group.maximum < group.minimum.max(1) {
        return Err(expected("at least one, and at least `minimum`").within("maximum"));
    }
    distinct(group.fields.iter().map(|field| field.id.as_str()))
        .map_err(|why| why.within("fields"))?;
    Ok(group)
}

fn misplaced(what: &'static str) -> Rejected {
    Rejected::new(Why::Misplaced(what)).within("kind")
}
