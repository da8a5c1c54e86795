//! Enumerations in answers are open: a newer portal may use a value that this version
//! does not know, and no receiver may refuse it.

use serde_json::{Value, json};

use super::parameters::known;

/// Turns each enumeration among the components into "one of these, or another string".
///
/// `anyOf` rather than a bare string keeps the known values visible to people and to
/// generators of code, and still accepts every string.
pub(super) fn open(document: &mut Value) {
    let schemas = document["components"]["schemas"].as_object_mut();
    for schema in schemas.expect("schemas").values_mut() {
        let Some(values) = known(schema) else {
            continue;
        };
        let description = schema["description"].take();
        *schema = json!({
            "anyOf": [
                {"type": "string", "enum": values},
                {"type": "string", "description": "A value of a later version."},
            ],
        });
        if !description.is_null() {
            schema["description"] = description;
        }
    }
}
