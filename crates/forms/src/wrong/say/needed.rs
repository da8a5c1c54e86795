//! Says that an answer is missing.

use crate::definition::Field;
use crate::kind::{Kind, PartName};
use crate::words::Words;

/// What to do about an answer that is missing.
pub(super) fn needed(field: &Field, part: Option<&str>) -> Words {
    let (chosen, label) = match part {
        Some(part) => part_label(part).map_or((false, field.label.clone()), |(chosen, vi, en)| {
            (chosen, Words::new(vi, en))
        }),
        None => (
            matches!(field.kind, Kind::Choice { .. } | Kind::YesNo),
            field.label.clone(),
        ),
    };
    let (vi, en) = match field.kind {
        Kind::Statement => ("Đánh dấu để xác nhận", "Tick to confirm"),
        Kind::Papers { .. } | Kind::Group(_) => ("Thêm", "Add"),
        _ if chosen => ("Chọn", "Choose"),
        _ => ("Nhập", "Enter"),
    };
    Words::new(format!("{vi}: {}", label.vi), format!("{en}: {}", label.en))
}

/// What a part of an answer is called, and whether one chooses it.
fn part_label(part: &str) -> Option<(bool, &'static str, &'static str)> {
    let place = match part {
        "province" => Some((true, "tỉnh, thành phố", "province or city")),
        "commune" => Some((true, "phường, xã, đặc khu", "ward, commune or special zone")),
        "detail" => Some((
            false,
            "số nhà, đường, thôn, tổ dân phố",
            "house number, street, hamlet",
        )),
        "bank" => Some((false, "tên ngân hàng", "name of the bank")),
        "number" => Some((false, "số tài khoản", "account number")),
        "holder" => Some((false, "tên chủ tài khoản", "name of the account holder")),
        _ => None,
    };
    place.or_else(|| {
        let name = PartName::ALL
            .into_iter()
            .find(|name| name.as_str() == part)?;
        Some(match name {
            PartName::FullName => (false, "họ, chữ đệm và tên", "full name"),
            PartName::DateOfBirth => (false, "ngày, tháng, năm sinh", "date of birth"),
            PartName::Sex => (true, "giới tính", "sex"),
            PartName::CitizenId => (false, "số định danh cá nhân", "citizen ID number"),
            PartName::Ethnicity => (false, "dân tộc", "ethnicity"),
            PartName::Nationality => (true, "quốc tịch", "nationality"),
            PartName::Residence => (false, "nơi cư trú", "place of residence"),
            PartName::Phone => (false, "số điện thoại", "telephone number"),
        })
    })
}
