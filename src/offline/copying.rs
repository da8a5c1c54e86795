//! Keeping the portal's copy of a draft in step: what to send next, what an answer means.
//!
//! Pure, like [`crate::papers`]' transfer. The device's own version is never replaced here:
//! when another device was faster, the person chooses ([`Choice`]).

use motcua_contract::draft::{Draft as Copy, DraftConflict, DraftContent};
use serde_json::Value;

use super::draft::{Draft, PortalCopy};
use crate::api::write::Key;

/// What to send next.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Next {
    /// `POST /drafts` with this key and body.
    Create { key: Key, body: String },
    /// `PUT /drafts/{id}` over this version.
    Save {
        id: String,
        etag: String,
        body: String,
    },
    /// The portal has everything.
    Nothing,
}

/// What came of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Outcome {
    /// Kept.
    Kept(Box<Copy>),
    /// Another device was faster.
    Conflict(Box<DraftConflict>),
    /// The copy is not there any more (404, 410).
    Gone,
    /// The key was used for something else (422).
    KeySpent,
}

/// What the person has to choose between.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Conflict {
    /// What the portal holds.
    pub(crate) there: Copy,
    /// At which answers the two differ.
    pub(crate) differences: Vec<Difference>,
}

/// One place where two versions differ.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Difference {
    /// A JSON pointer into the content.
    pub(crate) pointer: String,
    /// What this device holds there.
    pub(crate) here: Value,
    /// What the portal holds there.
    pub(crate) there: Value,
}

/// What the person chose.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Choice {
    /// This device's version replaces the other.
    Here,
    /// The other replaces this device's.
    There,
    /// Both stand, each by itself.
    Both,
}

/// What to send next. `key` is a fresh one, used when there is no copy yet; the draft
/// remembers it with the frozen body before anything is sent.
pub(super) fn next(draft: &mut Draft, key: Key) -> Next {
    let body = |draft: &Draft| serde_json::to_string(&draft.content).expect("plain data");
    if draft.portal.is_none() {
        draft.portal = Some(PortalCopy::Creating {
            key,
            body: body(draft),
            revision: draft.revision,
        });
    }
    match &draft.portal {
        Some(PortalCopy::Creating { key, body, .. }) => Next::Create {
            key: key.clone(),
            body: body.clone(),
        },
        Some(PortalCopy::Kept {
            id, etag, revision, ..
        }) if *revision < draft.revision => Next::Save {
            id: id.clone(),
            etag: etag.clone(),
            body: body(draft),
        },
        _ => Next::Nothing,
    }
}

/// Takes what came of sending what the draft held at `revision`. A conflict is given back.
pub(super) fn heard(draft: &mut Draft, revision: u64, outcome: Outcome) -> Option<Conflict> {
    match outcome {
        Outcome::Kept(copy) => {
            let revision = match &draft.portal {
                Some(PortalCopy::Creating { revision, .. }) => *revision,
                _ => revision,
            };
            draft.portal = Some(kept(&copy, revision));
        }
        Outcome::Gone | Outcome::KeySpent => draft.portal = None,
        Outcome::Conflict(conflict) => {
            let there = conflict.current;
            if there.content == draft.content {
                // The same was written there, or our own answer got lost on its way.
                draft.portal = Some(kept(&there, revision));
                return None;
            }
            let differences = differences(&draft.content, &there.content);
            return Some(Conflict { there, differences });
        }
    }
    None
}

/// Does what the person chose.
pub(super) fn choose(draft: &mut Draft, conflict: &Conflict, choice: Choice) {
    match choice {
        // Built on the other's version now, and newer than it.
        Choice::Here => {
            draft.revision += 1;
            draft.portal = Some(kept(&conflict.there, draft.revision - 1));
        }
        Choice::There => {
            draft.revision += 1;
            draft.content = conflict.there.content.clone();
            draft.portal = Some(kept(&conflict.there, draft.revision));
        }
        // A copy of its own is made; the other stays where it is.
        Choice::Both => draft.portal = None,
    }
}

/// The portal's copy as this device remembers it.
pub(super) fn kept(copy: &Copy, revision: u64) -> PortalCopy {
    PortalCopy::Kept {
        id: copy.id.clone(),
        etag: copy.etag.clone(),
        updated_at: copy.updated_at.clone(),
        revision,
    }
}

/// Where two versions differ: each answer, and what else a person has chosen. Where one
/// merely is on another page is no difference.
fn differences(here: &DraftContent, there: &DraftContent) -> Vec<Difference> {
    let mut found = Vec::new();
    let answers: std::collections::BTreeSet<&String> =
        here.answers.keys().chain(there.answers.keys()).collect();
    let value = |content: &DraftContent, id: &str| content.answers.get(id).cloned();
    let mut compare = |pointer: String, here: Value, there: Value| {
        if here != there {
            found.push(Difference {
                pointer,
                here,
                there,
            });
        }
    };
    for id in answers {
        let (a, b) = (value(here, id), value(there, id));
        // As RFC 6901 writes a name within a pointer.
        let id = id.replace('~', "~0").replace('/', "~1");
        compare(
            format!("/answers/{id}"),
            a.unwrap_or_default(),
            b.unwrap_or_default(),
        );
    }
    let whole = |content: &DraftContent| serde_json::to_value(content).unwrap_or_default();
    let (a, b) = (whole(here), whole(there));
    for member in ["papers", "delivery", "onBehalfOf", "case"] {
        compare(format!("/{member}"), a[member].clone(), b[member].clone());
    }
    found
}

