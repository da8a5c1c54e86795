//! The promised date: when a result is due by the time that the procedure states.
//!
//! The dossier counts from the moment it is received, or from the next working day when
//! that is after 15:00 (Decree 61/2018/NĐ-CP, Article 18.2) or on a day off. Working days
//! are counted from the day after; a time in calendar days, months or hours that ends on a
//! day off ends on the next working day (Civil Code 91/2015/QH13, Article 148.5).

use std::time::Duration;

use jiff::civil::{Date, DateTime, Time};
use jiff::tz::Offset;
use jiff::{Span, Timestamp};
use motcua_contract::channel::{TimeLimit, TimeUnit};
use motcua_contract::text::LocalText;
use serde::Deserialize;

use crate::moment::Moment;
use crate::working_days::WorkingDays;

/// Vietnam is seven hours ahead of UTC all year round.
const VIETNAM: Offset = Offset::constant(7);
/// The longest stated time that is taken at its word, in days; what is longer is a slip.
const LONGEST_DAYS: u32 = 3650;

/// When the counter works.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct OfficeHours {
    pub(crate) opens: Time,
    pub(crate) closes: Time,
    /// What comes later counts from the next working day.
    pub(crate) next_day_after: Time,
}

/// A promise, kept with the dossier as it was given.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Promise {
    pub(crate) counts_from: Moment,
    pub(crate) due: Moment,
    pub(crate) explanation: LocalText,
}

/// Counts the promised date of what is received at a moment.
///
/// `None` for a unit that this version does not know or a time past all belief: nothing is
/// promised then.
pub(crate) fn promise(
    days: &WorkingDays,
    hours: OfficeHours,
    received: Moment,
    limit: TimeLimit,
) -> Option<Promise> {
    if limit.value > LONGEST_DAYS {
        return None;
    }
    let received = civil(received);
    let start = begins(days, hours, received);
    let due = match limit.unit {
        TimeUnit::WorkingDay => closing(days.after(start.date(), limit.value), hours),
        TimeUnit::Day => later(days, hours, start, Span::new().days(limit.value))?,
        TimeUnit::Month => later(days, hours, start, Span::new().months(limit.value))?,
        TimeUnit::Hour => in_hours(days, hours, start, limit.value)?,
        TimeUnit::Unknown => return None,
    };
    Some(Promise {
        counts_from: moment(start),
        due: moment(due),
        explanation: explanation(days, received, start, due, limit),
    })
}

/// Why there is no date, where the procedure states no time.
pub(crate) fn not_stated() -> LocalText {
    LocalText::new(
        "Thủ tục không ghi thời hạn giải quyết cho cách nộp này nên giấy không hẹn ngày. Cơ quan \
         giải quyết sẽ báo cho bạn.",
        "The procedure states no processing time for this way of filing, so no date is promised. \
         The authority will tell you.",
    )
}

/// A stated time in words, as the paper prints it.
pub(crate) fn in_words(limit: TimeLimit) -> LocalText {
    let (vi, en) = match limit.unit {
        TimeUnit::Hour => ("giờ", "hours"),
        TimeUnit::Day => ("ngày", "days"),
        TimeUnit::WorkingDay => ("ngày làm việc", "working days"),
        TimeUnit::Month => ("tháng", "months"),
        TimeUnit::Unknown => return LocalText::new("Không ghi", "Not stated"),
    };
    LocalText::new(
        format!("{} {vi}", limit.value),
        format!("{} {en}", limit.value),
    )
}

/// When what arrives at a moment begins to count.
pub(super) fn begins(days: &WorkingDays, hours: OfficeHours, received: DateTime) -> DateTime {
    let today = received.date();
    if !days.works(today) {
        return days.first_from(today).to_datetime(hours.opens);
    }
    if received.time() > hours.next_day_after {
        return days.after(today, 1).to_datetime(hours.opens);
    }
    received.max(today.to_datetime(hours.opens))
}

