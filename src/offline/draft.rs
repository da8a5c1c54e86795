//! What is kept of one application while it is being written.
//!
//! Pure types, serialised as JSON inside the vault. Answers stand as they were typed, valid
//! or not: judging them is the form's business.

use std::collections::BTreeMap;

use motcua_contract::draft::DraftContent;
use motcua_contract::profile::Source;
use motcua_contract::submission::Contact;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::api::write::Key;
use crate::outbox::Sending;
use crate::papers::Gathered;

/// One application on this device.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Draft {
    /// Random and local; stands in the app's addresses. The portal never sees it.
    pub(crate) id: String,
    /// What the portal may keep as well, and what a file taken away holds.
    pub(crate) content: DraftContent,
    /// Where prefilled values came from, by the JSON pointer of the answer.
    #[serde(default)]
    pub(crate) filled: BTreeMap<String, Filled>,
    /// What was gathered for each requirement, by its id.
    #[serde(default)]
    pub(crate) papers: BTreeMap<String, Gathered>,
    /// The service's name, for lists without a network.
    pub(crate) title: String,
    /// The name of whom it is for, where that is somebody else and this device knows it; by what
    /// mandate stands in `content`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) represented: Option<String>,
    /// When it was begun, RFC 3339 in this device's time.
    pub(crate) created_at: String,
    /// When the newest change was made, RFC 3339 in this device's time.
    pub(crate) saved_at: String,
    /// Counts changes; tells what the portal's copy lacks.
    #[serde(default)]
    pub(crate) revision: u64,
    /// The copy on the portal.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) portal: Option<PortalCopy>,
    /// How to reach somebody who is not signed in, as typed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) contact: Option<Contact>,
    /// The submission under way, until its answer is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) sending: Option<Sending>,
    /// The officer's request that this answers; nothing for an application of its own. Stays
    /// on this device: the portal keeps drafts of applications only.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) supplement: Option<Supplement>,
}

/// What an answer to a request for more is about.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Supplement {
    /// The dossier's code.
    pub(crate) dossier: String,
    /// The request's id.
    pub(crate) request: String,
    /// The person's words to an item, as typed, by the item's id.
    #[serde(default)]
    pub(crate) notes: BTreeMap<String, String>,
}

/// A value that the portal knew, and where it knew it from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Filled {
    /// The register or the person's earlier word.
    pub(crate) source: Source,
    /// The day (`yyyy-MM-dd`) on which the source last confirmed it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) as_of: Option<String>,
    /// Which attribute of the profile it is.
    pub(crate) attribute: String,
    /// The value as it was filled in, to tell later whether the answer is still it.
    pub(crate) value: Value,
    /// The person has said that it is wrong.
    #[serde(default)]
    pub(crate) disputed: bool,
}

/// The copy on the portal.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "camelCase")]
pub(crate) enum PortalCopy {
    /// `POST /drafts` is under way. Written down before it is sent, so that a second try has
    /// the same key and the same body and makes no second copy.
    Creating {
        /// The `Idempotency-Key`.
        key: Key,
        /// The body, byte for byte.
        body: String,
        /// The revision that the body holds.
        revision: u64,
    },
    /// The portal has it.
    #[serde(rename_all = "camelCase")]
    Kept {
        /// Its id there.
        id: String,
        /// The version that this device builds on, for `If-Match`.
        etag: String,
        /// When the portal last changed it, RFC 3339.
        updated_at: String,
        /// The revision of this device that it holds.
        revision: u64,
    },
}

impl Draft {
    /// An application that has just been begun.
    pub(crate) fn new(id: String, title: String, content: DraftContent, now: String) -> Self {
        Self {
            id,
            content,
            filled: BTreeMap::new(),
            papers: BTreeMap::new(),
            title,
            represented: None,
            created_at: now.clone(),
            saved_at: now,
            revision: 0,
            portal: None,
            contact: None,
            sending: None,
            supplement: None,
        }
    }

