//! Canonical JSON (RFC 8785): one text for one value, so that two sides that hash it get
//! the same. Pure; what is signed is hashed over this.

use serde_json::{Number, Value};

/// `value` without white space, names sorted, numbers and strings as ECMAScript writes them.
pub(crate) fn canonical(value: &Value) -> String {
    let mut out = String::new();
    write(value, &mut out);
    out
}

fn write(value: &Value, out: &mut String) {
    match value {
        Value::Null => out.push_str("null"),
        Value::Bool(true) => out.push_str("true"),
        Value::Bool(false) => out.push_str("false"),
        Value::Number(value) => number(value, out),
        Value::String(text) => string(text, out),
        Value::Array(items) => {
            out.push('[');
            for (index, item) in items.iter().enumerate() {
                separate(index, out);
                write(item, out);
            }
            out.push(']');
        }
        Value::Object(members) => {
            let mut members: Vec<_> = members.iter().collect();
            // By UTF-16 code units (3.2.3), which differ from UTF-8's order beyond U+FFFF.
            members.sort_by(|(a, _), (b, _)| a.encode_utf16().cmp(b.encode_utf16()));
            out.push('{');
            for (index, (name, value)) in members.into_iter().enumerate() {
                separate(index, out);
                string(name, out);
                out.push(':');
                write(value, out);
            }
            out.push('}');
        }
    }
}

fn separate(index: usize, out: &mut String) {
    if index > 0 {
        out.push(',');
    }
}

/// `serde_json` escapes exactly what `ECMAScript`'s `JSON.stringify` does, in the same form.
fn string(text: &str, out: &mut String) {
    out.push_str(&Value::from(text).to_string());
}

fn number(number: &Number, out: &mut String) {
    // JSON's numbers are doubles to ECMAScript; a whole one up to 2^53 is its digits.
    const EXACT: u64 = 1 << 53;
    if let Some(whole) = number.as_i64()
        && whole.unsigned_abs() <= EXACT
    {
        out.push_str(&whole.to_string());
    } else if let Some(value) = number.as_f64() {
        out.push_str(&double(value));
    }
}

