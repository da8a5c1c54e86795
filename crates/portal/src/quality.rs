//! Published quality figures, counted from the portal's own records.
//!
//! A share that would rest on nothing is absent. Of the [`groups`] of Decision 766/2022 their
//! points to reach are told, and no points reached.

use jiff::civil::{Date, date};
use motcua_contract::dossier::DossierStatus;
use motcua_contract::dossier::timeline::TimelineKind;
use motcua_contract::quality::{QualityFigures, Share};
use motcua_contract::rating::RatingAnswer;
use motcua_contract::text::LocalText;
use rusqlite::{Connection, params};

use crate::dossier::promise::moment;
use crate::moment::Moment;
use crate::store::json::Word;

mod groups;

use groups::groups;

/// The days that are counted, the last one too.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Period {
    first: Date,
    last: Date,
}

impl Period {
    /// A year (`2026`), a quarter (`2026-Q3`) or a month (`2026-10`).
    pub(crate) fn read(text: &str) -> Option<Self> {
        let (year, part) = match text.split_once('-') {
            Some((year, part)) => (year, Some(part)),
            None => (text, None),
        };
        let plain = year.len() == 4 && year.bytes().all(|byte| byte.is_ascii_digit());
        let year: i16 = year.parse().ok().filter(|year| plain && *year > 0)?;
        let (first, months) = match part {
            None => (1, 12),
            Some(part) => match part.strip_prefix('Q') {
                Some(quarter) => {
                    let quarter: i8 = quarter.parse().ok().filter(|q| (1..=4).contains(q))?;
                    (quarter * 3 - 2, 3)
                }
                None if part.len() == 2 => {
                    let month = part.parse().ok().filter(|month| (1..=12).contains(month))?;
                    (month, 1)
                }
                None => return None,
            },
        };
        Self::of(year, first, months)
    }

    /// The last full month before a day.
    pub(crate) fn last_month(today: Date) -> Option<Self> {
        let end = today.first_of_month().yesterday().ok()?;
        Self::of(end.year(), end.month(), 1)
    }

    fn of(year: i16, month: i8, months: i32) -> Option<Self> {
        let first = date(year, month, 1);
        let next = first.checked_add(jiff::Span::new().months(months)).ok()?;
        Some(Self {
            first,
            last: next.yesterday().ok()?,
        })
    }

    /// As the contract writes it.
    pub(crate) fn written(&self) -> String {
        format!("{}/{}", self.first, self.last)
    }

    /// From its first moment to the first one after it.
    pub(crate) fn moments(&self) -> Option<(Moment, Moment)> {
        let midnight = |day: Date| moment(day.at(0, 0, 0, 0));
        let next = self.last.tomorrow().ok()?;
        Some((midnight(self.first), midnight(next)))
    }
}

/// What is counted besides the records of dossiers.
pub(crate) struct Besides<'a> {
    /// Services wholly online, of those whose source says how far they go.
    pub(crate) full_online: (u32, u32),
    /// The ratings in the period.
    pub(crate) ratings: &'a [Vec<RatingAnswer>],
    /// Below this many ratings none counts.
    pub(crate) minimum: u32,
    /// How many levels the scale has.
    pub(crate) levels: u8,
}

/// Counts the figures of a period.
pub(crate) fn count(
    connection: &Connection,
    (from, until): (Moment, Moment),
    besides: &Besides<'_>,
) -> rusqlite::Result<QualityFigures> {
    let number = |sql: &str| -> rusqlite::Result<u32> {
        connection
            .prepare_cached(sql)?
            .query_row(params![from, until], |row| row.get(0))
    };
    let received = number(
        "SELECT count(*) FROM dossier_event
         WHERE kind = 'received' AND since >= ?1 AND since < ?2",
    )?;
    let online = number(
        "SELECT count(*) FROM dossier_event JOIN dossier ON dossier.id = dossier_event.dossier
         WHERE kind = 'received' AND since >= ?1 AND since < ?2 AND channel = 'online'",
    )?;
    let (finished, in_time) = finished(connection, (from, until))?;
    let paid = number(
        "SELECT count(*) FROM payment WHERE state = 'succeeded' AND paid_at >= ?1 AND paid_at < ?2",
    )?;
    let satisfied = satisfied(besides);
    Ok(QualityFigures {
        received,
        on_time: share(in_time, finished),
        full_online: share(besides.full_online.0, besides.full_online.1),
        filed_online: share(online, received),
        // Every payment here is made online; there is no till.
        paid_online: share(paid, paid),
        satisfied,
        feedback_on_time: None,
        groups: groups(),
    })
}

