//! A value while an expression is worked out, and JavaScript's coercions of it.

use std::borrow::Cow;

use serde_json::Value;

use super::number;

/// JSON, borrowed where it can be, or a number that has just been worked out and that JSON
/// may not be able to hold.
#[derive(Clone, Debug)]
pub(super) enum Datum<'a> {
    Json(Cow<'a, Value>),
    Number(f64),
}

impl<'a> Datum<'a> {
    pub(super) const NULL: Self = Self::Json(Cow::Owned(Value::Null));

    pub(super) fn borrowed(value: &'a Value) -> Self {
        Self::Json(Cow::Borrowed(value))
    }

    pub(super) fn owned(value: impl Into<Value>) -> Self {
        Self::Json(Cow::Owned(value.into()))
    }

    pub(super) fn into_value(self) -> Value {
        match self {
            Self::Json(value) => value.into_owned(),
            Self::Number(number) => number::to_json(number),
        }
    }

    pub(super) fn items(&self) -> Option<&[Value]> {
        match self {
            Self::Json(value) => value.as_array().map(Vec::as_slice),
            Self::Number(_) => None,
        }
    }

    pub(super) fn text(&self) -> Option<&str> {
        match self {
            Self::Json(value) => value.as_str(),
            Self::Number(_) => None,
        }
    }

    pub(super) fn is_null(&self) -> bool {
        matches!(self, Self::Json(value) if value.is_null())
    }

    /// `JsonLogic`'s truth: JavaScript's, except that an empty list is false.
    pub(super) fn truth(&self) -> bool {
        match self {
            Self::Number(number) => *number != 0.0 && !number.is_nan(),
            Self::Json(value) => match value.as_ref() {
                Value::Null => false,
                Value::Bool(truth) => *truth,
                Value::Number(number) => number.as_f64() != Some(0.0),
                Value::String(text) => !text.is_empty(),
                Value::Array(items) => !items.is_empty(),
                Value::Object(_) => true,
            },
        }
    }

    /// JavaScript's `Number(…)`.
    pub(super) fn number(&self) -> f64 {
        match self {
            Self::Number(number) => *number,
            Self::Json(value) => match value.as_ref() {
                Value::Null => 0.0,
                Value::Bool(truth) => f64::from(u8::from(*truth)),
                Value::Number(number) => number.as_f64().unwrap_or(f64::NAN),
                Value::String(text) => number::of_whole_text(text),
                Value::Array(_) => number::of_whole_text(&self.as_text()),
                Value::Object(_) => f64::NAN,
            },
        }
    }

    /// JavaScript's `parseFloat(…)`: the number that the text of it begins with.
    pub(super) fn leading_number(&self) -> f64 {
        match self {
            Self::Number(number) => *number,
            Self::Json(value) => match value.as_ref() {
                Value::Number(number) => number.as_f64().unwrap_or(f64::NAN),
                Value::Null | Value::Bool(_) | Value::Object(_) => f64::NAN,
                _ => number::leading(&self.as_text()),
            },
        }
    }

    /// JavaScript's `String(…)`.
    pub(super) fn as_text(&self) -> Cow<'_, str> {
        match self {
            Self::Number(number) => number::to_text(*number).into(),
            Self::Json(value) => text_of(value),
        }
    }
}

/// How many bytes of text a value is worth, for the fuel; lists count their items.
pub(super) fn weight(value: &Value) -> usize {
    match value {
        Value::String(text) => text.len() / 64,
        Value::Array(items) => items.iter().map(|item| 1 + weight(item)).sum(),
        Value::Object(members) => members.values().map(|member| 1 + weight(member)).sum(),
        _ => 0,
    }
}

fn text_of(value: &Value) -> Cow<'_, str> {
    match value {
        Value::Null => "null".into(),
        Value::Bool(true) => "true".into(),
        Value::Bool(false) => "false".into(),
        Value::Number(number) => match number.as_i64() {
            Some(whole) => whole.to_string().into(),
            None => number::to_text(number.as_f64().unwrap_or(f64::NAN)).into(),
        },
        Value::String(text) => text.into(),
        Value::Array(items) => joined(items, ",").into(),
        Value::Object(_) => "[object Object]".into(),
    }
}

/// JavaScript's `join`: `null` joins as nothing.
pub(super) fn joined(items: &[Value], between: &str) -> String {
    let mut all = String::new();
    for (index, item) in items.iter().enumerate() {
        if index > 0 {
            all.push_str(between);
        }
        if !item.is_null() {
            all.push_str(&text_of(item));
        }
    }
    all
}
