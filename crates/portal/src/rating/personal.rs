//! Personal data that people write into a comment by mistake: numbers that look like a citizen
//! ID, a phone or a bank account, and email addresses.
//!
//! Better one question too many than a number in a record that need not hold it; dates and
//! amounts of money are let through.

/// What was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Personal {
    /// Of a citizen, or a phone, or an account.
    Number,
    Email,
}

/// Digits from which on a number may name somebody.
const DIGITS: usize = 8;

impl Personal {
    /// What to do about it.
    pub(crate) fn words(self) -> &'static str {
        match self {
            Self::Number => "Bỏ số định danh, số điện thoại hoặc số tài khoản khỏi lời nhận xét.",
            Self::Email => "Bỏ địa chỉ thư điện tử khỏi lời nhận xét.",
        }
    }
}

/// The first personal data in a text.
pub(crate) fn found(text: &str) -> Option<Personal> {
    if has_email(text) {
        return Some(Personal::Email);
    }
    has_number(text).then_some(Personal::Number)
}

fn has_email(text: &str) -> bool {
    text.split_whitespace().any(|word| {
        word.split_once('@').is_some_and(|(name, host)| {
            !name.is_empty() && host.contains('.') && host.chars().any(char::is_alphanumeric)
        })
    })
}

fn has_number(text: &str) -> bool {
    let characters: Vec<char> = text.chars().collect();
    let mut at = 0;
    while at < characters.len() {
        if !characters[at].is_ascii_digit() {
            at += 1;
            continue;
        }
        let end = number_end(&characters, at);
        let number: String = characters[at..end].iter().collect();
        let rest: String = characters[end..].iter().take(6).collect();
        let digits = number.chars().filter(char::is_ascii_digit).count();
        if digits >= DIGITS && !is_date(&number) && !is_money(&rest) {
            return true;
        }
        at = end;
    }
    false
}

/// Where a number ends that may be written in groups.
fn number_end(characters: &[char], start: usize) -> usize {
    let mut end = start;
    let mut at = start;
    while let Some(c) = characters.get(at) {
        if c.is_ascii_digit() {
            end = at + 1;
        } else if !(" .-".contains(*c) && at == end) {
            break;
        }
        at += 1;
    }
    end
}

/// `22-11-2026` or `22.11.2026`.
fn is_date(number: &str) -> bool {
    let parts: Vec<usize> = number.split(['-', '.']).map(str::len).collect();
    matches!(parts[..], [1 | 2, 1 | 2, 4] | [4, 1 | 2, 1 | 2])
}

fn is_money(rest: &str) -> bool {
    let rest = rest.trim_start().to_lowercase();
    ["đồng", "đ", "vnđ", "vnd", "₫"]
        .iter()
        .any(|unit| rest.starts_with(unit))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn numbers_that_name_somebody_are_found_however_they_are_written() {
        for text in [
            "CCCD 001090000001",
            "gọi 0900 000 001 nhé",
            "+84-900-000-001",
            "tk 0011.0000.1234",
            "số 12345678",
        ] {
            assert_eq!(found(text), Some(Personal::Number), "{text}");
        }
        assert_eq!(found("thư cho an@example.com."), Some(Personal::Email));
    }

    #[test]
    fn dates_amounts_and_short_numbers_are_let_through() {
        for text in [
            "Nộp ngày 22-11-2026, nhận ngày 25.11.2026",
            "Mất 12.000.000 đồng",
            "Chờ 3 ngày, gọi 2 lần, phòng 101",
            "Nghị định 61/2018/NĐ-CP điều 31",
            "Ở @ nhà",
            "",
        ] {
            assert_eq!(found(text), None, "{text}");
        }
    }

    proptest! {
        #[test]
        fn no_text_is_too_strange(text in "\\PC{0,80}") {
            let _ = found(&text);
        }

        #[test]
        fn twelve_digits_are_found_anywhere(before in "[a-z ]{0,10}", id in "[0-9]{12}", after in "[a-c ]{0,5}") {
            let text = format!("{before} {id} {after}");
            prop_assert_eq!(found(&text), Some(Personal::Number));
        }
    }
}
