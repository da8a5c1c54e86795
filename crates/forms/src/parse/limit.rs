//! Reads the day that bounds a date: `2020-01-31`, `today` or `today-14y`.

use serde_json::Value;

use crate::day::Day;
use crate::kind::Limit;
use crate::members::{expected, text};
use crate::rejected::Rejected;

/// No bound lies further away than this many days, months or years.
const FURTHEST: i32 = 100_000;

pub(super) fn limit(json: &Value) -> Result<Limit, Rejected> {
    let text = text(json)?;
    read(&text).ok_or_else(|| expected("a day (yyyy-MM-dd), `today`, or `today-14y` and the like"))
}

fn read(text: &str) -> Option<Limit> {
    let Some(distance) = text.strip_prefix("today") else {
        return Day::parse(text).map(Limit::On);
    };
    if distance.is_empty() {
        return Some(Limit::Days(0));
    }
    let count = distance.get(1..distance.len() - 1)?;
    if count.is_empty() || !count.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let count: i32 = count.parse().ok().filter(|count| *count <= FURTHEST)?;
    let count = match distance.as_bytes()[0] {
        b'+' => count,
        b'-' => -count,
        _ => return None,
    };
    match distance.as_bytes()[distance.len() - 1] {
        b'd' => Some(Limit::Days(count)),
        b'm' => Some(Limit::Months(count)),
        b'y' => Some(Limit::Years(count)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_limit_is_a_day_or_counted_from_today() {
        assert_eq!(read("today"), Some(Limit::Days(0)));
        assert_eq!(read("today-14y"), Some(Limit::Years(-14)));
        assert_eq!(read("today+6m"), Some(Limit::Months(6)));
        assert_eq!(read("today+30d"), Some(Limit::Days(30)));
        assert_eq!(read("2020-02-29"), Day::parse("2020-02-29").map(Limit::On));
    }

    #[test]
    fn anything_else_is_refused() {
        for text in [
            "",
            "today-",
            "today-y",
            "today14y",
            "today-14w",
            "today--1y",
            "today-999999999999y",
            "2021-02-29",
            "todayé",
            "tomorrow",
        ] {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
