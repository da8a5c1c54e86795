//! What someone may be about to type.

use crate::index::Index;
use crate::question::Question;
use crate::vocabulary::joined;
use crate::word::words;

/// One suggestion while typing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Suggestion {
    /// A service: its place among the entries the index was built from.
    Service(u32),
    /// Words people use, to search for as they stand.
    Saying(String),
}

impl Index {
    /// At most `limit` suggestions for the beginning of a query, best first.
    ///
    /// The last word may be unfinished; marks may be missing.
    #[must_use]
    pub fn suggest(&self, prefix: &str, limit: usize) -> Vec<Suggestion> {
        let typed = joined(&words(prefix, 8));
        if typed.is_empty() || limit == 0 {
            return Vec::new();
        }
        let mut suggestions = Vec::new();
        if typed.len() > 2 {
            let sayings = self.vocabulary.sayings().iter();
            let sayings = sayings.filter(|saying| saying.key.starts_with(&typed));
            for saying in sayings.take(limit.div_ceil(4)) {
                suggestions.push(Suggestion::Saying(saying.text.to_owned()));
            }
        }
        let codes = self.codes.search(prefix);
        if !codes.is_empty() {
            let services = codes
                .iter()
                .map(|(service, _)| self.services[*service].entry);
            return services.take(limit).map(Suggestion::Service).collect();
        }
        let question = Question::read(self, prefix, true);
        let answers = self.answers(&question);
        let services = answers
            .hits
            .iter()
            .map(|hit| Suggestion::Service(hit.entry));
        suggestions.extend(services.take(limit - suggestions.len()));
        suggestions
    }
}
