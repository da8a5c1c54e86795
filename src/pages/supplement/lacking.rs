//! What still keeps an answer from being sent. Pure.

use motcua_contract::dossier::supplement::{SupplementItem, SupplementTarget};
use serde_json::{Map, Value};

use crate::form::Remark;
use crate::i18n::{fill, language, supplement as words};
use crate::offline::draft::Draft;
use crate::outbox::supplement::{note, requirement};
use crate::papers;

/// The pointer by which an item's control is found, as the form's questions have it.
pub(super) fn pointer(item: &SupplementItem) -> String {
    match &item.target {
        SupplementTarget::Answer { pointer } => pointer.clone(),
        SupplementTarget::Paper { .. } => format!("/papers/{}", requirement(item)),
        SupplementTarget::Unknown => note_pointer(item),
    }
}

/// The same for the words to the officer.
pub(super) fn note_pointer(item: &SupplementItem) -> String {
    format!("/note/{}", item.id)
}

/// What is missing, item by item. `before` are the answers as they stand in the dossier,
/// `wrong` what the form says about those that are to be mended.
pub(super) fn lacking(
    draft: &Draft,
    items: &[SupplementItem],
    before: &Map<String, Value>,
    wrong: &[Remark],
) -> Vec<Remark> {
    let unready = papers::lacking(draft);
    let mut remarks = Vec::new();
    for item in items {
        let named = |message: &str| {
            let (title, _) = item.title.for_language(language().tag());
            Remark {
                pointer: pointer(item),
                message: fill(message, &[("title", title)]),
            }
        };
        let silent = note(draft, &item.id).is_empty();
        match &item.target {
            SupplementTarget::Answer { pointer } => {
                let below = format!("{pointer}/");
                let faults = wrong.iter().filter(|remark| {
                    remark.pointer == *pointer || remark.pointer.starts_with(&below)
                });
                let faults: Vec<Remark> = faults.cloned().collect();
                let id = pointer.trim_start_matches('/');
                let same = before.get(id) == draft.content.answers.get(id);
                if !faults.is_empty() {
                    remarks.extend(faults);
                } else if same && silent {
                    remarks.push(named(words::fault_same()));
                }
            }
            SupplementTarget::Paper { .. } => {
                let wanted = requirement(item);
                let mut unready = unready.iter();
                if let Some((_, lack)) = unready.find(|(id, _)| id == wanted) {
                    let mut remark = named("");
                    remark.message = papers::lack_in_words(*lack).into();
                    remarks.push(remark);
                } else if silent && !given(draft, wanted) {
                    remarks.push(named(words::fault_paper()));
                }
            }
            SupplementTarget::Unknown if silent => remarks.push(named(words::fault_words())),
            SupplementTarget::Unknown => {}
        }
    }
    remarks
}

/// Whether there is a file, or a paper that the portal holds, for a requirement.
fn given(draft: &Draft, requirement: &str) -> bool {
    let counts = papers::counts(draft);
    counts
        .iter()
        .any(|(id, count)| id == requirement && *count > 0)
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
            title: LocalText::new("Tờ khai", "Form"),
            reason: LocalText::new("Mờ", "Blurred"),
            state: SupplementState::Open,
            outcome: None,
        }
    }

    fn draft(notes: &[(&str, &str)]) -> Draft {
        let mut content = blank("1.001193", "c1", "1");
        content.answers = answers();
        let mut draft = Draft::new("d".into(), "Khai sinh".into(), content, "t".into());
        let notes = notes
            .iter()
            .map(|(id, note)| ((*id).into(), (*note).into()));
        draft.supplement = Some(Supplement {
            notes: notes.collect(),
            ..Supplement::default()
        });
        draft
    }

    fn answers() -> Map<String, Value> {
        json!({"name": "A"})
            .as_object()
            .cloned()
            .expect("an object")
    }

    fn name() -> SupplementItem {
        let pointer = "/name".into();
        item("i1", SupplementTarget::Answer { pointer })
    }

    #[test]
    fn an_answer_must_change_or_be_explained() {
        let lacks = |draft: &Draft| lacking(draft, &[name()], &answers(), &[]).len();
        assert_eq!(lacks(&draft(&[])), 1);
        assert_eq!(lacks(&draft(&[("i1", "Đúng như giấy khai sinh.")])), 0);
        assert_eq!(lacks(&draft(&[("i1", "  ")])), 1);
        let mut changed = draft(&[]);
        changed.content.answers.insert("name".into(), json!("B"));
        assert_eq!(lacks(&changed), 0);
    }

    #[test]
    fn what_the_form_finds_wrong_in_other_answers_is_not_asked_for() {
        let remark = |pointer: &str| Remark {
            pointer: pointer.into(),
            message: "x".into(),
        };
        let wrong = [remark("/name"), remark("/names"), remark("/name/first")];
        let found = lacking(&draft(&[("i1", "x")]), &[name()], &answers(), &wrong);
        let pointers: Vec<&str> = found.iter().map(|one| one.pointer.as_str()).collect();
        assert_eq!(pointers, ["/name", "/name/first"]);
    }

    #[test]
    fn a_paper_may_be_missing_when_it_is_said_why() {
        let paper = item("i2", SupplementTarget::Paper { requirement: None });
        let lacks =
            |draft: &Draft| lacking(draft, std::slice::from_ref(&paper), &Map::new(), &[]).len();
        assert_eq!(lacks(&draft(&[])), 1);
        assert_eq!(lacks(&draft(&[("i2", "Tôi chưa được cấp.")])), 0);
    }
}
