//! Papers: photographed or chosen, made legible and small, sent so that they arrive.
//!
//! [`transfer`] decides and [`courier`] does: a file is on its way whether or not its screen
//! is open. [`photo`] makes pages of photos, [`pdf`] joins them, [`adding`] takes in what a
//! person chose, [`Papers`] is the part of a screen that shows it all.

mod adding;
mod adopting;
mod bytes;
mod courier;
mod jpeg;
mod paper;
mod pdf;
pub(crate) mod photo;
mod transfer;
mod view;
mod words;

pub(crate) use adopting::adopt;
pub(crate) use courier::attend;
pub(crate) use paper::{Gathered, Lack, PaperFile, Photo, Turn};
pub(crate) use view::Papers;
pub(crate) use words::lack as lack_in_words;

use crate::offline::draft::Draft;

/// How many files each requirement has, by its id; documents already held count as one.
pub(crate) fn counts(draft: &Draft) -> Vec<(String, usize)> {
    let held = draft
        .content
        .papers
        .iter()
        .filter(|paper| paper.held.is_some());
    let gathered = draft.papers.iter();
    gathered
        .map(|(requirement, gathered)| (requirement.clone(), gathered.files.len()))
        .chain(held.map(|paper| (paper.requirement.clone(), 1)))
        .collect()
}

/// What keeps papers from being handed in, by requirement; empty when the portal has
/// received every file: what a submission waits for.
pub(crate) fn lacking(draft: &Draft) -> Vec<(String, Lack)> {
    let gathered = draft.papers.iter();
    gathered
        .filter_map(|(requirement, gathered)| Some((requirement.clone(), gathered.lack()?)))
        .collect()
}

/// Whether the portal has received every file of `draft`: what a submission waits for.
pub(crate) fn all_received(draft: &Draft) -> bool {
    lacking(draft).is_empty()
}
