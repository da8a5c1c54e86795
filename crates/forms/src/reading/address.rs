//! Reads addresses: province, commune and what comes before them on a letter.

use serde_json::Value;

use super::{Assembly, Reading, parts, text};
use crate::wrong::Wrong;

pub(super) fn address(detail: bool, typed: &Value) -> Reading {
    let Some(parts) = parts(typed) else {
        return Reading::wrong(Wrong::Shape);
    };
    let mut address = Assembly::default();
    address.add("province", true, parts.get("province"), &|typed| {
        code(typed, 2)
    });
    address.add("commune", true, parts.get("commune"), &|typed| {
        code(typed, 5)
    });
    if detail {
        address.add("detail", true, parts.get("detail"), &|typed| match typed {
            Value::Null => Reading::nothing(),
            typed => text::line(typed).into(),
        });
    }
    address.finish()
}

/// An official code: two digits for a province, five for a commune.
fn code(typed: &Value, digits: usize) -> Reading {
    match typed.as_str() {
        _ if typed.is_null() => Reading::nothing(),
        Some(code) if code.len() == digits && code.bytes().all(|byte| byte.is_ascii_digit()) => {
            Reading::of(code)
        }
        _ => Reading::wrong(Wrong::NoSuchPlace),
    }
}
