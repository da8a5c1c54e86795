//! Finding and changing an answer by its JSON pointer (RFC 6901; ids need no escaping).

use serde_json::{Map, Value};

/// The answer at `pointer`.
pub(crate) fn get<'a>(answers: &'a Map<String, Value>, pointer: &str) -> Option<&'a Value> {
    let (first, rest) = split(pointer)?;
    let value = answers.get(first)?;
    if rest.is_empty() {
        Some(value)
    } else {
        value.pointer(rest)
    }
}

/// Puts an answer at `pointer`, in objects and lists made on the way; nothing (null, or no
/// text) takes it away. The item after a list's last is added, one further on is not.
pub(crate) fn set(answers: &mut Map<String, Value>, pointer: &str, value: Value) {
    let Some((first, rest)) = split(pointer) else {
        return;
    };
    let nothing = value.is_null() || value.as_str() == Some("");
    match (rest.is_empty(), nothing) {
        (true, true) => {
            answers.remove(first);
        }
        (true, false) => {
            answers.insert(first.into(), value);
        }
        (false, _) => {
            let within = answers.entry(first).or_insert(Value::Null);
            set_within(within, rest, value);
            let emptied =
                matches!(within, Value::Null) || within.as_object().is_some_and(Map::is_empty);
            if emptied {
                answers.remove(first);
            }
        }
    }
}

fn set_within(within: &mut Value, pointer: &str, value: Value) {
    let index = split(pointer).and_then(|(first, _)| first.parse::<usize>().ok());
    let Some(index) = index else {
        if !within.is_object() {
            *within = Value::Object(Map::new());
        }
        if let Value::Object(parts) = within {
            set(parts, pointer, value);
        }
        return;
    };
    if !within.is_array() {
        *within = Value::Array(Vec::new());
    }
    let (Some(items), Some((_, rest))) = (within.as_array_mut(), split(pointer)) else {
        return;
    };
    if index == items.len() {
        items.push(Value::Object(Map::new()));
    }
    if let Some(item) = items.get_mut(index) {
        if rest.is_empty() {
            *item = value;
        } else {
            set_within(item, rest, value);
        }
    }
}

/// `/a/b/c` as `a` and `/b/c`.
fn split(pointer: &str) -> Option<(&str, &str)> {
    let path = pointer.strip_prefix('/')?;
    Some(path.find('/').map_or((path, ""), |at| path.split_at(at)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use serde_json::json;

    fn answers(value: Value) -> Map<String, Value> {
        value.as_object().cloned().unwrap_or_default()
    }

    #[test]
    fn an_answer_is_put_where_its_pointer_says() {
        let mut all = Map::new();
        set(&mut all, "/mother/fullName", json!("Lê Mẫu"));
        set(&mut all, "/children/0/name", json!("An"));
        set(&mut all, "/children/1/name", json!("Bình"));
        set(&mut all, "/agree", json!(true));
        let expected = json!({"mother": {"fullName": "Lê Mẫu"}, "agree": true,
            "children": [{"name": "An"}, {"name": "Bình"}]});
        assert_eq!(all, answers(expected));
        assert_eq!(get(&all, "/children/1/name"), Some(&json!("Bình")));
    }

    #[test]
    fn nothing_typed_leaves_nothing_behind() {
        let mut all = answers(json!({"mother": {"fullName": "Lê"}, "note": "x"}));
        set(&mut all, "/mother/fullName", json!(""));
        set(&mut all, "/note", Value::Null);
        assert_eq!(all, Map::new());
    }

    #[test]
    fn an_item_emptied_stays_an_item_so_that_the_others_keep_their_numbers() {
        let mut all = answers(json!({"children": [{"name": "An"}, {"name": "Bình"}]}));
        set(&mut all, "/children/0/name", json!(""));
        assert_eq!(all, answers(json!({"children": [{}, {"name": "Bình"}]})));
    }

    #[test]
    fn an_item_far_beyond_the_last_is_not_made_up() {
        let mut all = Map::new();
        set(&mut all, "/children/7/name", json!("An"));
        assert_eq!(get(&all, "/children/7/name"), None);
    }

    proptest! {
        #[test]
        fn what_is_put_in_is_found_again_whatever_stood_there(
            before in "[a-c]{1}", pointer in "(/[a-c]){1,4}", text in "\\PC{1,5}",
        ) {
            let mut all = answers(json!({before: ["x"]}));
            set(&mut all, &pointer, json!(text));
            prop_assert_eq!(get(&all, &pointer), Some(&json!(text)));
        }

        #[test]
        fn no_pointer_panics(pointer in "\\PC*") {
            let mut all = answers(json!({"a": [{}]}));
            set(&mut all, &pointer, json!(1));
            let _ = get(&all, &pointer);
        }
    }
}
