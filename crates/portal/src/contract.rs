//! The contract's document, and which of its addresses this portal leaves out.

use motcua_contract::openapi;
use serde_json::Value;

use crate::web::answer::Packed;

/// The document and the addresses in it.
pub(crate) struct Contract {
    pub(crate) document: Packed,
    /// Each path's segments; a parameter is `None`.
    paths: Vec<Vec<Option<String>>>,
}

impl Contract {
    /// The contract that came with the program.
    pub(crate) fn new() -> Self {
        let text = openapi::text();
        let document: Value = serde_json::from_str(&text).expect("the contract is JSON");
        let paths = document["paths"].as_object().into_iter().flatten();
        Self {
            paths: paths.map(|(path, _)| template(path)).collect(),
            document: Packed::from_json(text),
        }
    }

    /// Whether the contract names this address. What it names and no route answers is
    /// not offered here; what it does not name does not exist.
    pub(crate) fn names(&self, path: &str) -> bool {
        let segments: Vec<&str> = path.split('/').collect();
        self.paths.iter().any(|template| {
            template.len() == segments.len()
                && template
                    .iter()
                    .zip(&segments)
                    .all(|(expected, segment)| match expected {
                        Some(word) => word == segment,
                        None => !segment.is_empty(),
                    })
        })
    }
}

fn template(path: &str) -> Vec<Option<String>> {
    path.split('/')
        .map(|segment| (!segment.starts_with('{')).then(|| segment.into()))
        .collect()
}
