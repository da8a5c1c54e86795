//! Query parameters, read strictly: each fault is named, all at once.

use std::collections::HashSet;
use std::hash::Hash;
use std::ops::RangeInclusive;

use motcua_contract::problem::Fault;
use motcua_contract::search::{ID_CHARACTERS, QUERY_CHARACTERS};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

use super::refusal::Refusal;

/// The longest cursor, as the contract says.
const CURSOR_CHARACTERS: u32 = 200;

/// The parameters of a request. Those that nobody asks for are ignored.
pub(crate) struct Query {
    pairs: Vec<(Vec<u8>, Vec<u8>)>,
    faults: Vec<Fault>,
}

impl Query {
    /// Takes the part of the address behind `?` apart; nothing is judged yet.
    pub(crate) fn new(raw: Option<&str>) -> Self {
        let pairs = raw
            .unwrap_or_default()
            .split('&')
            .filter(|pair| !pair.is_empty())
            .map(|pair| {
                let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
                (decoded(name), decoded(value))
            })
            .collect();
        Self {
            pairs,
            faults: Vec::new(),
        }
    }

    /// What a person typed: any text up to [`QUERY_CHARACTERS`] without control
    /// characters; absent is the same as empty.
    pub(crate) fn typed(&mut self, name: &str) -> String {
        self.one(name, QUERY_CHARACTERS).unwrap_or_default()
    }

    /// Any text up to so many characters without control characters.
    pub(crate) fn text(&mut self, name: &str, characters: u32) -> Option<String> {
        self.one(name, characters)
    }

    /// What a page gave as the way to the next one.
    pub(crate) fn cursor(&mut self) -> Option<String> {
        self.one("cursor", CURSOR_CHARACTERS)
    }

    /// One id; absent is the same as empty.
    pub(crate) fn id(&mut self, name: &str) -> Option<String> {
        self.one(name, ID_CHARACTERS).filter(|id| !id.is_empty())
    }

    /// A whole number within a range.
    pub(crate) fn number(&mut self, name: &str, range: RangeInclusive<u32>) -> Option<u32> {
        let text = self.one(name, QUERY_CHARACTERS)?;
        let digits = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
        let (least, most) = (range.start(), range.end());
        match text.parse::<u32>() {
            Ok(number) if digits && range.contains(&number) => return Some(number),
            _ if digits => {
                self.fault(
                    name,
                    "outOfRange",
                    format!("Chọn một số từ {least} đến {most}."),
                );
            }
            _ => self.fault(
                name,
                "malformed",
                format!("Viết một số nguyên từ {least} đến {most}."),
            ),
        }
        None
    }

    /// Ids, given once or several times or separated by commas; any of them will do.
    pub(crate) fn ids(&mut self, name: &str) -> HashSet<String> {
        self.listed(name)
            .into_iter()
            .filter(|id| !id.is_empty())
            .collect()
    }

    /// Values of one of the contract's enumerations, given like [`Query::ids`].
    pub(crate) fn values<T>(&mut self, name: &str) -> HashSet<T>
    where
        T: DeserializeOwned + Serialize + Hash + Eq,
    {
        let mut values = HashSet::new();
        for word in self.listed(name) {
            match enumerated(&word) {
                Some(value) => drop(values.insert(value)),
                None => {
                    let message = "Giá trị này không có trong danh mục của tham số.";
                    self.fault(name, "unknown", message);
                }
            }
        }
        values
    }

    /// The refusal, when anything was wrong.
    pub(crate) fn finish(self) -> Result<(), Refusal> {
        if self.faults.is_empty() {
            Ok(())
        } else {
            Err(Refusal::invalid(self.faults))
        }
    }

    fn listed(&mut self, name: &str) -> Vec<String> {
        let texts = self.texts(name);
        let items = texts.iter().flat_map(|text| text.split(','));
        let items: Vec<String> = items.map(String::from).collect();
        for item in &items {
            if item.chars().count() > ID_CHARACTERS as usize {
                self.too_long(name, ID_CHARACTERS);
                return Vec::new();
            }
        }
        items
    }

    fn one(&mut self, name: &str, characters: u32) -> Option<String> {
        let mut texts = self.texts(name);
        if texts.len() > 1 {
            self.fault(name, "repeated", "Chỉ gửi tham số này một lần.");
        }
        let text = texts.pop()?;
        if text.chars().count() > characters as usize {
            self.too_long(name, characters);
            return None;
        }
        Some(text)
    }

    /// Each value of a parameter as text; what is no text is a fault.
    fn texts(&mut self, name: &str) -> Vec<String> {
        let values: Vec<_> = self
            .pairs
            .iter()
            .filter(|(key, _)| key == name.as_bytes())
            .map(|(_, value)| String::from_utf8(value.clone()))
            .collect();
        let mut texts = Vec::new();
        for value in values {
            match value {
                Ok(text) if !text.contains(char::is_control) => texts.push(text),
                Ok(_) => self.fault(
                    name,
                    "malformed",
                    "Bỏ các ký tự điều khiển không nhìn thấy được.",
                ),
                Err(_) => self.fault(name, "malformed", "Mã hóa tham số này bằng UTF-8."),
            }
        }
        texts
    }

    fn too_long(&mut self, name: &str, characters: u32) {
        self.fault(name, "tooLong", format!("Viết tối đa {characters} ký tự."));
    }

    fn fault(&mut self, name: &str, code: &str, message: impl Into<String>) {
        self.faults.push(Fault {
            pointer: format!("?{name}"),
            code: code.into(),
            message: message.into(),
        });
    }
}

/// The bytes that a form encodes as `text`: a plus is a space.
fn decoded(text: &str) -> Vec<u8> {
    percent_encoding::percent_decode_str(&text.replace('+', " ")).collect()
}

/// The enumeration's value of that very word: not the one that stands for words of a
/// later version.
fn enumerated<T: DeserializeOwned + Serialize>(word: &str) -> Option<T> {
    let value: T = serde_json::from_value(Value::String(word.into())).ok()?;
    let written = serde_json::to_value(&value).ok()?;
    (written == word && word != "unknown").then_some(value)
}

#[cfg(test)]
mod tests {
    use super::*;
    use motcua_contract::service::GovernmentLevel;
    use proptest::prelude::*;

    #[test]
    fn a_facet_takes_several_values_in_both_spellings() {
        let mut query = Query::new(Some("level=commune,ministry&level=other&field=a&field=b,c"));
        assert_eq!(query.values::<GovernmentLevel>("level").len(), 3);
        assert_eq!(query.ids("field").len(), 3);
        assert!(query.finish().is_ok());
    }

    proptest! {
        #[test]
        fn no_query_upsets_it_and_only_asked_parameters_are_judged(raw in "[ -~]{0,80}") {
            let mut query = Query::new(Some(&raw));
            let _ = query.typed("q");
            let _ = query.number("limit", 1..=50);
            let _ = query.values::<GovernmentLevel>("level");
            let _ = query.finish();
            prop_assert!(Query::new(Some(&raw)).finish().is_ok());
        }
    }
}
