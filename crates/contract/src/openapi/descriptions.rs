//! Doc comments become descriptions for readers who may not know Rust.

use serde_json::Value;

/// Joins wrapped lines and writes rustdoc links as plain code.
pub(super) fn tidy(value: &mut Value) {
    match value {
        Value::Object(members) => {
            for (name, member) in members {
                match member {
                    Value::String(text) if name == "description" => *text = plain(text),
                    other => tidy(other),
                }
            }
        }
        Value::Array(items) => items.iter_mut().for_each(tidy),
        _ => {}
    }
}

/// A blank line or a list item starts a new line; any other line break is wrapping.
fn plain(text: &str) -> String {
    let unlinked = text.replace("[`", "`").replace("`]", "`");
    let mut joined = String::with_capacity(unlinked.len());
    let mut lines = unlinked.lines().peekable();
    while let Some(line) = lines.next() {
        joined.push_str(line);
        if let Some(next) = lines.peek() {
            let wraps = !line.is_empty() && !next.is_empty() && !next.starts_with("- ");
            joined.push(if wraps { ' ' } else { '\n' });
        }
    }
    joined
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wrapped_lines_join_and_paragraphs_and_lists_stay() {
        assert_eq!(
            plain("One [`Link`]\nwrapped.\n\nTwo:\n- a\n- b"),
            "One `Link` wrapped.\n\nTwo:\n- a\n- b"
        );
    }
}
