//! The five ways to narrow services down, and what is chosen in each.

use motcua_contract::search::{FacetValue, Facets, ID_CHARACTERS};
use motcua_contract::service::{Audience, GovernmentLevel, OnlineLevel};

/// A way to narrow services down.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Facet {
    /// Subject area.
    Field,
    /// Body.
    Agency,
    /// Level of government.
    Level,
    /// Who may apply.
    Audience,
    /// How far it goes online.
    Online,
}

/// The words of the contract's levels of government.
pub(crate) const LEVELS: [(&str, GovernmentLevel); 4] = [
    ("commune", GovernmentLevel::Commune),
    ("province", GovernmentLevel::Province),
    ("ministry", GovernmentLevel::Ministry),
    ("other", GovernmentLevel::Other),
];

/// The words of the contract's audiences; [`Audience::Unknown`] has none.
pub(crate) const AUDIENCES: [(&str, Audience); 10] = [
    ("citizen", Audience::Citizen),
    ("overseas", Audience::Overseas),
    ("foreigner", Audience::Foreigner),
    ("business", Audience::Business),
    ("foreignInvested", Audience::ForeignInvested),
    ("cooperative", Audience::Cooperative),
    ("organisation", Audience::Organisation),
    ("foreignOrganisation", Audience::ForeignOrganisation),
    ("official", Audience::Official),
    ("party", Audience::Party),
];

/// The words of the contract's online levels; [`OnlineLevel::Unknown`] has none.
pub(crate) const ONLINE: [(&str, OnlineLevel); 4] = [
    ("full", OnlineLevel::Full),
    ("partial", OnlineLevel::Partial),
    ("notStated", OnlineLevel::NotStated),
    ("none", OnlineLevel::None),
];

/// The value that a word stands for in one of the tables above.
pub(crate) fn meant<T: Copy>(table: &[(&str, T)], word: &str) -> Option<T> {
    table
        .iter()
        .find(|(known, _)| *known == word)
        .map(|(_, value)| *value)
}

impl Facet {
    /// All of them, in the order they are shown.
    pub(crate) const ALL: [Self; 5] = [
        Self::Audience,
        Self::Field,
        Self::Level,
        Self::Online,
        Self::Agency,
    ];

    /// Its parameter, in the app's addresses as in the portal's.
    pub(crate) fn parameter(self) -> &'static str {
        match self {
            Self::Field => "field",
            Self::Agency => "agency",
            Self::Level => "level",
            Self::Audience => "audience",
            Self::Online => "online",
        }
    }

    /// The facet with this parameter.
    pub(crate) fn named(parameter: &str) -> Option<Self> {
        Self::ALL
            .into_iter()
            .find(|facet| facet.parameter() == parameter)
    }

    /// Its counts.
    pub(crate) fn of(self, facets: &Facets) -> &[FacetValue] {
        match self {
            Self::Field => &facets.field,
            Self::Agency => &facets.agency,
            Self::Level => &facets.level,
            Self::Audience => &facets.audience,
            Self::Online => &facets.online,
        }
    }

    /// Whether the contract lets this value be asked for. A portal refuses a whole
    /// request for the sake of one word that it does not know.
    fn takes(self, value: &str) -> bool {
        match self {
            Self::Field | Self::Agency => {
                let odd = |c: char| c.is_control() || c == ',';
                !value.is_empty()
                    && !value.contains(odd)
                    && value.chars().count() <= ID_CHARACTERS as usize
            }
            Self::Level => meant(&LEVELS, value).is_some(),
            Self::Audience => meant(&AUDIENCES, value).is_some(),
            Self::Online => meant(&ONLINE, value).is_some(),
        }
    }
}

/// What is chosen in each facet; nothing chosen does not narrow.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Filters {
    chosen: [Vec<String>; 5],
}

impl Filters {
    /// The values chosen in a facet, in the order they were chosen.
    pub(crate) fn chosen(&self, facet: Facet) -> &[String] {
        &self.chosen[facet as usize]
    }

    /// Whether a value is chosen.
    pub(crate) fn has(&self, facet: Facet, value: &str) -> bool {
        self.chosen(facet).iter().any(|chosen| chosen == value)
    }

    /// Chooses a value; what the contract does not know is left out.
    pub(crate) fn choose(&mut self, facet: Facet, value: &str) {
        if facet.takes(value) && !self.has(facet, value) {
            self.chosen[facet as usize].push(value.into());
        }
    }

    /// Chooses a value that was not, or no longer one that was.
    pub(crate) fn toggle(&mut self, facet: Facet, value: &str) {
        if self.has(facet, value) {
            self.chosen[facet as usize].retain(|chosen| chosen != value);
        } else {
            self.choose(facet, value);
        }
    }

    /// Every choice with its facet.
    pub(crate) fn each(&self) -> impl Iterator<Item = (Facet, &str)> {
        Facet::ALL.into_iter().flat_map(|facet| {
            let values = self.chosen(facet).iter();
            values.map(move |value| (facet, value.as_str()))
        })
    }

    /// How many choices there are.
    pub(crate) fn len(&self) -> usize {
        self.each().count()
    }

    /// Whether nothing is chosen.
    pub(crate) fn is_empty(&self) -> bool {
        self.len() == 0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn in_contract<T: serde::Serialize>(value: T) -> serde_json::Value {
        serde_json::to_value(value).unwrap()
    }

    #[test]
    fn the_words_are_the_contracts() {
        for (word, level) in LEVELS {
            assert_eq!(in_contract(level), word);
        }
        for (word, audience) in AUDIENCES {
            assert_eq!(in_contract(audience), word);
        }
        for (word, online) in ONLINE {
            assert_eq!(in_contract(online), word);
        }
    }

    #[test]
    fn what_the_portal_would_refuse_is_not_chosen() {
        let mut filters = Filters::default();
        filters.choose(Facet::Level, "galaxy");
        filters.choose(Facet::Audience, "unknown");
        filters.choose(Facet::Field, "");
        filters.choose(Facet::Field, "a,b");
        filters.choose(Facet::Agency, &"x".repeat(101));
        assert!(filters.is_empty());
    }

    #[test]
    fn choosing_twice_is_choosing_once_and_toggling_takes_it_back() {
        let mut filters = Filters::default();
        filters.choose(Facet::Level, "commune");
        filters.choose(Facet::Level, "commune");
        filters.choose(Facet::Level, "ministry");
        assert_eq!(filters.chosen(Facet::Level), ["commune", "ministry"]);
        filters.toggle(Facet::Level, "commune");
        assert_eq!(filters.chosen(Facet::Level), ["ministry"]);
    }
}
