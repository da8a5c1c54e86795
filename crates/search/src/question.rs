//! A query understood: what it asks for, and in which words a name may say so.

use core::ops::Range;

use crate::correct;
use crate::dictionary::Term;
use crate::index::Index;
use crate::scope::Elsewhere;
use crate::vocabulary::{LONGEST_PHRASE, Meaning};
use crate::word::{Accent, Word, words};

/// The longest query read, in bytes and in words: more is not a question to a search
/// box, and work stays bounded.
const LONGEST_QUERY: usize = 400;
const MOST_WORDS: usize = 24;

/// A term asked for, with the marks it was typed with.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Slot {
    pub(crate) term: Term,
    pub(crate) accent: Accent,
    /// How much the term tells; see [`crate::dictionary::Dictionary::weight`].
    pub(crate) weight: f32,
}

/// The most slots a question has, so that a service's matches fit one machine word.
pub(crate) const MOST_SLOTS: usize = 64;

/// One way in which a name may express a concept: these slots, best side by side.
#[derive(Clone, Debug)]
pub(crate) struct Alternative {
    pub(crate) slots: Vec<u8>,
    /// How surely these words mean what was asked, up to 1.
    pub(crate) trust: f32,
    /// The sum of the slots' weights.
    pub(crate) total: f32,
}

/// One thing a query asks for.
#[derive(Clone, Debug)]
pub(crate) struct Concept {
    /// The words of the query it was read from.
    pub(crate) words: Range<usize>,
    pub(crate) alternatives: Vec<Alternative>,
    /// How much a service that lacks it falls short.
    pub(crate) importance: f32,
}

/// A query understood.
#[derive(Debug, Default)]
pub(crate) struct Question {
    pub(crate) words: Vec<Word>,
    pub(crate) slots: Vec<Slot>,
    pub(crate) concepts: Vec<Concept>,
    /// Slots that stand side by side both in the query and in names, with the weight
    /// of seeing them so.
    pub(crate) pairs: Vec<(u8, u8, f32)>,
    pub(crate) elsewhere: Option<Elsewhere>,
    /// Words that neither the catalogue nor the vocabulary knows.
    pub(crate) unknown: usize,
    /// Words that are neither noise nor unknown.
    pub(crate) telling: usize,
}

/// How much of a concept's weight an intent keeps: "mất" must not outweigh what is lost.
const INTENT: f32 = 0.55;
/// The importance of a word nobody knows: it cannot tell services apart, but a service
/// that leaves it unanswered is a little less sure.
const UNKNOWN: f32 = 1.5;

impl Question {
    /// Reads a query. With `typing`, its last word may be unfinished.
    pub(crate) fn read(index: &Index, query: &str, typing: bool) -> Self {
        let words = words(clipped(query), MOST_WORDS);
        let mut question = Self::default();
        let unfinished = typing && query.chars().next_back().is_some_and(char::is_alphanumeric);
        let mut at = 0;
        while at < words.len() {
            if unfinished && at + 1 == words.len() {
                question.read_beginning(index, &words, at);
                break;
            }
            let longest = LONGEST_PHRASE.min(words.len() - at);
            let phrase = (1..=longest).rev().find_map(|length| {
                let span = &words[at..at + length];
                index
                    .vocabulary
                    .meaning(span)
                    .map(|(meaning, agreement)| (length, meaning, agreement))
            });
            match phrase {
                Some((length, meaning, agreement)) => {
                    question.read_phrase(index, &words, at..at + length, meaning, agreement);
                    at += length;
                }
                None => {
                    question.read_word(index, &words, at);
                    at += 1;
                }
            }
        }
        question.words = words;
        question.find_pairs(index);
        question
    }

