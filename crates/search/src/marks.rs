//! Which words of a text a query matched, for highlighting.

use core::ops::Range;

use crate::concept::Alternative;
use crate::index::Index;
use crate::question::Question;
use crate::word::{Word, each_word, words};

/// How well marks must agree for a word to count as the one asked for.
const AGREEING: f32 = 0.75;
/// The most words of a text that are looked at: more is no name.
const MOST_WORDS: usize = 512;

/// The byte ranges of `text` whose words are those of `query`, in order and apart.
///
/// Words match without regard to case, marks and spelling variants. Neighbouring
/// matches are joined, with the space between them. What the words mean is not known
/// here; [`Index::marks`] knows.
#[must_use]
pub fn marks(text: &str, query: &str) -> Vec<Range<usize>> {
    let asked = words(query, 24);
    let mut found = Vec::new();
    each_word(text, |key, accent, range| {
        let is_asked = |word: &Word| word.key == key && word.accent.agreement(accent) > AGREEING;
        if asked.iter().any(is_asked) {
            found.push(range);
        }
    });
    joined(text, found)
}

impl Index {
    /// The byte ranges of `text` that answer `query`, in order and apart: its telling
    /// words, and the official words for what it says ("bằng lái" marks "giấy phép lái
    /// xe"). The words of a question ("làm sao", "ở đâu") mark nothing.
    #[must_use]
    pub fn marks(&self, text: &str, query: &str) -> Vec<Range<usize>> {
        let question = Question::read(self, query, false);
        let text_words = words(text, MOST_WORDS);
        let mut marked = vec![false; text_words.len()];
        for alternative in question.concepts.iter().flat_map(|one| &one.alternatives) {
            self.mark(&question, alternative, &text_words, &mut marked);
        }
        let ranges = text_words
            .into_iter()
            .zip(marked)
            .filter(|(_, marked)| *marked);
        joined(text, ranges.map(|(word, _)| word.range).collect())
    }

    /// Marks every place where the words of an alternative stand side by side.
    fn mark(
        &self,
        question: &Question,
        alternative: &Alternative,
        text: &[Word],
        marked: &mut [bool],
    ) {
        let length = alternative.slots.len();
        for (at, span) in text.windows(length.max(1)).enumerate() {
            let fits = alternative.slots.iter().zip(span).all(|(slot, word)| {
                let slot = &question.slots[usize::from(*slot)];
                self.dictionary.find(&word.key) == Some(slot.term)
                    && slot.accent.agreement(word.accent) > AGREEING
            });
            if fits && length > 0 {
                marked[at..at + length].fill(true);
            }
        }
    }
}

/// Ranges with those that only a space parts made one.
fn joined(text: &str, ranges: Vec<Range<usize>>) -> Vec<Range<usize>> {
    let mut joined: Vec<Range<usize>> = Vec::with_capacity(ranges.len());
    for range in ranges {
        match joined.last_mut() {
            Some(last) if text[last.end..range.start].trim().is_empty() => last.end = range.end,
            _ => joined.push(range),
        }
    }
    joined
}
