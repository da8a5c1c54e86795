//! One dossier: how it stands, what may be done now, and all that happened.

use axum::response::Response;
use maud::{Markup, html};
use motcua_contract::dossier::Dossier;
use motcua_contract::profile::MandateKind;

use super::super::form::Typed;
use super::super::{Case, respond};
use super::fields::{area, form};
use super::moves::one_move;
use super::results::{own_file, results};
use super::words::{actor, name, owed_words};
use super::{attached, day, document, error};
use crate::dossier::life::Step;
use crate::person::mandates;
use crate::web::refusal::Refusal;

/// One dossier, with what went wrong and what was typed when something did.
pub(in super::super) fn case(case: &Case, refusal: Option<&Refusal>, typed: &Typed) -> Response {
    let dossier = &case.dossier;
    let heading = format!("Hồ sơ {}", dossier.code);
    let main = html! {
        p { a href="/sandbox/officer" { "Tất cả hồ sơ" } }
        h1 { (heading) }
        @if let Some(refusal) = refusal { (error(refusal)) }
        (facts(dossier))
        h2 #moves { "Việc có thể làm lúc này" }
        @if case.moves.is_empty() { p { "Không có việc nào: hồ sơ đang chờ người nộp, hoặc đã kết thúc." } }
        @for step in &case.moves { (one_move(case, *step, typed)) }
        @if case.moves.contains(&Step::Decide) { (own_file(dossier, typed)) }
        (results(dossier))
        h2 { "Tin nhắn" }
        ol {
            @for message in &case.messages {
                li { (day(&message.at)) ", " (message.from.officer.as_deref().unwrap_or("Người nộp")) ": " (message.text) (attached(&message.attachments)) }
            }
        }
        (form("write", "Gửi tin nhắn", &html! {
            (area("write-text", "Nội dung", "Người nộp đọc được ngay trong hồ sơ.", typed))
        }))
        (papers(dossier))
        h2 { "Diễn biến" }
        ol {
            @for entry in &dossier.timeline {
                li { time datetime=(entry.since) { (day(&entry.since)) } ": " (entry.text.vi) }
            }
        }
        h2 { "Nhật ký kiểm soát" }
        ol {
            @for line in &case.audit {
                li {
                    (day(&line.at)) ": " (actor(line.who)) " – " (name(line.step))
                    @if let Some(why) = &line.refused { " – bị từ chối: " (why) }
                }
            }
        }
    };
    respond(document(&heading, refusal.is_some(), &main))
}

fn facts(dossier: &Dossier) -> Markup {
    html! {
        dl {
            dt { "Thủ tục" } dd { (dossier.service.name) }
            @if let Some(by) = &dossier.filed_by {
                dt { "Người được nộp thay" } dd { (dossier.applicant) }
                dt { "Người nộp thay" } dd { (by) ", với tư cách " (role(dossier)) }
            } @else {
                dt { "Người nộp" } dd { (dossier.applicant) }
            }
            dt { "Tình trạng" } dd { (dossier.status.portal_text.vi) ". " (dossier.status.meaning.vi) }
            dt { "Nộp lúc" } dd { (day(&dossier.filed_at)) }
            @if let Some(deadline) = &dossier.deadline {
                dt { "Hẹn trả" }
                dd { (day(&deadline.promised)) ", còn " (deadline.working_days_left) " ngày làm việc" }
            }
            @for owed in &dossier.payments.obligations {
                dt { (owed.name) }
                dd { (crate::money::dong(owed.amount)) ", " (owed_words(owed.state)) }
            }
        }
    }
}

/// As what somebody filed for the applicant.
fn role(dossier: &Dossier) -> String {
    mandates::in_words(dossier.filed_as.unwrap_or(MandateKind::Unknown)).vi
}

fn papers(dossier: &Dossier) -> Markup {
    html! {
        h2 { "Giấy tờ và câu trả lời đã nộp" }
        ul {
            @for paper in &dossier.content.papers {
                li { (paper.name) ": " (paper.files.len()) " tệp" }
            }
        }
        dl {
            @for (id, answer) in &dossier.content.answers {
                dt { (id) }
                dd { (answer.as_str().map_or_else(|| answer.to_string(), str::to_owned)) }
            }
        }
    }
}
