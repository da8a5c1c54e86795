//! The list of dossiers.

use axum::response::Response;
use maud::{Markup, html};
use motcua_contract::dossier::DossierSummary;

use super::super::{Listed, respond};
use super::{day, document};

/// All dossiers, the last changed first.
pub(in super::super) fn list(listed: &Listed) -> Response {
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