/// Dossiers whose result came in the period and that had a promised date, and how many of
/// them came by it.
fn finished(
    connection: &Connection,
    (from, until): (Moment, Moment),
) -> rusqlite::Result<(u32, u32)> {
    debug_assert!(!DossierStatus::Done.is_final());
    connection
        .prepare_cached(
            "SELECT count(*), coalesce(sum(since <= due), 0)
             FROM dossier_event JOIN dossier ON dossier.id = dossier_event.dossier
             WHERE kind = ?3 AND since >= ?1 AND since < ?2 AND due IS NOT NULL",
        )?
        .query_row(params![from, until, Word(TimelineKind::Decided)], |row| {
            Ok((row.get(0)?, row.get(1)?))
        })
}

/// Ratings whose answers lie in the better half of the scale on average.
fn satisfied(besides: &Besides<'_>) -> Option<Share> {
    let all = besides.ratings.len() as u32;
    if all < besides.minimum {
        return None;
    }
    let better = |answers: &&Vec<RatingAnswer>| {
        let sum: u32 = answers.iter().map(|answer| u32::from(answer.level)).sum();
        // The mean is above the middle of the scale, (1 + levels) / 2.
        2 * sum > answers.len() as u32 * (1 + u32::from(besides.levels))
    };
    share(besides.ratings.iter().filter(better).count() as u32, all)
}

fn share(part: u32, of: u32) -> Option<Share> {
    (of > 0).then_some(Share { part, of })
}

/// How each figure is counted and what it leaves out.
pub(crate) fn method(minimum: u32) -> Vec<LocalText> {
    vec![
        LocalText::new(
            "Mọi con số đếm từ hồ sơ của chính cổng này trong kỳ. Hồ sơ tiếp nhận tính theo ngày bộ phận \
             Một cửa tiếp nhận.",
            "All figures are counted from this portal's own dossiers in the period. A dossier counts as \
             received on the day the counter received it.",
        ),
        LocalText::new(
            "Đúng hẹn là có kết quả không muộn hơn ngày hẹn lúc đó; hồ sơ không có ngày hẹn không được đếm.",
            "On time means a result by the date promised then; dossiers without a date are left out.",
        ),
        LocalText::new(
            "Tỷ lệ dịch vụ toàn trình chỉ đếm những dịch vụ mà nguồn nêu rõ là toàn trình hay một phần.",
            "The share of services wholly online counts only those whose source says whether they are \
             wholly or partly online.",
        ),
        LocalText::new(
            format!(
                "Hài lòng là đánh giá có điểm trung bình ở nửa trên của thang; không công bố khi có dưới \
                 {minimum} đánh giá."
            ),
            format!(
                "Satisfied means a mean answer in the better half of the scale; nothing is published below \
                 {minimum} ratings."
            ),
        ),
        LocalText::new(
            "Quyết định 766/QĐ-TTg năm 2022 chia 100 điểm cho năm nhóm. Cổng nêu điểm tối đa của từng nhóm và \
             không tự chấm điểm, vì phần lớn chỉ tiêu cần dữ liệu mà chỉ hệ thống quốc gia có.",
            "Decision 766/QĐ-TTg of 2022 gives 100 points to five groups. The portal tells how many each holds \
             and reckons none itself: most indices need what only the national system knows.",
        ),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_period_is_a_year_a_quarter_or_a_month() {
        let written = |text| Period::read(text).map(|period| period.written());
        assert_eq!(written("2026").as_deref(), Some("2026-01-01/2026-12-31"));
        assert_eq!(written("2026-Q3").as_deref(), Some("2026-07-01/2026-09-30"));
        assert_eq!(written("2028-02").as_deref(), Some("2028-02-01/2028-02-29"));
        for strange in [
            "", "26", "2026-13", "2026-Q5", "2026-1", "2026-00", "-026", "2026-",
        ] {
            assert_eq!(written(strange), None, "{strange}");
        }
    }

    #[test]
    fn the_last_full_month_is_the_one_before_this() {
        let period = Period::last_month(date(2026, 1, 15)).expect("a period");
        assert_eq!(period.written(), "2025-12-01/2025-12-31");
    }

    #[test]
    fn few_ratings_are_no_figure_and_the_better_half_is_counted() {
        let one = |level| {
            vec![RatingAnswer {
                question: "time".into(),
                level,
            }]
        };
        let ratings = [one(5), one(4), one(3), one(1)];
        let of = |minimum| {
            satisfied(&Besides {
                full_online: (0, 0),
                ratings: &ratings,
                minimum,
                levels: 5,
            })
        };
        assert_eq!(of(5), None);
        assert_eq!(of(4), Some(Share { part: 2, of: 4 }));
    }
}
