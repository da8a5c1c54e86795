//! The person's own steps: answering what was asked for, and taking a dossier back.

use std::collections::HashSet;

use motcua_contract::dossier::ending::{EndingKind, Reason};
use motcua_contract::dossier::supplement::{AnswerSupplement, AnsweredItem, SupplementTarget};
use motcua_contract::problem::Fault;
use motcua_contract::submission::Paper;
use motcua_contract::text::LocalText;
use motcua_forms::{Day, Setting};
use serde_json::{Value, json};

use super::behalf;
use super::desk::{Desk, NotTaken};
use super::essence;
use super::ground::{composed, counted, fault};
use super::life::{Step, Who};
use super::moves::TEXT_CHARACTERS;
use super::papers::{self, Chosen};
use super::rows;
use super::supplement::{self, Given, Item, Request};
use super::{handlers, outcome};
use crate::places::Places;
use crate::session::Owner;
use crate::web::refusal::Refusal;

/// What an answer is held against.
pub(crate) struct Rules<'a> {
    pub(crate) form: &'a motcua_forms::Form,
    pub(crate) places: &'a Places,
}

/// Answers a request: all of its items together, or nothing.
pub(crate) fn answer(
    desk: &mut Desk<'_>,
    owner: &Owner,
    asked: &str,
    sent: &AnswerSupplement,
    rules: &Rules<'_>,
) -> Result<(), NotTaken> {
    let requests = supplement::of_dossier(desk.transaction, desk.id)?;
    let request = requests.into_iter().find(|request| request.name() == asked);
    let request = request.ok_or_else(Refusal::not_found)?;
    if request.answered_at.is_some() {
        return Err(Refusal::not_now("Bạn đã gửi phần bổ sung này rồi.").into());
    }
    desk.allows(Who::Citizen, Step::AnswerSupplement)?;
    let pairs = paired(&request, sent)?;
    let files = files(desk, owner, &pairs)?;
    let mended = mended(desk, &pairs, &files, rules)?;
    for (at, item, answered) in &pairs {
        keep(desk, owner, item, answered, &files[*at])?;
    }
    if mended != desk.filed.answers {
        let sha256 = essence::sha256(&Value::Object(mended.clone()));
        rows::mend(desk.transaction, desk.id, &mended, &sha256)?;
    }
    let count = pairs.len();
    let text = LocalText::new(
        format!("Bạn đã gửi đủ {count} mục bổ sung."),
        format!("You have sent all {count} items."),
    );
    let officer = desk.officer();
    let step = (Who::Citizen, Step::AnswerSupplement);
    desk.take(
        step,
        officer,
        text,
        &json!({"request": asked, "items": count}),
    )?;
    let promised = desk.filed.promise.as_ref().ok().map(|promise| promise.due);
    supplement::answered(desk.transaction, request.id, promised, desk.now)?;
    Ok(())
}

/// Takes a dossier back.
pub(crate) fn withdraw(desk: &mut Desk<'_>, reason: Option<&str>) -> Result<(), NotTaken> {
    let reason = reason.map(str::trim).filter(|reason| !reason.is_empty());
    if reason.is_some_and(|reason| reason.chars().count() > TEXT_CHARACTERS) {
        let message = format!("Viết tối đa {TEXT_CHARACTERS} ký tự.");
        return Err(Refusal::answers(vec![fault("/reason", "tooLong", &message)]).into());
    }
    let text = LocalText::new("Bạn đã rút hồ sơ.", "You withdrew the dossier.");
    let step = (Who::Citizen, Step::Withdraw);
    desk.take(step, handlers::citizen(), text, &json!({}))?;
    let reasons = reason.map(|reason| Reason {
        text: LocalText {
            vi: reason.into(),
            en: None,
        },
        basis: None,
        requirement: None,
    });
    let next = LocalText::new(
        "Bạn có thể nộp lại hồ sơ bất cứ lúc nào.",
        "You can file again at any time.",
    );
    let reasons: Vec<Reason> = reasons.into_iter().collect();
    let how = (&handlers::citizen(), desk.now);
    outcome::end(
        desk.transaction,
        desk.id,
        EndingKind::Withdrawn,
        how,
        &reasons,
        Some(&next),
    )?;
    Ok(())
}

type Pair<'a> = (usize, &'a Item, &'a AnsweredItem);

/// Each item with what was sent for it; nothing missing, nothing twice, nothing else.
fn paired<'a>(request: &'a Request, sent: &'a AnswerSupplement) -> Result<Vec<Pair<'a>>, Refusal> {
    let mut faults = Vec::new();
    let mut pairs = Vec::new();
    let mut seen = HashSet::new();
    for (at, answered) in sent.items.iter().enumerate() {
        let mut items = request.items.iter();
        let item = items.find(|item| item.name() == answered.item);
        match item {
            None => {
                let message = "Yêu cầu bổ sung không có mục này.";
                faults.push(fault(&format!("/items/{at}/item"), "unknown", message));
            }
            Some(item) if !seen.insert(item.id) => {
                let message = "Mỗi mục chỉ gửi một lần.";
                faults.push(fault(&format!("/items/{at}/item"), "repeated", message));
            }
            Some(item) => {
                faults.extend(incomplete(at, item, answered));
                pairs.push((at, item, answered));
            }
        }
    }
    for item in request.items.iter().filter(|item| !seen.contains(&item.id)) {
        let message = format!(
            "Còn thiếu: {}. Bạn gửi tất cả các mục cùng lúc.",
            item.title.vi
        );
        faults.push(fault("/items", "required", &message));
    }
    if faults.is_empty() {
        Ok(pairs)
    } else {
        Err(Refusal::answers(faults))
    }
}

