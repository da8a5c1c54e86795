//! Giấy tiếp nhận hồ sơ và hẹn trả kết quả, after form 01 of Circular 03/2025/TT-VPCP.

use krilla::error::KrillaError;
use motcua_contract::dossier::receipt::Receipt;
use motcua_contract::portal::Counter;
use motcua_contract::submission::{Delivery, DeliveryKind};
use qrcode::{Color, EcLevel, QrCode};

use super::sheet::{Align, Column, Sheet};

/// The side of the QR code in points: 3 cm, which a phone reads from an arm's length.
const QR_SIDE: f32 = 85.0;
const TITLE: &str = "Giấy tiếp nhận hồ sơ và hẹn trả kết quả";

const PAPERS: [Column; 4] = [
    Column {
        title: "Số thứ tự",
        share: 0.1,
    },
    Column {
        title: "Thành phần hồ sơ",
        share: 0.46,
    },
    Column {
        title: "Số tệp",
        share: 0.1,
    },
    Column {
        title: "Mã kiểm tra SHA-256 của tệp",
        share: 0.34,
    },
];

/// What the paper says that the receipt's content does not.
pub(crate) struct Issue<'a> {
    /// A trial portal says so at the head of what it issues.
    pub(crate) sandbox: bool,
    /// Where the result is handed over or sent, in a line.
    pub(crate) delivery: &'a str,
    /// The time the procedure states ("8 ngày làm việc"), or that it states none.
    pub(crate) stated_time: &'a str,
}

/// The receipt as a tagged PDF.
///
/// # Errors
/// When the file cannot be written as PDF/UA-1, which no content should bring about.
pub(crate) fn pdf(receipt: &Receipt, issue: &Issue<'_>) -> Result<Vec<u8>, KrillaError> {
    let mut sheet = Sheet::new();
    let by = &receipt.received_by;
    if let Some(agency) = &by.agency {
        sheet.paragraph(&agency.to_uppercase(), true, Align::Centre);
    }
    if let Some(unit) = &by.unit {
        sheet.paragraph(&unit.to_uppercase(), true, Align::Centre);
    }
    sheet.space(0.5);
    sheet.paragraph("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", true, Align::Centre);
    sheet.paragraph("Độc lập - Tự do - Hạnh phúc", true, Align::Centre);
    sheet.heading(1, &TITLE.to_uppercase(), Align::Centre);
    if issue.sandbox {
        let words = "Cổng thử nghiệm cấp giấy này; không có cơ quan nhà nước nào nhận hồ sơ và giấy \
                     không có giá trị pháp lý.";
        sheet.paragraph(words, true, Align::Centre);
    }
    let code = receipt.code.as_str();
    sheet.paragraph(&format!("Mã hồ sơ: {code}"), true, Align::Left);
    qr(&mut sheet, &receipt.qr);

    sheet.heading(2, "Hồ sơ", Align::Left);
    let service = format!(
        "{} (mã thủ tục {})",
        receipt.service.name, receipt.service.code
    );
    let mut facts = vec![("Tiếp nhận hồ sơ của", receipt.applicant.clone())];
    facts.extend(receipt.filed_by.clone().map(|by| ("Người nộp thay", by)));
    facts.extend([
        ("Nội dung yêu cầu giải quyết", service),
        ("Số lượng hồ sơ", "01 bộ, nộp trực tuyến".into()),
        ("Thời gian nhận hồ sơ", moment(&receipt.received_at)),
        (
            "Thời gian giải quyết theo quy định",
            issue.stated_time.into(),
        ),
        ("Thời gian trả kết quả", promised(receipt)),
        ("Đăng ký nhận kết quả", issue.delivery.into()),
    ]);
    sheet.facts(&facts);

    sheet.heading(2, "Thành phần hồ sơ đã nhận", Align::Left);
    if receipt.papers.is_empty() {
        sheet.paragraph(
            "Chỉ có tờ khai điện tử, không có tệp kèm theo.",
            false,
            Align::Left,
        );
    } else {
        sheet.table(&PAPERS, &papers(receipt));
    }

    sheet.heading(2, "Khi cần hỏi", Align::Left);
    if let Some(counter) = &receipt.counter {
        let words = format!("{}, {}", counter.name.vi, counter.address);
        sheet.paragraph(&words, false, Align::Left);
    }
    let words = match &receipt.hotline {
        Some(hotline) => format!("Gọi {} và đọc mã hồ sơ.", hotline.phone),
        None => "Tra cứu trên cổng bằng mã hồ sơ.".into(),
    };
    sheet.paragraph(&words, false, Align::Left);
    let officer = by.officer.as_deref().unwrap_or("Hệ thống tự động của cổng");
    sheet.paragraph(
        &format!("Người tiếp nhận hồ sơ: {officer}"),
        false,
        Align::Left,
    );
    sheet.finish(&format!("{TITLE} {code}"))
}

