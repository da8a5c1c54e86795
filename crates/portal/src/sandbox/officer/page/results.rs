//! Results: a form for a file of the officer's own, and what was issued, with what the portal
//! found on its signatures.

use maud::{Markup, html};
use motcua_contract::dossier::Dossier;
use motcua_contract::dossier::result::{DossierResult, SignatureFacts, SignatureVerdict};

use super::super::form::Typed;
use super::day;
use super::fields::line;

/// A result with a file of the officer's own.
pub(super) fn own_file(dossier: &Dossier, typed: &Typed) -> Markup {
    let action = format!("/sandbox/officer/dossiers/{}/result", dossier.code);
    html! {
        form method="post" enctype="multipart/form-data" action=(action) aria-label="Ban hành kết quả bằng tệp" {
            (line("decideFile-name", "Tên kết quả", "", typed))
            p.field {
                label for="decideFile-file" { "Tệp PDF của bạn" }
                span.hint id="decideFile-file-hint" {
                    "Cổng kiểm tra chữ ký số trong tệp và cho người nộp biết kết quả kiểm tra. \
                     Cổng vẫn nhận tệp không có chữ ký hoặc có chữ ký không hợp lệ."
                }
                input type="file" id="decideFile-file" name="decideFile-file" accept="application/pdf"
                    aria-describedby="decideFile-file-hint";
            }
            button type="submit" { "Ban hành kết quả bằng tệp" }
        }
    }
}

/// What was issued, and how it comes to the person.
pub(super) fn results(dossier: &Dossier) -> Markup {
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
                        (signatures(result))
                    }
                }
            }
        }
    }
}

/// What is known of the signatures of a result's file.
fn signatures(result: &DossierResult) -> Markup {
    html! {
        @if let Some(at) = &result.signatures_checked_at {
            @if result.signatures.is_empty() {
                p { "Tệp không có chữ ký điện tử (kiểm tra lúc " (day(at)) ")." }
            } @else {
                ul { @for facts in &result.signatures { li { (signature(facts)) } } }
            }
        }
    }
}

fn signature(facts: &SignatureFacts) -> Markup {
    let verdict = match facts.verdict {
        SignatureVerdict::Valid => "Chữ ký hợp lệ",
        SignatureVerdict::Invalid => "Chữ ký không hợp lệ",
        SignatureVerdict::Unchecked => "Chưa kết luận được về chữ ký",
    };
    html! {
        strong { (verdict) } ". "
        @if !facts.signer.is_empty() { "Người ký: " (facts.signer) "; nơi cấp chứng thư: " (facts.issuer) ". " }
        @if let Some(at) = &facts.signed_at { "Giờ ký ghi trong tệp: " (day(at)) ". " }
        @if let Some(text) = &facts.text { (text.vi) }
    }
}
