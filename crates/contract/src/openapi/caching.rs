//! What is read carries a validator, and is not sent again while it holds.

use serde_json::{Value, json};

use super::each_operation;

/// Gives each GET that answers JSON an `ETag`, `If-None-Match` and 304.
pub(super) fn add(document: &mut Value) {
    document["components"]["parameters"]["IfNoneMatch"] = json!({
        "name": "If-None-Match",
        "in": "header",
        "required": false,
        "description": "The `ETag` of the answer at hand.",
        "schema": {"type": "string"},
    });
    document["components"]["headers"]["ETag"] = json!({
        "description": "Changes whenever the answer changes.",
        "schema": {"type": "string"},
    });
    document["components"]["responses"]["NotModified"] = json!({
        "description": "The answer at hand still holds; no body.",
        "headers": {"ETag": {"$ref": "#/components/headers/ETag"}},
    });
    each_operation(document, |method, operation| {
        if method != "get" || operation["responses"]["200"]["content"]["application/json"].is_null()
        {
            return;
        }
        operation["responses"]["200"]["headers"]["ETag"] =
            json!({"$ref": "#/components/headers/ETag"});
        operation["responses"]["304"] = json!({"$ref": "#/components/responses/NotModified"});
        let parameter = json!({"$ref": "#/components/parameters/IfNoneMatch"});
        match operation
            .get_mut("parameters")
            .and_then(Value::as_array_mut)
        {
            Some(parameters) => parameters.push(parameter),
            None => operation["parameters"] = json!([parameter]),
        }
    });
}
