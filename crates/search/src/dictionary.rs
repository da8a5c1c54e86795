//! The words the catalogue knows.

use crate::fold::lower;
use crate::hash::Map;
use crate::order::ascending;
use crate::slips;
use crate::word::Accent;

/// A word of the catalogue, by number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) struct Term(pub(crate) u32);

impl Term {
    pub(crate) fn index(self) -> usize {
        self.0 as usize
    }
}

/// One way to spell a term.
#[derive(Debug)]
struct Spelling {
    accent: Accent,
    /// In lower case, with its marks.
    text: String,
    seen: u32,
}

/// All words of a catalogue, without their marks.
#[derive(Debug, Default)]
pub(crate) struct Dictionary {
    numbers: Map<String, Term>,
    /// For each term, the ways it is spelled.
    spellings: Vec<Vec<Spelling>>,
    /// How much a term tells about a service (inverse document frequency).
    weights: Vec<f32>,
    /// Terms by how they sound; see [`slips::sound`].
    sounds: Map<String, Vec<Term>>,
    /// The key of each term.
    keys: Vec<Box<str>>,
}

impl Dictionary {
    /// The term of a key, new or known, remembering how it is spelled.
    pub(crate) fn learn(&mut self, key: &str, accent: Accent, spelled: &str) -> Term {
        let term = match self.numbers.get(key) {
            Some(&term) => term,
            None => {
                let term = Term(self.spellings.len() as u32);
                self.numbers.insert(key.to_owned(), term);
                self.keys.push(key.into());
                self.spellings.push(Vec::new());
                term
            }
        };
        let spellings = &mut self.spellings[term.index()];
        match spellings.iter_mut().find(|known| known.accent == accent) {
            Some(known) => known.seen += 1,
            None => {
                let text = spelled.chars().map(lower).collect();
                spellings.push(Spelling {
                    accent,
                    text,
                    seen: 1,
                });
            }
        }
        term
    }

    /// Whether a term is ever spelled with these marks; without marks it always may be.
    pub(crate) fn is_spelled(&self, term: Term, accent: Accent) -> bool {
        let mut spellings = self.spellings[term.index()].iter();
        accent.is_plain() || spellings.any(|known| known.accent == accent)
    }

    /// A term as it is spelled with these marks, or else as it mostly is.
    pub(crate) fn spelling(&self, term: Term, accent: Option<Accent>) -> &str {
        let spellings = &self.spellings[term.index()];
        let asked = spellings.iter().find(|known| Some(known.accent) == accent);
        let mostly = || spellings.iter().max_by_key(|known| known.seen);
        asked.or_else(mostly).map_or("", |known| &known.text)
    }

    /// The term of a key, if the catalogue holds it.
    pub(crate) fn find(&self, key: &str) -> Option<Term> {
        self.numbers.get(key).copied()
    }

    pub(crate) fn len(&self) -> usize {
        self.spellings.len()
    }

    /// Weighs every term by how few of the `services` hold it, and notes how it sounds.
    pub(crate) fn weigh(&mut self, services: usize, holders: impl Fn(Term) -> usize) {
        let all = services as f32;
        self.weights = (0..self.len() as u32)
            .map(|term| (1.0 + all / (holders(Term(term)) as f32 + 0.5)).ln())
            .collect();
        for (term, key) in self.keys.iter().enumerate() {
            self.sounds
                .entry(slips::sound(key))
                .or_default()
                .push(Term(term as u32));
        }
    }

    /// How much a term tells about a service: near 0 for one that most hold.
    pub(crate) fn weight(&self, term: Term) -> f32 {
        self.weights[term.index()]
    }

    /// The terms that start with a prefix.
    pub(crate) fn starting(&self, prefix: &str) -> impl Iterator<Item = Term> {
        let keys = self.keys.iter().enumerate();
        keys.filter(move |(_, key)| key.starts_with(prefix))
            .map(|(term, _)| Term(term as u32))
    }

    /// The terms that sound alike.
    pub(crate) fn sounding(&self, sound: &str) -> &[Term] {
        self.sounds.get(sound).map_or(&[], Vec::as_slice)
    }

    /// The terms a word nobody knows may be a slip of, with the number of wrong keys.
    pub(crate) fn near(&self, key: &str) -> Vec<(Term, usize)> {
        let most = match key.len() {
            0..=2 => return Vec::new(),
            3..=5 => 1,
            _ => 2,
        };
        let mut near: Vec<(Term, usize)> = Vec::new();
        for (term, known) in self.keys.iter().enumerate() {
            if let Some(wrong) = slips::distance(key, known, most) {
                near.push((Term(term as u32), wrong));
            }
        }
        ascending(&near, |(_, wrong)| *wrong as u32)
    }
}
