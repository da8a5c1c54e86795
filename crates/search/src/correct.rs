//! What a query was probably meant to say.
//!
//! The words typed and the words they may be slips of span a lattice; the cheapest way
//! through it wins, where a slip costs and two words known to stand side by side pay.
//! So "tam chu" becomes "tạm trú" although "chủ" is a word, and "giaykhaisinh" falls
//! apart at the right places.

use crate::dictionary::Term;
use crate::hash::Map;
use crate::index::Index;
use crate::keystrokes;
use crate::order::{ascending, greatest};
use crate::slips;
use crate::word::{Accent, Word};

/// What two neighbours pay that are known to stand side by side.
const NEIGHBOURS: f32 = 1.0;
/// What it costs to keep a word nobody knows.
const UNKNOWN: f32 = 1.2;
/// What it costs to keep a known word with marks it is never written with.
const OTHER_MARKS: f32 = 0.4;
/// What a word costs that was heard for another one; less if the marks fit that one,
/// more if the word as typed is one, marks and all.
const HEARD: f32 = 0.6;
const HEARD_WITH_ITS_MARKS: f32 = 0.4;
const HEARD_FOR_A_WORD: f32 = 0.7;
/// What each wrong key costs in a word nobody knows: a short one is like many others,
/// so that only its neighbours can tell.
const STRUCK: f32 = 1.0;
const STRUCK_IN_LONG: f32 = 0.7;
const LONG: usize = 6;
/// What raw keystrokes cost.
const KEYSTROKES: f32 = 0.3;
/// What a missing or misplaced space costs.
const SPACE: f32 = 0.6;
/// How much cheaper the other way must be.
const WORTH_IT: f32 = 0.25;
/// The most ways on from one place.
const MOST_WAYS: usize = 10;

/// One way on through the lattice: the terms it reads, how many typed words it takes.
#[derive(Clone, Debug)]
struct Way {
    terms: Vec<Term>,
    takes: usize,
    /// The marks its only term was typed with, where keystrokes tell.
    marks: Option<Accent>,
    cost: f32,
}

/// The cheapest way found so far to a place.
#[derive(Clone, Debug)]
struct Path {
    cost: f32,
    /// The place this one was reached from, the term it ended with there, and the way.
    from: (usize, Option<Term>),
    way: Way,
}

/// A word of the corrected query: as typed, or another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Meant {
    /// The typed word, by number.
    Typed(usize),
    /// Another word of the catalogue or the vocabulary, with its marks where known.
    Other(Term, Option<Accent>),
}

/// What the words were probably meant to say, if not what they do.
/// Words that are `sure` are part of a phrase the vocabulary knows, and stay.
pub(crate) fn correct(index: &Index, words: &[Word], sure: &[bool]) -> Option<Vec<Meant>> {
    let mut places: Vec<Map<Option<Term>, Path>> = vec![Map::default(); words.len() + 1];
    let mut literal = 0.0;
    let mut before = None;
    for at in 0..words.len() {
        let typed = index.dictionary.find(&words[at].key);
        literal += kept_cost(index, &words[at]) - pays(index, before, typed);
        before = typed;
        let mut starts: Vec<(Option<Term>, f32)> = places[at]
            .iter()
            .map(|(last, path)| (*last, path.cost))
            .collect();
        if at == 0 {
            starts.push((None, 0.0));
        }
        // The map has no order: first by term, so that the cheapest are the same each time.
        starts = ascending(&starts, |(last, _)| last.map_or(0, |term| term.0 + 1));
        starts = greatest(&starts, MOST_WAYS, |(_, cost)| -cost);
        for way in ways(index, words, sure, at) {
            for (last, cost) in &starts {
                let mut cost = cost + way.cost;
                let mut end = *last;
                for term in &way.terms {
                    cost -= pays(index, end, Some(*term));
                    end = Some(*term);
                }
                if way.terms.is_empty() {
                    end = None;
                }
                let path = Path {
                    cost,
                    from: (at, *last),
                    way: way.clone(),
                };
                let reached = &mut places[at + way.takes];
                match reached.get(&end) {
                    Some(known) if known.cost <= cost => {}
                    _ => {
                        reached.insert(end, path);
                    }
                }
            }
        }
    }
    let ends = places[words.len()].iter();
    let (end, best) = ends.min_by(|a, b| a.1.cost.total_cmp(&b.1.cost).then(a.0.cmp(b.0)))?;
    if best.cost > literal - WORTH_IT {
        return None;
    }
    Some(walked(index, words, &places, *end))
}

/// The words along the way that ends here, from the first.
fn walked(
    index: &Index,
    words: &[Word],
    places: &[Map<Option<Term>, Path>],
    end: Option<Term>,
) -> Vec<Meant> {
    let mut meant = Vec::new();
    let mut here = (words.len(), end);
    while here.0 > 0 {
        let Some(path) = places[here.0].get(&here.1) else {
            break;
        };
        let at = path.from.0;
        let as_typed = match path.way.terms[..] {
            [] => true,
            [term] => path.way.takes == 1 && index.dictionary.find(&words[at].key) == Some(term),
            _ => false,
        };
        if as_typed {
            meant.push(Meant::Typed(at));
        } else {
            meant.extend(
                path.way
                    .terms
                    .iter()
                    .rev()
                    .map(|term| Meant::Other(*term, path.way.marks)),
            );
        }
        here = path.from;
    }
    meant.reverse();
    meant
}

