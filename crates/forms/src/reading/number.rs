//! Reads whole numbers and amounts of money.

use serde_json::Value;

use crate::wrong::Wrong;

/// No number has more digits; a float still holds each exactly, so every portal reads it.
const DIGITS: usize = 15;

pub(super) fn whole(typed: &Value) -> Result<i64, Wrong> {
    match typed {
        Value::Number(number) => {
            let whole = number.as_i64().ok_or(Wrong::NotWhole)?;
            if whole.unsigned_abs() < 10_u64.pow(DIGITS as u32) {
                Ok(whole)
            } else {
                Err(Wrong::TooManyDigits)
            }
        }
        Value::String(text) => of_text(text),
        _ => Err(Wrong::Shape),
    }
}

/// The same, with or without the currency's name.
pub(super) fn money(typed: &Value) -> Result<i64, Wrong> {
    let Some(text) = typed.as_str() else {
        return whole(typed);
    };
    let text = text.trim();
    let names = ["đồng", "đ", "₫", "vnđ", "vnd", "VNĐ", "VND", "Đ"];
    let amount = names.iter().find_map(|name| text.strip_suffix(name));
    of_text(amount.unwrap_or(text))
}

/// Digits, with spaces anywhere and points or commas before each three digits.
fn of_text(text: &str) -> Result<i64, Wrong> {
    let text: String = text.chars().filter(|c| !c.is_whitespace()).collect();
    let (negative, digits) = match text.strip_prefix(['-', '−']) {
        Some(digits) => (true, digits),
        None => (false, text.as_str()),
    };
    if digits.is_empty()
        || !digits
            .bytes()
            .all(|byte| byte.is_ascii_digit() || byte == b'.' || byte == b',')
    {
        return Err(Wrong::NotANumber);
    }
    let separator = if digits.contains('.') { '.' } else { ',' };
    let groups = digits.split(separator);
    let in_threes = |(at, group): (usize, &str)| {
        let all_digits = group.bytes().all(|byte| byte.is_ascii_digit());
        all_digits && !group.is_empty() && (at == 0 || group.len() == 3)
    };
    let first = digits.find(separator).unwrap_or(0);
    if first > 3 || !groups.enumerate().all(in_threes) {
        return Err(Wrong::NotWhole);
    }
    let digits: String = digits.chars().filter(char::is_ascii_digit).collect();
    let digits = digits.trim_start_matches('0');
    if digits.len() > DIGITS {
        return Err(Wrong::TooManyDigits);
    }
    let number = digits
        .bytes()
        .fold(0, |sum, byte| sum * 10 + i64::from(byte - b'0'));
    Ok(if negative { -number } else { number })
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn numbers_are_read_as_people_write_them() {
        for (typed, number) in [
            (json!("12 000"), 12_000),
            (json!("12.000"), 12_000),
            (json!("1,234,567"), 1_234_567),
            (json!("007"), 7),
            (json!("-5"), -5),
            (json!(" 3 "), 3),
            (json!(42), 42),
            (json!("0"), 0),
            (json!("999999999999999"), 999_999_999_999_999),
        ] {
            assert_eq!(whole(&typed), Ok(number), "{typed}");
        }
        for typed in ["1.500.000 đồng", "1500000đ", "1,500,000 VND", "1 500 000 ₫"] {
            assert_eq!(money(&json!(typed)), Ok(1_500_000), "{typed}");
        }
    }

    #[test]
    fn parts_of_one_are_no_whole_number() {
        for typed in [
            "1.5",
            "1,50",
            "1.2345",
            "12345.678",
            "1.234,56",
            "1..000",
            ".5",
        ] {
            assert_eq!(whole(&json!(typed)), Err(Wrong::NotWhole), "{typed}");
        }
        assert_eq!(whole(&json!(1.5)), Err(Wrong::NotWhole));
    }

    #[test]
    fn words_and_endless_digits_are_refused() {
        assert_eq!(whole(&json!("hai")), Err(Wrong::NotANumber));
        assert_eq!(whole(&json!("--1")), Err(Wrong::NotANumber));
        assert_eq!(whole(&json!("1".repeat(16))), Err(Wrong::TooManyDigits));
        assert_eq!(whole(&json!(i64::MIN)), Err(Wrong::TooManyDigits));
        assert_eq!(whole(&json!([1])), Err(Wrong::Shape));
    }
}
