//! The officer's pages: one column, no script, and only what may be done now.

use axum::response::Response;
use maud::{DOCTYPE, Markup, html};
use motcua_contract::dossier::payment::ObligationState;
use motcua_contract::dossier::{Dossier, DossierSummary};
use motcua_contract::file::StoredFile;
use motcua_contract::profile::MandateKind;
use motcua_contract::submission::DeliveryKind;

use super::form::Typed;
use super::{Case, Listed, respond};
use crate::dossier::life::Step;
use crate::person::mandates;
use crate::web::refusal::Refusal;

/// All dossiers, the last changed first.
pub(super) fn list(listed: &Listed) -> Response {
    let shown = listed.items.len() as u32;
    let main = html! {
        h1 { "Hồ sơ" }
        p { a href="/sandbox/officer/feedback" { "Phản ánh, kiến nghị" } }
        @if listed.items.is_empty() {
            p { "Chưa có hồ sơ nào. Bạn nộp một hồ sơ trên cổng rồi quay lại đây." }
        } @else {
            p { "Hồ sơ " (listed.offset + 1) " đến " (listed.offset + shown) " trong " (listed.total) ", mới thay đổi trước." }
            ol.dossiers start=(listed.offset + 1) {
                @for one in &listed.items {
                    li { (summary(one)) }
                }
            }
        }
        @if listed.offset > 0 {
            p { a href="/sandbox/officer" { "Về trang đầu" } }
        }
        @if listed.offset + shown < listed.total {
            p { a href=(format!("/sandbox/officer?offset={}", listed.offset + shown)) { "Hồ sơ cũ hơn" } }
        }
    };
    respond(document("Hồ sơ", false, &main))
}

fn summary(one: &DossierSummary) -> Markup {
    html! {
        a href=(format!("/sandbox/officer/dossiers/{}", one.code)) { (one.code) }
        " – " (one.service.name) ". "
        strong { (one.status.portal_text.vi) } ". "
        @if let Some(deadline) = &one.deadline { "Hẹn trả " (day(&deadline.promised)) ". " }
        @if one.unread_messages > 0 { "Người nộp chưa đọc " (one.unread_messages) " tin nhắn." }
    }
}

