//! What a description says about a string's form, its schema says too.

use serde_json::Value;

const MARKS: [(&str, &str, &str); 4] = [
    ("RFC 3339", "format", "date-time"),
    (
        "`yyyy-MM-dd/yyyy-MM-dd`",
        "pattern",
        "^[0-9]{4}-[0-9]{2}-[0-9]{2}/[0-9]{4}-[0-9]{2}-[0-9]{2}$",
    ),
    ("`yyyy-MM-dd`", "format", "date"),
    (
        "64 lower-case hexadecimal digits",
        "pattern",
        "^[0-9a-f]{64}$",
    ),
];

/// Adds `format` or `pattern` to each string whose description names its form, so that
/// the two cannot part.
pub(super) fn add(value: &mut Value) {
    match value {
        Value::Object(members) => {
            let text = members.get("description").and_then(Value::as_str);
            let mark = text.and_then(|text| MARKS.iter().find(|(words, ..)| text.contains(words)));
            if let Some((_, keyword, form)) = mark {
                let own = members.get("type").is_some_and(allows_string);
                let items = members.get_mut("items").filter(|items| is_string(items));
                if let Some(items) = items {
                    items[*keyword] = (*form).into();
                } else if own {
                    members.insert((*keyword).to_owned(), (*form).into());
                }
            }
            members.values_mut().for_each(add);
        }
        Value::Array(items) => items.iter_mut().for_each(add),
        _ => {}
    }
}

fn is_string(schema: &Value) -> bool {
    schema.get("type").is_some_and(allows_string)
}

fn allows_string(kind: &Value) -> bool {
    kind == "string"
        || kind
            .as_array()
            .is_some_and(|kinds| kinds.contains(&"string".into()))
}
