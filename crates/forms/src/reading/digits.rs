//! Reads what is made of digits and typed with signs between them.

use serde_json::Value;

use crate::wrong::Wrong;

/// How many digits a citizen ID number has.
const CITIZEN_ID: usize = 12;

/// How many the identity card had that it replaced.
const OLD_ID: usize = 9;

pub(super) fn citizen_id(typed: &Value) -> Result<String, Wrong> {
    let digits = digits(typed)?.ok_or(Wrong::CitizenIdSign)?;
    match digits.len() {
        CITIZEN_ID => Ok(digits),
        OLD_ID => Err(Wrong::OldId),
        count => Err(Wrong::CitizenIdCount(count)),
    }
}

/// A number in Vietnam, with 0 in front in place of the country's code.
pub(super) fn phone(typed: &Value) -> Result<String, Wrong> {
    let text = typed.as_str().ok_or(Wrong::Shape)?.trim();
    let (abroad, text) = match text.strip_prefix('+') {
        Some(rest) => (true, rest),
        None => (false, text),
    };
    let digits = only_digits(text).ok_or(Wrong::PhoneSign)?;
    let home = match digits
        .strip_prefix("0084")
        .or_else(|| digits.strip_prefix("84"))
    {
        // +84 (0)912 345 678 is written, too.
        Some(rest) => format!("0{}", rest.trim_start_matches('0')),
        None if abroad => return Err(Wrong::PhoneAbroad),
        None => digits,
    };
    match home.len() {
        _ if !home.starts_with('0') => Err(Wrong::PhoneStart),
        10 | 11 => Ok(home),
        count => Err(Wrong::PhoneCount(count)),
    }
}

/// The digits; `None` when there is anything else but spaces, points, hyphens and brackets.
fn digits(typed: &Value) -> Result<Option<String>, Wrong> {
    Ok(only_digits(typed.as_str().ok_or(Wrong::Shape)?))
}

pub(super) fn only_digits(text: &str) -> Option<String> {
    let mut digits = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '0'..='9' => digits.push(c),
            '.' | '-' | '(' | ')' => {}
            c if c.is_whitespace() => {}
            _ => return None,
        }
    }
    Some(digits)
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn a_citizen_id_is_twelve_digits_however_grouped() {
        assert_eq!(
            citizen_id(&json!("079 088.000-123")),
            Ok("079088000123".into())
        );
        assert_eq!(
            citizen_id(&json!("07908800012")),
            Err(Wrong::CitizenIdCount(11))
        );
        assert_eq!(citizen_id(&json!("123456789")), Err(Wrong::OldId));
        assert_eq!(
            citizen_id(&json!("07908800012O")),
            Err(Wrong::CitizenIdSign)
        );
        assert_eq!(citizen_id(&json!(79_088_000_123_u64)), Err(Wrong::Shape));
    }

    #[test]
    fn a_phone_number_is_read_with_or_without_the_country() {
        for typed in [
            "0912 345 678",
            "+84 912.345.678",
            "84912345678",
            "0084-912-345-678",
            "+84 (0)912 345 678",
        ] {
            assert_eq!(phone(&json!(typed)), Ok("0912345678".into()), "{typed}");
        }
        assert_eq!(phone(&json!("(024) 3825 1234")), Ok("02438251234".into()));
    }

    #[test]
    fn no_number_in_vietnam_is_refused_with_its_reason() {
        assert_eq!(phone(&json!("+1 202 555 0100")), Err(Wrong::PhoneAbroad));
        assert_eq!(phone(&json!("912345678")), Err(Wrong::PhoneStart));
        assert_eq!(phone(&json!("091234567")), Err(Wrong::PhoneCount(9)));
        assert_eq!(phone(&json!("0912345678 (Lan)")), Err(Wrong::PhoneSign));
    }
}
