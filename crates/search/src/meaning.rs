//! What the vocabulary can say of a phrase.

use crate::scope::Elsewhere;
use crate::word::Word;

/// What a phrase in a query means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Meaning {
    /// People's words for something official.
    Thing(RuleId),
    /// What someone wants done.
    Intent(RuleId),
    /// Colours the query without deciding it.
    Faint(RuleId),
    /// Says nothing about the service.
    Noise,
    /// Asks for something no catalogue of this kind holds.
    Elsewhere(Elsewhere),
}

impl Meaning {
    /// The rule behind it, if it has one.
    pub(crate) fn rule(self) -> Option<RuleId> {
        match self {
            Self::Thing(rule) | Self::Intent(rule) | Self::Faint(rule) => Some(rule),
            Self::Noise | Self::Elsewhere(_) => None,
        }
    }
}

/// A line of the vocabulary that has official readings.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct RuleId(pub(crate) u16);

/// What a line of the vocabulary says.
#[derive(Debug, Default)]
pub(crate) struct Rule {
    /// Official words, from most to least likely.
    pub(crate) readings: Vec<Vec<Word>>,
    /// Whether the official words count for more than the ones typed.
    pub(crate) replaces: bool,
    /// The first line that gives the same official words; combinations know it by that.
    pub(crate) same_as: Option<RuleId>,
}

/// One side of a combination.
#[derive(Debug)]
pub(crate) enum Side {
    /// Any phrase of this line.
    Rule(RuleId),
    /// These very words, by key.
    Words(Vec<String>),
    /// Whatever thing is named.
    AnyThing,
}

/// What two things mean together.
#[derive(Debug)]
pub(crate) struct Combination {
    pub(crate) sides: [Side; 2],
    pub(crate) rule: RuleId,
    /// Whether it holds only where the query names nothing else.
    pub(crate) alone: bool,
}

/// A phrase that people use, offered while they type.
#[derive(Debug)]
pub(crate) struct Saying {
    /// As it is written.
    pub(crate) text: &'static str,
    /// Its folded words with a space between.
    pub(crate) key: String,
}
