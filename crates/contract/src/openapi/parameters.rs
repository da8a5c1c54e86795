//! Parameters that several operations share, and what holds for all of them: they are
//! closed. A portal refuses what it does not know, and absence is absence, not `null`.
//! None holds control characters, and what is a list is a parameter given several times.

#![expect(
    dead_code,
    reason = "parameter lists carry documentation and are never used"
)]

use serde_json::{Value, json};
use utoipa::IntoParams;

use super::each_operation;
use crate::search::ID_CHARACTERS;

/// Of every POST that creates.
#[derive(IntoParams)]
#[into_params(parameter_in = Header)]
pub(super) struct IdempotencyKey {
    /// Chosen anew for each thing to create and kept for each try, best a UUID. The same key
    /// with the same body gives the first answer again, for at least a day.
    #[param(
        rename = "Idempotency-Key",
        min_length = 16,
        max_length = 100,
        example = "8f0c1f9a-54a1-4c1e-9e0f-6f2f1d2a7b3c"
    )]
    key: String,
}

/// Of every PUT that two devices may send.
#[derive(IntoParams)]
#[into_params(parameter_in = Header)]
pub(super) struct IfMatch {
    /// The `ETag` of the version this one builds on. Always send it: without, the portal
    /// answers 428.
    #[param(rename = "If-Match", max_length = 200)]
    version: Option<String>,
}

/// Of lists that grow at one end.
#[derive(IntoParams)]
#[into_params(parameter_in = Query)]
pub(super) struct Cursor {
    /// What the page before gave; opaque. The first page when absent.
    #[param(max_length = 200)]
    cursor: Option<String>,
}

/// Of lists that one leafs through.
#[derive(IntoParams)]
#[into_params(parameter_in = Query)]
pub(super) struct Page {
    /// How many on this page.
    #[param(minimum = 1, maximum = 50, default = 10)]
    limit: Option<u32>,
    /// How many to skip. Beyond the last one, the page is empty.
    #[param(minimum = 0, maximum = 10_000, default = 0)]
    offset: Option<u32>,
}

/// Of every tus request but OPTIONS.
#[derive(IntoParams)]
#[into_params(parameter_in = Header)]
pub(super) struct TusResumable {
    /// The protocol's version.
    #[param(rename = "Tus-Resumable", pattern = "^1\\.0\\.0$", example = "1.0.0")]
    version: String,
}

/// Of the tus request that announces a file.
#[derive(IntoParams)]
#[into_params(parameter_in = Header)]
pub(super) struct NewUpload {
    /// Bytes in the file.
    #[param(rename = "Upload-Length", minimum = 1, example = 1_482_113)]
    length: u64,
    /// `filename`, `filetype`, `purpose` and `requirement`, each value in Base64, pairs
    /// separated by commas.
    #[param(
        rename = "Upload-Metadata",
        max_length = 2000,
        pattern = r"^[!-+\x2d-~]+( [A-Za-z0-9+/]*={0,2})?(,[!-+\x2d-~]+( [A-Za-z0-9+/]*={0,2})?)*$",
        example = "filename Z2lheS1jaHVuZy1zaW5oLnBkZg==,filetype YXBwbGljYXRpb24vcGRm,purpose cGFwZXI="
    )]
    metadata: Option<String>,
}

/// Of the tus request that sends bytes.
#[derive(IntoParams)]
#[into_params(parameter_in = Header)]
pub(super) struct Chunk {
    /// Where these bytes begin.
    #[param(rename = "Upload-Offset", minimum = 0, example = 0)]
    offset: u64,
    /// `sha256` and the Base64 of these bytes' hash.
    #[param(
        rename = "Upload-Checksum",
        max_length = 100,
        pattern = "^sha256 [A-Za-z0-9+/]{42}[AEIMQUYcgkosw048]=$",
        example = "sha256 ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0="
    )]
    checksum: Option<String>,
}

/// Of the event stream.
#[derive(IntoParams)]
#[into_params(parameter_in = Header)]
pub(super) struct LastEvent {
    /// The id of the last event seen; the browser sends it after a break.
    #[param(rename = "Last-Event-ID", max_length = 200)]
    id: Option<String>,
}

/// Any text without control characters (Unicode's category Cc).
const PRINTABLE: &str = "^[^\\u0000-\\u001f\\u007f-\\u009f]*$";

/// Writes each parameter's enumeration out, without the value that stands for unknown
/// ones, drops the `null` that an optional member would allow, and bounds what is text.
pub(super) fn close(document: &mut Value) {
    let schemas = document["components"]["schemas"].clone();
    each_operation(document, |_, operation| {
        let parameters = operation
            .get_mut("parameters")
            .and_then(Value::as_array_mut);
        for parameter in parameters.into_iter().flatten() {
            let schema = &mut parameter["schema"];
            close_schema(schema, &schemas);
            if schema["type"] == "array" {
                close_schema(&mut schema["items"], &schemas);
                parameter["style"] = "form".into();
                parameter["explode"] = true.into();
            }
        }
    });
}

fn close_schema(schema: &mut Value, schemas: &Value) {
    if let Some(kinds) = schema["type"].as_array() {
        schema["type"] = not_null(kinds.iter()).clone();
    }
    if let Some(alternatives) = schema["oneOf"].as_array() {
        *schema = not_null(alternatives.iter()).clone();
    }
    if let Some(name) = referred(schema) {
        *schema = schemas[name].clone();
    }
    if let Some(values) = known(schema) {
        let description = schema["description"].take();
        *schema = json!({"type": "string", "enum": values});
        if !description.is_null() {
            schema["description"] = description;
        }
    } else if schema["type"] == "string" {
        let text = schema.as_object_mut().expect("a schema");
        text.entry("maxLength").or_insert(ID_CHARACTERS.into());
        text.entry("pattern").or_insert(PRINTABLE.into());
    }
}

fn not_null<'a>(mut alternatives: impl Iterator<Item = &'a Value>) -> &'a Value {
    let is_null = |schema: &Value| schema == "null" || schema["type"] == "null";
    alternatives
        .find(|schema| !is_null(schema))
        .expect("an alternative besides null")
}

/// The component that a schema refers to.
fn referred(schema: &Value) -> Option<&str> {
    schema["$ref"].as_str()?.rsplit('/').next()
}

/// The values of an enumeration that may be sent.
pub(super) fn known(schema: &Value) -> Option<Vec<Value>> {
    let values = schema["enum"].as_array()?;
    Some(values.iter().filter(|v| *v != "unknown").cloned().collect())
}
