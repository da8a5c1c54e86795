//! From a query to ranked services.

use crate::correct::{Meant, correct};
use crate::index::Index;
use crate::question::Question;
use crate::rank::{Held, Judge, estimate};
use crate::scope::{Elsewhere, Scope};
use crate::word::Word;

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

/// The services that answer a question.
#[derive(Clone, Debug, Default)]
pub(crate) struct Answers {
    pub(crate) hits: Vec<Hit>,
    /// The largest part of the question that one of them answers.
    pub(crate) coverage: f32,
}

/// A question answered to this part was understood; below, another reading is tried.
const SURE: f32 = 0.85;
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
        let mut answers = self.answers(&question);
        let mut did_you_mean = None;
        let mut asked = question;
        let in_doubt = answers.coverage < SURE || asked.census.doubts() > 0;
        if in_doubt && let Some(second) = self.second_reading(&asked, &answers) {
            did_you_mean = Some(second.0);
            (asked, answers) = (second.1, second.2);
        }
        let scope = self.scope(&asked, &answers);
        Outcome {
            hits: answers.hits,
            did_you_mean,
            scope,
        }
    }

    /// The query as it was probably meant and its answers, if they are better ones.
    fn second_reading(
        &self,
        question: &Question,
        answers: &Answers,
    ) -> Option<(String, Question, Answers)> {
        let meant = correct(self, &question.words)?;
        let text = self.spelled(&question.words, &meant);
        let again = Question::read(self, &text, false);
        let better = self.answers(&again);
        let clearer = again.census.doubts() < question.census.doubts();
        let least = if clearer {
            0.9 * answers.coverage
        } else {
            1.02 * answers.coverage
        };
        (better.coverage > least).then_some((text, again, better))
    }

    /// Corrected words as text, with the marks they have next to each other.
    fn spelled(&self, words: &[Word], meant: &[Meant]) -> String {
        let term = |meant: &Meant| match meant {
            Meant::Typed(at) => self.dictionary.find(&words[*at].key),
            Meant::Other(term) => Some(*term),
        };
        let mut text = String::new();
        for (at, one) in meant.iter().enumerate() {
            if at > 0 {
                text.push(' ');
            }
            match one {
                Meant::Typed(word) => text.push_str(&words[*word].text),
                Meant::Other(this) => {
                    let before = at.checked_sub(1).and_then(|at| term(&meant[at]));
                    let before = before.and_then(|one| self.pairs.get(&(one, *this)));
                    let after = meant.get(at + 1).and_then(term);
                    let after = after.and_then(|one| self.pairs.get(&(*this, one)));
                    let accent = after
                        .map(|pair| pair.first)
                        .or(before.map(|pair| pair.second));
                    text.push_str(self.dictionary.spelling(*this, accent));
                }
            }
        }
        text
    }

    fn scope(&self, question: &Question, answers: &Answers) -> Scope {
        match question.elsewhere {
            Some(kind) => Scope::Elsewhere(kind),
            None if question.words.is_empty() || !answers.hits.is_empty() => Scope::Here,
            None if question.census.telling == 0 => Scope::Elsewhere(Elsewhere::Gibberish),
            None => Scope::Elsewhere(Elsewhere::Unknown),
        }
    }

    /// Every service that answers a question, best first.
    pub(crate) fn answers(&self, question: &Question) -> Answers {
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
        Answers {
            hits,
            coverage: best,
        }
    }

    fn hit(&self, service: usize, score: f32) -> Hit {
        Hit {
            entry: self.services[service].entry,
            score,
        }
    }
}