/// One dossier, with what went wrong and what was typed when something did.
pub(super) fn case(case: &Case, refusal: Option<&Refusal>, typed: &Typed) -> Response {
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

pub(super) fn error(refusal: &Refusal) -> Markup {
    html! {
        div.error role="alert" {
            h2 { "Chưa làm được" }
            p { (refusal.words()) }
            ul {
                @for fault in refusal.faults() { li { (fault.message) " (" (fault.pointer) ")" } }
            }
        }
    }
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

/// Files by name, size and hash: enough to compare one with the sender's.
pub(super) fn attached(files: &[StoredFile]) -> Markup {
    html! {
        @if !files.is_empty() {
            ul {
                @for file in files {
                    li { (file.name) ", " (file.bytes) " byte, SHA-256 " code { (file.sha256) } }
                }
            }
        }
    }
}

fn one_move(case: &Case, step: Step, typed: &Typed) -> Markup {
    let fields = match step {
        Step::Receive | Step::Resume | Step::Return => html! {},
        Step::HandOn => line(
            "handOn-unit",
            "Bộ phận giải quyết",
            "Để trống: phòng chuyên môn.",
            typed,
        ),
        Step::Refuse | Step::Stop => {
            let own = word(step);
            html! {
                (area(&format!("{own}-reasons"), "Lý do", "Bắt buộc, mỗi dòng một lý do.", typed))
                (area(&format!("{own}-whatNext"), "Người nộp có thể làm gì tiếp", "Không bắt buộc.", typed))
            }
        }
        Step::AskSupplement => supplement(case, typed),
        Step::SetFee => html! {
            (line("setFee-name", "Khoản phải nộp", "", typed))
            (line("setFee-amount", "Số tiền, đồng", "", typed))
            (line("setFee-basis", "Căn cứ", "Quy định nào đặt ra khoản này.", typed))
        },
        Step::Pause => area("pause-reason", "Lý do tạm dừng", "Bắt buộc.", typed),
        Step::Postpone => html! {
            (area("postpone-reason", "Lý do chậm", "Bắt buộc; đứng trong thư xin lỗi.", typed))
            (line("postpone-days", "Hẹn lại thêm mấy ngày làm việc", "Chỉ được hẹn lại một lần.", typed))
        },
        Step::Decide => html! {
            (line("decide-name", "Tên kết quả", "", typed))
            (area("decide-text", "Nội dung kết quả", "Cổng lập thành tệp, ghi rõ là thử nghiệm.", typed))
        },
        Step::Post => html! {
            (line("post-carrier", "Đơn vị bưu chính", "", typed))
            (line("post-number", "Số bưu gửi", "", typed))
        },
        Step::AnswerSupplement | Step::Settle | Step::Withdraw => return html! {},
    };
    form(word(step), button(&case.dossier, step), &fields)
}

/// A result with a file of the officer's own.
fn own_file(dossier: &Dossier, typed: &Typed) -> Markup {
    let action = format!("/sandbox/officer/dossiers/{}/result", dossier.code);
    html! {
        form method="post" enctype="multipart/form-data" action=(action) aria-label="Ban hành kết quả bằng tệp" {
            (line("decideFile-name", "Tên kết quả", "", typed))
            p.field {
                label for="decideFile-file" { "Tệp PDF của bạn" }
                span.hint id="decideFile-file-hint" {
                    "Cổng không kiểm tra chữ ký số trong tệp và không nói gì về chữ ký."
                }
                input type="file" id="decideFile-file" name="decideFile-file" accept="application/pdf"
                    aria-describedby="decideFile-file-hint";
            }
            button type="submit" { "Ban hành kết quả bằng tệp" }
        }
    }
}

/// What was issued, and how it comes to the person.
fn results(dossier: &Dossier) -> Markup {
    html! {
        @if !dossier.results.is_empty() {
            h2 { "Kết quả" }
            ul {
                @for result in &dossier.results {
                    li {
                        (result.name)
                        @if let Some(file) = &result.file { ": " (file.name) ", " (file.bytes) " byte" }
                        @if let Some(post) = &result.post {
                            ". " (post.carrier) ", số " (post.number)
                            @if let Some(at) = &post.delivered_at { ", giao " (day(at)) }
                        }
                        @if let Some(at) = result.pickup.as_ref().and_then(|pickup| pickup.fetched_at.as_ref()) {
                            ". Nhận tại quầy " (day(at))
                        }
                    }
                }
            }
        }
    }
}

fn supplement(case: &Case, typed: &Typed) -> Markup {
    html! {
        (area("askSupplement-explanation", "Thiếu gì, nhìn chung", "Nêu đủ trong một lần; lần thứ hai chỉ nêu lại mục chưa đạt.", typed))
        fieldset {
            legend { "Mục cần bổ sung" }
            @for part in &case.parts {
                @let item = part.requirement.as_ref().map_or_else(
                    || format!("answer:{}", part.id),
                    |requirement| format!("paper:{requirement}"),
                );
                div.tick {
                    input type="checkbox" name="askSupplement-item" id=(format!("item-{item}"))
                        value=(item) checked[typed.ticked("askSupplement-item", &item)];
                    label for=(format!("item-{item}")) { (part.label) }
                    (line(&format!("askSupplement-reason-{item}"), &format!("Lý do và cách sửa: {}", part.label), "", typed))
                }
            }
        }
        (line("askSupplement-otherTitle", "Giấy tờ khác, ngoài danh sách", "Không bắt buộc.", typed))
        (line("askSupplement-otherReason", "Vì sao cần giấy tờ đó", "", typed))
        (line("askSupplement-days", "Chờ mấy ngày làm việc", "", typed))
    }
}

fn form(own: &str, button: &str, fields: &Markup) -> Markup {
    html! {
        form method="post" aria-label=(button) {
            input type="hidden" name="move" value=(own);
            (fields)
            button type="submit" { (button) }
        }
    }
}

fn line(id: &str, label: &str, hint: &str, typed: &Typed) -> Markup {
    html! {
        p.field {
            label for=(id) { (label) }
            @if !hint.is_empty() { span.hint id=(format!("{id}-hint")) { (hint) } }
            input type="text" id=(id) name=(id) value=(typed.value(id)) autocomplete="off"
                aria-describedby=[(!hint.is_empty()).then(|| format!("{id}-hint"))];
        }
    }
}

fn area(id: &str, label: &str, hint: &str, typed: &Typed) -> Markup {
    html! {
        p.field {
            label for=(id) { (label) }
            @if !hint.is_empty() { span.hint id=(format!("{id}-hint")) { (hint) } }
            textarea id=(id) name=(id) rows="3"
                aria-describedby=[(!hint.is_empty()).then(|| format!("{id}-hint"))] { (typed.value(id)) }
        }
    }
}

fn owed_words(state: ObligationState) -> &'static str {
    match state {
        ObligationState::Due => "chưa hoàn thành",
        ObligationState::Fulfilled => "đã hoàn thành",
        ObligationState::Waived => "được miễn",
        ObligationState::Cancelled => "không phải nộp nữa",
        ObligationState::Unknown => "chưa rõ",
    }
}

/// A step as forms name it.
fn word(step: Step) -> &'static str {
    match step {
        Step::Receive => "receive",
        Step::Refuse => "refuse",
        Step::HandOn => "handOn",
        Step::AskSupplement => "askSupplement",
        Step::AnswerSupplement => "answerSupplement",
        Step::SetFee => "setFee",
        Step::Settle => "settle",
        Step::Pause => "pause",
        Step::Resume => "resume",
        Step::Postpone => "postpone",
        Step::Withdraw => "withdraw",
        Step::Stop => "stop",
        Step::Decide => "decide",
        Step::Post => "post",
        Step::Return => "return",
    }
}

