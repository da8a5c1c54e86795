//! Reads days: in parts, as text with the day first, or as they are sent.

use serde_json::Value;

use crate::day::{Day, days_in_month};
use crate::wrong::Wrong;

pub(super) fn date(typed: &Value) -> Result<String, Wrong> {
    let day = match typed {
        Value::String(text) => of_text(text),
        Value::Object(parts) => of_parts(|name| parts.get(name)),
        _ => Err(Wrong::Shape),
    };
    day.map(|day| day.to_string())
}

/// `{"day": "3", "month": "2", "year": "2024"}`, each as text or number.
fn of_parts<'a>(part: impl Fn(&str) -> Option<&'a Value>) -> Result<Day, Wrong> {
    let number = |name: &str| match part(name) {
        None | Some(Value::Null) => Ok(None),
        Some(Value::Number(number)) => {
            let number = number.as_u64().filter(|number| *number <= 9999);
            number
                .map(|number| Some(number as u32))
                .ok_or(Wrong::NoDate)
        }
        Some(Value::String(text)) if text.trim().is_empty() => Ok(None),
        Some(Value::String(text)) => small(text.trim()).map(Some).ok_or(Wrong::NoDate),
        Some(_) => Err(Wrong::Shape),
    };
    let (day, month, year) = (number("day")?, number("month")?, number("year")?);
    assemble(day, month, year)
}

/// `3/2/2024`, `3-2-2024`, `3 tháng 2 năm 2024`, `03022024` or `2024-02-03`.
fn of_text(text: &str) -> Result<Day, Wrong> {
    let mut rest = text.trim();
    for word in ["ngày", "Ngày"] {
        rest = rest.strip_prefix(word).unwrap_or(rest);
    }
    let rest = rest.replace("tháng", "/").replace("năm", "/");
    let parts: Vec<&str> = rest
        .split(|c: char| c.is_whitespace() || "/-.,".contains(c))
        .filter(|part| !part.is_empty())
        .collect();
    let numbers: Option<Vec<u32>> = parts.iter().map(|part| small(part)).collect();
    match numbers.as_deref() {
        Some([year, month, day]) if parts[0].len() == 4 => {
            assemble(Some(*day), Some(*month), Some(*year))
        }
        Some([day, month, year]) => assemble(Some(*day), Some(*month), Some(*year)),
        Some([month, year]) if parts[1].len() == 4 => assemble(None, Some(*month), Some(*year)),
        Some([year, month]) if parts[0].len() == 4 => assemble(None, Some(*month), Some(*year)),
        Some([day, month]) => assemble(Some(*day), Some(*month), None),
        Some([year]) if parts[0].len() == 4 => assemble(None, None, Some(*year)),
        None | Some([_]) if parts.len() == 1 && parts[0].len() == 8 => unseparated(parts[0]),
        _ => Err(Wrong::NoDate),
    }
}

/// `ddMMyyyy`, as it is typed on a phone's number pad.
fn unseparated(text: &str) -> Result<Day, Wrong> {
    let part = |range| text.get(range).and_then(small).ok_or(Wrong::NoDate);
    assemble(Some(part(0..2)?), Some(part(2..4)?), Some(part(4..8)?))
}

/// A number of at most four digits.
fn small(text: &str) -> Option<u32> {
    let digits = text.len() <= 4 && text.bytes().all(|byte| byte.is_ascii_digit());
    text.parse().ok().filter(|_| digits)
}

/// A day out of its parts, with the first thing that is wrong with them.
fn assemble(day: Option<u32>, month: Option<u32>, year: Option<u32>) -> Result<Day, Wrong> {
    if month.is_some_and(|month| !(1..=12).contains(&month)) {
        return Err(Wrong::NoSuchMonth);
    }
    if year.is_some_and(|year| year < 1000) {
        return Err(Wrong::ShortYear);
    }
    match (day, month, year) {
        (Some(day), Some(month), Some(year)) => {
            let year = year as i32;
            let days = days_in_month(year, month);
            Day::new(year, month, day).ok_or(Wrong::NoSuchDay { month, year, days })
        }
        (None, Some(month), Some(year)) => Err(Wrong::NoDay { month, year }),
        (None, None, Some(year)) => Err(Wrong::OnlyYear { year }),
        (_, None, _) => Err(Wrong::NoMonth),
        (_, _, None) => Err(Wrong::NoYear),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn days_are_read_as_people_write_them() {
        for typed in [
            json!("3/2/2024"),
            json!("03-02-2024"),
            json!("3.2.2024"),
            json!(" 3 2 2024 "),
            json!("03022024"),
            json!("2024-02-03"),
            json!("ngày 3 tháng 2 năm 2024"),
            json!({"day": "3", "month": "02", "year": "2024"}),
            json!({"day": 3, "month": 2, "year": 2024}),
        ] {
            assert_eq!(date(&typed), Ok("2024-02-03".into()), "{typed}");
        }
    }

    #[test]
    fn what_is_missing_is_named() {
        let cases = [
            (
                json!("3/2024"),
                Wrong::NoDay {
                    month: 3,
                    year: 2024,
                },
            ),
            (
                json!("2024-03"),
                Wrong::NoDay {
                    month: 3,
                    year: 2024,
                },
            ),
            (json!("2024"), Wrong::OnlyYear { year: 2024 }),
            (json!("3/2"), Wrong::NoYear),
            (json!("3/2/24"), Wrong::ShortYear),
            (json!({"day": "3", "year": "2024"}), Wrong::NoMonth),
            (
                json!({"month": "3", "year": "2024"}),
                Wrong::NoDay {
                    month: 3,
                    year: 2024,
                },
            ),
        ];
        for (typed, wrong) in cases {
            assert_eq!(date(&typed), Err(wrong), "{typed}");
        }
    }

    #[test]
    fn days_that_the_calendar_lacks_are_refused() {
        assert_eq!(
            date(&json!("29/2/2023")),
            Err(Wrong::NoSuchDay {
                month: 2,
                year: 2023,
                days: 28
            })
        );
        assert_eq!(
            date(&json!("0/4/2023")),
            Err(Wrong::NoSuchDay {
                month: 4,
                year: 2023,
                days: 30
            })
        );
        assert_eq!(date(&json!("2/13/2023")), Err(Wrong::NoSuchMonth));
    }

    #[test]
    fn what_is_no_day_is_said_to_be_none() {
        for typed in ["hôm qua", "3/2/2024/5", "99999", "3/hai/2024", "-"] {
            assert_eq!(date(&json!(typed)), Err(Wrong::NoDate), "{typed}");
        }
        assert_eq!(date(&json!(20_240_203)), Err(Wrong::Shape));
        assert_eq!(
            date(&json!({"day": [], "month": 2, "year": 2024})),
            Err(Wrong::Shape)
        );
    }
}
