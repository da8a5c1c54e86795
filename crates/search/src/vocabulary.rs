//! What people say and what offices call it: the tables of `vocabulary/*.txt`.
//!
//! The files are packed into one table when the crate is built (see `build.rs`) and
//! read once, when an index is built. They speak of words only, never of codes, so the
//! same vocabulary serves any portal's catalogue.

use crate::hash::Map;
use crate::scope::Elsewhere;
use crate::word::{Accent, Word, words};

/// The packed table: one entry a line, after a letter that names its file's kind.
const TABLE: &str = include_str!(concat!(env!("OUT_DIR"), "/vocabulary.txt"));

/// The longest phrase looked for, in words.
pub(crate) const LONGEST_PHRASE: usize = 8;

/// What a phrase in a query means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Meaning {
    /// People's words; the official ones are [`Vocabulary::readings`] of this rule.
    Rule(u16),
    /// What someone wants done; its readings are official verbs.
    Intent(u16),
    /// Says nothing about the service.
    Noise,
    /// Asks for something no catalogue of public services holds.
    Elsewhere(Elsewhere),
}

/// A phrase as the vocabulary spells it.
#[derive(Debug)]
struct Phrase {
    accents: Vec<Accent>,
    meaning: Meaning,
}

/// A phrase that people use, offered while they type.
#[derive(Debug)]
pub(crate) struct Saying {
    /// As it is written.
    pub(crate) text: &'static str,
    /// Its folded words with a space between.
    pub(crate) key: String,
}

/// The vocabulary, ready for look-up.
#[derive(Debug, Default)]
pub(crate) struct Vocabulary {
    phrases: Map<String, Vec<Phrase>>,
    /// For each rule, its readings from most to least likely, each a list of words.
    readings: Vec<Vec<Vec<Word>>>,
    /// Phrases that make a name a special case.
    special: Vec<Vec<Word>>,
    sayings: Vec<Saying>,
}

impl Vocabulary {
    /// Reads the packed table.
    pub(crate) fn load() -> Self {
        let mut vocabulary = Self::default();
        for line in TABLE.lines() {
            let (tag, line) = line.split_at(1);
            match tag {
                "n" => {
                    for phrase in line.split(',') {
                        vocabulary.add(phrase, Meaning::Noise);
                    }
                }
                "s" => vocabulary.special.push(words(line, LONGEST_PHRASE)),
                "e" => vocabulary.add_elsewhere(line),
                tag => vocabulary.add_rule(tag, line),
            }
        }
        vocabulary
    }

    fn add_elsewhere(&mut self, line: &'static str) {
        let Some((kind, phrases)) = line.split_once(':') else {
            return;
        };
        let Some(kind) = Elsewhere::named(kind.trim()) else {
            return;
        };
        for phrase in phrases.split(',') {
            self.add(phrase, Meaning::Elsewhere(kind));
        }
    }

    fn add_rule(&mut self, tag: &str, line: &'static str) {
        let Some((phrases, readings)) = line.split_once('=') else {
            return;
        };
        let rule = self.readings.len() as u16;
        let readings = readings.split('|').map(|reading| words(reading, 16));
        self.readings.push(readings.collect());
        let meaning = match tag {
            "i" => Meaning::Intent(rule),
            _ => Meaning::Rule(rule),
        };
        for phrase in phrases.split(',') {
            let key = self.add(phrase, meaning);
            if tag == "w" {
                let text = phrase.trim();
                self.sayings.push(Saying { text, key });
            }
        }
    }

    /// Files a phrase under its folded words and returns these.
    fn add(&mut self, phrase: &str, meaning: Meaning) -> String {
        let words = words(phrase, LONGEST_PHRASE);
        let key = joined(&words);
        let accents = words.iter().map(|word| word.accent).collect();
        let filed = self.phrases.entry(key.clone()).or_default();
        filed.push(Phrase { accents, meaning });
        key
    }

    /// What these words mean together, if the vocabulary knows them, and how well the
    /// marks agree (up to 1). Words typed with marks must not all contradict it.
    pub(crate) fn meaning(&self, words: &[Word]) -> Option<(Meaning, f32)> {
        let mut best: Option<(Meaning, f32)> = None;
        for phrase in self.phrases.get(&joined(words))? {
            let mut agreement = 1.0_f32;
            let mut agreeing = 0;
            for (word, accent) in words.iter().zip(&phrase.accents) {
                let one = word.accent.agreement(*accent);
                agreement = agreement.min(one);
                agreeing += usize::from(one >= 1.0);
            }
            let contradicted = agreeing * 2 < words.len();
            if !contradicted && best.is_none_or(|(_, earlier)| agreement > earlier) {
                best = Some((phrase.meaning, agreement));
            }
        }
        best
    }

    /// The official words of a rule, from most to least likely.
    pub(crate) fn readings(&self, rule: u16) -> &[Vec<Word>] {
        &self.readings[usize::from(rule)]
    }

    /// Every phrase that makes a name a special case.
    pub(crate) fn special(&self) -> &[Vec<Word>] {
        &self.special
    }

    /// Phrases people use, in the order of the files.
    pub(crate) fn sayings(&self) -> &[Saying] {
        &self.sayings
    }

    /// Every list of words the vocabulary holds, for the index to learn from.
    pub(crate) fn all_words(&self) -> impl Iterator<Item = &[Word]> {
        self.readings.iter().flatten().map(Vec::as_slice)
    }
}

/// The keys of words with a space between.
pub(crate) fn joined(words: &[Word]) -> String {
    let mut key = String::with_capacity(words.len() * 6);
    for word in words {
        if !key.is_empty() {
            key.push(' ');
        }
        key.push_str(&word.key);
    }
    key
}
