//! Parameters are closed: a portal refuses what it does not know, and absence is
//! absence, not `null`.

use serde_json::{Value, json};

use super::each_operation;

/// Writes each parameter's enumeration out, without the value that stands for unknown
/// ones, and drops the `null` that an optional member would allow.
pub(super) fn close(document: &mut Value) {
    let schemas = document["components"]["schemas"].clone();
    each_operation(document, |_, operation| {
        let Some(parameters) = operation["parameters"].as_array_mut() else {
            return;
        };
        for parameter in parameters {
            let schema = &mut parameter["schema"];
            if let Some(kinds) = schema["type"].as_array() {
                schema["type"] = kinds
                    .iter()
                    .find(|kind| *kind != "null")
                    .expect("a type besides null")
                    .clone();
            }
            if let Some(name) = referred(schema) {
                let values = known(&schemas[name]).expect("a parameter's type is an enumeration");
                *schema = json!({"type": "string", "enum": values});
            }
        }
    });
}

/// The component that a schema is, or is unless it is `null`.
fn referred(schema: &Value) -> Option<&str> {
    let alternatives = schema["oneOf"].as_array();
    alternatives
        .into_iter()
        .flatten()
        .chain([schema])
        .find_map(|schema| schema["$ref"].as_str())
        .and_then(|path| path.rsplit('/').next())
}

/// The values of an enumeration that may be sent.
pub(super) fn known(schema: &Value) -> Option<Vec<Value>> {
    let values = schema["enum"].as_array()?;
    Some(values.iter().filter(|v| *v != "unknown").cloned().collect())
}
