//! Where two versions of a draft differ, for the person who chooses between them.

use std::collections::BTreeSet;

use serde_json::Value;

/// Members that keep a person's place and hold nothing that they typed.
const PLACE: [&str; 3] = ["page", "sections", "sectionsDone"];

/// JSON pointers to what differs, outermost where a whole part is missing. What merely keeps
/// the person's place does not count.
pub(super) fn between(one: &Value, other: &Value) -> Vec<String> {
    let mut pointers = Vec::new();
    for name in names(one, other) {
        if !PLACE.contains(&name) {
            compare(
                &one[name],
                &other[name],
                &format!("/{}", escaped(name)),
                &mut pointers,
            );
        }
    }
    pointers
}

fn compare(one: &Value, other: &Value, at: &str, pointers: &mut Vec<String>) {
    match (one, other) {
        _ if one == other => {}
        (Value::Object(_), Value::Object(_)) => {
            for name in names(one, other) {
                let at = format!("{at}/{}", escaped(name));
                compare(&one[name], &other[name], &at, pointers);
            }
        }
        (Value::Array(these), Value::Array(those)) if these.len() == those.len() => {
            for (index, (this, that)) in these.iter().zip(those).enumerate() {
                compare(this, that, &format!("{at}/{index}"), pointers);
            }
        }
        _ => pointers.push(at.into()),
    }
}

/// The members of either.
fn names<'a>(one: &'a Value, other: &'a Value) -> BTreeSet<&'a str> {
    let members = [one, other].into_iter().filter_map(Value::as_object);
    members
        .flat_map(|object| object.keys().map(String::as_str))
        .collect()
}

fn escaped(name: &str) -> String {
    name.replace('~', "~0").replace('/', "~1")
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use serde_json::json;

    #[test]
    fn each_answer_that_differs_is_pointed_at() {
        let mine = json!({"case": "a", "page": "p1", "sectionsDone": 1,
            "answers": {"name": "An", "a/b": 1, "born": {"y": 1}, "kids": [{"n": "x"}, {"n": "y"}]},
            "papers": []});
        let theirs = json!({"case": "a", "page": "p2", "sectionsDone": 2,
            "answers": {"name": "Ân", "a/b": 2, "kids": [{"n": "x"}, {"n": "z"}]},
            "papers": [{"requirement": "p"}]});
        let expected = [
            "/answers/a~1b",
            "/answers/born",
            "/answers/kids/1/n",
            "/answers/name",
            "/papers",
        ];
        assert_eq!(between(&mine, &theirs), expected);
    }

    #[test]
    fn another_page_is_no_difference() {
        let (one, other) = (json!({"page": "a", "sections": 3}), json!({"page": "b"}));
        assert!(between(&one, &other).is_empty());
    }

    proptest! {
        #[test]
        fn a_pointer_leads_to_what_differs(one in "[a-c~/]{0,3}", a in 0..3, b in 0..3) {
            let (this, that) = (json!({"answers": {&one: a}}), json!({"answers": {&one: b}}));
            let pointers = between(&this, &that);
            prop_assert_eq!(pointers.is_empty(), a == b);
            for pointer in pointers {
                prop_assert_ne!(this.pointer(&pointer), that.pointer(&pointer));
            }
        }
    }
}
