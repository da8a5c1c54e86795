//! Finds things by their id.

/// Ids with the places they stand for.
#[derive(Default)]
pub(crate) struct Ids(Vec<(Box<str>, usize)>);

impl Ids {
    /// Numbers the ids from 0 in their order.
    pub(super) fn new<'a>(ids: impl Iterator<Item = &'a str>) -> Self {
        let mut all: Vec<_> = ids.enumerate().map(|(at, id)| (id.into(), at)).collect();
        all.sort_unstable();
        Self(all)
    }

    pub(crate) fn find(&self, id: &str) -> Option<usize> {
        let found = self.0.binary_search_by(|(known, _)| known.as_ref().cmp(id));
        found.ok().map(|at| self.0[at].1)
    }
}
