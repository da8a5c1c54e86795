//! Breaking text into lines.

use crate::paper::font::Typeface;

/// Breaks a text into lines. All but the last keep the space that ends them, so that words
/// stay apart for who copies or listens; a word wider than a line is cut.
pub(super) fn lines(text: &str, width: f32, size: f32, weight: &Typeface) -> Vec<String> {
    let mut lines = vec![String::new()];
    for word in weight
        .writable(text)
        .split(' ')
        .filter(|word| !word.is_empty())
    {
        let mut rest = word;
        while !rest.is_empty() {
            let line = lines.last_mut().expect("there is always a line");
            let joined = if line.is_empty() {
                rest.to_owned()
            } else {
                format!("{line} {rest}")
            };
            if weight.width(&joined, size) <= width {
                *line = joined;
                break;
            }
            if !line.is_empty() {
                line.push(' ');
                lines.push(String::new());
                continue;
            }
            let fits = rest
                .char_indices()
                .map(|(at, c)| at + c.len_utf8())
                .take_while(|end| weight.width(&rest[..*end], size) <= width)
                .last();
            let end = fits.unwrap_or_else(|| rest.chars().next().map_or(0, char::len_utf8));
            line.push_str(&rest[..end]);
            rest = &rest[end..];
            if !rest.is_empty() {
                lines.push(String::new());
            }
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::paper::font::PLAIN;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn breaking_into_lines_loses_no_letter_and_no_line_is_too_wide(
            text in "[a-zA-ZàạữĐ ]{0,200}",
            width in 30.0_f32..300.0,
        ) {
            let broken = lines(&text, width, 12.0, &PLAIN);
            let letters = |text: &str| text.replace(' ', "");
            prop_assert_eq!(letters(&broken.concat()), letters(&text));
            for line in &broken {
                prop_assert!(PLAIN.width(line.trim_end(), 12.0) <= width, "{line:?}");
            }
        }
    }
}