/// When offices close on a day.
pub(super) fn closing(day: Date, hours: OfficeHours) -> DateTime {
    day.to_datetime(hours.closes)
}

fn later(days: &WorkingDays, hours: OfficeHours, start: DateTime, span: Span) -> Option<DateTime> {
    let end = start.date().checked_add(span).ok()?;
    Some(closing(days.first_from(end), hours))
}

/// Hours run on the clock; an end outside office hours waits for the next opening.
fn in_hours(
    days: &WorkingDays,
    hours: OfficeHours,
    start: DateTime,
    count: u32,
) -> Option<DateTime> {
    let end = start
        .checked_add(Duration::from_secs(u64::from(count) * 3600))
        .ok()?;
    let day = end.date();
    Some(if days.works(day) && end.time() <= hours.closes {
        end.max(day.to_datetime(hours.opens))
    } else if days.works(day) {
        days.after(day, 1).to_datetime(hours.opens)
    } else {
        days.first_from(day).to_datetime(hours.opens)
    })
}

fn explanation(
    days: &WorkingDays,
    received: DateTime,
    start: DateTime,
    due: DateTime,
    limit: TimeLimit,
) -> LocalText {
    let time = in_words(limit);
    let time_en = time.en.unwrap_or_default();
    let (from, from_en) = if start.date() == received.date() {
        (
            "từ ngày nhận hồ sơ".to_owned(),
            "from the day it was received".to_owned(),
        )
    } else {
        let day = start.date().strftime("%d/%m/%Y");
        (
            format!("từ ngày làm việc kế tiếp {day}, vì nhận sau 15 giờ hoặc vào ngày nghỉ"),
            format!("from the next working day {day}, received after 15:00 or on a day off"),
        )
    };
    let mut vi = format!("Thủ tục ghi {}, tính {from}.", time.vi);
    let mut en = format!("The procedure states {time_en}, counted {from_en}.");
    for doubt in days.doubts(start.date(), due.date()) {
        vi = format!("{vi} {}", doubt.vi);
        en = format!("{en} {}", doubt.en.unwrap_or_default());
    }
    LocalText::new(vi, en.trim_end())
}

/// A moment on the clocks of Vietnam.
pub(crate) fn civil(moment: Moment) -> DateTime {
    let timestamp = Timestamp::from_second(moment.unix()).unwrap_or_default();
    VIETNAM.to_datetime(timestamp)
}

