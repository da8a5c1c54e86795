//! Dossier codes (mã số hồ sơ), as people copy them from a receipt.
//!
//! Their formula has changed with the decrees and differs between systems (seen:
//! `H15.50.05.13-261008-0975`, `G09.20-20260609-0092637`), so a code is an opaque key:
//! it is tidied, and its shape is doubted aloud, never refused.

/// What was typed into the box.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Typed {
    /// Nothing.
    Nothing,
    /// A code of the usual shape, tidied.
    Usual(String),
    /// Something else, tidied: perhaps a slip, perhaps another portal's code.
    Unusual(String),
}

/// Tidies what was typed: upper case, no spaces, plain hyphens.
pub(super) fn read(text: &str) -> Typed {
    let code: String = text
        .chars()
        .filter(|c| !c.is_whitespace())
        .map(|c| match c {
            // What phones and word processors make of a hyphen.
            '‐' | '‑' | '–' | '—' | '−' => '-',
            other => other.to_ascii_uppercase(),
        })
        .collect();
    if code.is_empty() {
        Typed::Nothing
    } else if is_usual(&code) {
        Typed::Usual(code)
    } else {
        Typed::Unusual(code)
    }
}

/// `[A-Z0-9.]{3,}-\d{6,8}-\d{4,7}`.
fn is_usual(code: &str) -> bool {
    let mut parts = code.split('-');
    let (Some(office), Some(day), Some(number), None) =
        (parts.next(), parts.next(), parts.next(), parts.next())
    else {
        return false;
    };
    let digits = |text: &str| text.bytes().all(|b| b.is_ascii_digit());
    office.len() >= 3
        && office
            .bytes()
            .all(|b| b.is_ascii_uppercase() || b.is_ascii_digit() || b == b'.')
        && (6..=8).contains(&day.len())
        && digits(day)
        && (4..=7).contains(&number.len())
        && digits(number)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn codes_seen_on_receipts_are_of_the_usual_shape() {
        for code in [
            "H15.50.05.13-261008-0975",
            "G09.20-20260609-0092637",
            "000.00.05.H15-261008-0975",
        ] {
            assert_eq!(read(code), Typed::Usual(code.into()));
        }
    }

    #[test]
    fn spaces_case_and_dashes_of_a_copy_do_not_matter() {
        assert_eq!(
            read(" h15.50.05.13 – 261008—0975\n"),
            Typed::Usual("H15.50.05.13-261008-0975".into())
        );
    }

    #[test]
    fn another_shape_is_kept_and_doubted() {
        for code in ["H15", "H15-261008", "H15-261008-09A5", "H15-261008-0975-1"] {
            assert_eq!(read(code), Typed::Unusual(code.into()));
        }
        assert_eq!(read(" \t"), Typed::Nothing);
    }

    proptest! {
        #[test]
        fn reading_twice_changes_nothing(text in "\\PC*") {
            if let Typed::Usual(code) | Typed::Unusual(code) = read(&text) {
                prop_assert_eq!(read(&code), read(&text));
            }
        }
    }
}
