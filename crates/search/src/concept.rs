//! The parts a question is made of.

use core::ops::Range;

use crate::dictionary::Term;
use crate::word::Accent;

/// A term asked for, with the marks it was typed with.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Slot {
    pub(crate) term: Term,
    pub(crate) accent: Accent,
    /// Whether the term only completes an unfinished word.
    pub(crate) guessed: bool,
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

/// How a query's words fall into kinds, for telling what it is about at all.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Census {
    /// Words that name something the vocabulary or the catalogue knows.
    pub(crate) telling: usize,
    /// Words of phrases whose meaning the vocabulary gives.
    pub(crate) things: usize,
    /// Words of phrases that say what someone wants done.
    pub(crate) intents: usize,
    /// Words of phrases about something not found in such catalogues.
    pub(crate) elsewhere: usize,
    /// Words that nobody knows.
    pub(crate) unknown: usize,
    /// Words written with marks that nobody writes.
    pub(crate) other_marks: usize,
    /// Plain words side by side that nobody else puts so.
    pub(crate) strangers: usize,
}

impl Census {
    /// How many signs there are that words are mistyped.
    pub(crate) fn doubts(&self) -> usize {
        self.unknown + self.other_marks + self.strangers
    }
}