#[cfg(test)]
mod tests {
    use motcua_contract::problem::kind;
    use proptest::prelude::*;

    use super::*;
    use crate::offline::draft::blank;

    fn draft(name: &str) -> Draft {
        let mut content = blank("1", "default", "1");
        content.answers.insert("name".into(), name.into());
        let mut draft = Draft::new("d".into(), "T".into(), content, "t".into());
        draft.revision = 5;
        draft
    }

    fn key(text: &str) -> Key {
        serde_json::from_value(text.into()).unwrap()
    }

    fn copy(etag: u32, content: DraftContent) -> Copy {
        Copy {
            id: "p".into(),
            etag: format!("\"{etag}\""),
            updated_at: format!("u{etag}"),
            device: None,
            expires_at: None,
            content,
        }
    }

    fn conflict(current: Copy) -> Outcome {
        Outcome::Conflict(Box::new(DraftConflict {
            kind: kind::CONFLICT.into(),
            title: String::new(),
            status: 412,
            current,
            differences: Vec::new(),
        }))
    }

    #[test]
    fn a_second_try_to_create_has_the_same_key_and_body_though_more_was_typed() {
        let mut draft = draft("An");
        let first = next(&mut draft, key("k1"));
        draft.content.answers.insert("name".into(), "Anh".into());
        draft.revision += 1;
        assert_eq!(next(&mut draft, key("k2")), first);
        let sent = copy(1, blank("1", "default", "1"));
        heard(&mut draft, 6, Outcome::Kept(Box::new(sent)));
        assert!(
            draft.on_portal_since().is_none(),
            "what came after the first try is not there"
        );
        assert!(matches!(next(&mut draft, key("k3")), Next::Save { etag, .. } if etag == "\"1\""));
    }

    #[test]
    fn a_faster_device_leaves_what_was_typed_here_alone() {
        let mut here = draft("An");
        here.portal = Some(kept(&copy(1, blank("1", "default", "1")), 4));
        let there = copy(2, draft("Bình").content);
        let conflict = heard(&mut here, 5, conflict(there)).unwrap();
        assert_eq!(here.content.answers["name"], "An");
        let [difference] = &conflict.differences[..] else {
            panic!("{conflict:?}")
        };
        assert_eq!(difference.pointer, "/answers/name");
        assert_eq!(
            (&difference.here, &difference.there),
            (&"An".into(), &"Bình".into())
        );
    }

    #[test]
    fn an_answer_that_got_lost_is_no_conflict() {
        let mut here = draft("An");
        here.portal = Some(kept(&copy(1, blank("1", "default", "1")), 4));
        let same = copy(2, here.content.clone());
        assert_eq!(heard(&mut here, 5, conflict(same)), None);
        assert_eq!(here.on_portal_since(), Some("u2"));
    }

    #[test]
    fn each_choice_does_what_it_says() {
        let there = copy(2, draft("Bình").content);
        let conflict = Conflict {
            there,
            differences: Vec::new(),
        };
        let choose = |choice| {
            let mut here = draft("An");
            super::choose(&mut here, &conflict, choice);
            let sends = next(&mut here, key("k"));
            (here.content.answers["name"].clone(), sends)
        };
        let (name, sends) = choose(Choice::Here);
        assert_eq!(name, "An");
        assert!(matches!(sends, Next::Save { id, etag, .. } if id == "p" && etag == "\"2\""));
        let (name, sends) = choose(Choice::There);
        assert_eq!((name, sends), ("Bình".into(), Next::Nothing));
        let (name, sends) = choose(Choice::Both);
        assert_eq!(name, "An");
        assert!(matches!(sends, Next::Create { .. }));
    }

    #[test]
    fn a_copy_that_ran_out_is_made_anew() {
        let mut here = draft("An");
        here.portal = Some(kept(&copy(1, here.content.clone()), 4));
        heard(&mut here, 5, Outcome::Gone);
        assert!(matches!(next(&mut here, key("k")), Next::Create { .. }));
    }

    proptest! {
        /// Whatever is typed while requests are under way: what is called "on the portal" is.
        #[test]
        fn nothing_is_called_saved_that_the_portal_has_not(typed in proptest::collection::vec(0..4_u8, 1..30)) {
            let (mut here, mut portal) = (draft("0"), None::<(u32, Value)>);
            let mut names = 0;
            for step in typed {
                let revision = here.revision;
                match next(&mut here, key("k")) {
                    Next::Create { body, .. } | Next::Save { body, .. } if step < 3 => {
                        let content: DraftContent = serde_json::from_str(&body).unwrap();
                        let created = matches!(here.portal, Some(PortalCopy::Creating { .. })) && portal.is_some();
                        let (etag, name) = match &portal {
                            Some((etag, name)) if created => (*etag, name.clone()),
                            Some((etag, _)) => (etag + 1, content.answers["name"].clone()),
                            None => (1, content.answers["name"].clone()),
                        };
                        portal = Some((etag, name));
                        // Typed while the answer was on its way, or the answer lost.
                        if step == 1 { names += 1; here.content.answers.insert("name".into(), names.into()); here.revision += 1; }
                        if step < 2 || created { heard(&mut here, revision, Outcome::Kept(Box::new(copy(etag, content)))); }
                    }
                    _ => { names += 1; here.content.answers.insert("name".into(), names.into()); here.revision += 1; }
                }
                if here.on_portal_since().is_some() {
                    prop_assert_eq!(&portal.as_ref().unwrap().1, &here.content.answers["name"]);
                }
            }
        }
    }
}
