//! Reads text: without blanks around it, without characters that cannot be seen.

use serde_json::Value;

use crate::wrong::Wrong;

/// One line; what breaks or widens it becomes one space.
pub(super) fn line(typed: &Value) -> Result<String, Wrong> {
    let text = typed.as_str().ok_or(Wrong::Shape)?;
    Ok(one_line(text))
}

pub(super) fn one_line(text: &str) -> String {
    let mut line = String::with_capacity(text.len());
    for word in text.split(|c: char| c.is_whitespace() || c.is_control()) {
        if word.is_empty() {
            continue;
        }
        if !line.is_empty() {
            line.push(' ');
        }
        line.push_str(word);
    }
    line
}

/// Several lines, each ended in the same way.
pub(super) fn lines(typed: &Value) -> Result<String, Wrong> {
    let text = typed.as_str().ok_or(Wrong::Shape)?;
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    let seen = text.chars().filter(|c| *c == '\n' || !c.is_control());
    let seen: String = seen.collect();
    Ok(seen.trim().to_owned())
}

/// An email address: something, an at sign, a domain with a point in it. Whether it exists
/// only a message can tell.
pub(super) fn email(typed: &Value) -> Result<String, Wrong> {
    let text = typed.as_str().ok_or(Wrong::Shape)?.trim();
    let Some((name, domain)) = text.split_once('@') else {
        return Err(Wrong::EmailWithoutAt);
    };
    let labels = || domain.split('.');
    let sound = !name.is_empty()
        && labels().count() > 1
        && labels().all(|label| !label.is_empty())
        && text.len() <= MAIL_BYTES
        && !text
            .chars()
            .any(|c| c.is_whitespace() || c.is_control() || "<>()[],;:\\\"".contains(c))
        && !domain.contains('@');
    if sound {
        Ok(text.to_owned())
    } else {
        Err(Wrong::Email)
    }
}

/// The longest address that mail can be sent to (RFC 5321, 4.5.3.1.3, without its brackets).
pub(crate) const MAIL_BYTES: usize = 254;

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn a_line_is_tidied() {
        assert_eq!(
            line(&json!("  12\u{a0} Lê\tLợi \u{7}\n")),
            Ok("12 Lê Lợi".into())
        );
        assert_eq!(line(&json!(12)), Err(Wrong::Shape));
    }

    #[test]
    fn lines_keep_their_breaks() {
        assert_eq!(
            lines(&json!("\na\r\nb\r\rc\u{0}\n")),
            Ok("a\nb\n\nc".into())
        );
    }

    #[test]
    fn an_email_address_has_a_name_an_at_sign_and_a_domain() {
        for text in ["lan@example.vn", " a.b+c@x.y.z "] {
            assert!(email(&json!(text)).is_ok(), "{text}");
        }
        for text in [
            "lan@example",
            "@example.vn",
            "lan@.vn",
            "lan@x..vn",
            "a b@x.vn",
            "a@b@c.vn",
            "a@x.vn.",
        ] {
            assert_eq!(email(&json!(text)), Err(Wrong::Email), "{text}");
        }
        assert_eq!(email(&json!("lan.example.vn")), Err(Wrong::EmailWithoutAt));
    }
}
