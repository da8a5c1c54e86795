//! The words the catalogue knows.

use crate::hash::Map;
use crate::word::Accent;

/// A word of the catalogue, by number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) struct Term(pub(crate) u32);

impl Term {
    pub(crate) fn index(self) -> usize {
        self.0 as usize
    }
}

/// All words of a catalogue, without their marks.
#[derive(Debug, Default)]
pub(crate) struct Dictionary {
    numbers: Map<String, Term>,
    /// For each term, the marks it is spelled with and how often.
    spellings: Vec<Vec<(Accent, u32)>>,
    /// How much a term tells about a service (inverse document frequency).
    weights: Vec<f32>,
    /// Terms in alphabetical order, for prefixes.
    sorted: Vec<(String, Term)>,
}

impl Dictionary {
    /// The term of a key, new or known, remembering how it is spelled.
    pub(crate) fn learn(&mut self, key: &str, accent: Accent) -> Term {
        let term = match self.numbers.get(key) {
            Some(&term) => term,
            None => {
                let term = Term(self.spellings.len() as u32);
                self.numbers.insert(key.to_owned(), term);
                self.spellings.push(Vec::new());
                term
            }
        };
        let spellings = &mut self.spellings[term.index()];
        match spellings.iter_mut().find(|(known, _)| *known == accent) {
            Some((_, count)) => *count += 1,
            None => spellings.push((accent, 1)),
        }
        term
    }

    /// Whether a term is ever spelled with these marks; without marks it always may be.
    pub(crate) fn is_spelled(&self, term: Term, accent: Accent) -> bool {
        accent.is_plain()
            || self.spellings[term.index()]
                .iter()
                .any(|(known, _)| *known == accent)
    }

    /// The term of a key, if the catalogue holds it.
    pub(crate) fn find(&self, key: &str) -> Option<Term> {
        self.numbers.get(key).copied()
    }

    pub(crate) fn len(&self) -> usize {
        self.spellings.len()
    }

    /// Weighs every term by how few of the `services` hold it, and sorts the prefixes.
    pub(crate) fn weigh(&mut self, services: usize, holders: impl Fn(Term) -> usize) {
        let all = services as f32;
        self.weights = (0..self.len() as u32)
            .map(|term| (1.0 + all / (holders(Term(term)) as f32 + 0.5)).ln())
            .collect();
        self.sorted = self
            .numbers
            .iter()
            .map(|(key, term)| (key.clone(), *term))
            .collect();
        self.sorted.sort_unstable();
    }

    /// How much a term tells about a service: near 0 for one that most hold.
    pub(crate) fn weight(&self, term: Term) -> f32 {
        self.weights[term.index()]
    }

    /// The terms that start with a prefix, in alphabetical order.
    pub(crate) fn starting(&self, prefix: &str) -> &[(String, Term)] {
        let start = self
            .sorted
            .partition_point(|(key, _)| key.as_str() < prefix);
        let rest = &self.sorted[start..];
        &rest[..rest.partition_point(|(key, _)| key.starts_with(prefix))]
    }

}
