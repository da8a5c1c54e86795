//! What an answer may be at most and at least, once it has been read.

use serde_json::Value;

use crate::day::Day;
use crate::kind::{Kind, Look, Part, PartName, Range};
use crate::setting::Setting;
use crate::wrong::{Slip, Wrong};

/// The most characters of a person's name, an account holder's and a bank's.
pub(crate) const NAME: usize = 200;
/// Of an ethnic group's name.
pub(crate) const ETHNICITY: usize = 100;
/// Of what comes before the commune in an address.
pub(crate) const DETAIL: usize = 300;

/// What about an answer, read into the shape in which it is sent, is out of bounds.
pub(crate) fn slips(kind: &Kind, value: &Value, setting: &Setting<'_>) -> Vec<Slip> {
    let mut slips = Vec::new();
    match kind {
        Kind::ShortText { max_length } | Kind::LongText { max_length } => {
            length(value, *max_length, "", &mut slips);
        }
        Kind::FullName => length(value, NAME, "", &mut slips),
        Kind::Number { range, .. } | Kind::Money { range } => {
            slips.extend(range_of(value, *range).map(Slip::here));
        }
        Kind::Date { earliest, latest } => {
            let earliest = earliest.and_then(|limit| limit.day(setting.today));
            let latest = latest.and_then(|limit| limit.day(setting.today));
            slips.extend(between(value, earliest, latest).map(Slip::here));
        }
        Kind::Choice {
            look: Look::Checkboxes { minimum, maximum },
            ..
        } => {
            let count = value.as_array().map_or(0, Vec::len);
            if count < *minimum {
                slips.push(Slip::here(Wrong::TooFewChosen(*minimum)));
            }
            if let Some(maximum) = maximum.filter(|maximum| count > *maximum) {
                slips.push(Slip::here(Wrong::TooManyChosen(maximum)));
            }
        }
        Kind::Address { .. } => address(value, setting, "", &mut slips),
        Kind::BankAccount => {
            length(&value["bank"], NAME, "/bank", &mut slips);
            length(&value["holder"], NAME, "/holder", &mut slips);
        }
        Kind::Person { parts } => person(parts, value, setting, &mut slips),
        _ => {}
    }
    slips
}

fn length(value: &Value, most: usize, at: &str, slips: &mut Vec<Slip>) {
    let now = value.as_str().map_or(0, |text| text.chars().count());
    if now > most {
        let wrong = Wrong::TooLong { now, most };
        slips.push(Slip {
            at: at.to_owned(),
            wrong,
        });
    }
}

fn range_of(value: &Value, range: Range) -> Option<Wrong> {
    let number = value.as_i64()?;
    match range {
        Range { min: Some(min), .. } if number < min => Some(Wrong::TooSmall(min)),
        Range { max: Some(max), .. } if number > max => Some(Wrong::TooLarge(max)),
        _ => None,
    }
}

fn between(value: &Value, earliest: Option<Day>, latest: Option<Day>) -> Option<Wrong> {
    let day = Day::parse(value.as_str()?)?;
    match (earliest, latest) {
        (Some(first), _) if day < first => Some(Wrong::TooEarly(first)),
        (_, Some(last)) if day > last => Some(Wrong::TooLate(last)),
        _ => None,
    }
}

fn address(value: &Value, setting: &Setting<'_>, at: &str, slips: &mut Vec<Slip>) {
    length(&value["detail"], DETAIL, &format!("{at}/detail"), slips);
    if let (Some(places), Some(province), Some(commune)) = (
        setting.places,
        value["province"].as_str(),
        value["commune"].as_str(),
    ) && !places.has(province, commune)
    {
        let at = format!("{at}/commune");
        slips.push(Slip {
            at,
            wrong: Wrong::OtherProvince,
        });
    }
}

fn person(parts: &[Part], value: &Value, setting: &Setting<'_>, slips: &mut Vec<Slip>) {
    for part in parts {
        let id = part.name.as_str();
        let value = &value[id];
        match part.name {
            PartName::FullName => length(value, NAME, "/fullName", slips),
            PartName::Ethnicity => length(value, ETHNICITY, "/ethnicity", slips),
            PartName::DateOfBirth => {
                let wrong = between(value, None, Some(setting.today));
                slips.extend(wrong.map(|wrong| Slip::here(wrong).within(id)));
            }
            PartName::Residence => address(value, setting, "/residence", slips),
            _ => {}
        }
    }
}
