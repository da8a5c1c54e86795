//! The catalogue made ready for search.

use crate::build::Builder;
use crate::code::Codes;
use crate::dictionary::{Dictionary, Term};
use crate::entry::{Audience, Entry};
use crate::hash::Map;
use crate::vocabulary::Vocabulary;
use crate::word::Accent;

/// One word of a service's name.
#[derive(Clone, Copy, Debug)]
pub(crate) struct NameWord {
    pub(crate) term: Term,
    pub(crate) accent: Accent,
}

/// Two words that stand side by side in names or in the vocabulary.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Pair {
    /// How often in names.
    pub(crate) count: u32,
    /// The marks of the two where they were first seen so.
    pub(crate) first: Accent,
    pub(crate) second: Accent,
}

/// What ranking knows of a service apart from its words.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Service {
    /// Its place among the entries the index was built from.
    pub(crate) entry: u32,
    /// Where its name's words start in [`Index::names`].
    pub(crate) name: u32,
    /// How many words of the name say what the service is, before what narrows it or
    /// adds another.
    pub(crate) head: u16,
    /// The words of the name that make it a special case of a plainer service, as bits.
    pub(crate) special: u64,
    pub(crate) prominence: u8,
    pub(crate) audience: Audience,
}

/// That a service holds a term, and where: the service above, the place below.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Posting(u32);

const IN_NAME: u32 = 1;

impl Posting {
    pub(crate) fn new(service: usize, in_name: bool) -> Self {
        Self((service as u32) << 1 | u32::from(in_name))
    }

    pub(crate) fn service(self) -> usize {
        (self.0 >> 1) as usize
    }

    pub(crate) fn in_name(self) -> bool {
        self.0 & IN_NAME != 0
    }
}

/// A catalogue made ready for search; build it once, ask it from many threads.
///
/// Inside, services are numbered by prominence and then by the length of their names,
/// so that a list cut short keeps the ones a person is most likely to want.
#[derive(Debug)]
pub struct Index {
    pub(crate) vocabulary: Vocabulary,
    pub(crate) dictionary: Dictionary,
    pub(crate) codes: Codes,
    pub(crate) pairs: Map<(Term, Term), Pair>,
    pub(crate) services: Vec<Service>,
    pub(crate) names: Vec<NameWord>,
    pub(crate) postings: Vec<Posting>,
    /// Where each term's postings start; one more than there are terms.
    pub(crate) starts: Vec<u32>,
}

impl Index {
    /// Builds the index; `entry` numbers in answers count from 0 in this order.
    pub fn build<'a>(entries: impl IntoIterator<Item = Entry<'a>>) -> Self {
        let entries: Vec<Entry<'a>> = entries.into_iter().collect();
        Builder::new().index(&entries)
    }

    /// The number of services.
    #[must_use]
    pub fn len(&self) -> usize {
        self.services.len()
    }

    /// Whether there is no service at all.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.services.is_empty()
    }

    /// The words of a service's name.
    pub(crate) fn name(&self, service: usize) -> &[NameWord] {
        let start = self.services[service].name as usize;
        let next = self.services.get(service + 1);
        let end = next.map_or(self.names.len(), |next| next.name as usize);
        &self.names[start..end]
    }

    /// The services that hold a term, the most prominent first.
    pub(crate) fn postings(&self, term: Term) -> &[Posting] {
        let start = self.starts[term.index()] as usize;
        let end = self.starts[term.index() + 1] as usize;
        &self.postings[start..end]
    }
}