    fn read_phrase(
        &mut self,
        index: &Index,
        words: &[Word],
        span: Range<usize>,
        meaning: Meaning,
        agreement: f32,
    ) {
        let (rule, keep) = match meaning {
            Meaning::Noise => return,
            Meaning::Elsewhere(kind) => {
                self.elsewhere.get_or_insert(kind);
                for at in span {
                    self.read_word(index, words, at);
                }
                return;
            }
            Meaning::Rule(rule) => (rule, 1.0),
            Meaning::Intent(rule) => (rule, INTENT),
        };
        self.telling += span.len();
        let mut alternatives = Vec::new();
        alternatives.extend(self.alternative(index, &words[span.clone()], 1.0));
        for (rank, reading) in index.vocabulary.readings(rule).iter().enumerate() {
            let trust = agreement * (0.97 - 0.07 * rank as f32).max(0.6);
            alternatives.extend(self.alternative(index, reading, trust));
        }
        let importance = alternatives.iter().map(|one| one.total).fold(0.0, f32::max);
        self.concepts.push(Concept {
            words: span,
            alternatives,
            importance: importance * keep,
        });
    }

    fn read_word(&mut self, index: &Index, words: &[Word], at: usize) {
        let word = &words[at..=at];
        let mut alternatives = Vec::new();
        alternatives.extend(self.alternative(index, word, 1.0));
        if alternatives.is_empty() {
            for (term, trust) in correct::nearest(&index.dictionary, &words[at].key) {
                alternatives.extend(self.of_terms(index, &[(term, Accent::default())], trust));
            }
        }
        let importance = match alternatives.first() {
            Some(first) => first.total,
            None => {
                self.unknown += 1;
                UNKNOWN
            }
        };
        self.telling += usize::from(!alternatives.is_empty());
        self.concepts.push(Concept {
            words: at..at + 1,
            alternatives,
            importance,
        });
    }

    /// The last word while someone is still typing it: any word that starts so.
    fn read_beginning(&mut self, index: &Index, words: &[Word], at: usize) {
        let starting = index.dictionary.starting(&words[at].key);
        let mut alternatives = Vec::new();
        let mut terms: Vec<Term> = starting.iter().map(|(_, term)| *term).collect();
        terms.sort_by_key(|&term| core::cmp::Reverse(index.postings(term).len()));
        for term in terms.into_iter().take(24) {
            alternatives.extend(self.of_terms(index, &[(term, words[at].accent)], 1.0));
        }
        if alternatives.is_empty() {
            return self.read_word(index, words, at);
        }
        self.telling += 1;
        let importance = alternatives
            .iter()
            .map(|one| one.total)
            .fold(f32::MAX, f32::min);
        self.concepts.push(Concept {
            words: at..at + 1,
            alternatives,
            importance,
        });
    }

    /// These words as an alternative, if the catalogue knows them all.
    fn alternative(&mut self, index: &Index, words: &[Word], trust: f32) -> Option<Alternative> {
        let mut terms = Vec::with_capacity(words.len());
        for word in words {
            terms.push((index.dictionary.find(&word.key)?, word.accent));
        }
        self.of_terms(index, &terms, trust)
    }

    fn of_terms(
        &mut self,
        index: &Index,
        terms: &[(Term, Accent)],
        trust: f32,
    ) -> Option<Alternative> {
        let mut slots = Vec::with_capacity(terms.len());
        let mut total = 0.0;
        for &(term, accent) in terms {
            let weight = index.dictionary.weight(term);
            let slot = Slot {
                term,
                accent,
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

    /// Notes which neighbours in the query are neighbours in names, too.
    fn find_pairs(&mut self, index: &Index) {
        let services = index.len() as f32;
        let mut pairs = Vec::new();
        for two in self.concepts.windows(2) {
            if two[0].words.end != two[1].words.start {
                continue;
            }
            let (Some(first), Some(second)) =
                (two[0].alternatives.first(), two[1].alternatives.first())
            else {
                continue;
            };
            let (Some(&first), Some(&second)) = (first.slots.last(), second.slots.first()) else {
                continue;
            };
            let terms = (
                self.slots[first as usize].term,
                self.slots[second as usize].term,
            );
            if let Some(&count) = index.pairs.get(&terms) {
                let weight = (1.0 + services / (count as f32 + 0.5)).ln();
                pairs.push((first, second, 0.6 * weight));
            }
        }
        self.pairs = pairs;
    }
}

/// The part of a query that is read.
fn clipped(query: &str) -> &str {
    &query[..query.floor_char_boundary(LONGEST_QUERY)]
}
