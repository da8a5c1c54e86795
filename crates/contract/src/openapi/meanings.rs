//! What each value of an enumeration means, for readers who have the document alone.
//!
//! `utoipa` drops the doc comments of plain variants, so they are read from the source.

use serde_json::Value;

const SOURCES: &[&str] = &[
    include_str!("../channel.rs"),
    include_str!("../dossier.rs"),
    include_str!("../dossier/deadline.rs"),
    include_str!("../dossier/ending.rs"),
    include_str!("../dossier/payment.rs"),
    include_str!("../dossier/result.rs"),
    include_str!("../dossier/status.rs"),
    include_str!("../dossier/supplement.rs"),
    include_str!("../dossier/timeline.rs"),
    include_str!("../feedback.rs"),
    include_str!("../lookup.rs"),
    include_str!("../my_data.rs"),
    include_str!("../notification.rs"),
    include_str!("../portal.rs"),
    include_str!("../profile.rs"),
    include_str!("../quality.rs"),
    include_str!("../service.rs"),
    include_str!("../session.rs"),
    include_str!("../signature.rs"),
    include_str!("../submission.rs"),
    include_str!("../upload.rs"),
    include_str!("../usage.rs"),
];

/// Lists the meanings in the description of each enumeration among the components.
pub(super) fn add(document: &mut Value) {
    let schemas = document["components"]["schemas"].as_object_mut();
    for (name, schema) in schemas.expect("schemas") {
        let Some(values) = schema["enum"].as_array() else {
            continue;
        };
        let mut text = schema["description"]
            .as_str()
            .unwrap_or_default()
            .to_owned();
        for (variant, meaning) in variants(name) {
            let value = camel_case(variant);
            if value == "unknown" {
                text += &format!("\n- anything else: {meaning}");
            } else if values.contains(&value.as_str().into()) {
                text += &format!("\n- `{value}`: {meaning}");
            }
        }
        schema["description"] = text.into();
    }
}

/// An enumeration's variants, each with its doc comment in one line.
fn variants(name: &str) -> Vec<(&'static str, String)> {
    let head = format!("pub enum {name} {{");
    let Some(body) = SOURCES.iter().find_map(|source| source.split_once(&head)) else {
        return Vec::new();
    };
    let mut meaning = Vec::new();
    let mut variants = Vec::new();
    for line in body.1.lines().take_while(|line| *line != "}") {
        let line = line.trim();
        if let Some(doc) = line.strip_prefix("/// ") {
            meaning.push(doc);
        } else if let Some(variant) = line.strip_suffix(',') {
            variants.push((variant, meaning.join(" ")));
            meaning.clear();
        }
    }
    variants
}

/// As serde writes it.
fn camel_case(variant: &str) -> String {
    let mut letters = variant.chars();
    letters
        .next()
        .map(|first| first.to_ascii_lowercase())
        .into_iter()
        .chain(letters)
        .collect()
}
