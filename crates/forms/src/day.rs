//! Days of the Gregorian calendar, without a clock and without time zones.

use std::fmt;

/// A day between 0001-01-01 and 9999-12-31.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day {
    year: i32,
    month: u8,
    day: u8,
}

impl Day {
    /// The day with these parts, if the calendar has it.
    #[must_use]
    pub fn new(year: i32, month: u32, day: u32) -> Option<Self> {
        let real = (1..=9999).contains(&year)
            && (1..=12).contains(&month)
            && (1..=days_in_month(year, month)).contains(&day);
        real.then_some(Self {
            year,
            month: month as u8,
            day: day as u8,
        })
    }

    /// Reads `yyyy-MM-dd`, and nothing else.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let bytes = text.as_bytes();
        if bytes.len() != 10 || bytes[4] != b'-' || bytes[7] != b'-' {
            return None;
        }
        let digits = |range: std::ops::Range<usize>| {
            bytes[range].iter().try_fold(0_u32, |sum, byte| {
                byte.is_ascii_digit()
                    .then(|| sum * 10 + u32::from(byte - b'0'))
            })
        };
        Self::new(digits(0..4)? as i32, digits(5..7)?, digits(8..10)?)
    }

    /// The year.
    #[must_use]
    pub fn year(self) -> i32 {
        self.year
    }

    /// The month, from 1.
    #[must_use]
    pub fn month(self) -> u32 {
        self.month.into()
    }

    /// The day of the month, from 1.
    #[must_use]
    pub fn day(self) -> u32 {
        self.day.into()
    }

    /// Whole years from this day until `today`; `None` for a day to come.
    ///
    /// Somebody born on 29 February turns a year older on 1 March of common years, so that
    /// `age ≥ n` says the same as `today ≥ add_years(n)`.
    #[must_use]
    pub fn age(self, today: Self) -> Option<i32> {
        let before_birthday = (today.month, today.day) < (self.month, self.day);
        (self <= today).then(|| today.year - self.year - i32::from(before_birthday))
    }

    /// Days from this one until `other`; negative when it lies before.
    #[must_use]
    pub fn days_until(self, other: Self) -> i64 {
        other.number() - self.number()
    }

    /// This day a number of days later, or earlier.
    #[must_use]
    pub fn add_days(self, days: i64) -> Option<Self> {
        Self::of_number(self.number().checked_add(days)?)
    }

    /// The same day some months later, or earlier; the first of the next month where that
    /// month is too short.
    #[must_use]
    pub fn add_months(self, months: i64) -> Option<Self> {
        let count = i64::from(self.year) * 12 + i64::from(self.month) - 1;
        let count = count.checked_add(months)?;
        let year = i32::try_from(count.div_euclid(12)).ok()?;
        let month = count.rem_euclid(12) as u32 + 1;
        Self::new(year, month, self.day.into()).or_else(|| match month {
            12 => Self::new(year.checked_add(1)?, 1, 1),
            _ => Self::new(year, month + 1, 1),
        })
    }

    /// The same day some years later, or earlier; 1 March in place of a missing 29 February.
    #[must_use]
    pub fn add_years(self, years: i64) -> Option<Self> {
        self.add_months(years.checked_mul(12)?)
    }

    /// Counted from 0000-03-01, in years that begin in March so that a leap day is the last.
    fn number(self) -> i64 {
        let (year, month) = (i64::from(self.year), i64::from(self.month));
        let (year, month) = if month > 2 {
            (year, month - 3)
        } else {
            (year - 1, month + 9)
        };
        365 * year + year / 4 - year / 100
            + year / 400
            + (153 * month + 2) / 5
            + i64::from(self.day)
            - 1
    }

    fn of_number(number: i64) -> Option<Self> {
        // The first and the last day that have a number here; keeps all below in range.
        if !(306..=3_652_364).contains(&number) {
            return None;
        }
        let (era, day) = (number / 146_097, number % 146_097);
        let year = (day - day / 1460 + day / 36_524 - day / 146_096) / 365;
        let day = day - (365 * year + year / 4 - year / 100);
        let month = (5 * day + 2) / 153;
        let (day, year) = (day - (153 * month + 2) / 5 + 1, era * 400 + year);
        let (month, year) = if month < 10 {
            (month + 3, year)
        } else {
            (month - 9, year + 1)
        };
        Self::new(year as i32, month as u32, day as u32)
    }
}

/// How many days a month has; 31 for a month that is none.
pub(crate) fn days_in_month(year: i32, month: u32) -> u32 {
    match month {
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn day(text: &str) -> Day {
        Day::parse(text).unwrap()
    }

    #[test]
    fn only_days_of_the_calendar_are_days() {
        for text in [
            "2023-02-29",
            "1900-02-29",
            "2024-04-31",
            "2024-13-01",
            "0000-01-01",
            "2024-1-01",
            "2024-01-0x",
        ] {
            assert_eq!(Day::parse(text), None, "{text}");
        }
        assert_eq!(day("2000-02-29").to_string(), "2000-02-29");
    }

    #[test]
    fn one_is_a_year_older_on_the_birthday_itself() {
        let born = day("2008-11-22");
        assert_eq!(born.age(day("2026-11-21")), Some(17));
        assert_eq!(born.age(day("2026-11-22")), Some(18));
        assert_eq!(born.age(day("2008-11-21")), None);
    }

    #[test]
    fn a_leap_day_falls_on_the_first_of_march_in_common_years() {
        assert_eq!(day("2024-02-29").add_years(1), Some(day("2025-03-01")));
        assert_eq!(day("2024-01-31").add_months(1), Some(day("2024-03-01")));
        assert_eq!(day("2024-12-31").add_months(-1), Some(day("2024-12-01")));
    }

    #[test]
    fn the_calendar_ends_rather_than_overflows() {
        assert_eq!(day("9999-12-31").add_days(1), None);
        assert_eq!(day("0001-01-01").add_days(-1), None);
        assert_eq!(day("2024-01-01").add_years(i64::MAX), None);
        assert_eq!(day("2024-01-01").add_days(i64::MIN), None);
        assert_eq!(
            day("0001-01-01").add_days(3_652_058),
            Some(day("9999-12-31"))
        );
    }

    fn any_day() -> impl Strategy<Value = Day> {
        (306_i64..=3_652_364).prop_map(|number| Day::of_number(number).unwrap())
    }

    proptest! {
        #[test]
        fn counting_there_and_back_comes_home(a in any_day(), b in any_day()) {
            prop_assert_eq!(a.add_days(a.days_until(b)), Some(b));
            prop_assert_eq!(Day::parse(&a.to_string()), Some(a));
        }

        #[test]
        fn an_age_is_reached_on_the_day_that_adding_years_gives(born in any_day(), today in any_day(), years in 0_i64..120) {
            if let (Some(age), Some(reached)) = (born.age(today), born.add_years(years)) {
                prop_assert_eq!(i64::from(age) >= years, today >= reached);
            }
        }
    }
}
