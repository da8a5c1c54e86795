//! The forms made by hand, one file a procedure in `data/forms`.
//!
//! Each file says what official form it is true to (`definition.source`), what one confirms
//! in that form's words, and which papers of the catalogue filling it in takes the place of
//! (`covered`): the printed declaration and its interactive twin. Every other paper that the
//! catalogue names stands in the form exactly once.

use std::collections::{BTreeSet, HashMap};

use motcua_contract::service::Service;
use motcua_contract::text::LocalText;
use serde::Deserialize;
use serde_json::{Map, Value};

use super::Filing;
use super::fragments::Fragments;

/// The files, by the code that the procedure has in the embedded catalogue.
const FILES: [(&str, &str); 12] = [
    ("1.001193", include_str!("../../data/forms/1.001193.json")),
    ("1.000894", include_str!("../../data/forms/1.000894.json")),
    ("1.004873", include_str!("../../data/forms/1.004873.json")),
    ("2.000635", include_str!("../../data/forms/2.000635.json")),
    ("1.000656", include_str!("../../data/forms/1.000656.json")),
    ("1.004222", include_str!("../../data/forms/1.004222.json")),
    ("1.004194", include_str!("../../data/forms/1.004194.json")),
    ("1.014064", include_str!("../../data/forms/1.014064.json")),
    ("1.001456", include_str!("../../data/forms/1.001456.json")),
    ("3.000333", include_str!("../../data/forms/3.000333.json")),
    ("3.000348", include_str!("../../data/forms/3.000348.json")),
    ("1.001612", include_str!("../../data/forms/1.001612.json")),
];

/// A file.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Made {
    /// In the format of `motcua-forms`.
    definition: Map<String, Value>,
    /// The official form's own words.
    statement: LocalText,
    /// Whether the official form has to be signed by a signature of its own.
    #[serde(default)]
    signature: bool,
    /// Whether the law lets somebody file it whose identity nobody has checked.
    #[serde(default)]
    guests: bool,
    /// Ids of the papers that it takes the place of.
    covered: BTreeSet<String>,
}

/// All of them, by code.
pub(super) fn all() -> HashMap<String, Made> {
    let fragments = Fragments::load();
    FILES
        .into_iter()
        .map(|(code, text)| {
            let fault =
                |error: &serde_json::Error| -> ! { panic!("data/forms/{code}.json: {error}") };
            let read = serde_json::from_str(text);
            let mut file: Map<String, Value> = read.unwrap_or_else(|error| fault(&error));
            let parts = match file.remove("parts") {
                Some(Value::Object(parts)) => parts,
                _ => Map::new(),
            };
            let whole = fragments.and(parts).put_into(file.into());
            let made = serde_json::from_value(whole).unwrap_or_else(|error| fault(&error));
            (code.to_owned(), made)
        })
        .collect()
}

impl Made {
    /// Whether the catalogue asks for exactly the papers that the form knows.
    pub(super) fn fits(&self, service: &Service) -> bool {
        let lines = service.cases.iter().flat_map(|case| &case.requirements);
        let papers = lines.filter(|line| line.is_paper());
        let wanted: BTreeSet<&str> = papers.map(|paper| paper.id.as_str()).collect();
        let asked = self.papers().into_iter();
        let known = asked.chain(self.covered.iter().map(String::as_str));
        known.collect::<BTreeSet<_>>() == wanted
    }

    /// The papers that its pages ask for.
    pub(super) fn papers(&self) -> Vec<&str> {
        requirements(self.definition.get("sections"))
    }

    /// What the portal says of its service.
    pub(super) fn filing(&self, service: &Service) -> Filing {
        let mut definition = self.definition.clone();
        definition.insert("service".into(), service.code.clone().into());
        Filing {
            definition,
            statement: self.statement.clone(),
            signature: self.signature,
            guests: self.guests,
        }
    }
}

/// The `requirement` of each field below, in order.
fn requirements(value: Option<&Value>) -> Vec<&str> {
    match value {
        Some(Value::Array(items)) => items
            .iter()
            .flat_map(|item| requirements(Some(item)))
            .collect(),
        Some(Value::Object(members)) => {
            let own = members.get("requirement").and_then(Value::as_str);
            let inner = ["pages", "fields"].into_iter();
            own.into_iter()
                .chain(inner.flat_map(|name| requirements(members.get(name))))
                .collect()
        }
        _ => Vec::new(),
    }
}

#[cfg(test)]
mod tests;
