//! The groups of Decision 766/QĐ-TTg of 2022: how many points each holds, and what the portal's
//! own records can say of it.
//!
//! The 100 points stand so in the reports of provinces on their index (as of Nam Định's
//! Department of Home Affairs, sonoivu.namdinh.gov.vn). No points are reckoned: the decision's
//! own formulas are not at hand, and most of them rest on what only the national system
//! knows; a part of a group would pass for the whole.

use motcua_contract::quality::{QualityGroup, QualityGroupKind as Kind};
use motcua_contract::text::LocalText;

/// The groups in the order of the decision, each with its points, in hundredths.
const GROUPS: [(Kind, u32); 5] = [
    (Kind::Transparency, 1800),
    (Kind::Progress, 2000),
    (Kind::Digitisation, 2200),
    (Kind::OnlineServices, 2200),
    (Kind::Satisfaction, 1800),
];

/// Every group with what the portal can say of it.
pub(super) fn groups() -> Vec<QualityGroup> {
    let shown = GROUPS.into_iter().map(|(group, maximum)| QualityGroup {
        group,
        points: None,
        maximum,
        note: note(group),
    });
    shown.collect()
}

/// Which figures of a group the portal's records give.
fn note(group: Kind) -> Option<LocalText> {
    let (vi, en) = match group {
        Kind::Progress => (
            "Cổng đếm hồ sơ có kết quả đúng hẹn; các chỉ tiêu khác của nhóm không nêu.",
            "The portal counts results on time; the group's other indices are not stated.",
        ),
        Kind::OnlineServices => (
            "Cổng đếm dịch vụ toàn trình, hồ sơ nộp trực tuyến và khoản nộp trực tuyến; các chỉ \
             tiêu khác của nhóm không nêu.",
            "The portal counts services wholly online, dossiers filed online and payments made \
             online; the group's other indices are not stated.",
        ),
        Kind::Satisfaction => (
            "Cổng đếm đánh giá của người nộp hồ sơ. Việc trả lời phản ánh đúng hạn không nêu, vì \
             cổng không hẹn ngày trả lời.",
            "The portal counts the ratings of those who filed. Answers to feedback on time are \
             not stated, for the portal names no day for them.",
        ),
        Kind::Transparency | Kind::Digitisation => (
            "Không nêu: dữ liệu của cổng không đủ để đếm chỉ tiêu nào của nhóm này.",
            "Not stated: the portal's records are not enough for any index of this group.",
        ),
        Kind::Unknown => return None,
    };
    Some(LocalText::new(vi, en))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_groups_hold_a_hundred_points_and_none_is_said_to_be_reached() {
        let groups = groups();
        let all: u32 = groups.iter().map(|group| group.maximum).sum();
        assert_eq!(all, 10_000);
        for group in groups {
            assert_eq!(group.points, None);
            assert!(group.note.is_some(), "{:?}", group.group);
        }
    }
}
