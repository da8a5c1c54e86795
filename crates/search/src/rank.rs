//! How well a service answers a question.

use crate::concept::{Alternative, MOST_SLOTS};
use crate::entry::Audience;
use crate::index::{Index, NameWord};
use crate::question::Question;

/// What an alternative found outside the name counts, against 1 in the name.
const OUTSIDE: f32 = 0.4;
/// What an alternative counts whose words all stand in the name, but not side by side.
const SCATTERED: f32 = 0.75;

/// What a word counts in a name beyond the part that says what the service is.
const BEYOND_HEAD: f32 = 0.15;
/// What it costs that a name is a special case nobody asked for, and each word of it.
const SPECIAL: f32 = 0.06;
const SPECIAL_WORD: f32 = 0.02;
/// At most so many such words count.
const MOST_SPECIAL: u32 = 5;

/// Which slots of a question a service holds, as bits.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Held {
    pub(crate) in_name: u64,
    pub(crate) anywhere: u64,
}

/// A first estimate from the slots held alone: the part of the question answered.
pub(crate) fn estimate(question: &Question, held: Held) -> f32 {
    let mut answered = 0.0;
    let mut asked = 0.0;
    for concept in &question.concepts {
        asked += concept.importance;
        let best = concept.alternatives.iter().map(|alternative| {
            let mut weight = 0.0;
            for &slot in &alternative.slots {
                let bit = 1 << slot;
                let place = if held.in_name & bit != 0 {
                    1.0
                } else if held.anywhere & bit != 0 {
                    OUTSIDE
                } else {
                    0.0
                };
                weight += place * question.slots[usize::from(slot)].weight;
            }
            let part = weight / alternative.total.max(f32::MIN_POSITIVE);
            if alternative.slots.len() > 1 {
                part * part * alternative.trust
            } else {
                part * alternative.trust
            }
        });
        answered += concept.importance * best.fold(0.0, f32::max);
    }
    answered / asked.max(f32::MIN_POSITIVE)
}

/// Where a slot's word stands in a name.
#[derive(Clone, Copy, Default)]
struct Places {
    /// Bit by word, whatever its marks.
    any: u64,
    /// Bit by word, with the marks as typed.
    exact: u64,
    /// The best agreement of marks.
    agreement: f32,
}

/// Compares services with one question, word by word.
pub(crate) struct Judge<'a> {
    index: &'a Index,
    question: &'a Question,
    /// For each term of the dictionary, the slots that ask for it, as bits.
    slots_of: Vec<u64>,
    business_asked: bool,
}

/// How well a service answers a question.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Verdict {
    /// The part of the question answered, up to 1.
    pub(crate) coverage: f32,
    /// The part of the name that is about the question, up to 1.
    pub(crate) focus: f32,
    /// The score services are ordered by.
    pub(crate) score: f32,
}

impl<'a> Judge<'a> {
    pub(crate) fn new(index: &'a Index, question: &'a Question) -> Self {
        let mut slots_of = vec![0_u64; index.dictionary.len()];
        for (number, slot) in question.slots.iter().enumerate() {
            slots_of[slot.term.index()] |= 1 << number;
        }
        let asked = |key: &str| question.words.iter().any(|word| word.key == key);
        let business_asked = ["doanh", "to"].iter().any(|word| asked(word));
        Self {
            index,
            question,
            slots_of,
            business_asked,
        }
    }

