//! Which groups of papers are cases, and which are for everyone.
//!
//! Not every name is a case: 1.001193 has "Giấy tờ phải nộp", "Giấy tờ phải xuất trình"
//! and "Lưu ý", of which one needs all.

use motcua_search::fold;

/// How the names of groups begin that are for everyone, folded. Read off the 573 procedures
/// of the catalogue with several named groups; these begin 216 of the names.
const FOR_EVERYONE: [&str; 12] = [
    "giay to phai",
    "cac giay to phai",
    "giay to nop",
    "giay to xuat trinh",
    "luu y",
    "ghi chu",
    "bao gom",
    "xuat trinh",
    "ho so cua nguoi",
    "phieu duoc",
    "nguoi uy quyen",
    "nguoi co tham quyen ky",
];

/// Whether a group of this name is for everyone, whatever their case.
pub(super) fn is_for_everyone(name: &str) -> bool {
    // "a) Giấy tờ phải nộp", "- Lưu ý", "(2) Bao gồm": the words count.
    let name = match name.split_once(") ") {
        Some((mark, rest)) if mark.chars().count() <= 4 => rest,
        _ => name,
    };
    let words = fold(name.trim_matches(|c: char| !c.is_alphabetic()));
    // "Thành phần hồ sơ" alone says nothing; with more words it tells cases apart.
    let more = words
        .strip_prefix("thanh phan ho so")
        .map(|more| more.trim_start_matches(|c: char| !c.is_alphabetic()));
    FOR_EVERYONE.iter().any(|start| words.starts_with(start))
        || matches!(more, Some("" | "gom" | "bao gom"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_are_told_from_cases() {
        for name in [
            "Giấy tờ phải nộp",
            "* Giấy tờ phải xuất trình",
            "a) Thành phần hồ sơ, bao gồm:",
            "- Lưu ý",
        ] {
            assert!(is_for_everyone(name), "{name}");
        }
        for name in ["Thành phần hồ sơ đối với hộ gia đình", "Cấp lại"] {
            assert!(!is_for_everyone(name), "{name}");
        }
    }
}
