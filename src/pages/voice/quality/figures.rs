//! Figures in the groups of Decision 766/2022, and what each says in words. Pure.

use motcua_contract::quality::{QualityFigures, QualityGroupKind, Share};
use motcua_contract::text::LocalText;

use crate::format;
use crate::i18n::{fill, quality as words};

/// One figure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Figure {
    /// Its name.
    pub(super) name: &'static str,
    /// A sentence with both numbers in it.
    says: &'static str,
    /// Absent: there is none, or too few to publish.
    pub(super) share: Option<Share>,
}

/// One group: its points, as far as the portal states them, and the figures that belong to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Group {
    /// Its name.
    pub(super) name: &'static str,
    /// Points reached and to reach, in hundredths.
    pub(super) points: Option<Share>,
    /// The same in words; without those reached where the portal does not state them.
    pub(super) reached: Option<String>,
    /// What the portal can say of it, in its own words.
    pub(super) note: Option<LocalText>,
    /// Its figures.
    pub(super) figures: Vec<Figure>,
}

impl Figure {
    fn new(name: &'static str, says: &'static str, share: Option<&Share>) -> Self {
        Self {
            name,
            says,
            // A portal that divides by nothing has no figure.
            share: share.filter(|share| share.of > 0).cloned(),
        }
    }

    /// What it says.
    pub(super) fn sentence(&self) -> Option<String> {
        let share = self.share.as_ref()?;
        let values = [
            ("part", format::number(share.part.into())),
            ("of", format::number(share.of.into())),
            ("share", format::share(share.part, share.of)),
        ];
        let values = values
            .each_ref()
            .map(|(name, value)| (*name, value.as_str()));
        Some(fill(self.says, &values))
    }
}

/// Every group that there is something to say about, in the order of the decision.
pub(super) fn groups(all: &QualityFigures) -> Vec<Group> {
    use QualityGroupKind as Kind;
    let on_time = Figure::new(
        words::on_time(),
        words::on_time_says(),
        all.on_time.as_ref(),
    );
    let online = vec![
        Figure::new(
            words::full_online(),
            words::full_online_says(),
            all.full_online.as_ref(),
        ),
        Figure::new(
            words::filed_online(),
            words::filed_online_says(),
            all.filed_online.as_ref(),
        ),
        Figure::new(
            words::paid_online(),
            words::paid_online_says(),
            all.paid_online.as_ref(),
        ),
    ];
    let satisfied = vec![
        Figure::new(
            words::satisfied(),
            words::satisfied_says(),
            all.satisfied.as_ref(),
        ),
        Figure::new(
            words::feedback_on_time(),
            words::feedback_on_time_says(),
            all.feedback_on_time.as_ref(),
        ),
    ];
    let known = [
        (Kind::Transparency, words::transparency(), Vec::new()),
        (Kind::Progress, words::progress(), vec![on_time]),
        (Kind::Digitisation, words::digitisation(), Vec::new()),
        (Kind::OnlineServices, words::online_services(), online),
        (Kind::Satisfaction, words::satisfaction(), satisfied),
        (Kind::Unknown, words::other_group(), Vec::new()),
    ];
    let stated = |kind| {
        let mut stated = all.groups.iter().filter(|group| group.maximum > 0);
        stated.find(|group| group.group == kind)
    };
    known
        .into_iter()
        .map(|(kind, name, figures)| {
            let stated = stated(kind);
            let points = stated.and_then(|group| {
                Some(Share {
                    part: group.points?,
                    of: group.maximum,
                })
            });
            Group {
                name,
                reached: stated.map(|group| match &points {
                    Some(share) => self::points(share),
                    None => at_most(group.maximum),
                }),
                points,
                note: stated.and_then(|group| group.note.clone()),
                figures,
            }
        })
        .filter(|group| group.reached.is_some() || !group.figures.is_empty())
        .collect()
}

/// Points to reach, in words, where nothing is stated of those reached.
fn at_most(maximum: u32) -> String {
    let maximum = format::hundredths(maximum);
    fill(words::points_not_stated(), &[("maximum", &maximum)])
}

/// Points in hundredths, in words.
pub(super) fn points(share: &Share) -> String {
    let (points, maximum) = (format::hundredths(share.part), format::hundredths(share.of));
    fill(
        words::points(),
        &[("points", &points), ("maximum", &maximum)],
    )
}

#[cfg(test)]
mod tests {
    use motcua_contract::quality::Quality;

    use super::*;

    fn sample() -> QualityFigures {
        let sample = include_str!("../../../../crates/contract/samples/getQuality.json");
        serde_json::from_str::<Quality>(sample).unwrap().overall
    }

    #[test]
    fn a_figure_says_both_numbers_and_the_share() {
        let groups = groups(&sample());
        let progress = &groups[1];
        assert_eq!(
            progress.figures[0].sentence().as_deref(),
            Some("108 trong 112 hồ sơ đã xong có kết quả đúng hẹn (96,4%).")
        );
        assert_eq!(progress.reached.as_deref(), Some("19,2 trên 20 điểm"));
    }

    #[test]
    fn a_group_without_points_says_how_many_there_are_and_that_none_are_stated() {
        let groups = groups(&sample());
        let digitisation = &groups[2];
        assert_eq!(digitisation.points, None);
        assert_eq!(
            digitisation.reached.as_deref(),
            Some("tối đa 22 điểm, cổng không nêu điểm")
        );
        let note = digitisation.note.as_ref().map(|note| note.vi.as_str());
        assert_eq!(
            note,
            Some("Hồ sơ của cổng không cho biết chỉ tiêu nào của nhóm này.")
        );
    }

    #[test]
    fn what_is_withheld_has_no_sentence_and_no_points() {
        let bare = QualityFigures {
            satisfied: None,
            on_time: Some(Share { part: 0, of: 0 }),
            groups: Vec::new(),
            ..sample()
        };
        let groups = groups(&bare);
        let names: Vec<&str> = groups.iter().map(|group| group.name).collect();
        assert_eq!(
            names,
            [
                "Tiến độ giải quyết",
                "Dịch vụ công trực tuyến",
                "Mức độ hài lòng"
            ]
        );
        assert_eq!(groups[0].figures[0].sentence(), None);
        assert_eq!(groups[2].figures[0].share, None);
        assert!(groups.iter().all(|group| group.reached.is_none()));
    }
}
