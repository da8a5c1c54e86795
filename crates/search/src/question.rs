//! A query understood: what it asks for, and in which words a name may say so.

use core::ops::Range;

use crate::concept::{Alternative, Census, Concept, MOST_SLOTS, Slot};
use crate::dictionary::Term;
use crate::index::Index;
use crate::meaning::{Meaning, RuleId};
use crate::order::greatest;
use crate::scope::Elsewhere;
use crate::segment::{Segment, combined, segments};
use crate::word::{Accent, Word, words};

/// The longest query read, in bytes and in words: more is not a question to a search
/// box, and work stays bounded.
const LONGEST_QUERY: usize = 400;
const MOST_WORDS: usize = 24;

/// The most words an unfinished one is completed to.
const MOST_GUESSES: usize = 24;

/// A query understood.
#[derive(Debug, Default)]
pub(crate) struct Question {
    pub(crate) words: Vec<Word>,
    /// Which words are part of a phrase that the vocabulary knows.
    pub(crate) sure: Vec<bool>,
    pub(crate) slots: Vec<Slot>,
    pub(crate) concepts: Vec<Concept>,
    /// Slots that stand side by side both in the query and in names, with the weight
    /// of seeing them so.
    pub(crate) pairs: Vec<(u8, u8, f32)>,
    /// How many terms complete the unfinished word.
    pub(crate) guesses: usize,
    pub(crate) elsewhere: Option<Elsewhere>,
    pub(crate) census: Census,
}

/// The part of its weight a plain verb keeps: "mất" must not outweigh what was lost.
const INTENT: f32 = 0.5;
/// The part that words keep which only colour the query.
const FAINT: f32 = 0.1;
/// The most a colouring phrase weighs, less than any word that tells something.
const MOST_FAINT: f32 = 0.5;
/// The part that a word keeps beside a thing the vocabulary knows: it narrows that.
const BESIDE_THINGS: f32 = 0.4;
/// What the typed words are trusted with beside official ones.
const LITERAL: f32 = 0.97;
/// What the typed words are trusted with where the vocabulary replaces them.
const REPLACED: f32 = 0.8;
/// The importance of a word nobody knows: it cannot tell services apart, but a service
/// that leaves it unanswered is a little less sure.
const UNKNOWN: f32 = 2.0;
/// The part of its weight a word keeps whose marks no name writes this way: it is
/// either mistyped or another word.
const OTHER_MARKS: f32 = 0.5;

impl Question {
    /// Reads a query. With `typing`, its last word may be unfinished.
    pub(crate) fn read(index: &Index, query: &str, typing: bool) -> Self {
        let query = clipped(query);
        let mut words = words(query, MOST_WORDS);
        let unfinished = typing && query.chars().next_back().is_some_and(char::is_alphanumeric);
        let beginning = if unfinished { words.pop() } else { None };

        let mut question = Self::default();
        let segments = segments(index, &words);
        question.sure = vec![false; words.len()];
        for segment in segments
            .iter()
            .filter(|one| one.meaning.is_some() && one.words.len() > 1)
        {
            question.sure[segment.words.clone()].fill(true);
        }
        let combined = combined(index, &words, &segments);
        let is_thing = |one: &Segment| matches!(one.meaning, Some(Meaning::Thing(_)));
        let beside_things = !combined.is_empty() || segments.iter().any(is_thing);
        let taken = |at: usize| combined.iter().any(|(_, both)| both.contains(&at));
        for (at, segment) in segments.iter().enumerate() {
            if !taken(at) {
                question.read_segment(index, &words, segment, beside_things);
            } else if let Some((rule, both)) = combined.iter().find(|(_, both)| both[0] == at) {
                let spans = both.map(|at| segments[at].words.clone());
                question.census.things += spans[0].len() + spans[1].len();
                question.census.telling += spans[0].len() + spans[1].len();
                let alternatives = question.readings(index, *rule, 1.0);
                question.add(spans[0].clone(), alternatives, 1.0);
            }
        }
        if question.concepts.is_empty() && beginning.is_none() {
            // Nothing but the words of a question: better their bare letters than nothing.
            for at in 0..words.len() {
                question.read_word(index, &words, at, 1.0);
            }
        }
        if let Some(word) = beginning {
            question.read_beginning(index, word.clone(), words.len());
            words.push(word);
        }
        question.words = words;
        question.find_pairs(index);
        question
    }

