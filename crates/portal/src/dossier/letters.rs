//! The letters that go with a step: what was asked for, why a dossier was turned away or is
//! late, and its result. After the forms of Circular 03/2025/TT-VPCP.

use motcua_contract::dossier::ending::{EndingKind, Reason};
use motcua_contract::dossier::timeline::Handler;
use motcua_contract::text::LocalText;

use super::desk::Desk;
use super::issued::{self, Fresh, Kind, unwritten};
use super::outcome::Apology;
use super::promise::civil;
use super::signatures::{self, Issuing};
use super::supplement::Request;
use crate::moment::Moment;
use crate::paper::letter::{self, Letter, Part};
use crate::web::refusal::Refusal;

/// Form 02: phiếu yêu cầu bổ sung, hoàn thiện hồ sơ.
pub(crate) fn supplement(desk: &Desk<'_>, request: &Request) -> Result<(), Refusal> {
    let points = request.items.iter();
    let points = points.map(|item| (item.title.vi.clone(), item.reason.vi.clone()));
    let parts = vec![
        to(desk),
        Part::Text(request.explanation.vi.clone()),
        Part::Heading("Nội dung cần bổ sung, hoàn thiện".into()),
        Part::Points(points.collect()),
        Part::Facts(vec![
            (
                "Lần yêu cầu",
                format!("{} trên nhiều nhất 2 lần", request.round),
            ),
            ("Bổ sung trước", day(request.answer_by)),
        ]),
    ];
    issue(
        desk,
        (Kind::Supplement, request.round.to_string()),
        ("Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ", "yeu-cau-bo-sung"),
        &request.asked_by,
        parts,
    )
}

/// Form 03, phiếu từ chối tiếp nhận, or form 05, thông báo dừng giải quyết.
pub(crate) fn ending(
    desk: &Desk<'_>,
    kind: EndingKind,
    by: &Handler,
    reasons: &[Reason],
    what_next: Option<&LocalText>,
) -> Result<(), Refusal> {
    let named = match kind {
        EndingKind::Refused => (
            "Phiếu từ chối tiếp nhận giải quyết hồ sơ",
            "tu-choi-tiep-nhan",
        ),
        _ => ("Thông báo dừng giải quyết hồ sơ", "dung-giai-quyet"),
    };
    let points = reasons.iter();
    let points = points.map(|reason| {
        let basis = reason.basis.clone().unwrap_or_default();
        (reason.text.vi.clone(), basis)
    });
    let mut parts = vec![
        to(desk),
        Part::Heading("Lý do".into()),
        Part::Points(points.collect()),
    ];
    if let Some(next) = what_next {
        parts.push(Part::Heading("Bạn có thể làm gì tiếp".into()));
        parts.push(Part::Text(next.vi.clone()));
    }
    issue(desk, (Kind::Ending, String::new()), named, by, parts)
}

/// Form 04: văn bản xin lỗi và đề nghị gia hạn thời gian giải quyết.
pub(crate) fn apology(desk: &Desk<'_>, by: &Handler, apology: &Apology) -> Result<(), Refusal> {
    let parts = vec![
        to(desk),
        Part::Text("Chúng tôi xin lỗi vì hồ sơ của bạn không xong đúng hẹn.".into()),
        Part::Text(apology.reason.vi.clone()),
        Part::Facts(vec![
            ("Ngày hẹn trước", day(apology.previous)),
            ("Ngày hẹn mới", day(apology.promised)),
            ("Số lần hẹn lại", "1 trên nhiều nhất 1 lần".into()),
        ]),
    ];
    let named = (
        "Văn bản xin lỗi và hẹn lại ngày trả kết quả",
        "xin-loi-hen-lai",
    );
    issue(desk, (Kind::Apology, String::new()), named, by, parts)
}

/// The result itself, signed where the portal has a seal.
pub(crate) fn result(
    desk: &Desk<'_>,
    by: &Handler,
    (id, name, text): (i64, &str, &str),
    issuing: &Issuing<'_>,
) -> Result<(), Refusal> {
    let parts = vec![
        Part::Facts(vec![
            ("Cấp cho", desk.filed.applicant.clone()),
            ("Thủ tục", desk.filed.service_name.clone()),
        ]),
        Part::Text(text.into()),
    ];
    let about = (Kind::Result, id.to_string());
    let mut paper = written(desk, about, (name, "ket-qua"), by, parts)?;
    let looked;
    (paper.content, looked) = issuing.signed(paper.content, desk.now)?;
    issued::keep(desk.transaction, desk.id, &paper, desk.now)?;
    Ok(signatures::keep(desk.transaction, id, looked.as_ref())?)
}

fn to(desk: &Desk<'_>) -> Part {
    let filed = &desk.filed;
    Part::Facts(vec![
        ("Kính gửi", filed.applicant.clone()),
        ("Thủ tục", filed.service_name.clone()),
        ("Nộp lúc", day(filed.filed_at)),
    ])
}

fn day(at: Moment) -> String {
    civil(at).strftime("%H:%M ngày %d/%m/%Y").to_string()
}

fn issue(
    desk: &Desk<'_>,
    about: (Kind, String),
    named: (&str, &str),
    by: &Handler,
    parts: Vec<Part>,
) -> Result<(), Refusal> {
    let paper = written(desk, about, named, by, parts)?;
    Ok(issued::keep(desk.transaction, desk.id, &paper, desk.now)?)
}

fn written(
    desk: &Desk<'_>,
    (kind, about): (Kind, String),
    (title, file): (&str, &str),
    by: &Handler,
    parts: Vec<Part>,
) -> Result<Fresh, Refusal> {
    let code = &desk.filed.code;
    let letter = Letter {
        agency: by.agency.as_deref().unwrap_or_default(),
        unit: by.unit.as_deref().unwrap_or_default(),
        title,
        sandbox: desk.settings.portal.sandbox,
        code: code.as_str(),
        at: &desk.now.rfc3339(),
        parts,
    };
    Ok(Fresh {
        kind,
        name: format!(
            "{file}-{code}{}.pdf",
            if about.is_empty() {
                String::new()
            } else {
                format!("-{about}")
            }
        ),
        about,
        media_type: "application/pdf".into(),
        content: letter::pdf(&letter).map_err(unwritten)?,
    })
}
