//! Which words of a text a query matched, for highlighting.

use core::ops::Range;

use crate::word::{each_word, words};

/// The byte ranges of `text` whose words the query asks for, in order, not touching.
///
/// Words match without regard to case, marks and spelling variants. Neighbouring
/// matches are joined, the space between them included.
#[must_use]
pub fn marks(text: &str, query: &str) -> Vec<Range<usize>> {
    let asked = words(query, 24);
    let mut found: Vec<Range<usize>> = Vec::new();
    each_word(text, |key, accent, range| {
        let matches =
            |word: &crate::word::Word| word.key == key && word.accent.agreement(accent) > 0.75;
        if !asked.iter().any(matches) {
            return;
        }
        match found.last_mut() {
            Some(last) if text[last.end..range.start].trim().is_empty() => last.end = range.end,
            _ => found.push(range),
        }
    });
    found
}
