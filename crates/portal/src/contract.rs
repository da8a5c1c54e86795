//! The contract's document, and which of its addresses this portal leaves out.

use motcua_contract::openapi;
use serde_json::Value;

use crate::web::answer::Packed;

/// The document and the addresses in it.
pub(crate) struct Contract {
    pub(crate) document: Packed,
    addresses: Vec<Address>,
}

/// An address of the contract.
struct Address {
    /// A parameter is `None`.
    segments: Vec<Option<String>>,
    /// As `Allow` lists them.
    methods: String,
}

impl Contract {
    /// The contract that came with the program.
    pub(crate) fn new() -> Self {
        let text = openapi::text();
        let document: Value = serde_json::from_str(&text).expect("the contract is JSON");
        let paths = document["paths"].as_object().into_iter().flatten();
        let mut addresses: Vec<Address> =
            paths.map(|(path, item)| Address::new(path, item)).collect();
        // Where a word and a parameter both fit, the word is meant.
        addresses.sort_by_key(|address| address.segments.iter().filter(|s| s.is_none()).count());
        Self {
            addresses,
            document: Packed::from_json(text),
        }
    }

    /// The methods that the contract gives an address, as `Allow` lists them. What it
    /// names and no route answers is not offered here; what it does not name does not exist.
    pub(crate) fn methods(&self, path: &str) -> Option<&str> {
        let asked: Vec<&str> = path.split('/').collect();
        let address = self.addresses.iter().find(|address| address.fits(&asked))?;
        Some(&address.methods)
    }
}

impl Address {
    fn new(path: &str, item: &Value) -> Self {
        let mut methods: Vec<&str> = Vec::new();
        for (member, names) in METHODS {
            if !item[member].is_null() {
                methods.extend(names);
            }
        }
        methods.dedup();
        let segments = path.split('/');
        Self {
            segments: segments
                .map(|segment| (!segment.starts_with('{')).then(|| segment.into()))
                .collect(),
            methods: methods.join(","),
        }
    }

    fn fits(&self, asked: &[&str]) -> bool {
        self.segments.len() == asked.len()
            && self
                .segments
                .iter()
                .zip(asked)
                .all(|(expected, segment)| match expected {
                    Some(word) => word == segment,
                    None => !segment.is_empty(),
                })
    }
}

/// A path item's members, and the methods they stand for: who may GET may HEAD.
const METHODS: [(&str, &[&str]); 6] = [
    ("get", &["GET", "HEAD"]),
    ("head", &["HEAD"]),
    ("post", &["POST"]),
    ("put", &["PUT"]),
    ("patch", &["PATCH"]),
    ("delete", &["DELETE"]),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_known_with_its_methods_and_its_words_go_before_parameters() {
        let contract = Contract::new();
        assert_eq!(
            contract.methods("/api/v1/services/1.001193"),
            Some("GET,HEAD")
        );
        assert_eq!(
            contract.methods("/api/v1/feedback/published"),
            Some("GET,HEAD")
        );
        assert!(
            contract
                .methods("/api/v1/dossiers")
                .is_some_and(|all| all.contains("POST"))
        );
        for unknown in ["/api/v1/services/", "/api/v1/nothing", "/api/v1"] {
            assert_eq!(contract.methods(unknown), None, "{unknown}");
        }
    }
}
