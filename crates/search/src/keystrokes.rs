//! Vietnamese keystrokes that no input method turned into letters.
//!
//! Someone on a foreign keyboard, or with the input method off, types the raw keys:
//! `ddawng kys` (Telex) or `d9a8ng ky1` (VNI) for "đăng ký". What matters here is the
//! folded letters, so marks are read only to be dropped.

/// The folded letters of a word of raw keystrokes, if it can be one.
///
/// It is the caller's to see whether the outcome is a word: `has` is English as well as
/// the Telex for "há".
pub(crate) fn decoded(word: &str) -> Option<String> {
    let letters = if word.bytes().any(|key| key.is_ascii_digit()) {
        vni(word)
    } else {
        telex(word)
    };
    letters.filter(|letters| letters != word && letters.contains(is_vowel))
}

fn is_vowel(key: char) -> bool {
    matches!(key, 'a' | 'e' | 'i' | 'o' | 'u' | 'y')
}

/// VNI: digits after the letter, 1 to 5 a tone, 6 to 9 a shape; 0 takes marks away.
fn vni(word: &str) -> Option<String> {
    let starts_with_letter = word.starts_with(|key: char| key.is_ascii_alphabetic());
    starts_with_letter.then(|| word.chars().filter(|key| !key.is_ascii_digit()).collect())
}

/// Telex: a doubled letter or a `w` is a shape; `s f r x j` after the vowels a tone,
/// typed right after the vowel or at the end of the word.
fn telex(word: &str) -> Option<String> {
    let mut letters = String::with_capacity(word.len());
    let mut toned = false;
    for key in word.chars() {
        let last = letters.chars().next_back();
        let after_vowel = letters.contains(is_vowel);
        match key {
            'd' if letters == "d" => {}
            'a' | 'e' | 'o' if last == Some(key) => {}
            // đ and the doubled vowels may also be finished at the end of the word.
            'd' if letters.starts_with('d') && after_vowel => {}
            'a' | 'e' | 'o' if after_vowel && letters.contains(key) => {}
            'w' if after_vowel => {}
            'w' => letters.push('u'),
            's' | 'f' | 'r' | 'x' | 'j' if after_vowel => {
                if toned {
                    return None;
                }
                toned = true;
            }
            key if key.is_ascii_alphabetic() => letters.push(key),
            _ => return None,
        }
    }
    Some(letters)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn telex_tones_may_stand_at_the_end_or_inside() {
        assert_eq!(decoded("ddawng").as_deref(), Some("dang"));
        assert_eq!(decoded("kys").as_deref(), Some("ky"));
        assert_eq!(decoded("thuwowfng").as_deref(), Some("thuong"));
        assert_eq!(decoded("dangwd").as_deref(), Some("dang"));
    }

    #[test]
    fn vni_digits_are_dropped() {
        assert_eq!(decoded("thu7o72ng").as_deref(), Some("thuong"));
        assert_eq!(decoded("d9a8ng").as_deref(), Some("dang"));
    }

    #[test]
    fn plain_words_are_no_keystrokes() {
        assert_eq!(decoded("dang"), None);
        assert_eq!(decoded("123"), None);
        assert_eq!(decoded("bcdfg"), None);
    }
}
