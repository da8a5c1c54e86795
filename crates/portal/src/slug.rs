//! Ids that fit an address, made from Vietnamese names ("Hộ tịch" → `ho-tich`).

use std::collections::HashSet;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// The longest slug: with its number well below the contract's bound for ids.
const LENGTH: usize = 80;

/// Lower-case ASCII letters and digits with single hyphens between; `x` when nothing is left.
pub(crate) fn slug(name: &str) -> String {
    let mut slug = String::with_capacity(name.len());
    for c in name.nfd().filter(|c| !is_combining_mark(*c)) {
        let c = match c {
            'đ' | 'Đ' | 'ð' | 'Ð' => 'd',
            other => other.to_ascii_lowercase(),
        };
        if c.is_ascii_alphanumeric() {
            slug.push(c);
        } else if !slug.is_empty() && !slug.ends_with('-') {
            slug.push('-');
        }
    }
    slug.truncate(LENGTH);
    let slug = slug.trim_end_matches('-');
    if slug.is_empty() { "x" } else { slug }.into()
}

/// Hands out each slug once: a second taker gets a number ("thi-dua-khen-thuong-2").
#[derive(Debug, Default)]
pub(crate) struct Slugs(HashSet<String>);

impl Slugs {
    /// `slug`, or the first numbered variant that is free.
    pub(crate) fn unique(&mut self, slug: String) -> String {
        let mut candidate = slug.clone();
        let mut number = 2;
        while !self.0.insert(candidate.clone()) {
            candidate = format!("{slug}-{number}");
            number += 1;
        }
        candidate
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn names_that_differ_in_punctuation_only_get_different_ids() {
        let mut slugs = Slugs::default();
        assert_eq!(
            slugs.unique(slug("Thi đua – Khen thưởng")),
            "thi-dua-khen-thuong"
        );
        assert_eq!(
            slugs.unique(slug("Thi đua khen thưởng")),
            "thi-dua-khen-thuong-2"
        );
    }

    proptest! {
        #[test]
        fn a_slug_fits_an_address_whatever_the_name(name in ".*") {
            let slug = slug(&name);
            prop_assert!((1..=LENGTH).contains(&slug.len()));
            prop_assert!(slug.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-'));
            prop_assert!(!slug.starts_with('-') && !slug.ends_with('-') && !slug.contains("--"));
        }

        #[test]
        fn composed_and_decomposed_names_get_the_same_slug(name in "[a-zA-ZàáảãạăâđêôơưĐÔ ]{0,20}") {
            let decomposed: String = name.nfd().collect();
            prop_assert_eq!(slug(&name), slug(&decomposed));
        }
    }
}