    fn read_segment(
        &mut self,
        index: &Index,
        words: &[Word],
        segment: &Segment,
        beside_things: bool,
    ) {
        let span = segment.words.clone();
        let (rule, keep) = match segment.meaning {
            None => {
                let keep = if beside_things { BESIDE_THINGS } else { 1.0 };
                return self.read_word(index, words, span.start, keep);
            }
            Some(Meaning::Noise) => return,
            Some(Meaning::Elsewhere(kind)) => {
                self.elsewhere.get_or_insert(kind);
                self.census.elsewhere += span.len();
                let before = self.census;
                for at in span {
                    // Beside a thing that is known, this only tells what it is for.
                    self.read_word(index, words, at, if beside_things { FAINT } else { 1.0 });
                }
                self.census = before;
                return;
            }
            Some(Meaning::Thing(rule)) => (rule, 1.0),
            Some(Meaning::Intent(rule)) => (rule, INTENT),
            Some(Meaning::Faint(rule)) => (rule, FAINT),
        };
        if keep > FAINT {
            self.census.telling += span.len();
            let kind = if keep < 1.0 {
                &mut self.census.intents
            } else {
                &mut self.census.things
            };
            *kind += span.len();
        }
        let replaces = index.vocabulary.rule(rule).replaces;
        let mut alternatives = self.readings(index, rule, segment.trust);
        let said = &words[span.clone()];
        if let Some(mut literal) = self.alternative(index, said, 1.0) {
            let together = said.len() == 1 || self.stands_together(index, &literal);
            if together || alternatives.is_empty() {
                literal.trust = if replaces { REPLACED } else { LITERAL };
                alternatives.push(literal);
            }
        }
        self.add(span, alternatives, keep);
    }

    /// The official words of a rule as alternatives.
    fn readings(&mut self, index: &Index, rule: RuleId, surely: f32) -> Vec<Alternative> {
        let mut alternatives = Vec::new();
        for (rank, reading) in index.vocabulary.rule(rule).readings.iter().enumerate() {
            let trust = surely * (1.0 - 0.07 * rank as f32).max(0.6);
            alternatives.extend(self.alternative(index, reading, trust));
        }
        alternatives
    }

    fn add(&mut self, words: Range<usize>, alternatives: Vec<Alternative>, keep: f32) {
        let heaviest = alternatives.iter().map(|one| one.total).fold(0.0, f32::max);
        let most = if keep > FAINT { f32::MAX } else { MOST_FAINT };
        self.concepts.push(Concept {
            words,
            alternatives,
            importance: (heaviest * keep).min(most),
        });
    }

    fn read_word(&mut self, index: &Index, words: &[Word], at: usize, keep: f32) {
        let word = &words[at];
        let alternatives: Vec<_> = self
            .alternative(index, &words[at..=at], 1.0)
            .into_iter()
            .collect();
        let importance = match alternatives.first() {
            Some(first) => {
                self.census.telling += 1;
                let term = self.slots[usize::from(first.slots[0])].term;
                let spelled_so = index.dictionary.is_spelled(term, word.accent);
                self.census.other_marks += usize::from(!spelled_so);
                let part = if spelled_so { 1.0 } else { OTHER_MARKS };
                first.total * keep * part
            }
            None => {
                self.census.unknown += 1;
                UNKNOWN * keep
            }
        };
        self.concepts.push(Concept {
            words: at..at + 1,
            alternatives,
            importance,
        });
    }

