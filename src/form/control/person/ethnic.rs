//! The 54 ethnic groups of the official list (Danh mục các dân tộc Việt Nam), in its order.

use crate::form::control::choice::Choice;

const GROUPS: [&str; 54] = [
    "Kinh",
    "Tày",
    "Thái",
    "Hoa",
    "Khơ-me",
    "Mường",
    "Nùng",
    "HMông",
    "Dao",
    "Gia-rai",
    "Ngái",
    "Ê-đê",
    "Ba na",
    "Xơ-Đăng",
    "Sán Chay",
    "Cơ-ho",
    "Chăm",
    "Sán Dìu",
    "Hrê",
    "Mnông",
    "Ra-glai",
    "Xtiêng",
    "Bru-Vân Kiều",
    "Thổ",
    "Giáy",
    "Cơ-tu",
    "Gié-Triêng",
    "Mạ",
    "Khơ-mú",
    "Co",
    "Tà-ôi",
    "Chơ-ro",
    "Kháng",
    "Xinh-mun",
    "Hà Nhì",
    "Chu-ru",
    "Lào",
    "La Chí",
    "La Ha",
    "Phù Lá",
    "La Hủ",
    "Lự",
    "Lô Lô",
    "Chứt",
    "Mảng",
    "Pà Thẻn",
    "Cơ Lao",
    "Cống",
    "Bố Y",
    "Si La",
    "Pu Péo",
    "Brâu",
    "Ơ Đu",
    "Rơ-măm",
];

/// All of them; a group that a register gave and the list does not have stands last, so
/// that nothing one brought along is lost.
pub(super) fn groups(kept: &str) -> Vec<Choice> {
    let own = (!kept.is_empty() && !GROUPS.contains(&kept)).then_some(kept);
    GROUPS
        .into_iter()
        .chain(own)
        .map(|name| Choice::new(name, name))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::groups;

    #[test]
    fn a_group_from_elsewhere_can_still_be_chosen() {
        assert_eq!(groups("").len(), 54);
        assert_eq!(groups("Tày").len(), 54);
        assert_eq!(groups("Pa Kô").last().unwrap().label, "Pa Kô");
    }
}
