//! From a query to ranked services.

use crate::answer::{Answers, Effort};
use crate::correct::{Meant, correct};
use crate::index::Index;
use crate::question::Question;
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

/// A question answered to this part was understood; below, another reading is tried.
const SURE: f32 = 0.85;
/// The part of a question that is as good as all of it.
const WHOLLY: f32 = 0.99;
/// The part of a name that must be about a thing for the name to be that thing's.
const ABOUT: f32 = 0.6;
/// With unknown words in it, a question answered to less than this was not understood.
const LEAST_SURE: f32 = 0.7;

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
                .map(|(service, score)| self.hit(service as u32, score));
            return Outcome {
                hits: hits.collect(),
                ..Outcome::default()
            };
        }
        let question = Question::read(self, query, false);
        let mut answers = self.answers(&question, Effort::SEARCH);
        let mut did_you_mean = None;
        let mut asked = question;
        let in_doubt = answers.coverage < SURE || asked.census.doubts() > 0;
        if in_doubt && let Some(second) = self.second_reading(&asked, &answers) {
            did_you_mean = Some(second.0);
            (asked, answers) = (second.1, second.2);
        }
        let scope = self.scope(&asked, &mut answers);
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
        let meant = correct(self, &question.words, &question.sure)?;
        let text = self.spelled(&question.words, &meant);
        let again = Question::read(self, &text, false);
        let better = self.answers(&again, Effort::SEARCH);
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
            Meant::Other(term, _) => Some(*term),
        };
        let mut text = String::new();
        for (at, one) in meant.iter().enumerate() {
            if at > 0 {
                text.push(' ');
            }
            match one {
                Meant::Typed(word) => text.push_str(&words[*word].text),
                Meant::Other(this, marks) => {
                    let before = at.checked_sub(1).and_then(|at| term(&meant[at]));
                    let before = before.and_then(|one| self.pairs.get(&(one, *this)));
                    let after = meant.get(at + 1).and_then(term);
                    let after = after.and_then(|one| self.pairs.get(&(*this, one)));
                    let next_to = after
                        .map(|pair| pair.first)
                        .or(before.map(|pair| pair.second));
                    let accent = marks.or(next_to);
                    text.push_str(self.dictionary.spelling(*this, accent));
                }
            }
        }
        text
    }

    fn scope(&self, question: &Question, answers: &mut Answers) -> Scope {
        let census = question.census;
        if let Some(kind) = question.elsewhere
            && census.things == 0
            && census.telling <= census.elsewhere
        {
            // What a name says in so many words may still be what is meant, and where
            // the name is about nothing else it surely is.
            let by_name = answers.coverage >= SURE && !question.pairs.is_empty();
            let best = answers.hits.first().map_or(0.0, |hit| hit.score);
            answers
                .hits
                .retain(|hit| by_name && hit.score >= 0.95 * best);
            if answers.coverage >= WHOLLY && answers.focus >= ABOUT && kind.is_a_service() {
                return Scope::Here;
            }
            return Scope::Elsewhere(kind);
        }
        let only_verbs = census.telling == census.intents;
        let hardly = census.things == 0 && answers.coverage < LEAST_SURE;
        if census.unknown > 0 && (only_verbs || hardly) {
            answers.hits.clear();
        }
        match question.words.is_empty() || !answers.hits.is_empty() {
            true => Scope::Here,
            false if census.unknown == question.words.len() => {
                Scope::Elsewhere(Elsewhere::Gibberish)
            }
            false => Scope::Elsewhere(Elsewhere::Unknown),
        }
    }
}