    /// Judges one service, given which slots it holds outside its name.
    pub(crate) fn judge(&self, service: usize, held: Held) -> Verdict {
        let name = self.index.name(service);
        let facts = &self.index.services[service];
        let mut places = [Places::default(); MOST_SLOTS];
        let mut total = 0.0;
        for (at, word) in name.iter().enumerate() {
            let position = 1_u64 << at.min(63);
            let part = if at < usize::from(facts.head) {
                1.0
            } else {
                BEYOND_HEAD
            };
            total += part * self.index.dictionary.weight(word.term);
            let mut bits = self.slots_of[word.term.index()];
            while bits != 0 {
                let slot = bits.trailing_zeros() as usize;
                bits &= bits - 1;
                let agreement = self.question.slots[slot].accent.agreement(word.accent);
                let place = &mut places[slot];
                place.any |= position;
                place.exact |= if agreement >= 1.0 { position } else { 0 };
                place.agreement = place.agreement.max(agreement);
            }
        }

        let mut answered = 0.0;
        let mut asked = 0.0;
        let mut covered = 0_u64;
        for concept in &self.question.concepts {
            asked += concept.importance;
            let mut best = (0.0, 0);
            for alternative in &concept.alternatives {
                let (part, words) = self.match_alternative(alternative, &places, held);
                if part * alternative.trust > best.0 {
                    best = (part * alternative.trust, words);
                }
            }
            answered += concept.importance * best.0;
            covered |= best.1;
        }
        for &(first, second, weight) in &self.question.pairs {
            asked += weight;
            let (first, second) = (&places[first as usize], &places[second as usize]);
            if (first.exact << 1) & second.exact != 0 {
                answered += weight;
            } else if (first.any << 1) & second.any != 0 {
                answered += 0.8 * weight;
            }
        }
        let coverage = answered / asked.max(f32::MIN_POSITIVE);
        let focus = self.weight_of(name, covered, facts.head) / total.max(f32::MIN_POSITIVE);
        let mut score = coverage * (1.0 + 0.35 * focus);
        score += coverage * 0.05 * f32::from(facts.prominence.min(3)).sqrt();
        if !self.business_asked
            && facts.audience != Audience::UNKNOWN
            && !facts.audience.includes(Audience::PERSON)
        {
            score -= 0.06 * coverage;
        }
        let unasked = (facts.special & !covered).count_ones().min(MOST_SPECIAL);
        if unasked > 0 {
            score -= coverage * (SPECIAL + SPECIAL_WORD * unasked as f32);
        }
        Verdict {
            coverage,
            focus,
            score,
        }
    }

    /// The part of an alternative that a service says, and the words that say it.
    fn match_alternative(
        &self,
        alternative: &Alternative,
        places: &[Places; MOST_SLOTS],
        held: Held,
    ) -> (f32, u64) {
        let mut weight = 0.0;
        let mut words = 0;
        let mut run_any = 0;
        let mut run_exact = 0;
        let mut all = true;
        for (at, &slot) in alternative.slots.iter().enumerate() {
            let place = &places[usize::from(slot)];
            let slot_weight = self.question.slots[usize::from(slot)].weight;
            let first = at == 0;
            run_any = if first {
                place.any
            } else {
                (run_any << 1) & place.any
            };
            run_exact = if first {
                place.exact
            } else {
                (run_exact << 1) & place.exact
            };
            if place.any != 0 {
                weight += slot_weight * place.agreement;
                words |= place.any;
            } else {
                all = false;
                if held.anywhere & (1 << slot) != 0 {
                    weight += slot_weight * OUTSIDE;
                }
            }
        }
        let part = weight / alternative.total.max(f32::MIN_POSITIVE);
        let together = match alternative.slots.len() {
            1 => part,
            _ if run_exact != 0 => 1.0,
            _ if run_any != 0 => part,
            _ if all => part * SCATTERED,
            _ => part * part * SCATTERED,
        };
        (together, words)
    }

    /// The weight of the words at these places of a name.
    fn weight_of(&self, name: &[NameWord], mut words: u64, head: u16) -> f32 {
        let mut weight = 0.0;
        while words != 0 {
            let at = words.trailing_zeros() as usize;
            words &= words - 1;
            if let Some(word) = name.get(at) {
                let part = if at < usize::from(head) {
                    1.0
                } else {
                    BEYOND_HEAD
                };
                weight += part * self.index.dictionary.weight(word.term);
            }
        }
        weight
    }
}
