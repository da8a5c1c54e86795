//! What someone may be about to type.

use crate::answer::Effort;
use crate::index::Index;
use crate::meaning::Saying;
use crate::order::ascending;
use crate::question::Question;
use crate::vocabulary::joined;
use crate::word::{Word, words};

/// One suggestion while typing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Suggestion {
    /// A service: its place among the entries the index was built from.
    Service(u32),
    /// Words people use, completing what was typed: to be searched for as they stand.
    Saying(String),
}

/// The most words of what is being typed that suggestions look at.
const MOST_WORDS: usize = 12;
/// The fewest letters that people's words are suggested for.
const FEWEST_LETTERS: usize = 2;
/// The most of people's words among suggestions.
const MOST_SAYINGS: usize = 2;

impl Index {
    /// At most `limit` suggestions for the beginning of a query, best first: people's
    /// words that complete it, then services.
    ///
    /// The last word may be unfinished; marks may be missing.
    #[must_use]
    pub fn suggest(&self, prefix: &str, limit: usize) -> Vec<Suggestion> {
        let typed = words(prefix, MOST_WORDS);
        if typed.is_empty() || limit == 0 {
            return Vec::new();
        }
        let codes = self.codes.search(prefix);
        if !codes.is_empty() {
            let services = codes
                .iter()
                .map(|(service, _)| self.services[*service].entry);
            return services.take(limit).map(Suggestion::Service).collect();
        }
        let completed = self.completed(prefix, &typed);
        let mut services: Vec<u32> = Vec::new();
        let mut add = |question: &Question, most: usize| {
            for hit in self.answers(question, Effort::KEYSTROKE).hits {
                if services.len() < most && !services.contains(&hit.entry) {
                    services.push(hit.entry);
                }
            }
        };
        if let Some(meant) = completed.first() {
            add(&Question::read(self, meant, false), limit.div_ceil(2));
        }
        add(&Question::read(self, prefix, true), limit);

        let new = completed
            .into_iter()
            .filter(|text| joined(&words(text, MOST_WORDS)) != joined(&typed));
        let sayings: Vec<_> = new
            .take(MOST_SAYINGS.min(limit / 3))
            .map(Suggestion::Saying)
            .collect();
        let services = services.into_iter().map(Suggestion::Service);
        sayings.into_iter().chain(services).take(limit).collect()
    }

    /// What was typed with its end completed to words people use, the shortest first.
    /// "làm giấy khai s" is completed as well as "giấy khai s".
    fn completed(&self, prefix: &str, typed: &[Word]) -> Vec<String> {
        for (at, word) in typed.iter().enumerate() {
            let end = joined(&typed[at..]);
            if end.len() < FEWEST_LETTERS {
                break;
            }
            let sayings: Vec<&Saying> = self.vocabulary.sayings(&end).collect();
            if sayings.is_empty() {
                continue;
            }
            let sayings = ascending(&sayings, |saying| saying.key.len() as u32);
            let said = &prefix[..word.range.start];
            let texts = sayings
                .iter()
                .map(|saying| format!("{said}{}", saying.text));
            return texts.take(MOST_SAYINGS + 1).collect();
        }
        Vec::new()
    }
}
