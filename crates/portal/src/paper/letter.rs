//! Letters: everything the portal issues about a dossier that is not its receipt.
//!
//! All have the head of Vietnamese official letters, the dossier's code, facts, paragraphs and
//! lists; a trial portal says at the head of each that it is worth nothing.

use krilla::error::KrillaError;

use super::receipt::moment;
use super::sheet::{Align, Column, Sheet};

/// The columns of a list of points with their reasons.
const POINTS: [Column; 3] = [
    Column {
        title: "Số thứ tự",
        share: 0.1,
    },
    Column {
        title: "Nội dung",
        share: 0.45,
    },
    Column {
        title: "Căn cứ, cách sửa",
        share: 0.45,
    },
];

/// See the module.
pub(crate) struct Letter<'a> {
    /// Who writes.
    pub(crate) agency: &'a str,
    pub(crate) unit: &'a str,
    pub(crate) title: &'a str,
    pub(crate) sandbox: bool,
    /// The dossier's code.
    pub(crate) code: &'a str,
    /// When it is written, RFC 3339.
    pub(crate) at: &'a str,
    pub(crate) parts: Vec<Part>,
}

/// A part of a letter.
pub(crate) enum Part {
    Heading(String),
    Text(String),
    /// Names and values.
    Facts(Vec<(&'static str, String)>),
    /// What is asked for or held against it, each with its reason.
    Points(Vec<(String, String)>),
}

/// The letter as a tagged PDF.
///
/// # Errors
/// When the file cannot be written as PDF/UA-1, which no content should bring about.
pub(crate) fn pdf(letter: &Letter<'_>) -> Result<Vec<u8>, KrillaError> {
    let mut sheet = Sheet::new();
    sheet.paragraph(&letter.agency.to_uppercase(), true, Align::Centre);
    sheet.paragraph(&letter.unit.to_uppercase(), true, Align::Centre);
    sheet.space(0.5);
    sheet.paragraph("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", true, Align::Centre);
    sheet.paragraph("Độc lập - Tự do - Hạnh phúc", true, Align::Centre);
    sheet.heading(1, &letter.title.to_uppercase(), Align::Centre);
    if letter.sandbox {
        let words = "Cổng thử nghiệm cấp giấy này; không có cơ quan nhà nước nào đứng sau và giấy \
                     không có giá trị pháp lý.";
        sheet.paragraph(words, true, Align::Centre);
    }
    sheet.paragraph(&format!("Mã hồ sơ: {}", letter.code), true, Align::Left);
    sheet.paragraph(
        &format!("Lập lúc {}", moment(letter.at)),
        false,
        Align::Left,
    );
    for part in &letter.parts {
        match part {
            Part::Text(text) => sheet.paragraph(text, false, Align::Left),
            Part::Heading(text) => sheet.heading(2, text, Align::Left),
            Part::Facts(facts) => sheet.facts(facts),
            Part::Points(points) => sheet.table(&POINTS, &numbered(points)),
        }
    }
    sheet.finish(&format!("{} {}", letter.title, letter.code))
}

fn numbered(points: &[(String, String)]) -> Vec<[String; 3]> {
    let lines = points.iter().enumerate();
    lines
        .map(|(at, (what, why))| [(at + 1).to_string(), what.clone(), why.clone()])
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_letter_with_every_part_is_a_tagged_file() {
        let letter = Letter {
            agency: "Đơn vị thử nghiệm",
            unit: "Bộ phận Một cửa",
            title: "Phiếu yêu cầu bổ sung",
            sandbox: true,
            code: "H15.50.05.13-261008-0975",
            at: "2026-10-08T09:12:00+07:00",
            parts: vec![
                Part::Heading("Nội dung".into()),
                Part::Points(vec![("Giấy chứng sinh".into(), "Ảnh mờ.".into())]),
                Part::Text("Kính gửi: Nguyễn Văn Thử".into()),
                Part::Facts(vec![("Hạn", "16/10/2026".into())]),
            ],
        };
        let file = pdf(&letter).expect("a file");
        let text = String::from_utf8_lossy(&file);
        assert!(text.contains("/StructTreeRoot") && text.contains("pdfuaid:part"));
    }
}
