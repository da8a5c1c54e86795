//! Vietnamese letters taken apart: base letter, shape and tone.
//!
//! A Vietnamese letter carries up to two marks: one that makes it another letter
//! (â, ă, ê, ô, ơ, ư, đ: its *shape*) and one that belongs to the whole syllable
//! (its *tone*). The two hundred composed letters follow from four short tables, so
//! no Unicode normalisation data is needed, which would weigh more than this crate.

/// The mark that makes another letter of a base letter.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
#[repr(u8)]
pub(crate) enum Shape {
    /// The bare letter.
    #[default]
    Plain,
    /// Circumflex: â, ê, ô.
    Hat,
    /// Breve: ă.
    Breve,
    /// Horn: ơ, ư.
    Horn,
    /// Stroke: đ.
    Stroke,
}

/// The tone of a syllable, numbered as the VNI keyboard does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
#[repr(u8)]
pub(crate) enum Tone {
    /// Ngang: no mark.
    #[default]
    Level,
    /// Sắc: acute.
    Acute,
    /// Huyền: grave.
    Grave,
    /// Hỏi: hook above.
    Hook,
    /// Ngã: tilde.
    Tilde,
    /// Nặng: dot below.
    Dot,
}

/// What one character of text is to the search.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Glyph {
    /// A letter or digit, lower case, with its marks.
    Letter(char, Shape, Tone),
    /// A combining mark that gives the letter before it a shape.
    ShapeMark(Shape),
    /// A combining mark that gives the syllable its tone.
    ToneMark(Tone),
    /// Nothing one can see: soft hyphens, zero-width marks, other combining marks.
    Invisible,
    /// Space, punctuation, symbols.
    Other(char),
}

/// U+1EA0..=U+1EF9 in pairs of capital and small letter: each pair without its tone
/// (capital letters here stand for shaped ones, see [`shaped`]), and that tone.
const BLOCK_LETTERS: &[u8; 45] = b"aaAAAAAVVVVVeeeEEEEEiiooOOOOOPPPPPuuUUUUUyyyy";
const BLOCK_TONES: &[u8; 45] = b"531234512345534123453553123451234553123452534";

/// U+00E0..=U+00FF, the same way; `-` is no letter.
const LATIN_LETTERS: &[u8; 32] = b"aaAaaa-ceeEeiiIiDnooOoo-ouuJuy-y";
const LATIN_TONES: &[u8; 32] = b"21040000210021000421040002100100";

/// A letter of the tables above: the base letter and its shape.
fn shaped(code: u8) -> (char, Shape) {
    match code {
        b'A' => ('a', Shape::Hat),
        b'V' => ('a', Shape::Breve),
        b'E' => ('e', Shape::Hat),
        b'I' => ('i', Shape::Hat),
        b'O' => ('o', Shape::Hat),
        b'P' => ('o', Shape::Horn),
        b'U' => ('u', Shape::Horn),
        b'J' => ('u', Shape::Hat),
        b'D' => ('d', Shape::Stroke),
        plain => (plain as char, Shape::Plain),
    }
}

fn tone(digit: u8) -> Tone {
    match digit {
        b'1' => Tone::Acute,
        b'2' => Tone::Grave,
        b'3' => Tone::Hook,
        b'4' => Tone::Tilde,
        b'5' => Tone::Dot,
        _ => Tone::Level,
    }
}

fn letter(code: u8, tone_digit: u8) -> Glyph {
    let (base, shape) = shaped(code);
    Glyph::Letter(base, shape, tone(tone_digit))
}

/// Takes one character apart.
///
/// ð (U+00F0, from Ð) counts as đ: keyboards and old documents mix the two up.
pub(crate) fn glyph(c: char) -> Glyph {
    let plain = |c| Glyph::Letter(c, Shape::Plain, Tone::Level);
    match c {
        'a'..='z' | '0'..='9' => plain(c),
        'A'..='Z' => plain(c.to_ascii_lowercase()),
        '\0'..='\u{7f}' => Glyph::Other(c),
        '\u{ad}' => Glyph::Invisible,
        'ß' => Glyph::Other(c),
        '\u{c0}'..='\u{ff}' => {
            let at = (c as usize - 0xc0) % 32;
            match LATIN_LETTERS[at] {
                b'-' => Glyph::Other(c),
                code => letter(code, LATIN_TONES[at]),
            }
        }
        '\u{102}' | '\u{103}' => letter(b'V', b'0'),
        '\u{110}' | '\u{111}' => letter(b'D', b'0'),
        '\u{128}' | '\u{129}' => letter(b'i', b'4'),
        '\u{168}' | '\u{169}' => letter(b'u', b'4'),
        '\u{1a0}' | '\u{1a1}' => letter(b'P', b'0'),
        '\u{1af}' | '\u{1b0}' => letter(b'U', b'0'),
        '\u{300}' | '\u{340}' => Glyph::ToneMark(Tone::Grave),
        '\u{301}' | '\u{341}' => Glyph::ToneMark(Tone::Acute),
        '\u{303}' => Glyph::ToneMark(Tone::Tilde),
        '\u{309}' => Glyph::ToneMark(Tone::Hook),
        '\u{323}' => Glyph::ToneMark(Tone::Dot),
        '\u{302}' => Glyph::ShapeMark(Shape::Hat),
        '\u{306}' => Glyph::ShapeMark(Shape::Breve),
        '\u{31b}' => Glyph::ShapeMark(Shape::Horn),
        '\u{304}'..='\u{36f}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' => {
            Glyph::Invisible
        }
        '\u{1ea0}'..='\u{1ef9}' => {
            let pair = (c as usize - 0x1ea0) / 2;
            letter(BLOCK_LETTERS[pair], BLOCK_TONES[pair])
        }
        _ => Glyph::Other(c),
    }
}

/// A character in lower case, as far as Vietnamese goes.
pub(crate) fn lower(c: char) -> char {
    let next = |c: char| char::from_u32(c as u32 + 1).unwrap_or(c);
    match c {
        'À'..='Ö' | 'Ø'..='Þ' => char::from_u32(c as u32 + 0x20).unwrap_or(c),
        'Ă' | 'Đ' | 'Ĩ' | 'Ũ' | 'Ơ' | 'Ư' => next(c),
        '\u{1ea0}'..='\u{1ef9}' if (c as u32).is_multiple_of(2) => next(c),
        _ => c.to_ascii_lowercase(),
    }
}

/// Text without case and without Vietnamese marks: `"Đăng ký"` becomes `"dang ky"`.
///
/// Composed and decomposed text fold alike, and ð counts as đ. Everything that is not
/// a letter stays as it is; invisible marks disappear. Spelling is not changed
/// (`lý` and `lí` stay apart): the search treats those as equal when it matches.
#[must_use]
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for c in text.chars() {
        match glyph(c) {
            Glyph::Letter(base, ..) | Glyph::Other(base) => folded.push(base),
            Glyph::ShapeMark(_) | Glyph::ToneMark(_) | Glyph::Invisible => {}
        }
    }
    folded
}
