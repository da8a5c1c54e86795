//! A query cut into phrases that the vocabulary knows and words that it does not.

use core::ops::Range;

use crate::index::Index;
use crate::meaning::{Meaning, RuleId, Side};
use crate::vocabulary::LONGEST_PHRASE;
use crate::word::Word;

/// A run of words of the query.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Segment {
    pub(crate) words: Range<usize>,
    /// What the vocabulary says of it; a plain word has nothing said of it.
    pub(crate) meaning: Option<Meaning>,
    /// How surely this is what was typed: less where marks seem mistyped.
    pub(crate) trust: f32,
}

/// How far a phrase is trusted whose marks seem mistyped.
const MISTYPED: f32 = 0.95;
/// What a plain word adds to a cut, against the square of its length for a phrase.
const PLAIN: f32 = 0.3;
/// What two plain words add that names hold side by side: more than one phrase of one
/// word, less than one of two.
const SIDE_BY_SIDE: f32 = 1.2;

/// Cuts words into segments so that the phrases found are as long as can be.
///
/// The longest phrase at each place would not do: `doi ho chieu` is "đổi" and "hộ
/// chiếu", not "đổi họ". And words that names hold side by side may be no phrase at
/// all: `lam nghiep` is forestry (lâm nghiệp), not how to do (làm) something.
pub(crate) fn segments(index: &Index, words: &[Word]) -> Vec<Segment> {
    // For each place, the best cuts that end there in a phrase, and in a plain word.
    let mut cuts: Vec<[Option<Cut>; 2]> = vec![[None, None]; words.len() + 1];
    for at in 0..words.len() {
        let before = cuts[at].clone();
        let start = at == 0;
        for length in 1..=LONGEST_PHRASE.min(words.len() - at) {
            let Some((meaning, agreement)) = meaning(index, &words[at..at + length]) else {
                continue;
            };
            for (was_plain, score) in reached(&before, start) {
                let score = score + (length * length) as f32;
                let segment = Segment {
                    words: at..at + length,
                    meaning: Some(meaning),
                    trust: if agreement < 1.0 { MISTYPED } else { 1.0 },
                };
                improve(
                    &mut cuts[at + length][0],
                    Cut {
                        score,
                        segment,
                        was_plain,
                    },
                );
            }
        }
        for (was_plain, score) in reached(&before, start) {
            let known = was_plain && at > 0 && side_by_side(index, &words[at - 1], &words[at]);
            let score = score + PLAIN + if known { SIDE_BY_SIDE } else { 0.0 };
            let segment = Segment {
                words: at..at + 1,
                meaning: None,
                trust: 1.0,
            };
            improve(
                &mut cuts[at + 1][1],
                Cut {
                    score,
                    segment,
                    was_plain,
                },
            );
        }
    }
    let mut segments = Vec::new();
    let ends = reached(&cuts[words.len()], false).max_by(|a, b| a.1.total_cmp(&b.1));
    let (mut at, mut plain) = (words.len(), ends.is_some_and(|(plain, _)| plain));
    while let Some(cut) = cuts[at][usize::from(plain)].take() {
        at = cut.segment.words.start;
        plain = cut.was_plain;
        segments.push(cut.segment);
    }
    segments.reverse();
    segments
}

/// The last step of a way to cut words up to some place.
#[derive(Clone, Debug)]
struct Cut {
    score: f32,
    segment: Segment,
    /// Whether the segment before it was a plain word.
    was_plain: bool,
}

/// The ways to have come to a place: whether in a plain word, and the score.
fn reached(cuts: &[Option<Cut>; 2], start: bool) -> impl Iterator<Item = (bool, f32)> {
    let at_start = start.then_some((false, 0.0));
    let [phrase, plain] = cuts;
    let phrase = phrase.as_ref().map(|cut| (false, cut.score));
    at_start
        .into_iter()
        .chain(phrase)
        .chain(plain.as_ref().map(|cut| (true, cut.score)))
}

fn improve(known: &mut Option<Cut>, cut: Cut) {
    if known.as_ref().is_none_or(|known| cut.score > known.score) {
        *known = Some(cut);
    }
}

/// What the vocabulary says of words. Marks may be mistyped, but a word that is
/// written as typed is that other word.
fn meaning(index: &Index, words: &[Word]) -> Option<(Meaning, f32)> {
    index.vocabulary.meaning(words, |word| {
        let term = index.dictionary.find(&word.key);
        term.is_some_and(|term| index.dictionary.is_spelled(term, word.accent))
    })
}

/// Whether names hold two words side by side, as far as the typed marks tell.
fn side_by_side(index: &Index, first: &Word, second: &Word) -> bool {
    let terms = (
        index.dictionary.find(&first.key),
        index.dictionary.find(&second.key),
    );
    let (Some(one), Some(other)) = terms else {
        return false;
    };
    index.pairs.get(&(one, other)).is_some_and(|pair| {
        let agreement = first
            .accent
            .agreement(pair.first)
            .min(second.accent.agreement(pair.second));
        pair.count > 0 && agreement >= 1.0
    })
}

/// A combination found in a query: its rule and the two segments it takes up.
pub(crate) type Combined = (RuleId, [usize; 2]);

/// The combinations that segments make, each segment in one at most.
pub(crate) fn combined(index: &Index, words: &[Word], segments: &[Segment]) -> Vec<Combined> {
    let mut found: Vec<Combined> = Vec::new();
    for combination in index.vocabulary.combinations() {
        let free = |at: &usize| found.iter().all(|(_, taken)| !taken.contains(at));
        let [one, other] = &combination.sides;
        let matching = |side: &Side, but: Option<usize>| {
            let free = (0..segments.len()).filter(|at| Some(*at) != but && free(at));
            free.into_iter()
                .find(|&at| is_side(index, words, &segments[at], side))
        };
        let Some(one) = matching(one, None) else {
            continue;
        };
        let Some(other) = matching(other, Some(one)) else {
            continue;
        };
        if !combination.alone || names_nothing_else(segments, [one, other]) {
            found.push((combination.rule, [one, other]));
        }
    }
    found
}

fn is_side(index: &Index, words: &[Word], segment: &Segment, side: &Side) -> bool {
    match side {
        Side::Rule(rule) => {
            let said = segment.meaning.and_then(Meaning::rule);
            said.is_some_and(|said| index.vocabulary.same(said, *rule))
        }
        Side::AnyThing => matches!(segment.meaning, Some(Meaning::Thing(_))),
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
