//! What a form is filled in with: the answers, the papers, and the circumstances.

use serde_json::{Map, Value};

use crate::day::Day;

/// Answers by field id, as they were typed: valid or not, of fields that are shown or not.
///
/// Text is expected in Unicode's normalization form C; whoever takes answers in from people
/// or from the network brings it there (`String.prototype.normalize` in a browser).
pub type Answers = Map<String, Value>;

/// The circumstances under which a form is filled in.
#[derive(Clone, Copy)]
pub struct Setting<'a> {
    /// The day it is in Vietnam.
    pub today: Day,
    /// The case's id.
    pub case: &'a str,
    /// Who knows places. Without it an address is taken as it is chosen.
    pub places: Option<&'a dyn Places>,
}

/// Knows which places there are.
pub trait Places {
    /// Whether there is such a commune in such a province, by their official codes.
    fn has(&self, province: &str, commune: &str) -> bool;
}

/// How many files have been handed in for each requirement.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Papers(Vec<(String, usize)>);

impl Papers {
    /// How many files there are for a requirement.
    #[must_use]
    pub fn count(&self, requirement: &str) -> usize {
        let of_it = self.0.iter().filter(|(id, _)| id == requirement);
        of_it.map(|(_, count)| count).sum()
    }
}

impl<Id: Into<String>> FromIterator<(Id, usize)> for Papers {
    fn from_iter<T: IntoIterator<Item = (Id, usize)>>(papers: T) -> Self {
        let papers = papers.into_iter();
        Self(papers.map(|(id, count)| (id.into(), count)).collect())
    }
}
