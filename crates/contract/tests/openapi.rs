//! The committed document is the generated one, and can be relied on.

use motcua_contract::openapi::{
    document,
    samples::{Place, SAMPLES},
    text,
};
use motcua_contract::portal::Capability;
use motcua_contract::{API_ROOT, OPENAPI, place, search};
use serde_json::Value;

/// Every operation with its address.
fn operations(document: &Value) -> Vec<(&String, &Value)> {
    let paths = document["paths"].as_object().expect("paths");
    paths
        .iter()
        .flat_map(|(path, item)| {
            let methods = item.as_object().expect("a path item");
            methods.values().map(move |operation| (path, operation))
        })
        .filter(|(_, operation)| operation["operationId"].is_string())
        .collect()
}

fn parameter<'a>(document: &'a Value, operation: &str, name: &str) -> &'a Value {
    operations(document)
        .into_iter()
        .find(|(_, o)| o["operationId"] == operation)
        .and_then(|(_, o)| o["parameters"].as_array())
        .and_then(|all| all.iter().find(|p| p["name"] == name))
        .unwrap_or_else(|| panic!("{operation} has no parameter {name}"))
}

#[test]
fn the_committed_document_is_what_the_types_generate() {
    let same = OPENAPI == text();
    assert!(
        same,
        "openapi.json is out of date; write it anew with:\n  \
         cargo run -p motcua-contract --features openapi --example write_openapi"
    );
}

#[test]
fn every_operation_is_named_once_and_described() {
    let document = document();
    let mut names = std::collections::BTreeSet::new();
    for (path, operation) in operations(&document) {
        assert!(path.starts_with(API_ROOT), "{path}");
        let name = operation["operationId"].as_str().expect("a name");
        assert!(names.insert(name.to_owned()), "{name} twice");
        assert!(operation["summary"].is_string(), "{name} has no summary");
        let tags = operation["tags"].as_array().expect("tags");
        assert!(
            tags.iter().all(|tag| document["tags"]
                .as_array()
                .expect("tags")
                .iter()
                .any(|known| known["name"] == *tag)),
            "{name} has a tag without a description"
        );
    }
}

#[test]
fn every_capability_named_is_one_that_portals_know() {
    for (path, operation) in operations(&document()) {
        let named = &operation["x-capability"];
        if named.is_null() {
            continue;
        }
        let capability: Capability = serde_json::from_value(named.clone()).expect("a string");
        assert_ne!(capability, Capability::Unknown, "{path} needs {named}");
    }
}

#[test]
fn every_reference_leads_somewhere() {
    fn check(value: &Value, document: &Value) {
        match value {
            Value::Object(members) => {
                if let Some(Value::String(reference)) = members.get("$ref") {
                    let pointer = reference.strip_prefix('#').expect("a local reference");
                    assert!(document.pointer(pointer).is_some(), "{reference}");
                }
                members.values().for_each(|member| check(member, document));
            }
            Value::Array(items) => items.iter().for_each(|item| check(item, document)),
            _ => {}
        }
    }
    let document = document();
    check(&document, &document);
}

#[test]
fn the_document_never_offers_the_value_that_stands_for_unknown_ones() {
    fn check(value: &Value) {
        match value {
            Value::Object(members) => {
                if let Some(Value::Array(values)) = members.get("enum") {
                    assert!(!values.contains(&"unknown".into()), "{values:?}");
                }
                members.values().for_each(check);
            }
            Value::Array(items) => items.iter().for_each(check),
            _ => {}
        }
    }
    check(&document());
}

#[test]
fn every_value_of_an_enumeration_is_explained() {
    let document = document();
    for (name, schema) in document["components"]["schemas"]
        .as_object()
        .expect("schemas")
    {
        let values = schema["anyOf"][0]["enum"].as_array();
        for value in values.into_iter().flatten() {
            let line = format!("\n- `{}`: ", value.as_str().expect("a string"));
            let text = schema["description"].as_str().expect("a description");
            assert!(text.contains(&line), "{name} does not explain {value}");
        }
    }
}

#[test]
fn the_bounds_of_parameters_are_the_constants_that_app_and_portal_use() {
    let document = document();
    for (operation, name, bound, value) in [
        ("searchServices", "q", "maxLength", search::QUERY_CHARACTERS),
        (
            "searchServices",
            "limit",
            "default",
            search::PAGE_SIZE_DEFAULT,
        ),
        ("searchServices", "limit", "maximum", search::PAGE_SIZE_MAX),
        ("searchServices", "offset", "maximum", search::OFFSET_MAX),
        (
            "suggestServices",
            "q",
            "maxLength",
            search::QUERY_CHARACTERS,
        ),
        (
            "suggestServices",
            "limit",
            "default",
            search::SUGGESTIONS_DEFAULT,
        ),
        (
            "suggestServices",
            "limit",
            "maximum",
            search::SUGGESTIONS_MAX,
        ),
        ("getService", "code", "maxLength", search::ID_CHARACTERS),
        (
            "getRelatedServices",
            "code",
            "maxLength",
            search::ID_CHARACTERS,
        ),
        (
            "listCommunes",
            "province",
            "maxLength",
            search::ID_CHARACTERS,
        ),
        ("matchPlaces", "q", "maxLength", search::QUERY_CHARACTERS),
        ("matchPlaces", "limit", "default", place::MATCHES_DEFAULT),
        ("matchPlaces", "limit", "maximum", place::MATCHES_MAX),
    ] {
        let schema = &parameter(&document, operation, name)["schema"];
        assert_eq!(schema[bound], value, "{operation} {name} {bound}");
    }
}

