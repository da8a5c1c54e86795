//! What answers an officer's request, made from a draft. Pure.

use motcua_contract::dossier::supplement::{
    AnswerSupplement, AnsweredItem, SupplementItem, SupplementTarget,
};
use serde_json::{Map, Value};

use crate::offline::draft::Draft;

/// Under which requirement the files for an item are gathered: the list's own, or the item
/// itself for a paper that no list holds.
pub(crate) fn requirement(item: &SupplementItem) -> &str {
    match &item.target {
        SupplementTarget::Paper {
            requirement: Some(requirement),
        } => requirement,
        _ => &item.id,
    }
}

/// The person's words to an item, without the spaces around them.
pub(crate) fn note<'a>(draft: &'a Draft, item: &str) -> &'a str {
    let notes = draft.supplement.as_ref().map(|of| &of.notes);
    notes
        .and_then(|notes| notes.get(item))
        .map_or("", |note| note.trim())
}

/// The answer to all items together. `answers` are the dossier's with what was mended, as
/// the form takes them.
pub(crate) fn compose(
    draft: &Draft,
    items: &[SupplementItem],
    answers: &Map<String, Value>,
) -> AnswerSupplement {
    let items = items.iter().map(|item| {
        let requirement = requirement(item);
        let held = draft.content.papers.iter().find_map(|paper| {
            (paper.requirement == requirement)
                .then(|| paper.held.clone())
                .flatten()
        });
        let gathered = draft.papers.get(requirement);
        let note = note(draft, &item.id);
        let (uploads, held, answer) = match &item.target {
            SupplementTarget::Answer { pointer } => {
                let answer = answers.get(pointer.trim_start_matches('/')).cloned();
                (Vec::new(), None, Some(answer.unwrap_or_default()))
            }
            SupplementTarget::Paper { .. } | SupplementTarget::Unknown => {
                let uploads = gathered.map(|gathered| gathered.uploads());
                (uploads.unwrap_or_default(), held, None)
            }
        };
        AnsweredItem {
            item: item.id.clone(),
            uploads,
            held,
            answer,
            note: (!note.is_empty()).then(|| note.to_owned()),
        }
    });
    AnswerSupplement {
        items: items.collect(),
    }
}

#[cfg(test)]
mod tests {
    use motcua_contract::dossier::supplement::SupplementState;
    use motcua_contract::text::LocalText;
    use serde_json::json;

    use super::*;
    use crate::offline::draft::{Supplement, blank};

    fn item(id: &str, target: SupplementTarget) -> SupplementItem {
        SupplementItem {
            id: id.into(),
            target,
            title: LocalText::new("Giấy", "Paper"),
            reason: LocalText::new("Mờ", "Blurred"),
            state: SupplementState::Open,
            outcome: None,
        }
    }

    fn draft() -> Draft {
        let content = blank("1.001193", "c1", "1");
        let mut draft = Draft::new("d".into(), "Khai sinh".into(), content, "t".into());
        draft.supplement = Some(Supplement {
            dossier: "H1".into(),
            request: "s1".into(),
            notes: [("i2".to_owned(), "  Tôi không có.  ".to_owned())].into(),
        });
        draft
    }

    #[test]
    fn each_item_is_answered_with_what_was_given_for_it() {
        let pointer = SupplementTarget::Answer {
            pointer: "/childName".into(),
        };
        let items = [
            item("i1", pointer),
            item("i2", SupplementTarget::Paper { requirement: None }),
        ];
        let answers = json!({"childName": "Trần Thị Thử"});
        let composed = compose(&draft(), &items, answers.as_object().expect("an object"));
        let [first, second] = &composed.items[..] else {
            panic!("one for each item")
        };
        assert_eq!(first.answer, Some(json!("Trần Thị Thử")));
        assert_eq!(
            (first.note.as_deref(), second.answer.as_ref()),
            (None, None)
        );
        assert_eq!(second.note.as_deref(), Some("Tôi không có."));
    }

    #[test]
    fn a_paper_that_no_list_holds_is_gathered_under_its_own_item() {
        let free = item("i7", SupplementTarget::Paper { requirement: None });
        let listed = SupplementTarget::Paper {
            requirement: Some("r3".into()),
        };
        assert_eq!(requirement(&free), "i7");
        assert_eq!(requirement(&item("i8", listed)), "r3");
    }
}
