//! Reads answers as people type them.
//!
//! Reading is forgiving about form (spaces, dots, `+84`, day before month) and strict about
//! meaning. What has been read once reads as itself.

mod address;
mod bank;
mod choice;
mod date;
mod digits;
mod name;
mod number;
mod person;
mod text;

use serde_json::Value;

pub(crate) use bank::ACCOUNT_NUMBER;
pub(crate) use text::MAIL_BYTES;

use crate::kind::Kind;
use crate::wrong::{Slip, Wrong};

/// What an answer says.
pub(crate) struct Reading {
    /// In the shape in which it is sent; of an address or a person the parts that can be
    /// read; `null` where nothing can, or where there is nothing.
    pub(crate) value: Value,
    /// What of it cannot be read.
    pub(crate) slips: Vec<Slip>,
}

impl Reading {
    fn nothing() -> Self {
        Self::of(Value::Null)
    }

    /// Whether nothing was answered, which is no mistake in itself.
    pub(crate) fn is_nothing(&self) -> bool {
        self.value.is_null() && self.slips.is_empty()
    }

    fn of(value: impl Into<Value>) -> Self {
        let value = value.into();
        // Text of which nothing is left is no answer.
        let nothing = value.as_str() == Some("");
        Self {
            value: if nothing { Value::Null } else { value },
            slips: Vec::new(),
        }
    }

    fn wrong(wrong: Wrong) -> Self {
        Self {
            value: Value::Null,
            slips: vec![Slip::here(wrong)],
        }
    }
}

impl<T: Into<Value>> From<Result<T, Wrong>> for Reading {
    fn from(read: Result<T, Wrong>) -> Self {
        read.map_or_else(Self::wrong, Self::of)
    }
}

/// Reads an answer of this kind. A group's items are read one by one, not here.
pub(crate) fn read(kind: &Kind, typed: &Value) -> Reading {
    if is_blank(typed) {
        return Reading::nothing();
    }
    match kind {
        Kind::ShortText { .. } => text::line(typed).into(),
        Kind::LongText { .. } => text::lines(typed).into(),
        Kind::FullName => name::full_name(typed).into(),
        Kind::Number { .. } => number::whole(typed).into(),
        Kind::Money { .. } => number::money(typed).into(),
        Kind::Date { .. } => date::date(typed).into(),
        Kind::Choice { look, options } => choice::choice(*look, options, typed),
        Kind::YesNo => typed.as_bool().ok_or(Wrong::Shape).into(),
        Kind::Address { detail } => address::address(*detail, typed),
        Kind::CitizenId { .. } => digits::citizen_id(typed).into(),
        Kind::Phone => digits::phone(typed).into(),
        Kind::Email => text::email(typed).into(),
        Kind::BankAccount => bank::account(typed),
        Kind::Person { parts } => person::person(parts, typed),
        Kind::Statement => match typed {
            Value::Bool(true) => Reading::of(true),
            // An empty box: not stated, which is no mistake.
            Value::Bool(false) => Reading::nothing(),
            _ => Reading::wrong(Wrong::Shape),
        },
        Kind::Papers { .. } | Kind::Signature | Kind::Note | Kind::Group(_) => Reading::nothing(),
    }
}

/// What asking for the parts of nothing finds missing: of an address its province, and so on.
pub(crate) fn missing_parts(kind: &Kind) -> Vec<Slip> {
    let nothing = Value::Null;
    match kind {
        Kind::Address { detail } => address::address(*detail, &nothing).slips,
        Kind::BankAccount => bank::account(&nothing).slips,
        Kind::Person { parts } => person::person(parts, &nothing).slips,
        _ => vec![Slip::here(Wrong::Needed)],
    }
}

/// Whether there is nothing in it: no text, no item, no part with anything in it.
pub(crate) fn is_blank(typed: &Value) -> bool {
    match typed {
        Value::Null => true,
        Value::String(text) => text.trim().is_empty(),
        Value::Array(items) => items.is_empty(),
        Value::Object(parts) => parts.values().all(is_blank),
        Value::Bool(_) | Value::Number(_) => false,
    }
}

/// The parts of an answer that is an object; no parts for nothing.
fn parts(typed: &Value) -> Option<Parts<'_>> {
    match typed {
        Value::Null => Some(Parts(None)),
        Value::Object(parts) => Some(Parts(Some(parts))),
        _ => None,
    }
}

#[derive(Clone, Copy)]
struct Parts<'a>(Option<&'a serde_json::Map<String, Value>>);

impl<'a> Parts<'a> {
    fn get(self, name: &str) -> &'a Value {
        self.0
            .and_then(|parts| parts.get(name))
            .unwrap_or(&Value::Null)
    }
}

/// An answer of several parts while it is being read.
#[derive(Default)]
struct Assembly {
    value: serde_json::Map<String, Value>,
    slips: Vec<Slip>,
}

impl Assembly {
    /// Adds a part; a missing one is a slip when it is needed.
    fn add(&mut self, name: &str, needed: bool, typed: &Value, read: &dyn Fn(&Value) -> Reading) {
        let blank = is_blank(typed);
        let mut reading = read(if blank { &Value::Null } else { typed });
        if reading.value.is_null() && (blank || reading.slips.is_empty()) {
            if !needed {
                return;
            }
            // The parts of a part (an address) ask for themselves.
            if reading.slips.is_empty() {
                reading.slips.push(Slip::here(Wrong::Needed));
            }
        }
        self.slips
            .extend(reading.slips.into_iter().map(|slip| slip.within(name)));
        if !reading.value.is_null() {
            self.value.insert(name.to_owned(), reading.value);
        }
    }

    fn finish(self) -> Reading {
        let nothing = self.value.is_empty();
        Reading {
            value: if nothing {
                Value::Null
            } else {
                Value::Object(self.value)
            },
            slips: self.slips,
        }
    }
}
