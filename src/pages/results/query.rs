//! What the results' address asks for: words, filters, and how many results are shown.

use motcua_contract::search::QUERY_CHARACTERS;

use crate::route::{Route, decode_form};
use crate::search::facet::{Facet, Filters};

/// How many results are shown at first, and how many more each time.
pub(super) const STEP: usize = 20;
/// As many results as an address may ask for: what a person could scroll through.
pub(super) const MOST: usize = 400;

/// See the module.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct ResultsQuery {
    /// What the person typed, without spaces around it; empty for all services.
    pub(super) words: String,
    /// What the results are narrowed down to.
    pub(super) filters: Filters,
    /// How many results are shown: a multiple of [`STEP`], at most [`MOST`].
    pub(super) shown: usize,
}

impl Default for ResultsQuery {
    fn default() -> Self {
        Self {
            words: String::new(),
            filters: Filters::default(),
            shown: STEP,
        }
    }
}

impl ResultsQuery {
    /// Reads an address's query string, with or without its `?`. What cannot be read is
    /// left out; anyone may have typed it.
    pub(super) fn parse(search: &str) -> Self {
        let mut query = Self::default();
        for pair in search.trim_start_matches('?').split('&') {
            let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
            let Some(value) = decode_form(value) else {
                continue;
            };
            match (name, Facet::named(name)) {
                ("q", _) => query.words = typed(&value),
                ("n", _) => query.shown = steps(value.parse().unwrap_or(0)),
                (_, Some(facet)) => query.filters.choose(facet, &value),
                _ => {}
            }
        }
        query
    }

    /// The address that asks for this.
    pub(super) fn href(&self) -> String {
        let shown = self.shown.to_string();
        let mut parameters = self.parameters();
        if self.shown > STEP {
            parameters.push(("n", &shown));
        }
        Route::results(&parameters)
    }

    /// The question itself as parameters, in the app's addresses as in the portal's.
    pub(super) fn parameters(&self) -> Vec<(&str, &str)> {
        let filters = self.filters.each();
        let filters = filters.map(|(facet, value)| (facet.parameter(), value));
        std::iter::once(("q", self.words.as_str()))
            .chain(filters)
            .collect()
    }

    /// Whether both ask the same question, however many results are shown.
    pub(super) fn same_question(&self, other: &Self) -> bool {
        self.words == other.words && self.filters == other.filters
    }

    /// The same with one filter put on or taken off, from the first result.
    pub(super) fn toggled(&self, facet: Facet, value: &str) -> Self {
        let mut query = self.narrowed(self.filters.clone());
        query.filters.toggle(facet, value);
        query
    }

    /// The same words with other filters, from the first result.
    pub(super) fn narrowed(&self, filters: Filters) -> Self {
        Self {
            words: self.words.clone(),
            filters,
            shown: STEP,
        }
    }

    /// Other words, without filters: they belonged to another question.
    pub(super) fn about(words: &str) -> Self {
        Self {
            words: typed(words),
            ..Self::default()
        }
    }

    /// The same with more results.
    pub(super) fn more(&self) -> Self {
        Self {
            shown: steps(self.shown + STEP),
            ..self.clone()
        }
    }
}

/// What a person typed, as the portal takes it.
fn typed(text: &str) -> String {
    let plain = text.replace(char::is_control, " ");
    let cut: String = plain
        .trim()
        .chars()
        .take(QUERY_CHARACTERS as usize)
        .collect();
    cut.trim_end().into()
}

fn steps(shown: usize) -> usize {
    shown.min(MOST).div_ceil(STEP).max(1) * STEP
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::search::facet::{AUDIENCES, LEVELS, ONLINE};
    use proptest::prelude::*;

    fn choice() -> impl Strategy<Value = (Facet, String)> {
        let words = |facet, words: Vec<&'static str>| {
            prop::sample::select(words).prop_map(move |word| (facet, word.to_owned()))
        };
        prop_oneof![
            "\\PC{1,40}".prop_map(|id| (Facet::Field, id)),
            "[a-z-]{1,40}".prop_map(|id| (Facet::Agency, id)),
            words(Facet::Level, LEVELS.map(|(word, _)| word).to_vec()),
            words(Facet::Audience, AUDIENCES.map(|(word, _)| word).to_vec()),
            words(Facet::Online, ONLINE.map(|(word, _)| word).to_vec()),
        ]
    }

    prop_compose! {
        fn query()(
            words in "\\PC{0,60}",
            choices in prop::collection::vec(choice(), 0..8),
            shown in 0_usize..2000,
        ) -> ResultsQuery {
            let mut query = ResultsQuery::about(&words);
            for (facet, value) in &choices {
                query.filters.choose(*facet, value);
            }
            query.shown = steps(shown);
            query
        }
    }

    proptest! {
        #[test]
        fn an_address_leads_back_to_its_question(query in query()) {
            let href = query.href();
            let search = href.split_once('?').map_or("", |(_, search)| search);
            prop_assert_eq!(ResultsQuery::parse(search), query);
        }

        #[test]
        fn any_address_is_some_question(search in "\\PC*") {
            let query = ResultsQuery::parse(&search);
            prop_assert!(query.words.chars().count() <= QUERY_CHARACTERS as usize);
            prop_assert!((STEP..=MOST).contains(&query.shown));
        }
    }

    #[test]
    fn a_form_sent_without_the_app_is_understood() {
        let query = ResultsQuery::parse("?q=b%E1%BA%B1ng+l%C3%A1i&level=commune&level=ministry");
        assert_eq!(query.words, "bằng lái");
        assert_eq!(query.filters.chosen(Facet::Level), ["commune", "ministry"]);
    }

    #[test]
    fn rubbish_is_left_out() {
        let query = ResultsQuery::parse("?q=%FF&level=galaxy&n=-1&x&=&field=");
        assert_eq!(query, ResultsQuery::default());
        assert_eq!(ResultsQuery::parse("q=a%00b").words, "a b");
        assert_eq!(ResultsQuery::parse("n=999999").shown, MOST);
    }

    #[test]
    fn another_filter_starts_from_the_first_result() {
        let query = ResultsQuery::parse("q=a&n=60");
        assert_eq!(query.shown, 60);
        assert_eq!(query.more().shown, 80);
        assert_eq!(
            query.toggled(Facet::Level, "commune").href(),
            "/dich-vu?q=a&level=commune"
        );
    }
}
