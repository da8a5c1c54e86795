//! Whether a query asks for something this catalogue can hold at all.

/// Whether the answer can be among the catalogue's services.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Scope {
    /// The query is understood, or there is no reason to think otherwise.
    #[default]
    Here,
    /// The query asks for something else: say so, and say where to turn. Hits, if any,
    /// only touch on it.
    Elsewhere(Elsewhere),
}

/// What a query asks for that the catalogue does not hold.
///
/// The guidance for each kind is the caller's: it stands in its message catalogues
/// under [`Elsewhere::name`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Elsewhere {
    /// No word of it is known: keys hit at random, another language.
    Gibberish,
    /// Words, but nothing a public service is about.
    Unknown,
    /// Weather, news, football, lottery, chat.
    Everyday,
    /// Something one buys: food, rides, tickets, goods.
    Commerce,
    /// Danger to life or property right now: 113, 114, 115.
    Emergency,
    /// Decided by a court: divorce, custody, lawsuits.
    Court,
    /// Health: insurance cards at the clinic, vaccination, practising medicine.
    Health,
    /// Schools, exams, degrees.
    Education,
    /// Labour, employment, social support, people of merit: Home Affairs.
    HomeAffairs,
    /// Military service.
    Defence,
    /// Consulates, legalisation of documents for use abroad.
    ForeignAffairs,
    /// Trade, industry, electricity.
    Trade,
    /// Culture, sport, tourism, press.
    Culture,
    /// Science, technology, telecommunications, intellectual property.
    Science,
    /// Water, electricity and other bills.
    Utilities,
    /// Fines, of traffic above all: looked up and paid elsewhere.
    Fines,
}

impl Elsewhere {
    /// Every kind, for callers that must have a text for each.
    pub const ALL: [Self; 16] = [
        Self::Gibberish,
        Self::Unknown,
        Self::Everyday,
        Self::Commerce,
        Self::Emergency,
        Self::Court,
        Self::Health,
        Self::Education,
        Self::HomeAffairs,
        Self::Defence,
        Self::ForeignAffairs,
        Self::Trade,
        Self::Culture,
        Self::Science,
        Self::Utilities,
        Self::Fines,
    ];

    /// A stable name: the key of its message and its word in an API.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Gibberish => "gibberish",
            Self::Unknown => "unknown",
            Self::Everyday => "everyday",
            Self::Commerce => "commerce",
            Self::Emergency => "emergency",
            Self::Court => "court",
            Self::Health => "health",
            Self::Education => "education",
            Self::HomeAffairs => "home-affairs",
            Self::Defence => "defence",
            Self::ForeignAffairs => "foreign-affairs",
            Self::Trade => "trade",
            Self::Culture => "culture",
            Self::Science => "science",
            Self::Utilities => "utilities",
            Self::Fines => "fines",
        }
    }

    /// Whether it is a public service, only of another body than the catalogue's.
    pub(crate) fn is_a_service(self) -> bool {
        matches!(
            self,
            Self::Health
                | Self::Education
                | Self::HomeAffairs
                | Self::Defence
                | Self::ForeignAffairs
                | Self::Trade
                | Self::Culture
                | Self::Science
        )
    }

    /// The kind of that name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.name() == name)
    }
}