/// ECMAScript's `Number::toString` (ECMA-262, 6.1.6.1.20) from the shortest digits that
/// read back as the same double, which is what Rust's `{:e}` gives. Of two such, equally
/// near, ECMAScript takes the even one and Rust the greater (1424953923781206.25 in the
/// RFC's table): answers hold whole numbers, so this is left as it is.
fn double(value: f64) -> String {
    if value == 0.0 {
        return "0".into();
    }
    let scientific = format!("{:e}", value.abs());
    let (mantissa, exponent) = scientific.split_once('e').unwrap_or((&scientific, "0"));
    let digits: String = mantissa.chars().filter(char::is_ascii_digit).collect();
    let exponent: i32 = exponent.parse().unwrap_or(0);
    let sign = if value < 0.0 { "-" } else { "" };
    // The point stands after so many digits.
    let point = exponent + 1;
    let count = i32::try_from(digits.len()).unwrap_or(i32::MAX);
    let zeros = |n: i32| "0".repeat(usize::try_from(n).unwrap_or(0));
    let body = if count <= point && point <= 21 {
        format!("{digits}{}", zeros(point - count))
    } else if 0 < point && point <= 21 {
        let (whole, rest) = digits.split_at(usize::try_from(point).unwrap_or(0));
        format!("{whole}.{rest}")
    } else if -6 < point && point <= 0 {
        format!("0.{}{digits}", zeros(-point))
    } else {
        let sign = if exponent < 0 { '-' } else { '+' };
        let (first, rest) = digits.split_at(1);
        let dot = if rest.is_empty() { "" } else { "." };
        format!("{first}{dot}{rest}e{sign}{}", exponent.abs())
    };
    format!("{sign}{body}")
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use serde_json::json;

    use super::*;

    /// RFC 8785, section 3.2.2 and 3.2.3: the sample and its canonical form. The first number
    /// is given as its double: `serde_json` reads it one step off without `float_roundtrip`.
    #[test]
    fn the_sample_of_the_rfc_comes_out_as_printed_there() {
        let sample = r#"{
            "numbers": [1E30, 4.50, 2e-3, 0.000000000000000000000000001],
            "string": "\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/",
            "literals": [null, true, false]
        }"#;
        let mut value: Value = serde_json::from_str(sample).unwrap();
        let numbers = value["numbers"].as_array_mut().unwrap();
        numbers.insert(0, json!(333_333_333.333_333_3_f64));
        assert_eq!(
            canonical(&value),
            "{\"literals\":[null,true,false],\"numbers\":[333333333.3333333,1e+30,4.5,0.002,1e-27],\
             \"string\":\"€$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\"}"
        );
    }

    /// RFC 8785, section 3.2.3: names sort by UTF-16 code units.
    #[test]
    fn names_sort_by_their_utf_16_units() {
        let value = json!({
            "\u{20ac}": "Euro Sign", "\r": "Carriage Return", "\u{fb33}": "Hebrew Letter Dalet With Dagesh",
            "1": "One", "\u{1f600}": "Emoji: Grinning Face", "\u{80}": "Control",
            "\u{f6}": "Latin Small Letter O With Diaeresis"
        });
        let text = canonical(&value);
        let order = [
            "Carriage", "One", "Control", "Latin", "Euro", "Emoji", "Hebrew",
        ];
        let places: Vec<_> = order.iter().map(|word| text.find(word).unwrap()).collect();
        assert!(places.is_sorted(), "{text}");
    }

    /// RFC 8785, appendix B: bits of a double and its text.
    #[test]
    fn doubles_are_written_as_in_the_rfcs_table() {
        for (bits, text) in [
            (0x0000_0000_0000_0000, "0"),
            (0x8000_0000_0000_0000, "0"),
            (0x0000_0000_0000_0001, "5e-324"),
            (0x8000_0000_0000_0001, "-5e-324"),
            (0x7fef_ffff_ffff_ffff, "1.7976931348623157e+308"),
            (0xffef_ffff_ffff_ffff, "-1.7976931348623157e+308"),
            (0x4340_0000_0000_0000, "9007199254740992"),
            (0xc340_0000_0000_0000, "-9007199254740992"),
            (0x4430_0000_0000_0000, "295147905179352830000"),
            (0x44b5_2d02_c7e1_4af5, "9.999999999999997e+22"),
            (0x44b5_2d02_c7e1_4af6, "1e+23"),
            (0x44b5_2d02_c7e1_4af7, "1.0000000000000001e+23"),
            (0x444b_1ae4_d6e2_ef4e, "999999999999999700000"),
            (0x444b_1ae4_d6e2_ef4f, "999999999999999900000"),
            (0x444b_1ae4_d6e2_ef50, "1e+21"),
            (0x3eb0_c6f7_a0b5_ed8c, "9.999999999999997e-7"),
            (0x3eb0_c6f7_a0b5_ed8d, "0.000001"),
            (0x41b3_de43_5555_5553, "333333333.3333332"),
            (0x41b3_de43_5555_5554, "333333333.33333325"),
            (0x41b3_de43_5555_5555, "333333333.3333333"),
            (0x41b3_de43_5555_5556, "333333333.3333334"),
            (0x41b3_de43_5555_5557, "333333333.33333343"),
            (0xbecb_f647_612f_3696, "-0.0000033333333333333333"),
        ] {
            assert_eq!(double(f64::from_bits(bits)), text, "{bits:016x}");
        }
    }

    proptest! {
        #[test]
        fn a_double_reads_back_as_itself(value in proptest::num::f64::NORMAL) {
            prop_assert_eq!(double(value).parse::<f64>().unwrap().to_bits(), value.to_bits());
        }

        #[test]
        fn the_order_of_members_does_not_matter(mut members in proptest::collection::vec(("\\PC{0,6}", any::<i32>()), 0..8)) {
            members.sort();
            members.dedup_by(|a, b| a.0 == b.0);
            let text = |members: &[(String, i32)]| {
                let inner: Vec<_> = members.iter().map(|(name, value)| format!("{}:{value}", Value::from(name.as_str()))).collect();
                format!("{{{}}}", inner.join(","))
            };
            let forward: Value = serde_json::from_str(&text(&members)).unwrap();
            members.reverse();
            let backward: Value = serde_json::from_str(&text(&members)).unwrap();
            prop_assert_eq!(canonical(&forward), canonical(&backward));
        }
    }
}
