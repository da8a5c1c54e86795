//! A form for any procedure, derived from what the catalogue says about it.
//!
//! It asks which case it is where there are several, who applies, what is asked for in
//! free words, and for each paper; the official declaration is one of the papers. It
//! demands nothing that the catalogue does not name, except who applies.

use motcua_contract::service::Service;
use motcua_contract::text::LocalText;
use serde_json::{Map, Value, json};

use super::Filing;

mod applicant;
mod cases;
mod papers;

use cases::Cases;

/// The version of the definition's format that these forms are written in.
const FORMAT: u32 = motcua_forms::VERSION;

/// What the portal says of a service that has no form by hand.
pub(super) fn filing(service: &Service) -> Filing {
    let cases = Cases::of(service);
    let mut sections = Vec::new();
    sections.extend(cases.section());
    sections.push(applicant::section(&service.audience));
    sections.push(request(service));
    sections.extend(papers::section(service, &cases));
    Filing {
        definition: Map::from_iter([
            ("version".into(), FORMAT.into()),
            ("service".into(), service.code.clone().into()),
            (
                "source".into(),
                "Lập từ thành phần hồ sơ trong danh mục thủ tục hành chính; đơn, tờ khai theo mẫu \
                 là một giấy tờ trong hồ sơ."
                    .into(),
            ),
            ("sections".into(), sections.into()),
        ]),
        statement: LocalText::new(
            "Tôi xác nhận những nội dung khai và giấy tờ gửi kèm là đúng sự thật và chịu trách \
             nhiệm trước pháp luật về việc này.",
            "I confirm that what I have stated and the papers I send are true, and I answer for \
             it before the law.",
        ),
        signature: false,
        guests: true,
    }
}

/// What one asks for. With a declaration among the papers that says it, one may be brief.
fn request(service: &Service) -> Value {
    let lines = service.cases.iter().flat_map(|case| &case.requirements);
    let mut papers = lines.filter(|line| line.is_paper());
    let declared = papers.any(papers::is_declaration);
    let hint = if declared {
        words(
            "Không bắt buộc: đơn hoặc tờ khai trong hồ sơ đã nêu việc này.",
            "Optional: the declaration among the papers says it already.",
        )
    } else {
        words(
            "Nêu rõ việc cần giải quyết và thông tin để cơ quan tìm đúng hồ sơ.",
            "Say what has to be settled, and what helps the authority find the right record.",
        )
    };
    json!({
        "id": "request",
        "title": words("Nội dung đề nghị", "What you ask for"),
        "pages": [{
            "id": "request",
            "title": words("Bạn đề nghị việc gì?", "What do you ask for?"),
            "fields": [{
                "id": "request",
                "label": words("Nội dung đề nghị", "What you ask for"),
                "hint": hint,
                "kind": "longText",
                "required": !declared,
            }],
        }],
    })
}

/// Words in both languages.
fn words(vi: &str, en: &str) -> Value {
    json!({"vi": vi, "en": en})
}

/// The catalogue's own words, which have no English.
fn official(text: &str) -> Value {
    words(text, text)
}

#[cfg(test)]
mod tests;
