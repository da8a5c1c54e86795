//! The `OpenAPI` 3.1 document, generated from the types.
//!
//! Each resource group has a file of documented marker functions; what all operations
//! share (errors, validation by `ETag`, open enumerations, samples) is added to the
//! generated document afterwards, so that no operation can forget it.
//! [`text`] is what stands in `openapi.json` and what a portal serves at
//! `/api/v1/openapi.json`.

use serde_json::Value;
use utoipa::OpenApi;

mod caching;
mod catalogue;
mod descriptions;
mod dossiers;
mod drafts;
mod enumerations;
mod errors;
mod feedback;
mod formats;
mod forms;
mod help;
mod info;
mod life_events;
mod lookups;
mod meanings;
mod my_data;
mod notifications;
mod parameters;
mod payments;
mod places;
mod portal;
mod profile;
mod quality;
mod ratings;
pub mod samples;
mod services;
mod session;
mod signatures;
mod uploads;

/// The whole document.
#[must_use]
pub fn document() -> Value {
    let mut document = info::document();
    for part in [
        portal::Paths::openapi(),
        services::Paths::openapi(),
        catalogue::Paths::openapi(),
        life_events::Paths::openapi(),
        places::Paths::openapi(),
        session::Paths::openapi(),
        profile::Paths::openapi(),
        my_data::Paths::openapi(),
        notifications::Paths::openapi(),
        forms::Paths::openapi(),
        drafts::Paths::openapi(),
        uploads::Paths::openapi(),
        dossiers::Paths::openapi(),
        payments::Paths::openapi(),
        signatures::Paths::openapi(),
        lookups::Paths::openapi(),
        ratings::Paths::openapi(),
        feedback::Paths::openapi(),
        help::Paths::openapi(),
        quality::Paths::openapi(),
    ] {
        document.merge(part);
    }
    let mut document = serde_json::to_value(document).expect("utoipa writes valid JSON");
    meanings::add(&mut document);
    descriptions::tidy(&mut document);
    formats::add(&mut document);
    parameters::close(&mut document);
    enumerations::open(&mut document);
    errors::add(&mut document);
    caching::add(&mut document);
    samples::add(&mut document);
    document
}

/// The document as it is committed: two spaces, members in alphabetical order
/// whatever features the rest of a build turns on, a line feed at the end.
#[must_use]
pub fn text() -> String {
    let mut text =
        serde_json::to_string_pretty(&sorted(document())).expect("a value is valid JSON");
    text.push('\n');
    text
}

fn sorted(value: Value) -> Value {
    match value {
        Value::Object(members) => {
            let mut members: Vec<_> = members.into_iter().collect();
            members.sort_by(|a, b| a.0.cmp(&b.0));
            Value::Object(members.into_iter().map(|(k, v)| (k, sorted(v))).collect())
        }
        Value::Array(items) => Value::Array(items.into_iter().map(sorted).collect()),
        other => other,
    }
}

/// Calls `change` with the method's name and each operation of the document.
fn each_operation(document: &mut Value, mut change: impl FnMut(&str, &mut Value)) {
    const METHODS: [&str; 7] = ["get", "head", "post", "put", "patch", "delete", "options"];
    let paths = document["paths"].as_object_mut().expect("paths");
    for path in paths.values_mut() {
        for method in METHODS {
            if let Some(operation) = path.get_mut(method) {
                change(method, operation);
            }
        }
    }
}
