//! Long numbers in groups, as one reads them aloud. Only for reading: the answer itself
//! stays as typed.

use crate::format;

/// What is typed without the spaces, dots and dashes that people put between digits; none
/// when anything else is in it.
fn digits(typed: &str) -> Option<String> {
    let digits: String = typed
        .chars()
        .filter(|c| !c.is_whitespace() && !matches!(c, '.' | '-'))
        .collect();
    let only = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
    only.then_some(digits)
}

fn grouped(digits: &str, sizes: &[usize]) -> String {
    let mut rest = digits;
    let mut groups = Vec::new();
    for size in sizes {
        let (group, tail) = rest.split_at((*size).min(rest.len()));
        groups.push(group);
        rest = tail;
    }
    groups.push(rest);
    groups.retain(|group| !group.is_empty());
    // A no-break space: a number is not torn apart at the end of a line.
    groups.join("\u{a0}")
}

/// `001196001234` as `001 196 001 234`; anything that is no twelve digits as it stands.
pub(crate) fn citizen_id(typed: &str) -> String {
    match digits(typed) {
        Some(digits) if digits.len() == 12 => grouped(&digits, &[3, 3, 3]),
        _ => typed.into(),
    }
}

/// `0912345678` as `0912 345 678`; anything that is no phone number as it stands.
pub(crate) fn phone(typed: &str) -> String {
    match digits(typed) {
        Some(digits) if matches!(digits.len(), 10 | 11) => grouped(&digits, &[4, 3]),
        _ => typed.into(),
    }
}

/// A whole number with its thousands grouped in the reader's way; none when it is none.
pub(crate) fn amount(typed: &str) -> Option<String> {
    let digits = digits(typed.trim_start_matches('0')).or_else(|| digits(typed));
    Some(format::number(digits?.parse().ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_grouped_as_they_are_read_aloud() {
        assert_eq!(
            citizen_id("001196 001234"),
            "001\u{a0}196\u{a0}001\u{a0}234"
        );
        assert_eq!(phone("0912345678"), "0912\u{a0}345\u{a0}678");
        assert_eq!(amount("12 000 000").as_deref(), Some("12.000.000"));
        assert_eq!(amount("0").as_deref(), Some("0"));
    }

    #[test]
    fn what_is_no_such_number_stays_as_typed() {
        assert_eq!(citizen_id("00119600123"), "00119600123");
        assert_eq!(phone("nhà 12"), "nhà 12");
        assert_eq!(amount("mười triệu"), None);
        assert_eq!(amount(""), None);
    }
}
