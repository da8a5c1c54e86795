//! The catalogue made ready for search.

use crate::code::Codes;
use crate::dictionary::{Dictionary, Term};
use crate::entry::{Audience, Entry};
use crate::hash::Map;
use crate::vocabulary::Vocabulary;
use crate::word::{Accent, each_word};

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
    name: u32,
    /// How many words of the name stand before its first bracket.
    pub(crate) head: u16,
    /// The words of the name that make it a special case of a plainer service, as bits.
    pub(crate) special: u64,
    pub(crate) prominence: u8,
    pub(crate) audience: Audience,
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
    /// How often two words stand side by side in names.
    pub(crate) pairs: Map<(Term, Term), Pair>,
    pub(crate) services: Vec<Service>,
    names: Vec<NameWord>,
    postings: Vec<Posting>,
    /// Where each term's postings start; one more than there are terms.
    starts: Vec<u32>,
}

/// That a service holds a term, and where: the service above, the places below.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Posting(u32);

const IN_NAME: u32 = 1;

impl Posting {
    pub(crate) fn service(self) -> usize {
        (self.0 >> 1) as usize
    }

    pub(crate) fn in_name(self) -> bool {
        self.0 & IN_NAME != 0
    }
}

impl Index {
    /// Builds the index; `entry` numbers in answers count from 0 in this order.
    pub fn build<'a>(entries: impl IntoIterator<Item = Entry<'a>>) -> Self {
        let entries: Vec<Entry<'a>> = entries.into_iter().collect();
        let mut order: Vec<u32> = (0..entries.len() as u32).collect();
        order.sort_by_key(|&at| {
            let entry = &entries[at as usize];
            (core::cmp::Reverse(entry.prominence), entry.name.len(), at)
        });

        let vocabulary = Vocabulary::load();
        let mut dictionary = Dictionary::default();
        let mut pairs: Map<(Term, Term), Pair> = Map::default();
        let special: Vec<Vec<Term>> = vocabulary
            .special()
            .iter()
            .map(|words| words.iter().map(|word| dictionary.learn(&word.key, word.accent, &word.text)).collect())
            .collect();
        let mut services = Vec::with_capacity(entries.len());
        let mut names: Vec<NameWord> = Vec::new();
        let mut found: Vec<(Term, u32)> = Vec::new();
        for (number, &at) in order.iter().enumerate() {
            let entry = &entries[at as usize];
            let name = names.len();
            let bracket = entry.name.find('(').unwrap_or(entry.name.len());
            let mut head = 0;
            each_word(entry.name, |key, accent, range| {
                let term = dictionary.learn(key, accent, &entry.name[range.clone()]);
                if let Some(before) = names[name..].last() {
                    let pair = pairs.entry((before.term, term)).or_insert(Pair {
                        count: 0,
                        first: before.accent,
                        second: accent,
                    });
                    pair.count += 1;
                }
                names.push(NameWord { term, accent });
                head += u16::from(range.start < bracket);
                found.push((term, (number as u32) << 1 | IN_NAME));
            });
            for text in [entry.field, entry.extra, entry.agency] {
                each_word(text, |key, accent, range| {
                    let term = dictionary.learn(key, accent, &text[range]);
                    found.push((term, (number as u32) << 1));
                });
            }
            services.push(Service {
                entry: at,
                name: name as u32,
                head,
                special: special_words(&names[name..], &special),
                prominence: entry.prominence.min(3),
                audience: entry.audience,
            });
        }
        for words in vocabulary.all_words() {
            let mut before: Option<NameWord> = None;
            for word in words {
                let term = dictionary.learn(&word.key, word.accent, &word.text);
                let accent = word.accent;
                if let Some(before) = before {
                    let pair = Pair {
                        count: 0,
                        first: before.accent,
                        second: accent,
                    };
                    pairs.entry((before.term, term)).or_insert(pair);
                }
                before = Some(NameWord { term, accent });
            }
        }
        let (postings, starts) = filed(found, dictionary.len());
        dictionary.weigh(services.len(), |term| {
            (starts[term.index() + 1] - starts[term.index()]) as usize
        });
        let codes = Codes::new(order.iter().map(|&at| entries[at as usize].code));
        Self {
            vocabulary,
            dictionary,
            codes,
            pairs,
            services,
            names,
            postings,
            starts,
        }
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
        let end = self
            .services
            .get(service + 1)
            .map_or(self.names.len(), |next| next.name as usize);
        &self.names[start..end]
    }

    /// The services that hold a term, the most prominent first.
    pub(crate) fn postings(&self, term: Term) -> &[Posting] {
        let start = self.starts[term.index()] as usize;
        let end = self.starts[term.index() + 1] as usize;
        &self.postings[start..end]
    }
}

/// The places of a name's words that belong to one of these phrases, as bits.
fn special_words(name: &[NameWord], phrases: &[Vec<Term>]) -> u64 {
    let mut places = 0;
    for start in 0..name.len().min(64) {
        for phrase in phrases {
            let words = name[start..].iter().map(|word| word.term);
            if name[start].term == phrase[0] && words.take(phrase.len()).eq(phrase.iter().copied()) {
                places |= ((1_u64 << phrase.len()) - 1) << start;
            }
        }
    }
    places
}

/// Files what was found by term, each service once a term: a counting sort.
fn filed(found: Vec<(Term, u32)>, terms: usize) -> (Vec<Posting>, Vec<u32>) {
    let mut starts = vec![0_u32; terms + 1];
    for &(term, _) in &found {
        starts[term.index() + 1] += 1;
    }
    for at in 1..starts.len() {
        starts[at] += starts[at - 1];
    }
    let mut next = starts.clone();
    let mut sorted = vec![0_u32; found.len()];
    for (term, place) in found {
        let slot = &mut next[term.index()];
        sorted[*slot as usize] = place;
        *slot += 1;
    }
    let mut postings: Vec<Posting> = Vec::with_capacity(sorted.len());
    let mut kept = Vec::with_capacity(starts.len());
    for term in 0..terms {
        kept.push(postings.len() as u32);
        let first = postings.len();
        for &place in &sorted[starts[term] as usize..starts[term + 1] as usize] {
            match postings[first..].last_mut() {
                Some(last) if last.0 >> 1 == place >> 1 => last.0 |= place,
                _ => postings.push(Posting(place)),
            }
        }
    }
    kept.push(postings.len() as u32);
    (postings, kept)
}
