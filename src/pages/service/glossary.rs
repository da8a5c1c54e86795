//! Which official words a text uses, and what they mean in everyday ones.

use crate::i18n::{Language, language};

mod terms;

use terms::TERMS;

/// An official word or phrase.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Term {
    /// As written in the middle of a sentence.
    pub(super) words: &'static str,
    vietnamese: &'static str,
    english: &'static str,
}

impl Term {
    /// What it means, in the reader's language.
    pub(super) fn meaning(&self) -> &'static str {
        match language() {
            Language::Vietnamese => self.vietnamese,
            Language::English => self.english,
        }
    }
}

/// The terms that stand in `texts`, each once, in the order of their first use.
pub(super) fn find<'a>(texts: impl IntoIterator<Item = &'a str>) -> Vec<&'static Term> {
    let mut found: Vec<&'static Term> = Vec::new();
    for text in texts {
        let mut in_word = false;
        let mut skip_to = 0;
        for (at, first) in text.char_indices() {
            let begins = !in_word && at >= skip_to;
            in_word = first.is_alphanumeric();
            if !begins || !in_word {
                continue;
            }
            if let Some(term) = TERMS
                .iter()
                .find(|term| begins_with(&text[at..], term.words))
            {
                skip_to = at + term.words.len();
                if !found.contains(&term) {
                    found.push(term);
                }
            }
        }
    }
    found
}

/// Whether `text` begins with these words as whole words; capitals do not matter.
fn begins_with(text: &str, words: &str) -> bool {
    let mut chars = text.chars();
    words
        .chars()
        .all(|word| chars.next().is_some_and(|c| same(c, word)))
        && !chars.next().is_some_and(char::is_alphanumeric)
}

/// Cheaper than the whole of Unicode's case tables: sentences and names begin with a
/// capital of ASCII, "Đ" or "Ủ"; words all in capitals are headings and need no gloss.
fn same(c: char, lower: char) -> bool {
    c == lower || c.to_ascii_lowercase() == lower || matches!((c, lower), ('Đ', 'đ') | ('Ủ', 'ủ'))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn words(text: &str) -> Vec<&'static str> {
        find([text]).iter().map(|term| term.words).collect()
    }

    #[test]
    fn the_longer_of_two_terms_is_found_and_each_only_once() {
        assert_eq!(
            words("Bản sao điện tử có chứng thực, hoặc bản sao chứng thực"),
            ["bản sao điện tử", "chứng thực", "bản sao"]
        );
    }

    #[test]
    fn a_term_inside_a_longer_word_or_in_capitals_all_over_is_left_alone() {
        assert_eq!(words("hộ tịchx, LỆ PHÍ"), Vec::<&str>::new());
        assert_eq!(words("Đối chiếu; Ủy quyền"), ["đối chiếu", "ủy quyền"]);
    }

    #[test]
    fn every_term_can_be_found_by_its_own_words() {
        for term in TERMS {
            assert_eq!(words(term.words), [term.words]);
            assert!(term.meaning().ends_with(['.', '…']), "{}", term.words);
        }
    }

    proptest! {
        #[test]
        fn no_text_upsets_it(text in "(\\PC|đ|Ủ|bản sao|chứng){0,60}") {
            let found = words(&text);
            prop_assert!(found.len() <= TERMS.len());
        }
    }
}
