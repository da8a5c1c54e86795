//! How a screen's messages are written down.

/// Key, Vietnamese, English: what the parity test reads.
#[cfg(test)]
pub(crate) type Entry = (&'static str, &'static str, &'static str);

/// Declares messages: `messages! { title: "Tiêu đề" / "Title"; … }` makes a
/// function `title()` for each. `{name}` is a placeholder for [`fill`].
macro_rules! messages {
    ($($name:ident: $vi:literal / $en:literal;)*) => {
        $(pub(crate) fn $name() -> &'static str {
            match $crate::i18n::language() {
                $crate::i18n::Language::Vietnamese => $vi,
                $crate::i18n::Language::English => $en,
            }
        })*

        #[cfg(test)]
        pub(crate) const ALL: &[$crate::i18n::catalogue::Entry] =
            &[$((stringify!($name), $vi, $en)),*];
    };
}

/// Puts values into a message's `{name}` placeholders. Values are never read
/// for placeholders themselves, whatever they hold.
pub(crate) fn fill(message: &str, values: &[(&str, &str)]) -> String {
    let mut out = String::with_capacity(message.len() + 16);
    let mut rest = message;
    while let Some((before, after)) = rest.split_once('{') {
        out.push_str(before);
        let Some((name, tail)) = after.split_once('}') else {
            out.push('{');
            rest = after;
            continue;
        };
        if let Some((_, value)) = values.iter().find(|(key, _)| *key == name) {
            out.push_str(value);
        }
        rest = tail;
    }
    out.push_str(rest);
    out
}

#[cfg(test)]
mod tests {
    use super::fill;

    #[test]
    fn a_value_that_looks_like_a_placeholder_stays_text() {
        let filled = fill("{n} việc cho “{q}”", &[("n", "3"), ("q", "{n}")]);
        assert_eq!(filled, "3 việc cho “{n}”");
    }

    #[test]
    fn a_lone_brace_stays() {
        assert_eq!(fill("a { b", &[]), "a { b");
    }
}
