//! Parts that several forms by hand share, put in when the forms are read.
//!
//! `data/forms/fragments.json` names them. `{"use": "name"}` stands for a fragment; in a
//! list, a fragment that is a list is put in item by item. `{"use": "name", "with":
//! {"who": "mother"}}` also replaces `<who>` in each of its texts. Fragments may use others.
//! A form that repeats something of its own names it under `parts` and uses it likewise.

use serde_json::{Map, Value};

/// How deep fragments may use fragments.
const DEPTH: usize = 4;

/// The fragments by name.
pub(super) struct Fragments(Map<String, Value>);

impl Fragments {
    /// Those that came with the program.
    pub(super) fn load() -> Self {
        let text = include_str!("../../data/forms/fragments.json");
        Self(serde_json::from_str(text).expect("data/forms/fragments.json"))
    }

    /// These and the parts that one form has for itself.
    pub(super) fn and(&self, parts: Map<String, Value>) -> Self {
        let mut all = self.0.clone();
        all.extend(parts);
        Self(all)
    }

    /// `value` with all fragments put in. The forms came with the program and every test
    /// run reads them all, so that a wrong name is a fault of the program.
    pub(super) fn put_into(&self, value: Value) -> Value {
        self.fill(value, DEPTH)
    }

    fn fill(&self, value: Value, depth: usize) -> Value {
        match value {
            Value::Array(items) => {
                let mut filled = Vec::with_capacity(items.len());
                for item in items {
                    let fragment = used(&item).is_some();
                    match self.fill(item, depth) {
                        Value::Array(several) if fragment => filled.extend(several),
                        one => filled.push(one),
                    }
                }
                Value::Array(filled)
            }
            Value::Object(members) => match used_name(&members) {
                Some(name) => {
                    let fragment = self
                        .0
                        .get(name)
                        .unwrap_or_else(|| panic!("fragment {name:?}"));
                    assert!(depth > 0, "fragment {name:?} uses itself");
                    let put_in = replaced(fragment.clone(), members.get("with"));
                    self.fill(put_in, depth - 1)
                }
                None => members
                    .into_iter()
                    .map(|(name, value)| (name, self.fill(value, depth)))
                    .collect(),
            },
            other => other,
        }
    }
}

fn used(value: &Value) -> Option<&str> {
    used_name(value.as_object()?)
}

fn used_name(members: &Map<String, Value>) -> Option<&str> {
    members.get("use")?.as_str()
}

/// Puts the words of `with` into all texts.
fn replaced(value: Value, with: Option<&Value>) -> Value {
    let Some(words) = with.and_then(Value::as_object) else {
        return value;
    };
    match value {
        Value::String(text) => words
            .iter()
            .fold(text, |text, (name, word)| {
                text.replace(&format!("<{name}>"), word.as_str().unwrap_or_default())
            })
            .into(),
        Value::Array(items) => items.into_iter().map(|item| replaced(item, with)).collect(),
        Value::Object(members) => members
            .into_iter()
            .map(|(name, value)| (name, replaced(value, with)))
            .collect(),
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn fragments() -> Fragments {
        let all = json!({
            "sexes": [{"value": "male"}, {"value": "female"}],
            "name": {"id": "<who>Name", "label": "Tên <of>"},
            "both": [{"use": "name", "with": {"who": "a", "of": "A"}}, "end"],
        });
        Fragments(all.as_object().cloned().expect("an object"))
    }

    #[test]
    fn a_list_is_put_in_item_by_item_and_words_are_replaced() {
        let form = json!({"options": [{"use": "sexes"}], "fields": [{"use": "both"}]});
        assert_eq!(
            fragments().put_into(form),
            json!({
                "options": [{"value": "male"}, {"value": "female"}],
                "fields": [{"id": "aName", "label": "Tên A"}, "end"],
            })
        );
    }

    #[test]
    #[should_panic(expected = "fragment \"none\"")]
    fn a_name_that_no_fragment_has_is_a_fault() {
        fragments().put_into(json!({"use": "none"}));
    }
}
