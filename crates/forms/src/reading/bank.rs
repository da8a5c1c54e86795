//! Reads bank accounts.

use serde_json::Value;

use super::{Assembly, Reading, name, parts, text};
use crate::wrong::Wrong;

pub(super) fn account(typed: &Value) -> Reading {
    let Some(parts) = parts(typed) else {
        return Reading::wrong(Wrong::Shape);
    };
    let read = |typed: &Value, read: fn(&Value) -> Result<String, Wrong>| match typed {
        Value::Null => Reading::nothing(),
        typed => read(typed).into(),
    };
    let mut account = Assembly::default();
    account.add("bank", true, parts.get("bank"), &|typed| {
        read(typed, text::line)
    });
    account.add("number", true, parts.get("number"), &|typed| {
        read(typed, number)
    });
    account.add("holder", true, parts.get("holder"), &|typed| {
        read(typed, name::full_name)
    });
    account.finish()
}

/// Digits, or the letters and digits of a chosen number; banks differ in how many.
fn number(typed: &Value) -> Result<String, Wrong> {
    let text = typed.as_str().ok_or(Wrong::Shape)?;
    let signs = text
        .chars()
        .filter(|c| !c.is_whitespace() && !".-".contains(*c));
    let number: String = signs.map(|c| c.to_ascii_uppercase()).collect();
    let (least, most) = ACCOUNT_NUMBER;
    let sound = number.bytes().all(|byte| byte.is_ascii_alphanumeric());
    if sound && (least..=most).contains(&number.len()) {
        Ok(number)
    } else {
        Err(Wrong::AccountNumber)
    }
}

/// How many digits or letters an account number has at least, and at most.
pub(crate) const ACCOUNT_NUMBER: (usize, usize) = (4, 30);