/// What is missing in what was sent for an item.
fn incomplete(at: usize, item: &Item, sent: &AnsweredItem) -> Option<Fault> {
    let note = sent.note.as_deref().unwrap_or_default();
    if note.chars().count() > TEXT_CHARACTERS {
        let message = format!("Viết tối đa {TEXT_CHARACTERS} ký tự.");
        return Some(fault(&format!("/items/{at}/note"), "tooLong", &message));
    }
    match item.target {
        SupplementTarget::Answer { .. } if sent.answer.is_none() => {
            let message = "Trả lời lại câu hỏi này.";
            Some(fault(&format!("/items/{at}/answer"), "required", message))
        }
        SupplementTarget::Paper { .. } | SupplementTarget::Unknown
            if sent.uploads.is_empty() && sent.held.is_none() && note.trim().is_empty() =>
        {
            let message = "Gửi tệp, hoặc viết vì sao bạn không có giấy tờ này.";
            Some(fault(&format!("/items/{at}/uploads"), "required", message))
        }
        _ => None,
    }
}

/// The files for each item, in the order of what was sent.
fn files(desk: &Desk<'_>, owner: &Owner, pairs: &[Pair<'_>]) -> Result<Vec<Vec<Chosen>>, Refusal> {
    let most = pairs.iter().map(|(at, ..)| at + 1).max().unwrap_or(0);
    let mut all: Vec<Vec<Chosen>> = (0..most).map(|_| Vec::new()).collect();
    let behalf = behalf::of_dossier(desk.transaction, desk.id)?;
    let for_another = behalf.is_some_and(|behalf| behalf.person.as_ref() != Some(owner));
    let picking = papers::Picking::new(desk.transaction, owner, desk.now);
    let mut picking = picking.for_another(for_another);
    for (at, item, sent) in pairs {
        let paper = Paper {
            requirement: requirement(item),
            uploads: sent.uploads.clone(),
            held: sent.held.clone(),
        };
        all[*at] = picking.pick(&format!("/items/{at}"), &paper, &item.title.vi)?;
    }
    picking.finish()?;
    Ok(all)
}

/// Under which requirement the files of an item stand; one that no list has stands alone.
fn requirement(item: &Item) -> String {
    match &item.target {
        SupplementTarget::Paper {
            requirement: Some(requirement),
        } => requirement.clone(),
        _ => item.name(),
    }
}

/// The dossier's answers with those that were mended, as the form takes them.
fn mended(
    desk: &Desk<'_>,
    pairs: &[Pair<'_>],
    files: &[Vec<Chosen>],
    rules: &Rules<'_>,
) -> Result<motcua_contract::opaque::Opaque, Refusal> {
    let mut answers = desk.filed.answers.clone();
    let mut places = Vec::new();
    for (at, item, sent) in pairs {
        if let (SupplementTarget::Answer { pointer }, Some(answer)) = (&item.target, &sent.answer) {
            let field = pointer.trim_start_matches('/');
            answers.insert(field.to_owned(), answer.clone());
            places.push((pointer.clone(), *at));
        }
    }
    if places.is_empty() {
        return Ok(answers);
    }
    let held = rows::files(desk.transaction, desk.id)?;
    let mut now_held: Vec<Paper> = Vec::new();
    let new = files.iter().flatten().map(Chosen::requirement);
    let kept = held.iter().filter(|file| !file.replaced);
    for requirement in kept.map(|file| file.requirement.as_str()).chain(new) {
        now_held.push(Paper {
            requirement: requirement.to_owned(),
            uploads: vec![String::new()],
            held: None,
        });
    }
    let setting = Setting {
        today: Day::parse(&desk.now.day()).ok_or_else(Refusal::internal)?,
        case: &desk.filed.case,
        places: Some(rules.places),
    };
    match rules
        .form
        .check(&composed(&answers), &counted(&now_held), &setting)
    {
        Ok(complete) => Ok(complete.into_answers()),
        Err(wrong) => Err(Refusal::answers(
            wrong
                .into_iter()
                .map(|wrong| {
                    let of = places.iter().find(|(pointer, _)| {
                        wrong.pointer == *pointer
                            || wrong.pointer.starts_with(&format!("{pointer}/"))
                    });
                    let place = match of {
                        Some((pointer, at)) => {
                            format!("/items/{at}/answer{}", &wrong.pointer[pointer.len()..])
                        }
                        None => "/items".into(),
                    };
                    fault(&place, wrong.code, &wrong.message.vi)
                })
                .collect(),
        )),
    }
}

fn keep(
    desk: &Desk<'_>,
    owner: &Owner,
    item: &Item,
    sent: &AnsweredItem,
    files: &[Chosen],
) -> Result<(), Refusal> {
    let code = desk.filed.code.as_str();
    if !files.is_empty() {
        papers::send_for(
            desk.transaction,
            owner,
            (desk.id, code),
            item.id,
            files,
            desk.now,
        )?;
        rows::replace(desk.transaction, desk.id, &requirement(item), item.id)?;
    }
    let answer = match (&item.target, &sent.answer) {
        (SupplementTarget::Answer { pointer }, Some(answer)) => {
            let field = pointer.trim_start_matches('/');
            let before = desk.filed.answers.get(field).cloned();
            Some((before.unwrap_or_default(), answer.clone()))
        }
        _ => None,
    };
    let given = Given {
        note: sent.note.clone(),
        answer,
    };
    Ok(supplement::give(desk.transaction, item.id, &given)?)
}
