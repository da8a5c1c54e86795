//! Where an answer stands.

/// The place of an answer: a field, and in a group the item it is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Spot<'a> {
    /// The group's id, and which of its items, counted from 0.
    pub item: Option<(&'a str, usize)>,
    /// The field's id.
    pub field: &'a str,
}

impl<'a> Spot<'a> {
    /// In an item of a group.
    #[must_use]
    pub fn within(group: &'a str, item: usize, field: &'a str) -> Self {
        let item = Some((group, item));
        Self { item, field }
    }

    /// The JSON pointer into the answers.
    #[must_use]
    pub fn pointer(self) -> String {
        match self.item {
            Some((group, item)) => format!("/{group}/{item}/{}", self.field),
            None => format!("/{}", self.field),
        }
    }
}

impl<'a> From<&'a str> for Spot<'a> {
    fn from(field: &'a str) -> Self {
        Self { item: None, field }
    }
}
