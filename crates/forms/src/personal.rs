//! Personal data that people write into free text by mistake: numbers that look like a citizen
//! ID, a phone or a bank account, and email addresses.
//!
//! Better one question too many than a number in a record that need not hold it; dates and
//! amounts of money are let through.

/// What was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Personal {
    /// A number of a citizen, a phone or an account.
    Number,
    /// An email address.
    Email,
}

/// Digits from which on a number may name somebody.
const DIGITS: usize = 8;

impl Personal {
    /// What a text holds, if it holds any: an address before a number.
    #[must_use]
    pub fn in_text(text: &str) -> Option<Self> {
        if has_email(text) {
            return Some(Self::Email);
        }
        has_number(text).then_some(Self::Number)
    }
}

fn has_email(text: &str) -> bool {
    text.split_whitespace().any(|word| {
        word.split_once('@').is_some_and(|(name, host)| {
            !name.is_empty()
                && host.contains('.')
                && host.chars().any(|c| c.is_ascii_alphanumeric())
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
        let digits = number.chars().filter(char::is_ascii_digit).count();
        if digits >= DIGITS && !is_date(&number) && !is_money(&characters[end..]) {
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

/// Whether the word that follows is đồng. The whole word: "0900 000 001 đi" is no money. Its
/// spellings stand here because folding the case of Vietnamese weighs 14 kB in a browser.
fn is_money(rest: &[char]) -> bool {
    let after = rest.iter().skip_while(|c| c.is_whitespace());
    let word: String = after
        .take_while(|c| !c.is_whitespace() && !c.is_ascii_punctuation())
        .collect();
    let spellings = ["đồng", "Đồng", "ĐỒNG", "đ", "Đ", "₫", "vnđ", "VNĐ"];
    spellings.contains(&word.as_str()) || word.eq_ignore_ascii_case("vnd")
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
            "0900000001 đi gọi mới được",
        ] {
            assert_eq!(Personal::in_text(text), Some(Personal::Number), "{text}");
        }
        let address = "thư cho an@example.com.";
        assert_eq!(Personal::in_text(address), Some(Personal::Email));
    }

    #[test]
    fn dates_amounts_and_short_numbers_are_let_through() {
        for text in [
            "Nộp ngày 22-11-2026, nhận ngày 25.11.2026",
            "Mất 12.000.000 đồng",
            "Mất 12.000.000đ, hay 12000000 VND.",
            "Chờ 3 ngày, gọi 2 lần, phòng 101",
            "Nghị định 61/2018/NĐ-CP điều 31",
            "Ở @ nhà",
            "",
        ] {
            assert_eq!(Personal::in_text(text), None, "{text}");
        }
    }

    proptest! {
        #[test]
        fn no_text_is_too_strange(text in "\\PC{0,80}") {
            let _ = Personal::in_text(&text);
        }

        #[test]
        fn twelve_digits_are_found_anywhere(before in "[a-z ]{0,10}", id in "[0-9]{12}", after in "[a-c ]{0,5}") {
            let text = format!("{before} {id} {after}");
            prop_assert_eq!(Personal::in_text(&text), Some(Personal::Number));
        }
    }
}