    /// From now on for whom a mandate's id and name say, or for whoever writes it. Papers that the
    /// portal holds are another's then, and what was prefilled is to be asked for anew.
    pub(crate) fn is_for(&mut self, whom: Option<(&str, &str)>) {
        self.content.on_behalf_of = whom.map(|(id, _)| id.into());
        self.represented = whom.map(|(_, name)| name.into());
        self.content.papers.retain(|paper| paper.held.is_none());
        self.filled.clear();
    }

    /// The id of the portal's copy, for a submission that replaces it.
    pub(crate) fn portal_id(&self) -> Option<&str> {
        match &self.portal {
            Some(PortalCopy::Kept { id, .. }) => Some(id),
            _ => None,
        }
    }

    /// When the portal got what this device holds now; nothing when it lacks something.
    pub(crate) fn on_portal_since(&self) -> Option<&str> {
        match &self.portal {
            Some(PortalCopy::Kept {
                revision,
                updated_at,
                ..
            }) if *revision == self.revision => Some(updated_at),
            _ => None,
        }
    }
}

/// Nothing answered yet.
pub(crate) fn blank(service: &str, case: &str, form_version: &str) -> DraftContent {
    DraftContent {
        service: service.into(),
        case: case.into(),
        form_version: form_version.into(),
        on_behalf_of: None,
        answers: serde_json::Map::new(),
        papers: Vec::new(),
        delivery: None,
        page: None,
        sections_done: 0,
        sections: 0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use motcua_contract::submission::Paper;
    use proptest::prelude::*;

    fn draft(revision: u64, kept: Option<u64>) -> Draft {
        let content = blank("1.001193", "default", "1");
        let mut draft = Draft::new("n1".into(), "Khai sinh".into(), content, "t".into());
        draft.revision = revision;
        draft.portal = kept.map(|revision| PortalCopy::Kept {
            id: "p".into(),
            etag: "\"1\"".into(),
            updated_at: "u".into(),
            revision,
        });
        draft
    }

    #[test]
    fn a_change_that_the_portal_has_not_got_is_not_called_on_the_portal() {
        assert_eq!(draft(3, Some(3)).on_portal_since(), Some("u"));
        assert_eq!(draft(4, Some(3)).on_portal_since(), None);
        assert_eq!(draft(0, None).on_portal_since(), None);
    }

    #[test]
    fn a_draft_of_an_older_app_without_the_newer_members_is_read() {
        let text = r#"{"id":"n","content":{"service":"1","case":"default","formVersion":"1","answers":{}},
            "title":"T","createdAt":"a","savedAt":"b"}"#;
        let draft: Draft = serde_json::from_str(text).unwrap();
        assert_eq!((draft.revision, draft.portal_id()), (0, None));
    }

    #[test]
    fn nothing_that_the_portal_knew_of_one_person_stays_for_another() {
        let mut draft = draft(1, None);
        let paper = |held: Option<&str>, uploads: &[&str]| Paper {
            requirement: "p1".into(),
            uploads: uploads.iter().map(|id| (*id).into()).collect(),
            held: held.map(Into::into),
        };
        draft.content.papers = vec![paper(Some("h1"), &[]), paper(None, &["u1"])];
        draft.is_for(Some(("m1", "Người Được Giúp")));
        assert_eq!(draft.content.on_behalf_of.as_deref(), Some("m1"));
        assert_eq!(draft.represented.as_deref(), Some("Người Được Giúp"));
        assert_eq!(draft.content.papers, [paper(None, &["u1"])]);
        draft.is_for(None);
        assert_eq!(
            (draft.content.on_behalf_of, draft.represented),
            (None, None)
        );
    }

    proptest! {
        #[test]
        fn whatever_was_typed_survives_being_written_down(typed in "\\PC*", revision: u64) {
            let mut draft = draft(revision, Some(revision / 2));
            draft.content.answers.insert("name".into(), Value::String(typed));
            let text = serde_json::to_string(&draft).unwrap();
            prop_assert_eq!(serde_json::from_str::<Draft>(&text).unwrap(), draft);
        }
    }
}
