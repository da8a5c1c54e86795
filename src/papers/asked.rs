//! The papers that an application asks for: each requirement's are a pile of their own, kept in
//! the draft.

use std::sync::Arc;

use motcua_contract::submission;

use super::courier;
use super::paper::{Gathered, Lack};
use super::pile::{AnyPile, Change, Pile};
use crate::offline::draft::Draft;
use crate::offline::drafts::OpenDraft;

/// The papers for one requirement of an application.
#[derive(Clone, Debug)]
pub(crate) struct Asked {
    /// The application.
    pub(crate) draft: OpenDraft,
    /// The requirement's id.
    pub(crate) requirement: String,
}

impl Pile for Asked {
    fn place(&self) -> String {
        self.draft.id()
    }

    fn requirement(&self) -> Option<&str> {
        Some(&self.requirement)
    }

    fn is_open(&self) -> bool {
        self.draft.is_open()
    }

    fn gathered(&self) -> Gathered {
        let gathered = |draft: &Draft| draft.papers.get(&self.requirement).cloned();
        self.draft.with(gathered).unwrap_or_default()
    }

    fn change(&self, change: Change<'_>) {
        self.draft.change(|draft| {
            change(draft.papers.entry(self.requirement.clone()).or_default());
            publish(draft, &self.requirement);
        });
    }

    fn note(&self, change: Change<'_>) {
        self.draft.note(|draft| {
            if let Some(gathered) = draft.papers.get_mut(&self.requirement) {
                change(gathered);
            }
        });
    }
}

/// Takes up whatever of `draft` waits to be sent. To be called when it is opened.
pub(crate) fn attend(draft: OpenDraft) {
    let requirements: Vec<String> = draft.read(|draft| draft.papers.keys().cloned().collect());
    for requirement in requirements {
        let pile: AnyPile = Arc::new(Asked { draft, requirement });
        courier::attend(&pile);
    }
}

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

/// Writes into the draft's content which uploads a requirement has now; a document already
/// held stays.
pub(super) fn publish(draft: &mut Draft, requirement: &str) {
    let uploads = draft
        .papers
        .get(requirement)
        .map(Gathered::uploads)
        .unwrap_or_default();
    let papers = &mut draft.content.papers;
    match papers
        .iter_mut()
        .find(|paper| paper.requirement == requirement)
    {
        Some(paper) => paper.uploads = uploads,
        None => papers.push(submission::Paper {
            requirement: requirement.into(),
            uploads,
            held: None,
        }),
    }
    papers.retain(|paper| !paper.uploads.is_empty() || paper.held.is_some());
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::offline::draft::blank;
    use crate::papers::PaperFile;
    use crate::papers::transfer::Transfer;

    #[test]
    fn what_a_draft_hands_in_is_what_the_portal_has_and_what_it_held_before() {
        let content = blank("1", "default", "1");
        let mut draft = Draft::new("d".into(), "T".into(), content, "t".into());
        draft.content.papers = vec![submission::Paper {
            requirement: "a".into(),
            uploads: Vec::new(),
            held: Some("h".into()),
        }];
        publish(&mut draft, "a");
        assert_eq!(draft.content.papers.len(), 1, "what is held is not dropped");
        let file = PaperFile {
            id: "f".into(),
            name: "x.pdf".into(),
            media_type: "application/pdf".into(),
            bytes: 1,
            sha256: String::new(),
            pages: None,
            transfer: Transfer::elsewhere("u".into()),
        };
        draft.papers.entry("b".into()).or_default().files.push(file);
        publish(&mut draft, "b");
        assert_eq!(draft.content.papers[1].uploads, ["u"]);
        draft.papers.clear();
        publish(&mut draft, "b");
        assert_eq!(draft.content.papers.len(), 1);
    }
}
