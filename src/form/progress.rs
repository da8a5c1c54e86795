//! The way through a form: which pages are asked of this person, and what comes next.

/// A section with those of its pages that are asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Part {
    /// The section's id.
    pub(crate) section: String,
    /// What the section is called, in the language of the interface.
    pub(crate) title: String,
    /// The ids of its pages, in order; never empty.
    pub(crate) pages: Vec<String>,
}

/// All parts, in order. Follows from the answers; whoever holds one holds a moment's.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Path(Vec<Part>);

impl Path {
    /// The path over these parts; parts of which nothing is asked are left out.
    pub(crate) fn new(parts: impl IntoIterator<Item = Part>) -> Self {
        Self(
            parts
                .into_iter()
                .filter(|part| !part.pages.is_empty())
                .collect(),
        )
    }

    /// The parts.
    pub(crate) fn parts(&self) -> &[Part] {
        &self.0
    }

    fn pages(&self) -> impl DoubleEndedIterator<Item = &str> {
        self.0
            .iter()
            .flat_map(|part| &part.pages)
            .map(String::as_str)
    }

    /// Whether this page is asked.
    pub(crate) fn has(&self, page: &str) -> bool {
        self.pages().any(|other| other == page)
    }

    /// The page after this one; none after the last, and none for a page that is not asked.
    pub(crate) fn next(&self, page: &str) -> Option<&str> {
        let mut pages = self.pages();
        pages.find(|other| *other == page)?;
        pages.next()
    }

    /// The page before this one.
    pub(crate) fn previous(&self, page: &str) -> Option<&str> {
        let mut pages = self.pages().rev();
        pages.find(|other| *other == page)?;
        pages.next()
    }

    /// The part in which a page stands, and its number from 1.
    pub(crate) fn part_of(&self, page: &str) -> Option<(usize, &Part)> {
        let holds = |part: &&Part| part.pages.iter().any(|other| other == page);
        let at = self.0.iter().position(|part| holds(&part))?;
        Some((at + 1, &self.0[at]))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn part(id: &str, pages: &[&str]) -> Part {
        Part {
            section: id.into(),
            title: id.to_uppercase(),
            pages: pages.iter().map(|page| (*page).into()).collect(),
        }
    }

    fn birth() -> Path {
        Path::new([
            part("child", &["name", "place"]),
            part("guardian", &[]),
            part("parents", &["mother", "father"]),
        ])
    }

    #[test]
    fn one_goes_on_over_the_edge_of_a_part_and_back() {
        let path = birth();
        assert_eq!(path.next("place"), Some("mother"));
        assert_eq!(path.previous("mother"), Some("place"));
        assert_eq!((path.next("father"), path.previous("name")), (None, None));
    }

    #[test]
    fn parts_of_which_nothing_is_asked_are_not_counted() {
        let path = birth();
        let (number, part) = path.part_of("father").unwrap();
        assert_eq!(
            (number, path.parts().len(), part.title.as_str()),
            (2, 2, "PARENTS")
        );
    }

    #[test]
    fn a_page_that_is_not_asked_leads_nowhere() {
        let path = birth();
        assert!(!path.has("gone"));
        assert_eq!(
            (
                path.next("gone"),
                path.previous("gone"),
                path.part_of("gone")
            ),
            (None, None, None)
        );
    }

    proptest! {
        #[test]
        fn going_on_and_back_comes_home(counts in proptest::collection::vec(0..4_usize, 1..6)) {
            let parts = counts.iter().enumerate().map(|(at, count)| {
                let pages: Vec<_> = (0..*count).map(|page| format!("{at}-{page}")).collect();
                Part { section: at.to_string(), title: String::new(), pages }
            });
            let path = Path::new(parts);
            for page in path.pages() {
                if let Some(next) = path.next(page) {
                    prop_assert_eq!(path.previous(next), Some(page));
                }
            }
        }
    }
}
