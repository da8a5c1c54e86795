//! What people say and what offices call it: the tables of `vocabulary/*.txt`.
//!
//! The files are packed into one table when the crate is built (see `build.rs`) and
//! read once, when an index is built. They speak of words only, never of codes, so the
//! same vocabulary serves any portal's catalogue.

use crate::hash::Map;
use crate::meaning::{Combination, Meaning, Rule, RuleId, Saying, Side};
use crate::scope::Elsewhere;
use crate::word::{Accent, Word, words};

/// The packed table: one entry a line, after a letter that names its file's kind.
const TABLE: &str = include_str!(concat!(env!("OUT_DIR"), "/vocabulary.txt"));

/// The longest phrase looked for, in words.
pub(crate) const LONGEST_PHRASE: usize = 8;

/// A phrase as the vocabulary spells it.
#[derive(Debug)]
struct Phrase {
    accents: Vec<Accent>,
    meaning: Meaning,
}

/// The vocabulary, ready for look-up.
#[derive(Debug, Default)]
pub(crate) struct Vocabulary {
    phrases: Map<String, Vec<Phrase>>,
    rules: Vec<Rule>,
    combinations: Vec<Combination>,
    special: Vec<Vec<Word>>,
    sayings: Vec<Saying>,
    /// The first line that gives these official words first.
    by_reading: Map<String, RuleId>,
    /// Every run of words it holds, for the index to learn from.
    pub(crate) words: Vec<Vec<Word>>,
}

impl Vocabulary {
    /// Reads the packed table.
    pub(crate) fn load() -> Self {
        let mut vocabulary = Self::default();
        for line in TABLE.lines() {
            let (tag, line) = line.split_at(1);
            match tag {
                "n" => vocabulary.file_all(line, Meaning::Noise),
                "s" => vocabulary.special.push(words(line, LONGEST_PHRASE)),
                "e" => vocabulary.read_elsewhere(line),
                "c" => vocabulary.read_combination(line),
                tag => vocabulary.read_rule(tag, line),
            }
        }
        vocabulary
    }

    fn read_elsewhere(&mut self, line: &'static str) {
        let known = line.split_once(':').and_then(|(kind, phrases)| {
            let kind = Elsewhere::named(kind.trim())?;
            Some((kind, phrases))
        });
        if let Some((kind, phrases)) = known {
            self.file_all(phrases, Meaning::Elsewhere(kind));
        }
    }

    fn read_combination(&mut self, line: &'static str) {
        let Some((sides, readings)) = line.split_once('=') else {
            return;
        };
        let Some((one, other)) = sides.split_once('+') else {
            return;
        };
        let (readings, alone) = match readings.strip_prefix('=') {
            Some(readings) => (readings, true),
            None => (readings, false),
        };
        let rule = self.add_rule(readings, true, false);
        let sides = [self.side(one), self.side(other)];
        self.combinations.push(Combination { sides, rule, alone });
    }

    fn side(&self, phrase: &str) -> Side {
        if phrase.trim() == "*" {
            return Side::AnyThing;
        }
        let words = words(phrase, LONGEST_PHRASE);
        match self
            .meaning(&words, |_| true)
            .and_then(|(meaning, _)| meaning.rule())
        {
            Some(rule) => Side::Rule(rule),
            None => Side::Words(words.into_iter().map(|word| word.key).collect()),
        }
    }

    fn read_rule(&mut self, tag: &str, line: &'static str) {
        let Some((phrases, readings)) = line.split_once('=') else {
            return;
        };
        let (readings, replaces) = match readings.strip_prefix('>') {
            Some(readings) => (readings, true),
            None => (readings, false),
        };
        let rule = self.add_rule(readings, replaces, !matches!(tag, "i" | "f"));
        let meaning = match tag {
            "i" => Meaning::Intent(rule),
            "f" => Meaning::Faint(rule),
            _ => Meaning::Thing(rule),
        };
        for phrase in phrases.split(',') {
            let key = self.file(phrase, meaning);
            if tag == "w" {
                let text = phrase.trim();
                self.sayings.push(Saying { text, key });
            }
        }
    }

    fn add_rule(&mut self, readings: &str, replaces: bool, is_thing: bool) -> RuleId {
        let readings: Vec<Vec<Word>> = readings
            .split('|')
            .map(|one| words(one, 24))
            .filter(|one| !one.is_empty())
            .collect();
        self.words.extend(readings.iter().cloned());
        let rule = RuleId(self.rules.len() as u16);
        let first = readings.first().map(|words| joined(words));
        let first = first.filter(|_| is_thing);
        let same_as = first.map(|first| *self.by_reading.entry(first).or_insert(rule));
        self.rules.push(Rule {
            readings,
            replaces,
            same_as,
        });
        rule
    }

    fn file_all(&mut self, phrases: &str, meaning: Meaning) {
        for phrase in phrases.split(',') {
            self.file(phrase, meaning);
        }
    }

    /// Files a phrase under its folded words and returns these. What was filed first
    /// stands: the files are read from the most telling to the least.
    fn file(&mut self, phrase: &str, meaning: Meaning) -> String {
        let words = words(phrase, LONGEST_PHRASE);
        let key = joined(&words);
        let accents: Vec<Accent> = words.iter().map(|word| word.accent).collect();
        let filed = self.phrases.entry(key.clone()).or_default();
        if !filed.iter().any(|one| one.accents == accents) {
            filed.push(Phrase { accents, meaning });
        }
        self.words.push(words);
        key
    }

    /// What these words mean together, if the vocabulary knows them, and how well the
    /// marks agree (up to 1). A word whose marks differ is taken for a slip unless it
    /// `is_word` as it stands, and not all may be slips.
    pub(crate) fn meaning(
        &self,
        words: &[Word],
        is_word: impl Fn(&Word) -> bool,
    ) -> Option<(Meaning, f32)> {
        let mut best: Option<(Meaning, f32)> = None;
        'phrases: for phrase in self.phrases.get(&joined(words))? {
            let mut agreement = 1.0_f32;
            let mut slips = 0;
            for (word, accent) in words.iter().zip(&phrase.accents) {
                let one = word.accent.agreement(*accent);
                if one < 1.0 {
                    if is_word(word) {
                        continue 'phrases;
                    }
                    slips += 1;
                }
                agreement = agreement.min(one);
            }
            let all_slips = slips == words.len();
            if !all_slips && best.is_none_or(|(_, earlier)| agreement > earlier) {
                best = Some((phrase.meaning, agreement));
            }
        }
        best
    }

    /// Whether two lines stand for the same thing.
    pub(crate) fn same(&self, one: RuleId, other: RuleId) -> bool {
        one == other
            || self
                .rule(one)
                .same_as
                .is_some_and(|same| self.rule(other).same_as == Some(same))
    }

    /// What a line says.
    pub(crate) fn rule(&self, rule: RuleId) -> &Rule {
        &self.rules[usize::from(rule.0)]
    }

    /// What pairs of things mean together, in the order of the file.
    pub(crate) fn combinations(&self) -> &[Combination] {
        &self.combinations
    }

    /// Every phrase that makes a name a special case.
    pub(crate) fn special(&self) -> &[Vec<Word>] {
        &self.special
    }

    /// The phrases people use that begin with these folded words, in the files' order.
    pub(crate) fn sayings(&self, beginning: &str) -> impl Iterator<Item = &Saying> {
        self.sayings
            .iter()
            .filter(move |saying| saying.key.starts_with(beginning))
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
