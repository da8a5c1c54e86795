//! Enumerations in answers are open: a newer portal may use a value that this version
//! does not know, and no receiver may refuse it.

use serde_json::{Value, json};

use super::parameters::known;

/// Turns each enumeration among the components into "one of these, or another".
///
/// `anyOf` rather than a bare string keeps the known values visible to people and to
/// generators of code, and still accepts every string.
pub(super) fn open(document: &mut Value) {
    let schemas = document["components"]["schemas"].as_object_mut();
    for schema in schemas.expect("schemas").values_mut() {
        if let Some(values) = known(schema) {
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
        } else if let Some(kinds) = tagged(schema) {
            let mut kinds: Vec<Value> = kinds.iter().filter(|k| !is_unknown(k)).cloned().collect();
            kinds.push(json!({
                "type": "object",
                "description": "A kind of a later version.",
                "required": [TAG],
                "properties": {TAG: {"type": "string"}},
            }));
            let members = schema.as_object_mut().expect("a schema");
            members.remove("oneOf");
            members.insert("anyOf".into(), kinds.into());
        }
    }
}

/// The member that tells the kinds of a tagged enumeration apart.
const TAG: &str = "kind";

/// The kinds of an enumeration whose values are objects told apart by [`TAG`].
fn tagged(schema: &Value) -> Option<&Vec<Value>> {
    let kinds = schema["oneOf"].as_array()?;
    kinds
        .iter()
        .all(|kind| kind["properties"][TAG]["enum"].is_array())
        .then_some(kinds)
}

fn is_unknown(kind: &Value) -> bool {
    kind["properties"][TAG]["enum"][0] == "unknown"
}
