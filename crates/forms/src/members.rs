//! Reads the members of JSON objects into types, and says where one is wrong.

use serde_json::{Map, Value};

use crate::logic::Expression;
use crate::rejected::{Rejected, Why};
use crate::words::Words;

/// Reads one member.
pub(crate) type Reader<'a, T> = fn(&'a Value) -> Result<T, Rejected>;

/// The members of one object. A member that is `null` counts as left out.
///
/// Readers are plain functions: a copy of all this for each of some thirty closures weighed
/// several kilobytes in the browser.
#[derive(Clone, Copy)]
pub(crate) struct Members<'a>(&'a Map<String, Value>);

impl<'a> Members<'a> {
    pub(crate) fn of(value: &'a Value) -> Result<Self, Rejected> {
        value
            .as_object()
            .map(Self)
            .ok_or_else(|| expected("an object"))
    }

    pub(crate) fn of_map(map: &'a Map<String, Value>) -> Self {
        Self(map)
    }

    pub(crate) fn get(self, name: &str) -> Option<&'a Value> {
        self.0.get(name).filter(|value| !value.is_null())
    }

    /// The member read by `read`, if it is there.
    pub(crate) fn optional<T>(
        self,
        name: &str,
        read: Reader<'a, T>,
    ) -> Result<Option<T>, Rejected> {
        self.get(name)
            .map(|value| read(value).map_err(|rejected| rejected.within(name)))
            .transpose()
    }

    /// The member read by `read`, which has to be there.
    pub(crate) fn needed<T>(self, name: &str, read: Reader<'a, T>) -> Result<T, Rejected> {
        self.optional(name, read)?
            .ok_or_else(|| Rejected::new(Why::Missing).within(name))
    }

    /// The member's items, each read by `read`; none when it is left out.
    pub(crate) fn list<T>(self, name: &str, read: Reader<'a, T>) -> Result<Vec<T>, Rejected> {
        let Some(value) = self.get(name) else {
            return Ok(Vec::new());
        };
        let Some(items) = value.as_array() else {
            return Err(expected("a list").within(name));
        };
        let mut all = Vec::with_capacity(items.len());
        for (index, item) in items.iter().enumerate() {
            all.push(read(item).map_err(|why| why.at_item(index).within(name))?);
        }
        Ok(all)
    }

    /// The same for a list that must not be empty.
    pub(crate) fn some<T>(self, name: &str, read: Reader<'a, T>) -> Result<Vec<T>, Rejected> {
        let items = self.list(name, read)?;
        if items.is_empty() {
            return Err(expected("at least one").within(name));
        }
        Ok(items)
    }

    pub(crate) fn words(self, name: &str) -> Result<Words, Rejected> {
        self.needed(name, words)
    }

    pub(crate) fn condition(self, name: &str) -> Result<Option<Expression>, Rejected> {
        self.optional(name, Expression::read)
    }

    /// A whole number that is not negative and not above `most`.
    pub(crate) fn count(self, name: &str, most: usize) -> Result<Option<usize>, Rejected> {
        let count = self.optional(name, |value| {
            let count = value.as_u64().and_then(|count| usize::try_from(count).ok());
            count.ok_or_else(|| expected("a whole number that is not negative"))
        })?;
        match count {
            Some(count) if count > most => {
                Err(Rejected::new(Why::TooMany("here", most)).within(name))
            }
            count => Ok(count),
        }
    }
}

#[inline(never)]
pub(crate) fn expected(what: &'static str) -> Rejected {
    Rejected::new(Why::Expected(what))
}

/// Text that is not blank.
pub(crate) fn text(value: &Value) -> Result<String, Rejected> {
    let text = value.as_str().filter(|text| !text.trim().is_empty());
    text.map(str::to_owned).ok_or_else(|| expected("text"))
}

pub(crate) fn flag(value: &Value) -> Result<bool, Rejected> {
    value.as_bool().ok_or_else(|| expected("true or false"))
}

pub(crate) fn whole(value: &Value) -> Result<i64, Rejected> {
    value.as_i64().ok_or_else(|| expected("a whole number"))
}

/// An id: a letter, then letters, digits and hyphens.
pub(crate) fn id(value: &Value) -> Result<String, Rejected> {
    let id = text(value)?;
    let first = id.starts_with(|first: char| first.is_ascii_alphabetic());
    let rest = id
        .bytes()
        .all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
    if first && rest {
        Ok(id)
    } else {
        Err(expected(
            "an id: a letter, then letters, digits and hyphens",
        ))
    }
}

pub(crate) fn words(value: &Value) -> Result<Words, Rejected> {
    let members = Members::of(value)?;
    Ok(Words {
        vi: members.needed("vi", text)?,
        en: members.needed("en", text)?,
    })
}

/// Refuses the second of two that share an id.
pub(crate) fn distinct<'a>(ids: impl Iterator<Item = &'a str>) -> Result<(), Rejected> {
    let mut ids: Vec<&str> = ids.collect();
    ids.sort_unstable();
    match ids.windows(2).find(|pair| pair[0] == pair[1]) {
        Some(pair) => Err(Rejected::new(Why::Twice(pair[0].to_owned()))),
        None => Ok(()),
    }
}
