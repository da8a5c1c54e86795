//! Why a file is not taken, and how to mend it.

use motcua_contract::text::LocalText;
use motcua_contract::upload::UploadRefusal;
use rusqlite::ToSql;
use rusqlite::types::{FromSql, FromSqlError, FromSqlResult, ToSqlOutput, ValueRef};
use serde::{Deserialize, Serialize};

use super::Kind;

/// What is wrong with a file. The database keeps the word, so that a later version of
/// the portal can say it better.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) enum Fault {
    /// The photo format of iPhones, which few browsers show.
    Heic,
    /// Another picture format, or one that this portal does not take.
    Picture,
    /// A text or table of an office program, or a PDF where none is taken.
    Document,
    /// Files packed together.
    Archive,
    /// A program.
    Program,
    /// Sound or film.
    Recording,
    /// Nothing that has a name here.
    Strange,
    /// The end is missing.
    CutShort,
    /// It does not hold together.
    Damaged,
    /// It asks for a password.
    Locked,
    /// Too few pixels to read anything.
    Tiny,
    /// More pixels than any camera has.
    Huge,
    /// A second file is hidden in it.
    TwoInOne,
    /// A scanner flagged it.
    Flagged,
}

impl Fault {
    /// A sound file of a kind that the portal does not take.
    pub(crate) const fn untaken(kind: Kind) -> Self {
        match kind {
            Kind::Pdf => Self::Document,
            Kind::Jpeg | Kind::Png | Kind::Webp => Self::Picture,
        }
    }

    /// For programs.
    pub(crate) const fn reason(self) -> UploadRefusal {
        match self {
            Self::Heic
            | Self::Picture
            | Self::Document
            | Self::Archive
            | Self::Program
            | Self::Recording
            | Self::Strange => UploadRefusal::Type,
            Self::CutShort | Self::Damaged | Self::Locked | Self::Tiny | Self::Huge => {
                UploadRefusal::Unreadable
            }
            Self::TwoInOne | Self::Flagged => UploadRefusal::Unsafe,
        }
    }

    /// For people; `taken` are the kinds that the portal takes.
    pub(crate) fn text(self, taken: &[Kind]) -> LocalText {
        let names = names(taken);
        let of_type = |vi: &str, en: &str| {
            LocalText::new(
                format!("{vi} Cổng nhận: {names}."),
                format!("{en} This portal takes: {names}."),
            )
        };
        match self {
            Self::Heic => of_type(
                "Đây là ảnh HEIC của iPhone. Bạn vào Cài đặt › Camera › Định dạng, chọn “Tương \
                 thích nhất” rồi chụp lại, hoặc gửi ảnh chụp màn hình của ảnh này.",
                "This is an iPhone photo in HEIC. Go to Settings › Camera › Formats, choose “Most \
                 Compatible” and take it again, or send a screenshot of it.",
            ),
            Self::Picture => of_type(
                "Cổng không nhận kiểu ảnh này. Bạn lưu ảnh sang kiểu khác hoặc chụp lại bằng \
                 điện thoại.",
                "This kind of picture is not taken here. Save it as another kind or take it again \
                 with a phone.",
            ),
            Self::Document => of_type(
                "Cổng không nhận kiểu văn bản này. Bạn mở tệp rồi lưu hoặc in sang kiểu cổng nhận.",
                "This kind of document is not taken here. Open it and save or print it as one \
                 that is.",
            ),
            Self::Archive => of_type(
                "Đây là tệp nén. Bạn mở ra rồi gửi từng tệp bên trong.",
                "This is an archive. Open it and send each file in it.",
            ),
            Self::Program => of_type(
                "Đây là một chương trình, không phải giấy tờ. Bạn chọn lại ảnh hoặc bản quét của \
                 giấy tờ.",
                "This is a program, not a paper. Choose the photo or scan of the paper.",
            ),
            Self::Recording => of_type(
                "Đây là tệp âm thanh hoặc phim. Bạn chụp ảnh giấy tờ rồi gửi ảnh.",
                "This is sound or film. Take a photo of the paper and send that.",
            ),
            Self::Strange => of_type(
                "Bên trong tệp không phải ảnh hay văn bản mà cổng đọc được, dù tên tệp nói gì. \
                 Bạn chọn lại tệp hoặc chụp lại giấy tờ.",
                "Inside is no photo or document that the portal can read, whatever its name says. \
                 Choose another file or take the photo again.",
            ),
            Self::CutShort => LocalText::new(
                "Tệp bị cụt: phần cuối không có. Bạn mở thử tệp trên máy; nếu không mở được, hãy \
                 chụp hoặc xuất lại rồi gửi lại.",
                "The file is cut short: its end is missing. Try to open it on your device; if it \
                 does not open, make it again and send it again.",
            ),
            Self::Damaged => LocalText::new(
                "Cổng không mở được tệp: tệp bị hỏng. Bạn chụp hoặc xuất lại giấy tờ rồi gửi lại.",
                "The portal cannot open the file: it is damaged. Take the photo or make the \
                 document again and send it again.",
            ),
            Self::Locked => LocalText::new(
                "Tệp PDF có mật khẩu. Bạn lưu một bản không có mật khẩu rồi gửi bản đó.",
                "The PDF asks for a password. Save a copy without one and send that.",
            ),
            Self::Tiny => LocalText::new(
                "Ảnh quá nhỏ, không đọc được chữ. Bạn gửi ảnh gốc hoặc chụp lại gần hơn.",
                "The picture is too small to read. Send the original or take it again from closer.",
            ),
            Self::Huge => LocalText::new(
                "Ảnh có quá nhiều điểm ảnh, cán bộ không mở được. Bạn chụp lại bằng điện thoại \
                 hoặc lưu ảnh nhỏ hơn.",
                "The picture has more pixels than an officer can open. Take it again with a \
                 phone or save it smaller.",
            ),
            Self::TwoInOne => LocalText::new(
                "Trong tệp có giấu một tệp khác. Bạn chụp lại giấy tờ hoặc in sang PDF mới rồi gửi \
                 lại.",
                "Another file is hidden in this one. Take the photo again or print to a new PDF \
                 and send that.",
            ),
            Self::Flagged => LocalText::new(
                "Phần mềm chống mã độc của cổng báo tệp không an toàn. Bạn quét mã độc trên máy, \
                 rồi chụp lại giấy tờ bằng điện thoại và gửi ảnh.",
                "The portal’s scanner says that the file is unsafe. Check your device for malware, \
                 then take a photo of the paper with a phone and send that.",
            ),
        }
    }
}

fn names(taken: &[Kind]) -> String {
    let names: Vec<&str> = taken.iter().map(|kind| kind.name()).collect();
    names.join(", ")
}

impl ToSql for Fault {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        let word = serde_json::to_value(self)
            .map_err(|error| rusqlite::Error::ToSqlConversionFailure(error.into()))?;
        Ok(word.as_str().unwrap_or_default().to_owned().into())
    }
}

impl FromSql for Fault {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        serde_json::from_value(value.as_str()?.into())
            .map_err(|error| FromSqlError::Other(Box::new(error)))
    }
}
