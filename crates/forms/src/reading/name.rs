//! Reads people's names, of whatever script.

use serde_json::Value;

use super::text;
use crate::wrong::Wrong;

/// A full name: letters, and the few signs that stand between them. Which letters exist
/// Unicode knows, so that every people's names are names.
pub(super) fn full_name(typed: &Value) -> Result<String, Wrong> {
    let name = text::line(typed)?;
    if let Some(strange) = name.chars().find(|c| is_strange(*c)) {
        return Err(match strange {
            '0'..='9' => Wrong::DigitInName,
            sign => Wrong::SignInName(sign),
        });
    }
    if name.chars().any(char::is_alphabetic) {
        Ok(name)
    } else {
        Err(Wrong::NoName)
    }
}

/// Digits, and the signs of ASCII that no name holds. Names do hold points (`Jr.`), commas,
/// hyphens, apostrophes, brackets and strokes (`s/o`).
fn is_strange(c: char) -> bool {
    c.is_ascii_digit() || (c.is_ascii_punctuation() && !".,-'()/`".contains(c))
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn names_of_all_scripts_are_names() {
        for name in [
            "Nguyễn Thị Ánh",
            "H’Hen Niê",
            "O'Brien-Smith, Jr.",
            "Rama s/o Krishnan",
            "李小龍",
            "محمد",
            "अनिता",
            "Đ",
        ] {
            assert_eq!(full_name(&json!(name)), Ok(name.into()));
        }
        assert_eq!(
            full_name(&json!("  Trần   Văn\tAn ")),
            Ok("Trần Văn An".into())
        );
    }

    #[test]
    fn what_nobody_is_called_is_refused() {
        assert_eq!(full_name(&json!("0123")), Err(Wrong::DigitInName));
        assert_eq!(full_name(&json!("An2")), Err(Wrong::DigitInName));
        assert_eq!(full_name(&json!("an@x")), Err(Wrong::SignInName('@')));
        assert_eq!(full_name(&json!("...")), Err(Wrong::NoName));
        assert_eq!(full_name(&json!(true)), Err(Wrong::Shape));
    }
}
