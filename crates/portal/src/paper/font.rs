//! The typeface of papers: Tinos, as wide as Times New Roman, which Decree 30/2020 asks for.

use std::sync::LazyLock;

use krilla::text::Font;
use ttf_parser::Face;

const REGULAR: &[u8] = include_bytes!("../../data/fonts/Tinos-Regular.ttf");
const BOLD: &[u8] = include_bytes!("../../data/fonts/Tinos-Bold.ttf");

/// Stands where the typeface has no glyph for a character.
const MISSING: char = '□';

/// One weight of the typeface.
pub(super) struct Typeface {
    pub(super) font: Font,
    face: Face<'static>,
}

/// The weight for running text.
pub(super) static PLAIN: LazyLock<Typeface> = LazyLock::new(|| Typeface::new(REGULAR));
/// The weight for headings and labels.
pub(super) static STRONG: LazyLock<Typeface> = LazyLock::new(|| Typeface::new(BOLD));

impl Typeface {
    fn new(bytes: &'static [u8]) -> Self {
        Self {
            font: Font::new(bytes.into(), 0).expect("a font that came with the program"),
            face: Face::parse(bytes, 0).expect("a font that came with the program"),
        }
    }

    /// How wide a text is at a size, both in points.
    pub(super) fn width(&self, text: &str, size: f32) -> f32 {
        let units: u32 = text
            .chars()
            .filter_map(|c| self.face.glyph_index(c))
            .filter_map(|glyph| self.face.glyph_hor_advance(glyph))
            .map(u32::from)
            .sum();
        units as f32 * size / f32::from(self.face.units_per_em())
    }

    /// The text in characters that the typeface has; PDF/UA admits no other.
    pub(super) fn writable(&self, text: &str) -> String {
        use unicode_normalization::UnicodeNormalization;
        text.nfc()
            .map(|c| if c.is_whitespace() { ' ' } else { c })
            .filter(|c| !c.is_control())
            .map(|c| match self.face.glyph_index(c) {
                Some(_) => c,
                None => MISSING,
            })
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_letter_of_vietnamese_can_be_written_and_others_leave_a_mark() {
        let letters = "aàáảãạăằắẳẵặâầấẩẫậeèéẻẽẹêềếểễệiìíỉĩịoòóỏõọôồốổỗộơờớởỡợuùúủũụưừứửữựyỳýỷỹỵđ";
        for letters in [
            letters.to_owned(),
            letters.to_uppercase(),
            "Łódź, Zoë, ₫ – “”".into(),
        ] {
            for weight in [&PLAIN, &STRONG] {
                assert_eq!(weight.writable(&letters), letters);
            }
        }
        assert_eq!(PLAIN.writable("李 An\u{0}\n"), "□ An ");
    }

    #[test]
    fn decomposed_letters_are_put_together() {
        assert_eq!(PLAIN.writable("Nguye\u{302}\u{303}n"), "Nguyễn");
    }
}
