//! From a query to ranked services.

use crate::index::Index;
use crate::question::Question;
use crate::rank::{Held, Judge, estimate};
use crate::scope::{Elsewhere, Scope};

/// One service that answers a query.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Hit {
    /// Its place among the entries the index was built from.
    pub entry: u32,
    /// How well it answers: comparable within one outcome only.
    pub score: f32,
}

/// What a search found.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Outcome {
    /// Every service that answers the query, best first: the caller filters and pages.
    pub hits: Vec<Hit>,
    /// The query as it was probably meant, when it was read differently from typed.
    pub did_you_mean: Option<String>,
    /// Whether the catalogue can hold what is asked for.
    pub scope: Scope,
}

/// How many services are compared word by word; the rest keep their first estimate.
const JUDGED: usize = 256;
/// How many of a term's services are read: the lists start with the most prominent,
/// so what is cut off answers a query of very common words only.
const READ: usize = 8192;
/// A service that answers less than this part of what the best one answers is no hit.
const RELATIVE: f32 = 0.62;
/// A service that answers less than this part of the question is no hit.
const LEAST: f32 = 0.3;

impl Index {
    /// Finds the services that answer a query, best first.
    ///
    /// Any text is a query: nothing panics, and only the first 400 bytes are read. An
    /// empty query has no hits.
    #[must_use]
    pub fn search(&self, query: &str) -> Outcome {
        let codes = self.codes.search(query);
        if !codes.is_empty() {
            let hits = codes
                .into_iter()
                .map(|(service, score)| self.hit(service, score));
            return Outcome {
                hits: hits.collect(),
                ..Outcome::default()
            };
        }
        let question = Question::read(self, query, false);
        let hits = self.answers(&question);
        let scope = match question.elsewhere {
            Some(kind) => Scope::Elsewhere(kind),
            None if question.words.is_empty() || !hits.is_empty() => Scope::Here,
            None if question.census.telling == 0 => Scope::Elsewhere(Elsewhere::Gibberish),
            None => Scope::Elsewhere(Elsewhere::Unknown),
        };
        Outcome {
            hits,
            did_you_mean: None,
            scope,
        }
    }

    /// Every service that answers a question, best first.
    pub(crate) fn answers(&self, question: &Question) -> Vec<Hit> {
        let mut held = vec![Held::default(); self.len()];
        let mut touched: Vec<u32> = Vec::new();
        for (slot, asked) in question.slots.iter().enumerate() {
            for posting in self.postings(asked.term).iter().take(READ) {
                let one = &mut held[posting.service()];
                if one.anywhere == 0 {
                    touched.push(posting.service() as u32);
                }
                one.anywhere |= 1 << slot;
                one.in_name |= u64::from(posting.in_name()) << slot;
            }
        }
        let mut estimates: Vec<(f32, u32)> = touched
            .iter()
            .map(|&service| (estimate(question, held[service as usize]), service))
            .collect();
        let best = estimates.iter().map(|(part, _)| *part).fold(0.0, f32::max);
        estimates.retain(|(part, _)| *part >= LEAST.max(best * 0.5));
        estimates.sort_unstable_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));

        let judge = Judge::new(self, question);
        let (judged, rest) = estimates.split_at(estimates.len().min(JUDGED));
        let mut verdicts: Vec<_> = judged
            .iter()
            .map(|&(_, service)| {
                (
                    judge.judge(service as usize, held[service as usize]),
                    service,
                )
            })
            .collect();
        let best = verdicts
            .iter()
            .map(|(verdict, _)| verdict.coverage)
            .fold(0.0, f32::max);
        let least = LEAST.max(best * RELATIVE);
        verdicts.retain(|(verdict, _)| verdict.coverage >= least);
        verdicts.sort_by(|a, b| b.0.score.total_cmp(&a.0.score).then(a.1.cmp(&b.1)));
        let mut hits: Vec<Hit> = verdicts
            .iter()
            .map(|(verdict, service)| self.hit(*service as usize, verdict.score))
            .collect();
        let floor = hits.last().map_or(0.0, |last| last.score);
        let rest = rest.iter().take_while(|(part, _)| *part >= 0.9);
        hits.extend(rest.map(|&(part, service)| self.hit(service as usize, floor * part)));
        hits
    }

    fn hit(&self, service: usize, score: f32) -> Hit {
        Hit {
            entry: self.services[service].entry,
            score,
        }
    }
}
