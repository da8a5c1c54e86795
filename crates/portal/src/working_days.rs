//! The days on which offices work in Vietnam.
//!
//! Weekends, the holidays of Article 112 of the Labour Code and what the yearly notices add
//! or swap stand in `data/holidays.json`, each with its source. What no notice has settled
//! yet is said with every date that depends on it; see [`WorkingDays::doubts`].

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::{Date, Weekday};
use motcua_contract::text::LocalText;
use serde::Deserialize;

/// No stretch without a working day is longer; the longest on record is Tết's nine days.
const LONGEST_BREAK: u32 = 30;

/// Which days are worked, as far as it is known; read from `holidays.json`.
#[derive(Clone, Debug, Deserialize)]
#[serde(from = "File")]
pub(crate) struct WorkingDays {
    off: BTreeSet<Date>,
    worked: BTreeSet<Date>,
    doubts: BTreeMap<i16, Vec<LocalText>>,
}

/// `holidays.json`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    /// What the file rests on, for its readers.
    #[serde(rename = "source")]
    _source: String,
    years: BTreeMap<i16, Year>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Year {
    /// Days off that are not a Saturday or a Sunday anyway.
    off: Vec<Named>,
    /// Saturdays or Sundays worked in exchange.
    #[serde(default)]
    worked: Vec<Named>,
    /// What is not settled.
    #[serde(default)]
    doubts: Vec<LocalText>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Named {
    day: Date,
    #[serde(rename = "name")]
    _name: String,
    #[serde(rename = "source")]
    _source: String,
}

impl From<File> for WorkingDays {
    fn from(file: File) -> Self {
        let mut days = Self {
            off: BTreeSet::new(),
            worked: BTreeSet::new(),
            doubts: BTreeMap::new(),
        };
        for (number, year) in file.years {
            days.off.extend(year.off.iter().map(|one| one.day));
            days.worked.extend(year.worked.iter().map(|one| one.day));
            days.doubts.insert(number, year.doubts);
        }
        days
    }
}

impl WorkingDays {
    /// Whether offices work on a day.
    pub(crate) fn works(&self, day: Date) -> bool {
        let weekend = matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday);
        self.worked.contains(&day) || !(weekend || self.off.contains(&day))
    }

    /// The day itself when it is worked, or the first one after it that is.
    pub(crate) fn first_from(&self, day: Date) -> Date {
        days_from(day)
            .take(LONGEST_BREAK as usize)
            .find(|day| self.works(*day))
            .unwrap_or(day)
    }

    /// The working day that is `count` working days after `day`; `day` itself does not count.
    pub(crate) fn after(&self, day: Date, count: u32) -> Date {
        (0..count).fold(day, |day, _| self.first_from(next(day)))
    }

    /// How many working days come after `from` until `to`, which counts; negative when `to`
    /// lies before `from`.
    pub(crate) fn between(&self, from: Date, to: Date) -> i32 {
        let count = |from: Date, to: Date| {
            let after = days_from(from).skip(1).take_while(|day| *day <= to);
            after.filter(|day| self.works(*day)).count() as i32
        };
        if from <= to {
            count(from, to)
        } else {
            -count(to, from)
        }
    }

    /// What is not settled about the years from one day to another; a year that the file
    /// does not know is a doubt itself.
    pub(crate) fn doubts(&self, from: Date, to: Date) -> Vec<LocalText> {
        (from.year()..=to.year())
            .flat_map(|year| match self.doubts.get(&year) {
                Some(doubts) => doubts.clone(),
                None => vec![LocalText::new(
                    format!(
                        "Cổng chưa có lịch nghỉ lễ năm {year} nên mới trừ thứ Bảy và Chủ nhật."
                    ),
                    format!(
                        "The portal does not know the holidays of {year} yet; only Saturdays and \
                         Sundays are left out."
                    ),
                )],
            })
            .collect()
    }
}

fn days_from(day: Date) -> impl Iterator<Item = Date> {
    std::iter::successors(Some(day), |day| day.tomorrow().ok())
}

/// Tomorrow; the last day there is stays.
fn next(day: Date) -> Date {
    day.tomorrow().unwrap_or(day)
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;
    use jiff::civil::date;
    use proptest::prelude::*;

    /// The calendar that came with the program.
    pub(crate) fn built_in() -> WorkingDays {
        serde_json::from_str(include_str!("../data/holidays.json")).expect("the calendar")
    }

    #[test]
    fn tet_of_2026_is_nine_days_without_work() {
        let calendar = built_in();
        let friday = date(2026, 2, 13);
        assert!(calendar.works(friday));
        assert_eq!(calendar.after(friday, 1), date(2026, 2, 23));
    }

    #[test]
    fn a_swapped_saturday_is_worked_and_its_friday_is_not() {
        let calendar: WorkingDays = serde_json::from_str(
            r#"{"source": "invented", "years": {"2026": {
                "off": [{"day": "2026-03-06", "name": "a swap", "source": "invented"}],
                "worked": [{"day": "2026-03-14", "name": "a swap", "source": "invented"}]}}}"#,
        )
        .expect("a calendar");
        assert!(!calendar.works(date(2026, 3, 6)));
        assert!(calendar.works(date(2026, 3, 14)));
        assert_eq!(calendar.between(date(2026, 3, 5), date(2026, 3, 14)), 6);
    }

    #[test]
    fn a_holiday_on_a_weekend_moves_to_the_next_working_day() {
        let calendar = built_in();
        // 1 May 2027 is a Saturday.
        assert!(!calendar.works(date(2027, 5, 3)));
        assert!(calendar.works(date(2027, 5, 4)));
    }

    #[test]
    fn a_year_without_a_notice_says_so_and_so_does_one_the_file_lacks() {
        let calendar = built_in();
        for (from, to, year) in [
            (date(2027, 1, 4), date(2027, 1, 8), "2027"),
            (date(2031, 1, 6), date(2031, 1, 7), "2031"),
        ] {
            let doubts = calendar.doubts(from, to);
            assert!(
                doubts.iter().any(|doubt| doubt.vi.contains(year)),
                "{doubts:?}"
            );
        }
    }

    #[test]
    fn no_day_off_in_the_file_is_a_weekend_and_every_day_worked_is_one() {
        let calendar = built_in();
        let weekend = |day: &Date| matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday);
        assert!(!calendar.off.iter().any(weekend));
        assert!(calendar.worked.iter().all(weekend));
    }

    fn any_day() -> impl Strategy<Value = Date> {
        (0_i32..1800).prop_map(|days| {
            let start = date(2025, 1, 1);
            start
                .checked_add(jiff::Span::new().days(days))
                .expect("a day")
        })
    }

    proptest! {
        #[test]
        fn counting_forward_and_counting_the_days_between_agree(
            day in any_day(),
            count in 0_u32..260,
        ) {
            let calendar = built_in();
            let end = calendar.after(day, count);
            prop_assert!(count == 0 || calendar.works(end));
            prop_assert_eq!(calendar.between(day, end), count as i32);
            prop_assert_eq!(calendar.between(end, day), -(count as i32));
        }

        #[test]
        fn one_more_day_never_ends_earlier(day in any_day(), count in 0_u32..100) {
            let calendar = built_in();
            prop_assert!(calendar.after(day, count) < calendar.after(day, count + 1));
        }

        #[test]
        fn the_first_day_from_a_day_is_worked_and_nothing_worked_lies_between(day in any_day()) {
            let calendar = built_in();
            let first = calendar.first_from(day);
            prop_assert!(calendar.works(first));
            prop_assert!(days_from(day).take_while(|d| *d < first).all(|d| !calendar.works(d)));
        }
    }
}
