//! Vietnamese alphabetical order.

use unicode_normalization::UnicodeNormalization;

/// The alphabet in its order, with the foreign letters where dictionaries put them.
const ALPHABET: &str = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz";

/// The five tone marks in dictionary order: huyền, hỏi, ngã, sắc, nặng; no mark comes first.
const TONES: [char; 5] = ['\u{300}', '\u{309}', '\u{303}', '\u{301}', '\u{323}'];

/// A key that sorts texts as a Vietnamese dictionary does: by letters, where ă, â, đ, ê,
/// ô, ơ and ư are letters of their own; then by tones; digits before letters; case does
/// not count.
pub(crate) fn key(text: &str) -> (Vec<u16>, Vec<u8>) {
    let mut letters: Vec<u16> = Vec::with_capacity(text.len());
    let mut tones: Vec<u8> = Vec::with_capacity(text.len());
    let mut base = String::new();
    for c in text.to_lowercase().nfd() {
        if let Some(tone) = TONES.iter().position(|mark| *mark == c) {
            if let Some(last) = tones.last_mut() {
                *last = tone as u8 + 1;
            }
            continue;
        }
        base.push(c);
        tones.push(0);
    }
    letters.extend(base.nfc().map(rank));
    (letters, tones)
}

fn rank(c: char) -> u16 {
    const LETTERS: u16 = 0x100;
    const OTHERS: u16 = 0x200;
    match ALPHABET.chars().position(|letter| letter == c) {
        Some(at) => LETTERS + at as u16,
        None if c.is_ascii() => c as u16,
        None => OTHERS + (c as u32).min(0xFD00) as u16,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_come_before_tones_and_marked_letters_after_plain_ones() {
        let sorted = [
            "An Giang",
            "Bà",
            "Bả",
            "Bã",
            "Bá",
            "Bạ",
            "Bắc Ninh",
            "Cà Mau",
            "Dầu",
            "Đà Nẵng",
            "Đắk Lắk",
            "Ê",
            "Ô tô",
            "Ở",
            "Uy",
            "Ưu",
            "Y",
        ];
        let mut shuffled = sorted;
        shuffled.reverse();
        shuffled.sort_by_key(|name| key(name));
        assert_eq!(shuffled, sorted);
    }
}
