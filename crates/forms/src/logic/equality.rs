//! When two values are equal, loosely and strictly, and which comes first.

use std::cmp::Ordering;

use serde_json::Value;

use super::datum::Datum;

/// JavaScript's `===`.
pub(super) fn strictly(a: &Datum<'_>, b: &Datum<'_>) -> bool {
    match (kind(a), kind(b)) {
        (Kind::Number, Kind::Number) => a.number() == b.number(),
        (x, y) if x == y => same(a, b),
        _ => false,
    }
}

/// JavaScript's `==`.
pub(super) fn loosely(a: &Datum<'_>, b: &Datum<'_>) -> bool {
    match (kind(a), kind(b)) {
        (x, y) if x == y => strictly(a, b),
        (Kind::Null, _) | (_, Kind::Null) => false,
        // A list or an object meets a text as text, and a number or a truth as the number of that text.
        (Kind::Composite, Kind::Text) | (Kind::Text, Kind::Composite) => a.as_text() == b.as_text(),
        _ => a.number() == b.number(),
    }
}

/// JavaScript's `<` and its like: texts by their characters, all else by number.
pub(super) fn order(a: &Datum<'_>, b: &Datum<'_>) -> Option<Ordering> {
    let spelt = |datum: &Datum<'_>| matches!(kind(datum), Kind::Text | Kind::Composite);
    if spelt(a) && spelt(b) {
        return Some(a.as_text().cmp(&b.as_text()));
    }
    a.number().partial_cmp(&b.number())
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Null,
    Truth,
    Number,
    Text,
    Composite,
}

fn kind(datum: &Datum<'_>) -> Kind {
    match datum {
        Datum::Number(_) => Kind::Number,
        Datum::Json(value) => match value.as_ref() {
            Value::Null => Kind::Null,
            Value::Bool(_) => Kind::Truth,
            Value::Number(_) => Kind::Number,
            Value::String(_) => Kind::Text,
            Value::Array(_) | Value::Object(_) => Kind::Composite,
        },
    }
}

fn same(a: &Datum<'_>, b: &Datum<'_>) -> bool {
    matches!((a, b), (Datum::Json(a), Datum::Json(b)) if a == b)
}
