//! Numbers out of text and back, as JavaScript does it.
//!
//! Decimals are read and written by `serde_json`, which the app carries anyway; the tables
//! of `f64::from_str` and of formatting would weigh as much as half of this crate.

use serde_json::{Number, Value};

/// The largest whole number below which every one is exact in a float: 2⁵³.
const EXACT: f64 = 9_007_199_254_740_992.0;

/// JavaScript's `Number(text)`; blank text is zero.
pub(super) fn of_whole_text(text: &str) -> f64 {
    let text = text.trim();
    if text.is_empty() {
        return 0.0;
    }
    match decimal(text) {
        (number, length) if length == text.len() => number,
        _ => f64::NAN,
    }
}

/// JavaScript's `parseFloat(text)`.
pub(super) fn leading(text: &str) -> f64 {
    decimal(text.trim_start()).0
}

/// The number that the text begins with, and over how many bytes it goes.
fn decimal(text: &str) -> (f64, usize) {
    let bytes = text.as_bytes();
    let digits = |from: usize| {
        bytes[from..]
            .iter()
            .take_while(|byte| byte.is_ascii_digit())
            .count()
    };
    let sign = usize::from(matches!(bytes.first(), Some(b'-' | b'+')));
    if text[sign..].starts_with("Infinity") {
        let infinity = if bytes[0] == b'-' {
            f64::NEG_INFINITY
        } else {
            f64::INFINITY
        };
        return (infinity, sign + "Infinity".len());
    }
    let whole = digits(sign);
    let mut end = sign + whole;
    let mut fraction = 0;
    if bytes.get(end) == Some(&b'.') {
        fraction = digits(end + 1);
        if whole + fraction > 0 {
            end += 1 + fraction;
        }
    }
    if whole + fraction == 0 {
        return (f64::NAN, 0);
    }
    let mantissa = end;
    if matches!(bytes.get(end), Some(b'e' | b'E')) {
        let signed = usize::from(matches!(bytes.get(end + 1), Some(b'-' | b'+')));
        let exponent = if end + 1 + signed <= bytes.len() {
            digits(end + 1 + signed)
        } else {
            0
        };
        if exponent > 0 {
            end += 1 + signed + exponent;
        }
    }
    (spelt_for_json(text, sign, whole, mantissa, end), end)
}

/// JSON wants a digit on both sides of the point, and no zero or plus in front.
fn spelt_for_json(text: &str, sign: usize, whole: usize, mantissa: usize, end: usize) -> f64 {
    let whole_digits = text[sign..sign + whole].trim_start_matches('0');
    let fraction = text[sign + whole..mantissa].trim_start_matches('.');
    let mut json = String::with_capacity(end + 4);
    if text.starts_with('-') {
        json.push('-');
    }
    json.push_str(if whole_digits.is_empty() {
        "0"
    } else {
        whole_digits
    });
    if !fraction.is_empty() {
        json.push('.');
        json.push_str(fraction);
    }
    json.push_str(&text[mantissa..end]);
    match serde_json::from_str::<Value>(&json) {
        Ok(Value::Number(number)) => number.as_f64().unwrap_or(f64::NAN),
        // Too large for a float.
        _ if text.starts_with('-') => f64::NEG_INFINITY,
        _ => f64::INFINITY,
    }
}

/// As JSON: whole where it is whole, `null` where JSON has no such number.
pub(super) fn to_json(number: f64) -> Value {
    match whole(number) {
        Some(whole) => whole.into(),
        None => Number::from_f64(number).map_or(Value::Null, Value::Number),
    }
}

pub(super) fn to_text(number: f64) -> String {
    match whole(number) {
        Some(whole) => whole.to_string(),
        None if number.is_nan() => "NaN".into(),
        None if number == f64::INFINITY => "Infinity".into(),
        None if number == f64::NEG_INFINITY => "-Infinity".into(),
        None => Value::from(number).to_string(),
    }
}

/// A place in something of this length; a negative one counts from its end.
pub(super) fn position(place: f64, length: usize) -> usize {
    if place < 0.0 {
        length.saturating_sub(-place as usize)
    } else {
        length.min(place as usize)
    }
}

fn whole(number: f64) -> Option<i64> {
    (number.abs() <= EXACT && number.trunc() == number).then_some(number as i64)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_a_number_only_as_a_whole() {
        for (text, number) in [
            ("", 0.0),
            (" 12 ", 12.0),
            ("-0.5", -0.5),
            (".5", 0.5),
            ("5.", 5.0),
            ("+007", 7.0),
            ("1e3", 1000.0),
            ("1e999", f64::INFINITY),
            ("-Infinity", f64::NEG_INFINITY),
        ] {
            assert_eq!(of_whole_text(text), number, "{text}");
        }
        for text in ["12 kg", "1,5", "e3", ".", "-", "1e", "Infinity!", "đ"] {
            assert!(of_whole_text(text).is_nan(), "{text}");
        }
    }

    #[test]
    fn a_sum_takes_the_number_that_a_text_begins_with() {
        assert_eq!(leading("12 kg"), 12.0);
        assert_eq!(leading("1e"), 1.0);
        assert_eq!(leading("-.5.5"), -0.5);
        assert!(leading("kg 12").is_nan());
    }

    #[test]
    fn a_number_is_written_whole_where_it_is_whole() {
        assert_eq!(to_text(3.0), "3");
        assert_eq!(to_text(0.5), "0.5");
        assert_eq!(to_json(-2.0), Value::from(-2));
        assert_eq!(to_json(f64::NAN), Value::Null);
    }
}