/// What keeping a word as typed costs.
fn kept_cost(index: &Index, word: &Word) -> f32 {
    match index.dictionary.find(&word.key) {
        None if word.key.bytes().all(|key| key.is_ascii_digit()) => 0.0,
        None => UNKNOWN,
        Some(term) if index.dictionary.is_spelled(term, word.accent) => 0.0,
        Some(_) => OTHER_MARKS,
    }
}

/// What taking a word for one that sounds like it costs.
fn heard_cost(index: &Index, word: &Word, heard: Term) -> f32 {
    let typed = index.dictionary.find(&word.key);
    let is_word = typed.is_some_and(|term| index.dictionary.is_spelled(term, word.accent));
    if word.accent.is_plain() {
        HEARD
    } else if is_word {
        HEARD_FOR_A_WORD
    } else if index.dictionary.is_spelled(heard, word.accent) {
        HEARD_WITH_ITS_MARKS
    } else {
        HEARD
    }
}

fn pays(index: &Index, first: Option<Term>, second: Option<Term>) -> f32 {
    match (first, second) {
        (Some(first), Some(second)) if index.pairs.contains_key(&(first, second)) => NEIGHBOURS,
        _ => 0.0,
    }
}

/// The ways on from one typed word, the cheapest first.
fn ways(index: &Index, words: &[Word], sure: &[bool], at: usize) -> Vec<Way> {
    let word = &words[at];
    let known = index.dictionary.find(&word.key);
    let is_number = word.key.bytes().all(|key| key.is_ascii_digit());
    let one = |term, cost| Way {
        terms: vec![term],
        takes: 1,
        marks: None,
        cost,
    };
    let kept = Way {
        terms: known.into_iter().collect(),
        takes: 1,
        marks: None,
        cost: kept_cost(index, word),
    };
    let mut ways = vec![kept];
    if is_number || sure[at] {
        return ways;
    }
    for &term in index.dictionary.sounding(&slips::sound(&word.key)) {
        if Some(term) != known {
            ways.push(one(term, heard_cost(index, word, term)));
        }
    }
    if known.is_none() {
        if let Some(meant) = keystrokes::decoded(&word.key)
            && let Some(term) = index.dictionary.find(&meant.key)
        {
            let is_spelled = index.dictionary.is_spelled(term, meant.accent);
            let marks = is_spelled.then_some(meant.accent);
            ways.push(Way {
                marks,
                ..one(term, KEYSTROKES)
            });
        }
        let struck = if word.key.len() < LONG {
            STRUCK
        } else {
            STRUCK_IN_LONG
        };
        for (term, wrong) in index.dictionary.near(&word.key) {
            ways.push(one(term, struck * wrong as f32));
        }
        ways.extend(split(index, &word.key, 1));
    }
    if let Some(next) = words.get(at + 1).filter(|_| !sure[at + 1]) {
        let next_known = index.dictionary.find(&next.key);
        if known.is_none() || next_known.is_none() {
            let glued = format!("{}{}", word.key, next.key);
            if let Some(term) = index.dictionary.find(&glued) {
                ways.push(Way {
                    terms: vec![term],
                    takes: 2,
                    marks: None,
                    cost: SPACE,
                });
            }
            ways.extend(split(index, &glued, 2));
        }
    }
    greatest(&ways, MOST_WAYS, |way| -way.cost)
}

/// Letters cut into known words, the cut whose neighbours know each other best.
fn split(index: &Index, letters: &str, takes: usize) -> Option<Way> {
    const LONGEST_SYLLABLE: usize = 7;
    if !letters.is_ascii() || letters.len() < 4 {
        return None;
    }
    // For each place the best cost to get there, and the word that ended there.
    let mut best: Vec<Option<(f32, usize, Term)>> = vec![None; letters.len() + 1];
    for start in 0..letters.len() {
        if start > 0 && best[start].is_none() {
            continue;
        }
        let longest = LONGEST_SYLLABLE.min(letters.len() - start);
        for length in 1..=longest {
            let key = same_key(&letters[start..start + length]);
            let Some(term) = index.dictionary.find(&key) else {
                continue;
            };
            let (before, last) = match best[start] {
                Some((cost, _, last)) => (cost, Some(last)),
                None => (0.0, None),
            };
            // A word of one letter is seldom meant.
            let cost = before + SPACE + if length == 1 { 2.0 } else { 0.0 };
            let cost = cost - pays(index, last, Some(term));
            let end = &mut best[start + length];
            if end.is_none_or(|(known, ..)| cost < known) {
                *end = Some((cost, start, term));
            }
        }
    }
    let mut terms = Vec::new();
    let mut at = letters.len();
    let (cost, ..) = best[at]?;
    while at > 0 {
        let (_, start, term) = best[at]?;
        terms.push(term);
        at = start;
    }
    terms.reverse();
    // What neighbours pay is counted again along the lattice: give it back here.
    let paid: f32 = terms
        .windows(2)
        .map(|two| pays(index, Some(two[0]), Some(two[1])))
        .sum();
    (terms.len() > 1).then_some(Way {
        terms,
        takes,
        marks: None,
        cost: cost + paid,
    })
}

fn same_key(letters: &str) -> String {
    crate::word::words(letters, 1)
        .pop()
        .map_or_else(String::new, |word| word.key)
}
