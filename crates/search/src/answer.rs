//! From a question to the services that answer it.

use crate::index::Index;
use crate::order::greatest;
use crate::question::Question;
use crate::rank::{Held, Judge, Verdict, estimate};
use crate::search::Hit;

/// The services that answer a question.
#[derive(Clone, Debug, Default)]
pub(crate) struct Answers {
    /// Best first.
    pub(crate) hits: Vec<Hit>,
    /// The largest part of the question that one of them answers.
    pub(crate) coverage: f32,
    /// How much of the first one's name is about the question.
    pub(crate) focus: f32,
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

/// The fewest of a term's services that are read.
const LEAST_READ: usize = 16;
/// A service that answers less than this part of what the best one answers is no hit.
const RELATIVE: f32 = 0.62;
/// A service that answers less than this part of the question is no hit.
const LEAST: f32 = 0.3;
/// A service that was only estimated is a hit if it seems to answer this part.
const ESTIMATED: f32 = 0.9;

/// A service that holds something of what is asked for.
#[derive(Clone, Copy, Debug)]
struct Estimate {
    service: u32,
    held: Held,
    /// The part of the question it seems to answer.
    part: f32,
}

impl Index {
    /// Every service that answers a question, best first.
    pub(crate) fn answers(&self, question: &Question, effort: Effort) -> Answers {
        let mut estimates: Vec<Estimate> = self.holders(question, effort.read);
        let mut best = 0.0_f32;
        for one in &mut estimates {
            one.part = estimate(question, one.held);
            best = best.max(one.part);
        }
        estimates.retain(|one| one.part >= LEAST.max(best * 0.5));
        let promising = greatest(&estimates, effort.judged, |one| one.part);

        let judge = Judge::new(self, question);
        let judged = promising
            .iter()
            .map(|one| (judge.judge(one.service as usize, one.held), one.service));
        let mut verdicts: Vec<(Verdict, u32)> = judged.collect();
        let coverage = verdicts
            .iter()
            .map(|(verdict, _)| verdict.coverage)
            .fold(0.0, f32::max);
        let least = LEAST.max(coverage * RELATIVE);
        verdicts.retain(|(verdict, _)| verdict.coverage >= least);
        let verdicts = greatest(&verdicts, usize::MAX, |(verdict, _)| verdict.score);
        let focus = verdicts.first().map_or(0.0, |(verdict, _)| verdict.focus);
        let hits = verdicts
            .iter()
            .map(|(verdict, service)| self.hit(*service, verdict.score));
        let mut hits: Vec<Hit> = hits.collect();

        if estimates.len() > promising.len() {
            let floor = hits.last().map_or(0.0, |last| last.score);
            let mut judged = vec![false; self.len()];
            for one in &promising {
                judged[one.service as usize] = true;
            }
            estimates.retain(|one| one.part >= ESTIMATED && !judged[one.service as usize]);
            let rest = greatest(&estimates, usize::MAX, |one| one.part);
            hits.extend(
                rest.iter()
                    .map(|one| self.hit(one.service, floor * one.part.min(1.0))),
            );
        }
        Answers {
            hits,
            coverage,
            focus,
        }
    }

    /// The services that hold a slot of the question, and which slots they hold, the
    /// most prominent services first.
    fn holders(&self, question: &Question, read: usize) -> Vec<Estimate> {
        let mut held = vec![Held::default(); self.len()];
        let mut count = 0;
        for (slot, asked) in question.slots.iter().enumerate() {
            let read = if asked.guessed {
                read / question.guesses.max(1)
            } else {
                read
            };
            for posting in self.postings(asked.term).iter().take(read.max(LEAST_READ)) {
                let one = &mut held[posting.service()];
                count += usize::from(one.anywhere == 0);
                one.anywhere |= 1 << slot;
                one.in_name |= u64::from(posting.in_name()) << slot;
            }
        }
        let mut holders = Vec::with_capacity(count);
        for (service, held) in held.into_iter().enumerate() {
            if held.anywhere != 0 {
                holders.push(Estimate {
                    service: service as u32,
                    held,
                    part: 0.0,
                });
            }
        }
        holders
    }

    pub(crate) fn hit(&self, service: u32, score: f32) -> Hit {
        Hit {
            entry: self.services[service as usize].entry,
            score,
        }
    }
}
