//! Vietnamese keystrokes that no input method turned into letters.
//!
//! Someone on a foreign keyboard, or with the input method off, types the raw keys:
//! `ddawng kys` (Telex) or `d9a8ng ky1` (VNI) for "đăng ký".

use crate::word::{Word, words};

/// The word that raw keystrokes write, marks and all, if they can be one.
///
/// It is the caller's to see whether the outcome is a word: `has` is English as well as
/// the Telex for "há".
pub(crate) fn decoded(typed: &str) -> Option<Word> {
    let letters = if typed.bytes().any(|key| key.is_ascii_digit()) {
        vni(typed)?
    } else {
        telex(typed)?
    };
    let has_vowel = letters.contains(is_vowel);
    let word = words(&letters, 1).pop()?;
    (has_vowel && word.range == (0..letters.len()) && letters != typed).then_some(word)
}

fn is_vowel(key: char) -> bool {
    matches!(key, 'a' | 'e' | 'i' | 'o' | 'u' | 'y')
}

const HAT: char = '\u{302}';
const BREVE: char = '\u{306}';
const HORN: char = '\u{31b}';

/// VNI: digits after the letter, 1 to 5 a tone, 6 to 9 a shape.
fn vni(typed: &str) -> Option<String> {
    let mut letters = String::with_capacity(typed.len() + 8);
    for key in typed.chars() {
        let mark = match key {
            '1' => '\u{301}',
            '2' => '\u{300}',
            '3' => '\u{309}',
            '4' => '\u{303}',
            '5' => '\u{323}',
            '6' => HAT,
            '7' => HORN,
            '8' => BREVE,
            '9' if letters.starts_with('d') => {
                letters.replace_range(..1, "đ");
                continue;
            }
            key if key.is_ascii_alphabetic() => key,
            _ => return None,
        };
        if letters.is_empty() && !key.is_ascii_alphabetic() {
            return None;
        }
        letters.push(mark);
    }
    Some(letters)
}

/// Telex: a doubled letter or a `w` is a shape; `s f r x j` after a vowel is a tone. All
/// of them may be typed at once or left to the end of the word.
fn telex(typed: &str) -> Option<String> {
    let mut letters = String::with_capacity(typed.len() + 8);
    let mut toned = false;
    for key in typed.chars() {
        let after_vowel = letters.contains(is_vowel);
        match key {
            'd' if letters.starts_with('d') && (after_vowel || letters.len() == 1) => {
                letters.replace_range(..1, "đ");
            }
            'a' | 'e' | 'o' if letters.contains(key) => {
                let at = letters.rfind(key)? + 1;
                letters.insert(at, HAT);
            }
            'w' if after_vowel => shape_with_w(&mut letters),
            'w' => letters.extend(['u', HORN]),
            's' | 'f' | 'r' | 'x' | 'j' if after_vowel => {
                if toned {
                    return None;
                }
                toned = true;
                letters.push(match key {
                    's' => '\u{301}',
                    'f' => '\u{300}',
                    'r' => '\u{309}',
                    'x' => '\u{303}',
                    _ => '\u{323}',
                });
            }
            key if key.is_ascii_alphabetic() => letters.push(key),
            _ => return None,
        }
    }
    Some(letters)
}

/// A `w` after vowels: on `a` a breve, on `o` and `u` a horn, and on both of `uo`.
fn shape_with_w(letters: &mut String) {
    let Some(at) = letters.rfind(['a', 'o', 'u']) else {
        return;
    };
    let on_a = letters[at..].starts_with('a');
    letters.insert(at + 1, if on_a { BREVE } else { HORN });
    if letters[at..].starts_with('o') && letters[..at].ends_with('u') {
        letters.insert(at, HORN);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn writes(typed: &str, word: &str) {
        let decoded = decoded(typed).unwrap_or_else(|| panic!("{typed} is nothing"));
        let meant = words(word, 1).pop().unwrap();
        assert_eq!(
            (decoded.key, decoded.accent),
            (meant.key, meant.accent),
            "{typed} for {word}"
        );
    }

    #[test]
    fn telex_is_read_with_its_marks() {
        for (typed, word) in [
            ("ddawng", "đăng"),
            ("dangwd", "đăng"),
            ("kys", "ký"),
            ("thuwowfng", "thường"),
            ("thuowfng", "thường"),
            ("cuwowcs", "cước"),
            ("chieeus", "chiếu"),
            ("hoojc", "hộc"),
            ("ddeef", "đề"),
        ] {
            writes(typed, word);
        }
    }

    #[test]
    fn vni_is_read_with_its_marks() {
        for (typed, word) in [
            ("d9a8ng", "đăng"),
            ("thu7o72ng", "thường"),
            ("so63", "sổ"),
            ("d9o3", "đỏ"),
            ("chie61u", "chiếu"),
        ] {
            writes(typed, word);
        }
    }

    #[test]
    fn plain_words_are_no_keystrokes() {
        for typed in ["dang", "123", "bcdfg", "2x", ""] {
            assert_eq!(decoded(typed), None, "{typed}");
        }
    }
}
