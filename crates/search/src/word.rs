//! Text cut into words: the unit everything else matches by.
//!
//! Vietnamese writes a space after every syllable, so a "word" here is a syllable. It
//! is known by its *key*, which ignores marks and spelling variants, and by its
//! *accent*, which remembers the marks for when they tell two syllables apart.

use core::ops::Range;

use crate::fold::{Glyph, Shape, Tone, glyph};

/// The marks of one syllable, packed: the tone in the top three bits, a hash of the
/// letters' shapes below.
///
/// The tone belongs to the syllable, not to a letter, so `hòa` and `hoà` are equal.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub(crate) struct Accent(u32);

const TONE_SHIFT: u32 = 29;
const SHAPES: u32 = (1 << TONE_SHIFT) - 1;

impl Accent {
    /// Whether the syllable is written without any mark.
    pub(crate) fn is_plain(self) -> bool {
        self.0 == 0
    }

    /// How well a typed syllable agrees with a known one of the same key, up to 1.
    ///
    /// Someone who types no marks means any; someone who types some usually gets the
    /// shapes right and slips on the tone (hỏi and ngã sound alike in the south).
    pub(crate) fn agreement(self, known: Self) -> f32 {
        if self.is_plain() || self == known {
            1.0
        } else if (self.0 ^ known.0) & SHAPES == 0 {
            0.86
        } else if (self.0 ^ known.0) >> TONE_SHIFT == 0 {
            0.8
        } else {
            0.7
        }
    }

    fn shape(&mut self, position: usize, shape: Shape) {
        if shape != Shape::Plain {
            let mark = (position as u32 * 5 + shape as u32).wrapping_mul(0x9e37_79b1) >> 3;
            self.0 ^= mark & SHAPES;
        }
    }

    fn tone(&mut self, tone: Tone) {
        if tone != Tone::Level {
            self.0 = (self.0 & SHAPES) | ((tone as u32) << TONE_SHIFT);
        }
    }
}

/// One word of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Word {
    /// The folded spelling, `i` for a final `y` that sounds the same.
    pub(crate) key: String,
    /// The marks it was written with.
    pub(crate) accent: Accent,
    /// As it was written.
    pub(crate) text: String,
    /// Where it stands in the text, in bytes.
    pub(crate) range: Range<usize>,
}

/// The longest word kept, in letters: no Vietnamese syllable exceeds seven, and what
/// is glued together beyond this is not a query.
const LONGEST: usize = 48;

/// Calls `found` with the key, accent and byte range of each word of `text`, in order.
pub(crate) fn each_word(text: &str, mut found: impl FnMut(&str, Accent, Range<usize>)) {
    let mut key = String::with_capacity(LONGEST);
    let mut accent = Accent::default();
    let mut start = 0;
    let mut end = 0;
    for (at, c) in text.char_indices() {
        let next = at + c.len_utf8();
        match glyph(c) {
            Glyph::Letter(base, shape, tone) => {
                if key.is_empty() {
                    start = at;
                }
                if key.len() < LONGEST {
                    accent.shape(key.len(), shape);
                    accent.tone(tone);
                    key.push(base);
                }
                end = next;
            }
            Glyph::ShapeMark(shape) if !key.is_empty() => {
                accent.shape(key.len() - 1, shape);
                end = next;
            }
            Glyph::ToneMark(tone) if !key.is_empty() => {
                accent.tone(tone);
                end = next;
            }
            Glyph::Invisible if !key.is_empty() => end = next,
            Glyph::ShapeMark(_) | Glyph::ToneMark(_) | Glyph::Invisible => {}
            Glyph::Other(c) if is_foreign_letter(c) => {
                if key.is_empty() {
                    start = at;
                }
                if key.len() < LONGEST {
                    key.push(c);
                }
                end = next;
            }
            Glyph::Other(_) => {
                if !key.is_empty() {
                    same_sound(&mut key);
                    found(&key, accent, start..end);
                    key.clear();
                    accent = Accent::default();
                }
            }
        }
    }
    if !key.is_empty() {
        same_sound(&mut key);
        found(&key, accent, start..end);
    }
}

/// The first `most` words of `text`.
pub(crate) fn words(text: &str, most: usize) -> Vec<Word> {
    let mut words = Vec::new();
    each_word(text, |key, accent, range| {
        if words.len() < most {
            let (key, text) = (key.to_owned(), text[range.clone()].to_owned());
            words.push(Word {
                key,
                accent,
                text,
                range,
            });
        }
    });
    words
}

/// Writes the final `y` of `lý`, `kỹ`, `quý`, `y` as `i`: both spellings are in use.
/// After another vowel they are different sounds (`hai`, `hay`) and stay.
fn same_sound(key: &mut String) {
    let Some(onset) = key.strip_suffix('y') else {
        return;
    };
    let onset = onset.strip_suffix("qu").unwrap_or(onset);
    if !onset.contains(['a', 'e', 'i', 'o', 'u', 'y']) {
        key.pop();
        key.push('i');
    }
}

/// Letters of other scripts, told from punctuation by block: coarse, but a query in
/// another script finds nothing either way and the full tables would cost 5 kB.
fn is_foreign_letter(c: char) -> bool {
    matches!(c, '\u{100}'..='\u{24f}' | '\u{370}'..='\u{1fff}' | '\u{3040}'..='\u{d7ff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn keys(text: &str) -> Vec<String> {
        words(text, 99).into_iter().map(|word| word.key).collect()
    }

    #[test]
    fn words_are_cut_at_spaces_and_punctuation() {
        assert_eq!(
            keys("Cha, mẹ/con (TP.HCM)"),
            ["cha", "me", "con", "tp", "hcm"]
        );
    }

    #[test]
    fn a_final_y_that_sounds_like_i_has_the_same_key() {
        assert_eq!(keys("lý kỹ quý y mỹ"), keys("lí kĩ quí i mĩ"));
        assert_ne!(keys("hay"), keys("hai"));
        assert_ne!(keys("thủy"), keys("thủi"));
    }

    #[test]
    fn tone_placement_does_not_change_the_accent() {
        assert_eq!(words("hòa", 1)[0].accent, words("hoà", 1)[0].accent);
        assert_ne!(words("hòa", 1)[0].accent, words("hóa", 1)[0].accent);
    }

    #[test]
    fn ranges_cover_combining_marks() {
        let decomposed = "le\u{302}\u{323} phi\u{301}";
        let ranges: Vec<_> = words(decomposed, 9).into_iter().map(|w| w.range).collect();
        assert_eq!(&decomposed[ranges[0].clone()], "le\u{302}\u{323}");
        assert_eq!(&decomposed[ranges[1].clone()], "phi\u{301}");
    }
}
