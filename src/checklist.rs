//! Checklists of papers: which papers of a case a person already has.
//!
//! A list is kept on this device from its first tick on, so that nothing is lost
//! when the page is closed, and can be forgotten with one press. One entry in
//! `localStorage` a service and case, under [`PREFIX`]. What is kept says nothing
//! of a person's papers but which of the published lines are ticked.

use std::collections::BTreeSet;

use motcua_contract::service::{Requirement, Service};
use serde::{Deserialize, Serialize};

use crate::route::{Route, encode};
use crate::storage;

/// Where they are kept; then the service's code and the case's id, percent-encoded.
const PREFIX: &str = "motcua.checklist/";

/// A list as a person sees and ticks it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Checklist {
    /// The ids of the papers that can be ticked, in the source's order.
    papers: Vec<String>,
    ticked: BTreeSet<String>,
}

impl Checklist {
    /// The list for `papers` with the ticks kept before. A tick on a paper that the
    /// service no longer asks for is dropped: a newer catalogue knows better.
    pub(crate) fn new<'a>(
        papers: impl IntoIterator<Item = &'a Requirement>,
        kept: &[String],
    ) -> Self {
        let papers: Vec<String> = papers
            .into_iter()
            .filter(|paper| paper.is_paper())
            .map(|paper| paper.id.clone())
            .collect();
        let ticked = kept
            .iter()
            .filter(|id| papers.contains(id))
            .cloned()
            .collect();
        Self { papers, ticked }
    }

    /// Ticks or unticks a paper; an id that is not on the list changes nothing.
    pub(crate) fn tick(&mut self, id: &str, has: bool) {
        if !has {
            self.ticked.remove(id);
        } else if self.papers.iter().any(|paper| paper == id) {
            self.ticked.insert(id.into());
        }
    }

    /// Whether a paper is ticked.
    pub(crate) fn has(&self, id: &str) -> bool {
        self.ticked.contains(id)
    }

    /// How many are ticked.
    pub(crate) fn done(&self) -> usize {
        self.ticked.len()
    }

    /// How many there are to tick.
    pub(crate) fn total(&self) -> usize {
        self.papers.len()
    }
}

/// A list kept on this device, as other screens show it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Kept {
    /// The service's code.
    pub(crate) code: String,
    /// The service's name when it was kept.
    pub(crate) name: String,
    /// The id of the case, for [`forget`].
    pub(crate) case_id: String,
    /// The case's name, when it has one.
    pub(crate) case: Option<String>,
    /// How many papers are ticked.
    pub(crate) done: usize,
    /// How many papers there are.
    pub(crate) total: usize,
}

impl Kept {
    /// The address where it can be ticked on.
    pub(crate) fn href(&self) -> String {
        Route::service(&self.code, Some(&self.case_id))
    }
}

/// Everything kept on this device, by service name.
pub(crate) fn kept() -> Vec<Kept> {
    let mut kept: Vec<Kept> = storage::keys(PREFIX)
        .iter()
        .filter_map(|key| Entry::parse(&storage::read(key)?))
        .map(Entry::into_kept)
        .collect();
    kept.sort_by(|a, b| (&a.name, &a.case).cmp(&(&b.name, &b.case)));
    kept
}

/// Takes a list off this device.
pub(crate) fn forget(code: &str, case_id: &str) {
    storage::forget(&key(code, case_id));
}

/// The ticks kept for a case; none when the list is not kept.
pub(crate) fn ticks(code: &str, case_id: &str) -> Option<Vec<String>> {
    Entry::parse(&storage::read(&key(code, case_id))?).map(|entry| entry.ticked)
}

/// Keeps `list` for a case and its name, when it has one; false when the browser refuses.
pub(crate) fn keep(service: &Service, case_id: &str, case: Option<&str>, list: &Checklist) -> bool {
    let entry = Entry {
        code: service.code.clone(),
        name: service.name.clone(),
        case_id: case_id.into(),
        case: case.map(str::to_owned),
        papers: list.total(),
        ticked: list.ticked.iter().cloned().collect(),
    };
    let text = entry.text();
    text.is_some_and(|text| storage::write(&key(&service.code, case_id), &text))
}

fn key(code: &str, case_id: &str) -> String {
    // Encoding leaves no slash in either part, so no two lists share a key.
    format!("{PREFIX}{}/{}", encode(code), encode(case_id))
}

/// What is written down.
#[derive(Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
struct Entry {
    code: String,
    name: String,
    case_id: String,
    #[serde(default)]
    case: Option<String>,
    papers: usize,
    ticked: Vec<String>,
}

impl Entry {
    fn text(&self) -> Option<String> {
        serde_json::to_string(self).ok()
    }

    /// Anything unreadable is as good as nothing: a list can be ticked again.
    fn parse(text: &str) -> Option<Self> {
        crate::json::read(text).ok()
    }

    fn into_kept(self) -> Kept {
        Kept {
            done: self.ticked.len().min(self.papers),
            total: self.papers,
            code: self.code,
            name: self.name,
            case_id: self.case_id,
            case: self.case,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn line(id: &str, originals: u32, copies: u32) -> Requirement {
        Requirement {
            id: id.into(),
            name: id.into(),
            originals,
            copies,
            form_files: Vec::new(),
        }
    }

    fn list(kept: &[&str]) -> Checklist {
        let lines = [line("form", 1, 0), line("copy", 0, 2), line("why", 0, 0)];
        let kept: Vec<String> = kept.iter().map(|id| (*id).into()).collect();
        Checklist::new(&lines, &kept)
    }

    #[test]
    fn an_explanation_is_not_counted_and_cannot_be_ticked() {
        let mut list = list(&[]);
        list.tick("why", true);
        assert_eq!((list.done(), list.total()), (0, 2));
    }

    #[test]
    fn a_tick_on_a_paper_that_is_no_longer_asked_for_is_dropped() {
        let list = list(&["copy", "gone"]);
        assert!(list.has("copy") && !list.has("gone"));
        assert_eq!(list.done(), 1);
    }

    #[test]
    fn lists_of_two_cases_never_share_a_key() {
        assert_ne!(key("1.0", "a/b"), key("1.0/a", "b"));
    }

    #[test]
    fn a_broken_entry_is_as_good_as_none() {
        for text in ["", "{}", "[]", "{\"code\":1}"] {
            assert_eq!(Entry::parse(text), None, "{text}");
        }
    }

    proptest! {
        #[test]
        fn an_entry_survives_being_kept(code in "\\PC{1,9}", case in "\\PC{0,9}", ticked in proptest::collection::vec("\\PC{0,6}", 0..5)) {
            let entry = Entry {
                code: code.clone(), name: code, case_id: case.clone(), case: Some(case), papers: 3, ticked,
            };
            let read = entry.text().and_then(|text| Entry::parse(&text));
            prop_assert_eq!(read.as_ref(), Some(&entry));
            let kept = entry.into_kept();
            prop_assert!(kept.done <= kept.total);
        }
    }
}
