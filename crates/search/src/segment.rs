//! A query cut into phrases that the vocabulary knows and words that it does not.

use core::ops::Range;

use crate::index::Index;
use crate::vocabulary::{LONGEST_PHRASE, Meaning, RuleId, Side};
use crate::word::Word;

/// A run of words of the query.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Segment {
    pub(crate) words: Range<usize>,
    /// What the vocabulary says of it; a plain word has nothing said of it.
    pub(crate) meaning: Option<Meaning>,
    /// How well the typed marks agree with the vocabulary's, up to 1.
    pub(crate) agreement: f32,
}

/// Cuts words into segments: at each place the longest phrase the vocabulary knows.
pub(crate) fn segments(index: &Index, words: &[Word]) -> Vec<Segment> {
    let mut segments = Vec::new();
    let mut at = 0;
    while at < words.len() {
        let longest = LONGEST_PHRASE.min(words.len() - at);
        let known = (1..=longest).rev().find_map(|length| {
            let span = &words[at..at + length];
            let (meaning, agreement) = index.vocabulary.meaning(span)?;
            if length == 1 && belongs_to_neighbour(index, words, at, meaning) {
                return None;
            }
            Some(Segment {
                words: at..at + length,
                meaning: Some(meaning),
                agreement,
            })
        });
        let segment = known.unwrap_or(Segment {
            words: at..at + 1,
            meaning: None,
            agreement: 1.0,
        });
        at = segment.words.end;
        segments.push(segment);
    }
    segments
}

/// Whether a word typed without marks is more likely another one, of the same letters,
/// that names hold next to its neighbour: `lam nghiep` is forestry (lâm nghiệp), not a
/// question of how to do (làm) something.
fn belongs_to_neighbour(index: &Index, words: &[Word], at: usize, meaning: Meaning) -> bool {
    let word = &words[at];
    if matches!(meaning, Meaning::Thing(_)) || !word.accent.is_plain() {
        return false;
    }
    let Some(meant) = index.vocabulary.accent_of(&word.key, meaning) else {
        return false;
    };
    let Some(term) = index.dictionary.find(&word.key) else {
        return false;
    };
    let neighbour = |at: usize| {
        words
            .get(at)
            .and_then(|word| index.dictionary.find(&word.key))
    };
    let before = at
        .checked_sub(1)
        .and_then(neighbour)
        .and_then(|one| index.pairs.get(&(one, term)));
    let after = neighbour(at + 1).and_then(|one| index.pairs.get(&(term, one)));
    before.is_some_and(|pair| pair.count > 0 && pair.second != meant)
        || after.is_some_and(|pair| pair.count > 0 && pair.first != meant)
}

/// A combination found in a query: its rule and the two segments it takes up.
pub(crate) type Combined = (RuleId, [usize; 2]);

/// The combinations that segments make, each segment in one at most.
pub(crate) fn combined(index: &Index, words: &[Word], segments: &[Segment]) -> Vec<Combined> {
    let mut found: Vec<Combined> = Vec::new();
    for combination in index.vocabulary.combinations() {
        let free = |at: &usize| found.iter().all(|(_, taken)| !taken.contains(at));
        let matching = |side: &Side| {
            (0..segments.len())
                .filter(|at| free(at))
                .find(|&at| is_side(words, &segments[at], side))
        };
        let [one, other] = &combination.sides;
        let (Some(one), Some(other)) = (matching(one), matching(other)) else {
            continue;
        };
        if one != other && (!combination.alone || names_nothing_else(segments, [one, other])) {
            found.push((combination.rule, [one, other]));
        }
    }
    found
}

fn is_side(words: &[Word], segment: &Segment, side: &Side) -> bool {
    match side {
        Side::Rule(rule) => segment.meaning.and_then(Meaning::rule) == Some(*rule),
        Side::Words(keys) => {
            let said = words[segment.words.clone()].iter().map(|word| &word.key);
            said.eq(keys.iter())
        }
    }
}

/// Whether all other segments are noise or colour.
fn names_nothing_else(segments: &[Segment], but: [usize; 2]) -> bool {
    let others = segments
        .iter()
        .enumerate()
        .filter(|(at, _)| !but.contains(at));
    others
        .into_iter()
        .all(|(_, segment)| matches!(segment.meaning, Some(Meaning::Noise | Meaning::Faint(_))))
}