fn qr(sheet: &mut Sheet, text: &str) {
    // A code too long for a QR code stands in print alone.
    let Ok(code) = QrCode::with_error_correction_level(text, EcLevel::M) else {
        return;
    };
    let dark: Vec<bool> = code
        .to_colors()
        .iter()
        .map(|color| *color == Color::Dark)
        .collect();
    let words = format!("Mã QR chứa mã hồ sơ {text}");
    sheet.squares(&dark, code.width(), QR_SIDE, &words);
}

fn papers(receipt: &Receipt) -> Vec<[String; 4]> {
    let lines = receipt.papers.iter().enumerate();
    lines
        .map(|(at, paper)| {
            [
                (at + 1).to_string(),
                paper.name.clone(),
                paper.files.to_string(),
                paper.sha256.join(" "),
            ]
        })
        .collect()
}

fn promised(receipt: &Receipt) -> String {
    match (&receipt.deadline, &receipt.no_deadline) {
        (Some(deadline), _) => {
            let why = deadline.explanation.as_ref().map(|why| why.vi.as_str());
            format!(
                "{}. {}",
                moment(&deadline.promised),
                why.unwrap_or_default()
            )
        }
        (None, Some(why)) => why.vi.clone(),
        (None, None) => "Chưa có ngày hẹn".into(),
    }
}

/// One line on how the person gets the result.
pub(crate) fn delivery_in_words(delivery: &Delivery, counter: Option<&Counter>) -> String {
    match delivery.kind {
        DeliveryKind::Online => "Trực tuyến, tệp có ký số trên cổng".into(),
        DeliveryKind::Postal => match &delivery.address {
            Some(to) => format!("Qua bưu chính công ích, gửi {}, {}", to.name, to.detail),
            None => "Qua bưu chính công ích".into(),
        },
        DeliveryKind::Counter => match counter {
            Some(counter) => format!("Trực tiếp tại {}", counter.name.vi),
            None => "Trực tiếp tại nơi tiếp nhận hồ sơ".into(),
        },
        DeliveryKind::Unknown => "Theo cách đã chọn khi nộp".into(),
    }
}

/// `2026-10-08T09:12:00+07:00` as Vietnamese write it.
pub(super) fn moment(rfc3339: &str) -> String {
    let part = |range| rfc3339.get(range).unwrap_or_default();
    format!(
        "{} giờ {} phút, ngày {}/{}/{}",
        part(11..13),
        part(14..16),
        part(8..10),
        part(5..7),
        part(0..4)
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sample() -> Receipt {
        let json = include_str!("../../../contract/samples/getReceipt.json");
        serde_json::from_str(json).expect("the contract's sample")
    }

    fn written(receipt: &Receipt) -> Vec<u8> {
        let issue = Issue {
            sandbox: true,
            delivery: "Trực tiếp",
            stated_time: "2 ngày làm việc",
        };
        pdf(receipt, &issue).expect("a file")
    }

    #[test]
    fn the_file_is_tagged_pdf_ua_in_vietnamese_with_a_title() {
        let file = written(&sample());
        let text = String::from_utf8_lossy(&file);
        let parts = [
            "/StructTreeRoot",
            "/Lang",
            "/DisplayDocTitle true",
            "pdfuaid:part",
        ];
        for part in parts {
            assert!(text.contains(part), "{part}");
        }
    }

    #[test]
    fn names_in_other_scripts_and_hundreds_of_papers_still_make_a_file() {
        let mut receipt = sample();
        receipt.applicant = "李小龍 \u{0} Nguyễn".into();
        let paper = receipt.papers[0].clone();
        receipt.papers = vec![paper; 120];
        receipt.papers[0].name = "dài ".repeat(3000);
        assert!(written(&receipt).len() > 20_000);
    }

    #[test]
    fn a_moment_is_written_as_vietnamese_write_it() {
        assert_eq!(
            moment("2026-10-08T09:12:00+07:00"),
            "09 giờ 12 phút, ngày 08/10/2026"
        );
    }
}