/// The schema of a body: of the request, of success, of a refusal.
fn schema(operation: &Value, place: Place) -> Option<&Value> {
    let holder = match place {
        Place::Request => &operation["requestBody"],
        Place::Answer => {
            let answers = operation["responses"].as_object()?;
            answers
                .iter()
                .find(|(status, _)| status.starts_with('2'))?
                .1
        }
        Place::Refusal(status) => &operation["responses"][status.to_string()],
    };
    let content = holder["content"].as_object()?.values().next()?;
    Some(&content["schema"])
}

#[test]
fn every_json_body_has_a_sample() {
    let document = document();
    for (path, operation) in operations(&document) {
        for place in [Place::Request, Place::Answer] {
            let is_object = schema(operation, place)
                .is_some_and(|schema| !schema["$ref"].is_null() || schema["type"] == "object");
            let has_sample = SAMPLES.iter().any(|sample| {
                sample.place == place && operation["operationId"] == sample.operation
            });
            assert!(has_sample || !is_object, "{path} {place:?} has no sample");
        }
    }
}

#[test]
fn every_sample_is_as_its_schema_says() {
    let document = document();
    for sample in SAMPLES {
        let operations = operations(&document);
        let (_, operation) = operations
            .iter()
            .find(|(_, operation)| operation["operationId"] == sample.operation)
            .unwrap_or_else(|| panic!("{} is a sample of nothing", sample.operation));
        let schema = schema(operation, sample.place).expect("a body");
        let value: Value = serde_json::from_str(sample.json).expect("JSON");
        let fault = fault(&value, schema, &document);
        assert_eq!(fault, None, "{} {}", sample.operation, sample.name);
    }
}

/// The first member that the schema does not describe or that it misses. Types of single
/// values are left to the Rust types, which the next test reads the samples through.
fn fault(value: &Value, schema: &Value, document: &Value) -> Option<String> {
    if let Some(reference) = schema["$ref"].as_str() {
        let target = document.pointer(reference.trim_start_matches('#'));
        return fault(value, target.expect("a component"), document);
    }
    if let Some(ways) = schema["oneOf"].as_array().or(schema["anyOf"].as_array()) {
        let way = ways
            .iter()
            .find(|way| match &way["properties"]["kind"]["enum"][0] {
                Value::Null => way["type"] != "null",
                kind => value["kind"] == *kind,
            });
        return fault(value, way?, document);
    }
    match (value, &schema["properties"]) {
        (Value::Object(members), Value::Object(known)) => {
            let required = schema["required"].as_array();
            let missing = required
                .into_iter()
                .flatten()
                .find(|name| !members.contains_key(name.as_str().unwrap_or_default()));
            missing
                .map(|name| format!("{name} is missing"))
                .or_else(|| {
                    members
                        .iter()
                        .find_map(|(name, member)| match known.get(name) {
                            None => Some(format!("{name} is not described")),
                            Some(schema) => fault(member, schema, document)
                                .map(|inner| format!("{name}: {inner}")),
                        })
                })
        }
        (Value::Array(items), _) => items
            .iter()
            .find_map(|item| fault(item, &schema["items"], document)),
        _ => None,
    }
}

#[test]
fn every_sample_says_what_its_type_says_and_no_more() {
    for sample in SAMPLES {
        let written: Value = serde_json::from_str(sample.json).expect("JSON");
        let read = (sample.through_type)(sample.json)
            .unwrap_or_else(|error| panic!("{} {}: {error}", sample.operation, sample.name));
        assert_eq!(
            missing(&written, &read),
            None,
            "{} {}",
            sample.operation,
            sample.name
        );
    }
}

/// The first thing in `written` that did not survive the type, if any. The type may add
/// members of its own: defaults.
fn missing(written: &Value, read: &Value) -> Option<String> {
    match (written, read) {
        (Value::Object(written), Value::Object(read)) => {
            written.iter().find_map(|(name, value)| {
                read.get(name).map_or_else(
                    || Some(name.clone()),
                    |read| missing(value, read).map(|inner| format!("{name}.{inner}")),
                )
            })
        }
        (Value::Array(written), Value::Array(read)) if written.len() == read.len() => written
            .iter()
            .zip(read)
            .enumerate()
            .find_map(|(at, (w, r))| missing(w, r).map(|inner| format!("{at}.{inner}"))),
        _ => (written != read).then(|| format!("{written} became {read}")),
    }
}