    /// The last word while someone is still typing it: any word that starts so.
    fn read_beginning(&mut self, index: &Index, word: Word, at: usize) {
        let terms: Vec<Term> = index.dictionary.starting(&word.key).collect();
        let holders = |term: &Term| index.postings(*term).len() as f32;
        let mut alternatives = Vec::new();
        for term in greatest(&terms, MOST_GUESSES, holders) {
            if index.postings(term).is_empty() {
                continue;
            }
            alternatives.extend(self.of_terms(index, &[(term, word.accent)], 1.0, true));
        }
        self.guesses = alternatives.len();
        let lightest = alternatives
            .iter()
            .map(|one| one.total)
            .fold(f32::MAX, f32::min);
        if alternatives.is_empty() {
            self.read_word(index, &vec![word; at + 1], at, 1.0);
        } else {
            self.census.telling += 1;
            self.concepts.push(Concept {
                words: at..at + 1,
                alternatives,
                importance: lightest,
            });
        }
    }

    /// These words as an alternative, if the catalogue holds them all.
    fn alternative(&mut self, index: &Index, words: &[Word], trust: f32) -> Option<Alternative> {
        let mut terms = Vec::with_capacity(words.len());
        for word in words {
            let term = index.dictionary.find(&word.key)?;
            if index.postings(term).is_empty() {
                return None;
            }
            terms.push((term, word.accent));
        }
        self.of_terms(index, &terms, trust, false)
    }

    fn of_terms(
        &mut self,
        index: &Index,
        terms: &[(Term, Accent)],
        trust: f32,
        guessed: bool,
    ) -> Option<Alternative> {
        let mut slots = Vec::with_capacity(terms.len());
        let mut total = 0.0;
        for &(term, accent) in terms {
            let weight = index.dictionary.weight(term);
            let slot = Slot {
                term,
                accent,
                guessed,
                weight,
            };
            let known = self.slots.iter().position(|one| *one == slot);
            let number = match known {
                Some(number) => number,
                None if self.slots.len() < MOST_SLOTS => {
                    self.slots.push(slot);
                    self.slots.len() - 1
                }
                None => return None,
            };
            slots.push(number as u8);
            total += weight;
        }
        Some(Alternative {
            slots,
            trust,
            total,
        })
    }

    /// Whether some name holds each two neighbours of an alternative side by side.
    fn stands_together(&self, index: &Index, alternative: &Alternative) -> bool {
        alternative.slots.windows(2).all(|two| {
            let [first, second] = [two[0], two[1]].map(|slot| self.slots[usize::from(slot)].term);
            index
                .pairs
                .get(&(first, second))
                .is_some_and(|pair| pair.count > 0)
        })
    }

    /// Notes which neighbours in the query are neighbours in names, too.
    fn find_pairs(&mut self, index: &Index) {
        let services = index.len() as f32;
        let mut pairs = Vec::new();
        for two in self.concepts.windows(2) {
            if two[0].words.end != two[1].words.start {
                continue;
            }
            let plain = |concept: &Concept| match &concept.alternatives[..] {
                [one] if one.slots.len() == 1 => Some(one.slots[0]),
                _ => None,
            };
            let (Some(first), Some(second)) = (plain(&two[0]), plain(&two[1])) else {
                continue;
            };
            let terms = (
                self.slots[first as usize].term,
                self.slots[second as usize].term,
            );
            if let Some(pair) = index.pairs.get(&terms).filter(|pair| pair.count > 0) {
                let weight = (1.0 + services / (pair.count as f32 + 0.5)).ln();
                pairs.push((first, second, 0.6 * weight));
            } else if !index.pairs.contains_key(&terms) {
                self.census.strangers += 1;
            }
        }
        self.pairs = pairs;
    }
}

/// The part of a query that is read.
fn clipped(query: &str) -> &str {
    &query[..query.floor_char_boundary(LONGEST_QUERY)]
}
