//! What may be wrong with an answer, and yet can be sent.
//!
//! A citizen ID number tells where and when its holder was registered, and the sex: three
//! digits for the province of then, one for century and sex, two for the year, and six
//! without a meaning. There is no check digit. Registers hold exceptions, therefore nothing
//! of this ever refuses an answer.

use serde_json::Value;

use crate::day::Day;
use crate::definition::Field;
use crate::fault::Fault;
use crate::form::Form;
use crate::kind::Kind;
use crate::logic::Sight as _;
use crate::setting::{Answers, Setting};
use crate::shown::{Eyes, Shown};
use crate::wrong::Wrong;

/// The codes of the 63 provinces there were until 1 July 2025, which the numbers still begin
/// with.
const PROVINCES: [u8; 63] = [
    1, 2, 4, 6, 8, 10, 11, 12, 14, 15, 17, 19, 20, 22, 24, 25, 26, 27, 30, 31, 33, 34, 35, 36, 37,
    38, 40, 42, 44, 45, 46, 48, 49, 51, 52, 54, 56, 58, 60, 62, 64, 66, 67, 68, 70, 72, 74, 75, 77,
    79, 80, 82, 83, 84, 86, 87, 89, 91, 92, 93, 94, 95, 96,
];

impl Form {
    /// What may be wrong with the answers that are there and can be read. Shown beside the
    /// answers; nothing here keeps a form from being sent.
    #[must_use]
    pub fn warnings(&self, answers: &Answers, setting: &Setting<'_>) -> Vec<Fault> {
        self.shown(answers, setting).warnings()
    }
}

impl Shown {
    /// See [`Form::warnings`].
    #[must_use]
    pub fn warnings(&self) -> Vec<Fault> {
        let mut warnings = Vec::new();
        for page in self.form.definition().pages() {
            for field in &page.fields {
                let Some(value) = self.read.get(&field.id) else {
                    continue;
                };
                let pointer = format!("/{}", field.id);
                let (Kind::Group(group), Value::Array(items)) = (&field.kind, value) else {
                    let eyes = self.eyes(None);
                    warn(&page.id, field, &pointer, value, eyes, &mut warnings);
                    continue;
                };
                for (at, item) in items.iter().enumerate() {
                    let eyes = self.eyes(Some((group, item)));
                    for field in &group.fields {
                        let pointer = format!("{pointer}/{at}/{}", field.id);
                        let value = item.get(&field.id).unwrap_or(&Value::Null);
                        warn(&page.id, field, &pointer, value, eyes, &mut warnings);
                    }
                }
            }
        }
        warnings
    }
}

/// Adds what may be wrong with one answer.
fn warn(
    page: &str,
    field: &Field,
    pointer: &str,
    value: &Value,
    eyes: Eyes<'_>,
    warnings: &mut Vec<Fault>,
) {
    let named = |id: &Option<String>| id.as_deref().and_then(|id| eyes.see(id));
    let (part, id, born, sex) = match &field.kind {
        Kind::CitizenId { birth_date, sex } => (None, value, named(birth_date), named(sex)),
        Kind::Person { .. } => (
            Some("citizenId"),
            &value["citizenId"],
            value.get("dateOfBirth"),
            value.get("sex"),
        ),
        _ => return,
    };
    let Some(id) = id.as_str() else { return };
    let born = born.and_then(Value::as_str).and_then(Day::parse);
    let sex = sex.and_then(Value::as_str);
    for wrong in odd(id, born, sex) {
        warnings.push(Fault {
            pointer: part.map_or_else(|| pointer.to_owned(), |part| format!("{pointer}/{part}")),
            page: page.to_owned(),
            code: wrong.code(),
            message: wrong.say(field, part),
        });
    }
}

/// What is odd about a number of 12 digits.
fn odd(id: &str, born: Option<Day>, sex: Option<&str>) -> Vec<Wrong> {
    let digits: Vec<u32> = id
        .bytes()
        .map(|byte| u32::from(byte.wrapping_sub(b'0')))
        .collect();
    let &[a, b, c, century, y, z, ..] = digits.as_slice() else {
        return Vec::new();
    };
    let mut odd = Vec::new();
    let province = a * 100 + b * 10 + c;
    if !PROVINCES.iter().any(|known| u32::from(*known) == province) {
        odd.push(Wrong::OddProvince);
    }
    if let Some(born) = born {
        let within = y * 10 + z;
        let stated = born.year();
        if stated.rem_euclid(100) as u32 != within {
            odd.push(Wrong::OtherBirthYear { stated, within });
        } else if stated.div_euclid(100) != 19 + (century / 2) as i32 {
            odd.push(Wrong::OtherCentury { stated });
        }
    }
    let differs = match sex {
        Some("male") => century % 2 != 0,
        Some("female") => century.is_multiple_of(2),
        _ => false,
    };
    if differs {
        odd.push(Wrong::OtherSex);
    }
    odd
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_that_fits_is_not_remarked_on() {
        let born = Day::parse("1988-05-04");
        assert_eq!(odd("079088000123", born, Some("male")), []);
        assert_eq!(
            odd("001302000123", Day::parse("2002-01-01"), Some("female")),
            []
        );
        assert_eq!(odd("079088000123", None, None), []);
    }

    #[test]
    fn whatever_differs_is_remarked_on() {
        let born = |text| Day::parse(text);
        assert_eq!(odd("003088000123", None, None), [Wrong::OddProvince]);
        assert_eq!(
            odd("079088000123", born("1989-05-04"), Some("female")),
            [
                Wrong::OtherBirthYear {
                    stated: 1989,
                    within: 88
                },
                Wrong::OtherSex
            ]
        );
        assert_eq!(
            odd("079288000123", born("1988-05-04"), Some("male")),
            [Wrong::OtherCentury { stated: 1988 }]
        );
    }
}
