//! What one looks for among one's dossiers.

use crate::route::{self, Route};

/// The parameters of the address, called as the contract calls them.
const STATE: &str = "state";
const ON_BEHALF_OF: &str = "onBehalfOf";

/// A group of dossiers by how they stand.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Which {
    /// All of them.
    #[default]
    All,
    /// Those that wait for the person.
    NeedsYou,
    /// Those that are not finished.
    Open,
    /// Those that are, one way or another.
    Finished,
}

impl Which {
    /// In the order in which one chooses.
    pub(super) const EVERY: [Self; 4] = [Self::All, Self::NeedsYou, Self::Open, Self::Finished];

    /// The contract's word; empty for all.
    pub(super) fn word(self) -> &'static str {
        match self {
            Self::All => "",
            Self::NeedsYou => "needsYou",
            Self::Open => "open",
            Self::Finished => "finished",
        }
    }

    /// The group with this word; all for one that is not known.
    pub(super) fn from_word(word: &str) -> Self {
        let found = Self::EVERY.into_iter().find(|which| which.word() == word);
        found.unwrap_or_default()
    }
}

/// What one looks for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Query {
    /// Words of the service's name, of the applicant's, or a code.
    pub(super) words: String,
    /// Which group.
    pub(super) which: Which,
    /// A mandate's id: only what was filed for that person; empty for everybody.
    pub(super) on_behalf_of: String,
}

impl Query {
    /// What the address says (`parameter(name)`), with words that it does not hold.
    pub(super) fn read(words: String, parameter: impl Fn(&str) -> String) -> Self {
        Self {
            words,
            which: Which::from_word(&parameter(STATE)),
            on_behalf_of: parameter(ON_BEHALF_OF),
        }
    }

    /// The address of the screen with it.
    pub(super) fn href(&self) -> String {
        let parameters = [
            (STATE, self.which.word()),
            (ON_BEHALF_OF, self.on_behalf_of.as_str()),
        ];
        format!("{}{}", Route::Dossiers.href(), route::query(&parameters))
    }

    /// What the portal is asked, from `offset` on.
    pub(super) fn parameters<'a>(
        &'a self,
        limit: &'a str,
        offset: &'a str,
    ) -> [(&'a str, &'a str); 5] {
        [
            ("q", self.words.trim()),
            (STATE, self.which.word()),
            (ON_BEHALF_OF, &self.on_behalf_of),
            ("limit", limit),
            ("offset", offset),
        ]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_address_holds_the_group_and_the_person_and_never_the_words() {
        for which in Which::EVERY {
            let query = Query {
                words: "Nguyễn Thị Minh An".into(),
                which,
                on_behalf_of: "m1".into(),
            };
            let href = query.href();
            assert!(!href.contains("Minh"), "{href}");
            let search = href.split_once('?').map_or("", |(_, search)| search);
            let parameter = |name: &str| {
                let pairs = search.split('&').filter_map(|pair| pair.split_once('='));
                let mut found = pairs.filter(|(key, _)| *key == name);
                found
                    .next()
                    .map_or(String::new(), |(_, value)| value.into())
            };
            assert_eq!(Query::read(query.words.clone(), parameter), query);
        }
        assert_eq!(Query::default().href(), "/ho-so");
    }

    #[test]
    fn a_group_that_is_not_known_is_all_of_them() {
        assert_eq!(Which::from_word("archived"), Which::All);
    }
}
