//! From a question to the services that answer it.

use crate::index::Index;
use crate::question::Question;
use crate::rank::{Held, Judge, estimate};
use crate::search::Hit;

/// The services that answer a question.
#[derive(Clone, Debug, Default)]
pub(crate) struct Answers {
    /// Best first.
    pub(crate) hits: Vec<Hit>,
    /// The largest part of the question that one of them answers.
    pub(crate) coverage: f32,
}

/// How much work an answer is worth. It is what keeps the time a query takes from
/// growing with the catalogue.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Effort {
    /// How many of a term's services are read. The lists start with the most prominent,
    /// and a term this common tells little: others of the query find what it leaves out.
    pub(crate) read: usize,
    /// How many services are compared word by word; the rest keep their estimate.
    pub(crate) judged: usize,
}

impl Effort {
    /// For a query that was sent.
    pub(crate) const SEARCH: Self = Self {
        read: 4096,
        judged: 256,
    };
    /// For a keystroke.
    pub(crate) const KEYSTROKE: Self = Self {
        read: 1024,
        judged: 64,
    };
}

/// A service that answers less than this part of what the best one answers is no hit.
const RELATIVE: f32 = 0.62;
/// A service that answers less than this part of the question is no hit.
const LEAST: f32 = 0.3;
/// A service that was only estimated is a hit if it seems to answer this part.
const ESTIMATED: f32 = 0.9;

impl Index {
    /// Every service that answers a question, best first.
    pub(crate) fn answers(&self, question: &Question, effort: Effort) -> Answers {
        let held = self.holders(question, effort.read);
        let estimate = |(service, held): &(u32, Held)| (estimate(question, *held), *service, *held);
        let mut estimates: Vec<(f32, u32, Held)> = held.iter().map(estimate).collect();
        let best = estimates.iter().map(|(part, ..)| *part).fold(0.0, f32::max);
        estimates.retain(|(part, ..)| *part >= LEAST.max(best * 0.5));
        if estimates.len() > effort.judged {
            let by_estimate = |a: &(f32, u32, Held), b: &(f32, u32, Held)| {
                b.0.total_cmp(&a.0).then(a.1.cmp(&b.1))
            };
            estimates.select_nth_unstable_by(effort.judged, by_estimate);
            estimates[effort.judged..].sort_unstable_by(by_estimate);
        }
        let (judged, rest) = estimates.split_at(estimates.len().min(effort.judged));

        let judge = Judge::new(self, question);
        let mut verdicts: Vec<_> = judged
            .iter()
            .map(|(_, service, held)| (judge.judge(*service as usize, *held), *service))
            .collect();
        let coverage = verdicts
            .iter()
            .map(|(verdict, _)| verdict.coverage)
            .fold(0.0, f32::max);
        let least = LEAST.max(coverage * RELATIVE);
        verdicts.retain(|(verdict, _)| verdict.coverage >= least);
        verdicts.sort_unstable_by(|a, b| b.0.score.total_cmp(&a.0.score).then(a.1.cmp(&b.1)));

        let judged = verdicts
            .iter()
            .map(|(verdict, service)| self.hit(*service, verdict.score));
        let mut hits: Vec<Hit> = judged.collect();
        let floor = hits.last().map_or(0.0, |last| last.score);
        let rest = rest.iter().take_while(|(part, ..)| *part >= ESTIMATED);
        hits.extend(rest.map(|(part, service, _)| self.hit(*service, floor * part.min(1.0))));
        Answers { hits, coverage }
    }

    /// The services that hold a slot of the question, and which slots they hold.
    fn holders(&self, question: &Question, read: usize) -> Vec<(u32, Held)> {
        let mut place: Vec<u32> = vec![0; self.len()];
        let mut held: Vec<(u32, Held)> = Vec::new();
        for (slot, asked) in question.slots.iter().enumerate() {
            let read = if asked.guessed {
                read / question.guesses.max(1)
            } else {
                read
            };
            for posting in self.postings(asked.term).iter().take(read.max(16)) {
                let place = &mut place[posting.service()];
                if *place == 0 {
                    held.push((posting.service() as u32, Held::default()));
                    *place = held.len() as u32;
                }
                let one = &mut held[*place as usize - 1].1;
                one.anywhere |= 1 << slot;
                one.in_name |= u64::from(posting.in_name()) << slot;
            }
        }
        held
    }

    pub(crate) fn hit(&self, service: u32, score: f32) -> Hit {
        Hit {
            entry: self.services[service as usize].entry,
            score,
        }
    }
}
