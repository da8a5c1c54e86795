//! Why a definition cannot be used.

use std::fmt;

/// A definition that this crate refuses: where, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rejected {
    /// A JSON pointer into the definition (`/sections/0/pages/2/fields/0/show`).
    pub at: String,
    /// What is wrong there.
    pub why: Why,
}

/// What is wrong with a definition, for those who write one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Why {
    /// It is not JSON; the parser's words.
    Json(String),
    /// It is of a version that this crate does not read.
    Version,
    /// A member that has to be there is not.
    Missing,
    /// It is something else than this.
    Expected(&'static str),
    /// Two share this id or value.
    Twice(String),
    /// No kind, part, look or operation has this name.
    Unknown(String),
    /// No answer has this name here.
    Dangling(String),
    /// What is shown or computed depends on itself, by way of this field.
    Circle(String),
    /// This cannot stand here.
    Misplaced(&'static str),
    /// More than a form may have: of what, and how many it may.
    TooMany(&'static str, usize),
}

impl Rejected {
    pub(crate) fn new(why: Why) -> Self {
        Self {
            at: String::new(),
            why,
        }
    }

    /// The same, seen from one level further out: in the member `name`.
    #[inline(never)]
    pub(crate) fn within(mut self, name: &str) -> Self {
        self.at.insert_str(0, name);
        self.at.insert(0, '/');
        self
    }

    /// The same, seen from one level further out: in the item at `index`.
    #[inline(never)]
    pub(crate) fn at_item(self, index: usize) -> Self {
        self.within(&index.to_string())
    }
}

impl fmt::Display for Rejected {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if !self.at.is_empty() {
            write!(f, "{}: ", self.at)?;
        }
        match &self.why {
            Why::Json(why) => write!(f, "not JSON: {why}"),
            Why::Version => f.write_str("a version of the format that is not read here"),
            Why::Missing => f.write_str("missing"),
            Why::Expected(what) => write!(f, "expected {what}"),
            Why::Twice(id) => write!(f, "“{id}” stands twice"),
            Why::Unknown(name) => write!(f, "“{name}” is unknown"),
            Why::Dangling(name) => write!(f, "no answer is called “{name}” here"),
            Why::Circle(id) => write!(f, "“{id}” depends on itself"),
            Why::Misplaced(what) => write!(f, "{what} cannot stand here"),
            Why::TooMany(what, most) => write!(f, "more than {most} {what}"),
        }
    }
}

impl std::error::Error for Rejected {}
