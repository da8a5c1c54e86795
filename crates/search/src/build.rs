//! From a catalogue's entries to an index.

use crate::code::Codes;
use crate::dictionary::{Dictionary, Term};
use crate::entry::Entry;
use crate::hash::Map;
use crate::index::{Index, NameWord, Pair, Posting, Service};
use crate::order::ascending;
use crate::vocabulary::Vocabulary;
use crate::word::each_word;

/// Where the part of a name ends that says what the service is: a bracket narrows it,
/// a semicolon or slash adds another service to it.
const HEAD_ENDS: [char; 3] = ['(', ';', '/'];
/// What adds another service to a name: what makes that one special says nothing of the
/// first.
const NEXT_SERVICE: [char; 2] = [';', '/'];

/// An index in the making.
pub(crate) struct Builder {
    vocabulary: Vocabulary,
    dictionary: Dictionary,
    pairs: Map<(Term, Term), Pair>,
    /// The phrases that make a name a special case, as terms.
    special: Vec<Vec<Term>>,
    services: Vec<Service>,
    names: Vec<NameWord>,
    found: Vec<(Term, Posting)>,
}

impl Builder {
    pub(crate) fn new() -> Self {
        let vocabulary = Vocabulary::load();
        let mut dictionary = Dictionary::default();
        let special = vocabulary.special().iter().map(|phrase| {
            let words = phrase.iter();
            words
                .map(|word| dictionary.learn(&word.key, word.accent, &word.text))
                .collect()
        });
        Self {
            special: special.collect(),
            vocabulary,
            dictionary,
            pairs: Map::default(),
            services: Vec::new(),
            names: Vec::new(),
            found: Vec::new(),
        }
    }

    pub(crate) fn index(mut self, entries: &[Entry<'_>]) -> Index {
        let all: Vec<u32> = (0..entries.len() as u32).collect();
        let order = ascending(&all, |&at| {
            let entry = &entries[at as usize];
            u32::from(u8::MAX - entry.prominence) << 24 | entry.name.len().min(0xff_ffff) as u32
        });
        for &at in &order {
            self.add(at, &entries[at as usize]);
        }
        self.learn_vocabulary();
        let (postings, starts) = filed(&self.found, self.dictionary.len());
        self.dictionary.weigh(self.services.len(), |term| {
            (starts[term.index() + 1] - starts[term.index()]) as usize
        });
        Index {
            vocabulary: self.vocabulary,
            dictionary: self.dictionary,
            codes: Codes::new(order.iter().map(|&at| entries[at as usize].code)),
            pairs: self.pairs,
            services: self.services,
            names: self.names,
            postings,
            starts,
        }
    }

    fn add(&mut self, at: u32, entry: &Entry<'_>) {
        let service = self.services.len();
        let start = self.names.len();
        let head_end = entry.name.find(HEAD_ENDS).unwrap_or(entry.name.len());
        let first_end = entry.name.find(NEXT_SERVICE).unwrap_or(entry.name.len());
        let mut head = 0;
        let mut first = 0;
        let mut before: Option<(NameWord, usize)> = None;
        each_word(entry.name, |key, accent, range| {
            let term = self
                .dictionary
                .learn(key, accent, &entry.name[range.clone()]);
            let word = NameWord { term, accent };
            if let Some((before, end)) = before
                && entry.name[end..range.start].trim().is_empty()
            {
                self.pair(before, word, 1);
            }
            before = Some((word, range.end));
            self.names.push(word);
            self.found.push((term, Posting::new(service, true)));
            head += u16::from(range.start < head_end);
            first += usize::from(range.start < first_end);
        });
        for text in [entry.field, entry.extra, entry.agency] {
            each_word(text, |key, accent, range| {
                let term = self.dictionary.learn(key, accent, &text[range]);
                self.found.push((term, Posting::new(service, false)));
            });
        }
        self.services.push(Service {
            entry: at,
            name: start as u32,
            head,
            special: special_words(&self.names[start..start + first], &self.special),
            prominence: entry.prominence,
            audience: entry.audience,
        });
    }

    /// Learns the vocabulary's words and neighbours, for telling slips from words.
    fn learn_vocabulary(&mut self) {
        let runs = core::mem::take(&mut self.vocabulary.words);
        for run in runs {
            let mut before: Option<NameWord> = None;
            for word in run {
                let term = self.dictionary.learn(&word.key, word.accent, &word.text);
                let word = NameWord {
                    term,
                    accent: word.accent,
                };
                if let Some(before) = before {
                    self.pair(before, word, 0);
                }
                before = Some(word);
            }
        }
    }

    fn pair(&mut self, first: NameWord, second: NameWord, count: u32) {
        let (first_marks, second_marks) = (first.accent, second.accent);
        let pair = Pair {
            count: 0,
            first: first_marks,
            second: second_marks,
        };
        self.pairs
            .entry((first.term, second.term))
            .or_insert(pair)
            .count += count;
    }
}

/// The places of a name's words that belong to one of these phrases, as bits.
fn special_words(name: &[NameWord], phrases: &[Vec<Term>]) -> u64 {
    let mut places = 0;
    for start in 0..name.len().min(64) {
        for phrase in phrases {
            let words = name[start..].iter().map(|word| word.term);
            if name[start].term == phrase[0] && words.take(phrase.len()).eq(phrase.iter().copied())
            {
                places |= ((1_u64 << phrase.len()) - 1) << start;
            }
        }
    }
    places
}

/// Files what was found by term, each service once a term: a counting sort.
fn filed(found: &[(Term, Posting)], terms: usize) -> (Vec<Posting>, Vec<u32>) {
    let mut starts = vec![0_u32; terms + 1];
    for (term, _) in found {
        starts[term.index() + 1] += 1;
    }
    for at in 1..starts.len() {
        starts[at] += starts[at - 1];
    }
    let mut next = starts.clone();
    let mut sorted = vec![Posting::new(0, false); found.len()];
    for &(term, posting) in found {
        let slot = &mut next[term.index()];
        sorted[*slot as usize] = posting;
        *slot += 1;
    }
    let mut postings: Vec<Posting> = Vec::with_capacity(sorted.len());
    let mut kept = Vec::with_capacity(starts.len());
    for term in 0..terms {
        kept.push(postings.len() as u32);
        let first = postings.len();
        for &posting in &sorted[starts[term] as usize..starts[term + 1] as usize] {
            // A service's name is read before its other texts: the first posting stands.
            if postings[first..]
                .last()
                .is_none_or(|last| last.service() != posting.service())
            {
                postings.push(posting);
            }
        }
    }
    kept.push(postings.len() as u32);
    (postings, kept)
}