/// A time on the clocks of Vietnam as a moment.
pub(crate) fn moment(civil: DateTime) -> Moment {
    let timestamp = VIETNAM.to_timestamp(civil).unwrap_or_default();
    Moment::from_unix(timestamp.as_second())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::working_days::tests::built_in;
    use jiff::civil::{date, datetime, time};
    use proptest::prelude::*;

    const HOURS: OfficeHours = OfficeHours {
        opens: time(8, 0, 0, 0),
        closes: time(17, 0, 0, 0),
        next_day_after: time(15, 0, 0, 0),
    };

    fn due(received: DateTime, value: u32, unit: TimeUnit) -> String {
        let promise = promise(
            &built_in(),
            HOURS,
            moment(received),
            TimeLimit { value, unit },
        );
        promise.expect("a date").due.rfc3339()
    }

    #[test]
    fn two_working_days_from_a_thursday_morning_end_on_monday() {
        let thursday = datetime(2026, 10, 8, 10, 5, 0, 0);
        assert_eq!(
            due(thursday, 2, TimeUnit::WorkingDay),
            "2026-10-12T17:00:00+07:00"
        );
    }

    #[test]
    fn what_comes_after_three_counts_from_the_next_working_day() {
        let at_three = datetime(2026, 10, 8, 15, 0, 0, 0);
        assert_eq!(
            due(at_three, 1, TimeUnit::WorkingDay),
            "2026-10-09T17:00:00+07:00"
        );
        let after = datetime(2026, 10, 8, 15, 0, 1, 0);
        assert_eq!(
            due(after, 1, TimeUnit::WorkingDay),
            "2026-10-12T17:00:00+07:00"
        );
    }

    #[test]
    fn what_comes_on_a_sunday_counts_from_monday_at_opening() {
        let sunday = moment(datetime(2026, 10, 11, 9, 0, 0, 0));
        let limit = TimeLimit {
            value: 1,
            unit: TimeUnit::WorkingDay,
        };
        let promise = promise(&built_in(), HOURS, sunday, limit).expect("a date");
        assert_eq!(promise.counts_from.rfc3339(), "2026-10-12T08:00:00+07:00");
        assert!(promise.explanation.vi.contains("12/10/2026"));
    }

    #[test]
    fn calendar_days_and_months_that_end_on_a_day_off_end_on_the_next_working_day() {
        let monday = datetime(2026, 9, 28, 9, 0, 0, 0);
        assert_eq!(due(monday, 5, TimeUnit::Day), "2026-10-05T17:00:00+07:00");
        let first = datetime(2026, 12, 1, 9, 0, 0, 0);
        assert_eq!(due(first, 1, TimeUnit::Month), "2027-01-04T17:00:00+07:00");
    }

    #[test]
    fn hours_run_on_the_clock_and_end_when_somebody_is_there() {
        let morning = datetime(2026, 10, 8, 9, 0, 0, 0);
        assert_eq!(due(morning, 4, TimeUnit::Hour), "2026-10-08T13:00:00+07:00");
        assert_eq!(
            due(morning, 10, TimeUnit::Hour),
            "2026-10-09T08:00:00+07:00"
        );
        assert_eq!(
            due(morning, 48, TimeUnit::Hour),
            "2026-10-12T08:00:00+07:00"
        );
    }

    #[test]
    fn a_unit_nobody_knows_and_a_time_past_belief_promise_nothing() {
        let at = moment(datetime(2026, 10, 8, 9, 0, 0, 0));
        for (value, unit) in [(3, TimeUnit::Unknown), (u32::MAX, TimeUnit::Month)] {
            assert_eq!(
                promise(&built_in(), HOURS, at, TimeLimit { value, unit }),
                None
            );
        }
    }

    proptest! {
        #[test]
        fn a_promise_lies_ahead_within_office_hours_and_never_earlier_for_a_later_dossier(
            second in 0_i64..63_072_000,
            wait in 0_i64..1_000_000,
            value in 1_u32..120,
            unit in prop_oneof![
                Just(TimeUnit::Hour), Just(TimeUnit::Day),
                Just(TimeUnit::WorkingDay), Just(TimeUnit::Month)
            ],
        ) {
            let days = built_in();
            let limit = TimeLimit { value, unit };
            let first = Moment::from_unix(1_767_200_400 + second);
            let then = Moment::from_unix(first.unix() + wait);
            let one = promise(&days, HOURS, first, limit).expect("a date");
            let other = promise(&days, HOURS, then, limit).expect("a date");
            prop_assert!(one.counts_from >= first && one.due > one.counts_from);
            prop_assert!(one.due <= other.due);
            let due = civil(one.due);
            prop_assert!(days.works(due.date()));
            prop_assert!(HOURS.opens <= due.time() && due.time() <= HOURS.closes);
        }

        #[test]
        fn moments_and_civil_times_are_the_same_clock(second in 0_i64..4_000_000_000) {
            let at = Moment::from_unix(second);
            prop_assert_eq!(moment(civil(at)), at);
            prop_assert_eq!(civil(at).date(), at.day().parse::<Date>().expect("a day"));
        }
    }

    #[test]
    fn the_calendar_begins_where_the_test_counts() {
        assert_eq!(
            civil(Moment::from_unix(1_767_200_400)).date(),
            date(2026, 1, 1)
        );
    }
}
