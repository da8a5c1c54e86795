//! A dossier's code (mã số hồ sơ).

use std::fmt;

use serde::{Deserialize, Serialize};

/// A dossier's code, like `H15.50.05.13-261008-0975`: an opaque key.
///
/// Never computed with: shapes differ between systems, and the exact formula of Circular
/// 03/2025/TT-VPCP has not been seen.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "openapi", schema(example = "H15.50.05.13-261008-0975"))]
#[serde(transparent)]
pub struct DossierCode(String);

/// Nothing in the text looks like a dossier's code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotADossierCode;

impl fmt::Display for NotADossierCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("nothing here looks like a dossier's code")
    }
}

impl std::error::Error for NotADossierCode {}

impl DossierCode {
    /// The code as the portal wrote it.
    #[must_use]
    pub fn new(code: impl Into<String>) -> Self {
        Self(code.into())
    }

    /// The code as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Reads what a person typed, pasted, or scanned from a QR or bar code. Codes that come
    /// from a portal need none of this: they are taken as they are.
    ///
    /// Case, spaces within the code, and the kind of dash do not matter. In longer text (an
    /// address, a line with other words) the first part that has the shape of a code counts.
    ///
    /// # Errors
    /// When nothing in `text` has the shape of a code.
    pub fn read(text: &str) -> Result<Self, NotADossierCode> {
        let joined: String = text.chars().filter_map(normal).collect();
        if has_known_shape(&joined) {
            return Ok(Self(joined));
        }
        text.split(|c| normal(c).is_none_or(|c| !belongs(c)))
            .map(|part| part.chars().filter_map(normal).collect::<String>())
            .map(|part| part.trim_matches(['.', '-']).to_owned())
            .find(|part| has_known_shape(part))
            .map(Self)
            .ok_or(NotADossierCode)
    }

    /// Whether the code has the shape observed so far:
    /// `[A-Z0-9.]{3,}-[0-9]{6,8}-[0-9]{4,7}`.
    #[must_use]
    pub fn has_known_shape(&self) -> bool {
        has_known_shape(&self.0)
    }
}

impl fmt::Display for DossierCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// A character as codes have it: upper case, one kind of dash; `None` for what stands
/// between the characters of a code when people copy one (spaces, invisible marks).
fn normal(c: char) -> Option<char> {
    match c {
        '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{ff0d}' | '\u{fe63}' => Some('-'),
        '\u{ff0e}' => Some('.'),
        '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' | '\u{ad}' => None,
        c if c.is_whitespace() => None,
        c => Some(c.to_ascii_uppercase()),
    }
}

fn belongs(c: char) -> bool {
    c.is_ascii_uppercase() || c.is_ascii_digit() || c == '.' || c == '-'
}

fn has_known_shape(code: &str) -> bool {
    let digits = |part: &str, least: usize, most: usize| {
        (least..=most).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit())
    };
    let mut parts = code.split('-');
    let (Some(office), Some(day), Some(number), None) =
        (parts.next(), parts.next(), parts.next(), parts.next())
    else {
        return false;
    };
    office.len() >= 3
        && office.chars().all(|c| belongs(c) && c != '-')
        && digits(day, 6, 8)
        && digits(number, 4, 7)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Option<String> {
        DossierCode::read(text).ok().map(|code| code.0)
    }

    #[test]
    fn codes_observed_in_2026_are_read() {
        for code in ["H15.50.05.13-261008-0975", "G09.20-20260609-0092637"] {
            assert_eq!(read(code).as_deref(), Some(code));
        }
    }

    #[test]
    fn case_spaces_and_kinds_of_dashes_do_not_matter() {
        for typed in [
            " h15.50.05.13-261008-0975 ",
            "H15.50.05.13 – 261008 – 0975",
            "H15.50.05.13\u{2212}261008\u{2011}0975\u{200b}",
            "H15. 50. 05. 13-261008-0975",
        ] {
            assert_eq!(
                read(typed).as_deref(),
                Some("H15.50.05.13-261008-0975"),
                "{typed:?}"
            );
        }
    }

    #[test]
    fn a_code_is_found_in_an_address_and_in_a_sentence() {
        for text in [
            "https://portal.example/tra-cuu?ma=H15.50.05.13-261008-0975&x=1",
            "Mã hồ sơ: H15.50.05.13-261008-0975.",
        ] {
            assert_eq!(
                read(text).as_deref(),
                Some("H15.50.05.13-261008-0975"),
                "{text}"
            );
        }
    }

    #[test]
    fn what_is_not_a_code_is_refused() {
        for text in [
            "",
            "-",
            "H15",
            "H15-2610-0975",
            "079203001234",
            "H15-261008-0975-1",
        ] {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
