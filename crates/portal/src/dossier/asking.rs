//! Asking for more: one itemised list, and the second time nothing that was not asked for the
//! first time.

use motcua_contract::dossier::supplement::{SupplementState, SupplementTarget};
use motcua_contract::dossier::timeline::Handler;
use motcua_contract::problem::Fault;
use motcua_contract::text::LocalText;
use serde_json::Value;

use super::desk::{Desk, NotTaken};
use super::essence;
use super::ground::fault;
use super::handlers;
use super::letters;
use super::life::{Step, Who};
use super::moves::Asked;
use super::promise::{civil, closing, moment};
use super::supplement::{self, Item, Request};
use crate::forms::kept;
use crate::moment::Moment;
use crate::web::refusal::Refusal;

/// Asks the person for everything that is missing; `days` are working days to answer in.
pub(super) fn ask(
    desk: &mut Desk<'_>,
    (explanation, asked, days): (&str, &[Asked], u32),
    officer: &Handler,
    detail: &Value,
) -> Result<(), NotTaken> {
    let before = supplement::of_dossier(desk.transaction, desk.id)?;
    let items = items(desk, asked, &before)?;
    let again: Vec<_> = items
        .iter()
        .map(|item| (item.target.clone(), item.reason.clone()))
        .collect();
    supplement::judge(desk.transaction, desk.id, &again)?;
    let answer_by = answer_by(desk, days);
    let request = Request {
        id: 0,
        round: desk.life.rounds + 1,
        asked_by: officer.clone(),
        asked_at: desk.now,
        answer_by,
        explanation: LocalText {
            vi: explanation.into(),
            en: None,
        },
        promised_before: desk.filed.promise.as_ref().ok().map(|promise| promise.due),
        promised_after: None,
        answered_at: None,
        items,
    };
    let count = request.items.len();
    let text = LocalText::new(
        format!("Cơ quan chờ bạn bổ sung {count} mục."),
        format!("The authority waits for {count} items from you."),
    );
    let step = (Who::Officer, Step::AskSupplement);
    desk.take(step, handlers::citizen(), text, detail)?;
    supplement::keep(desk.transaction, desk.id, &request)?;
    Ok(letters::supplement(desk, &request)?)
}

/// The end of the last working day to answer on.
fn answer_by(desk: &Desk<'_>, days: u32) -> Moment {
    let on = desk.calendar();
    let last = on.days.after(civil(desk.now).date(), days);
    moment(closing(last, on.hours))
}

/// The items as they are kept: each of the form's own papers and answers, and the second time
/// nothing that was not asked for the first time.
fn items(desk: &Desk<'_>, asked: &[Asked], before: &[Request]) -> Result<Vec<Item>, NotTaken> {
    let form = kept::find(desk.transaction, &desk.filed.form_version)?;
    let Some(Ok(form)) = form else {
        return Err(Refusal::internal().into());
    };
    let definition = form.for_case(&desk.filed.case).definition;
    let parts = essence::parts(&definition);
    let mut faults: Vec<Fault> = Vec::new();
    let mut items = Vec::new();
    for (at, one) in asked.iter().enumerate() {
        let pointer = format!("/items/{at}/target");
        let part = match &one.target {
            SupplementTarget::Paper { requirement: None } => None,
            SupplementTarget::Paper {
                requirement: Some(id),
            } => parts.iter().find(|part| part.requirement == Some(id)),
            SupplementTarget::Answer { pointer } => parts
                .iter()
                .find(|part| pointer.strip_prefix('/') == Some(part.id)),
            SupplementTarget::Unknown => None,
        };
        let free = one.target == SupplementTarget::Paper { requirement: None };
        if part.is_none() && !free {
            let message = "Biểu mẫu của hồ sơ không có giấy tờ hoặc câu hỏi này.";
            faults.push(fault(&pointer, "unknown", message));
            continue;
        }
        let title = one.title.clone().map(|vi| LocalText { vi, en: None });
        let Some(title) = title.or_else(|| part.map(|part| part.label.clone())) else {
            let message = "Nêu tên giấy tờ cần bổ sung.";
            faults.push(fault(&format!("/items/{at}/title"), "required", message));
            continue;
        };
        let asked_for = |request: &Request| {
            let mut items = request.items.iter();
            items.any(|item| item.target == one.target && (!free || item.title.vi == title.vi))
        };
        if before.first().is_some_and(|first| !asked_for(first)) {
            let message = "Lần đầu chưa yêu cầu mục này. Mọi thiếu sót phải nêu đủ trong một lần, nên lần \
                           hai chỉ nêu lại mục bổ sung chưa đạt.";
            faults.push(fault(&pointer, "notAskedBefore", message));
            continue;
        }
        items.push(Item {
            id: 0,
            target: one.target.clone(),
            title,
            reason: LocalText {
                vi: one.reason.clone(),
                en: None,
            },
            state: SupplementState::Open,
            outcome: None,
        });
    }
    if faults.is_empty() {
        Ok(items)
    } else {
        Err(Refusal::answers(faults).into())
    }
}