/// What a step's button says: who has the result depends on how it comes.
fn button(dossier: &Dossier, step: Step) -> &'static str {
    match (step, dossier.delivery.kind) {
        (Step::Return, DeliveryKind::Postal) => "Bưu chính đã giao kết quả",
        (Step::Return, DeliveryKind::Counter) => "Người nộp đã nhận tại quầy",
        _ => name(step),
    }
}

/// A step as people name it.
fn name(step: Step) -> &'static str {
    match step {
        Step::Receive => "Tiếp nhận",
        Step::Refuse => "Từ chối tiếp nhận",
        Step::HandOn => "Chuyển bộ phận giải quyết",
        Step::AskSupplement => "Yêu cầu bổ sung",
        Step::AnswerSupplement => "Gửi bổ sung",
        Step::SetFee => "Yêu cầu nộp tiền",
        Step::Settle => "Đã nộp đủ tiền",
        Step::Pause => "Tạm dừng",
        Step::Resume => "Chạy tiếp",
        Step::Postpone => "Xin lỗi và hẹn lại",
        Step::Withdraw => "Rút hồ sơ",
        Step::Stop => "Dừng giải quyết",
        Step::Decide => "Ban hành kết quả",
        Step::Post => "Gửi qua bưu chính",
        Step::Return => "Trả kết quả",
    }
}

fn actor(who: crate::dossier::audit::Actor) -> &'static str {
    use crate::dossier::audit::Actor;
    match who {
        Actor::Citizen => "Người nộp",
        Actor::Officer => "Cán bộ",
        Actor::Portal => "Cổng",
    }
}

/// `2026-10-08T09:12:00+07:00` as Vietnamese write it.
fn day(rfc3339: &str) -> String {
    let part = |range| rfc3339.get(range).unwrap_or_default();
    format!(
        "{} ngày {}/{}/{}",
        part(11..16),
        part(8..10),
        part(5..7),
        part(0..4)
    )
}

pub(super) fn document(heading: &str, failed: bool, main: &Markup) -> Markup {
    html! {
        (DOCTYPE)
        html lang="vi" {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="robots" content="noindex";
                title { @if failed { "Lỗi: " } (heading) " – Cán bộ thử nghiệm" }
                link rel="stylesheet" href="/sandbox/style.css";
            }
            body {
                header {
                    p.sandbox {
                        "Trang cán bộ thử nghiệm. Không có cơ quan nhà nước nào ở đây; ai mở trang này \
                         cũng là cán bộ và thấy mọi hồ sơ thử."
                    }
                }
                main { (main) }
            }
        }
    }
}
