//! What the catalogue tells the search about one service.

use core::ops::BitOr;

/// Who may apply for a service, as far as ranking needs to know.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Audience(u8);

impl Audience {
    /// The catalogue does not say.
    pub const UNKNOWN: Self = Self(0);
    /// Private persons: citizens, foreigners, Vietnamese living abroad.
    pub const PERSON: Self = Self(1);
    /// Enterprises and cooperatives.
    pub const BUSINESS: Self = Self(2);
    /// Other organisations.
    pub const ORGANISATION: Self = Self(4);
    /// Officials and members of the public service acting as such.
    pub const OFFICIAL: Self = Self(8);

    /// Whether this audience includes all of `other`.
    #[must_use]
    pub fn includes(self, other: Self) -> bool {
        self.0 & other.0 == other.0
    }
}

impl BitOr for Audience {
    type Output = Self;

    fn bitor(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

/// One service as it goes into the [`Index`](crate::Index).
///
/// Texts are taken as they stand in the catalogue: any case, any Unicode form.
#[derive(Clone, Copy, Debug, Default)]
pub struct Entry<'a> {
    /// The official code, such as `1.001193`.
    pub code: &'a str,
    /// The official name.
    pub name: &'a str,
    /// The subject area (lĩnh vực).
    pub field: &'a str,
    /// The body that answers for it or carries it out.
    pub agency: &'a str,
    /// Further words it may be found by at a lower weight: names of results and cases.
    pub extra: &'a str,
    /// Who may apply.
    pub audience: Audience,
    /// How much sooner a person looks for this than for an ordinary service (0): part
    /// of the catalogue, not of the search. 1 is "a person may well want this", 2 and
    /// 3 "among the most wanted"; more counts as 3.
    pub prominence: u8,
}
