//! Moments, and which day it is in Vietnam.

use std::time::{Duration, SystemTime, UNIX_EPOCH};

use rusqlite::ToSql;
use rusqlite::types::{FromSql, FromSqlResult, ToSqlOutput, ValueRef};

/// Vietnam is seven hours ahead of UTC all year round.
const OFFSET_SECONDS: i64 = 7 * 3600;
const DAY_SECONDS: i64 = 86_400;

/// A moment in whole seconds since 1970 in UTC; the database keeps it as an integer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Moment(i64);

impl Moment {
    /// The moment so many seconds after 1970 began in UTC.
    pub(crate) const fn from_unix(seconds: i64) -> Self {
        Self(seconds)
    }

    /// Seconds since 1970 began in UTC.
    pub(crate) const fn unix(self) -> i64 {
        self.0
    }

    /// The day in Vietnam, as `yyyy-MM-dd`.
    pub(crate) fn day(self) -> String {
        civil(self.local().div_euclid(DAY_SECONDS))
    }

    /// As the contract writes times: RFC 3339 with Vietnam's offset.
    pub(crate) fn rfc3339(self) -> String {
        let second = self.local().rem_euclid(DAY_SECONDS);
        let (hour, minute) = (second / 3600, second / 60 % 60);
        format!(
            "{}T{hour:02}:{minute:02}:{:02}+07:00",
            self.day(),
            second % 60
        )
    }

    /// This long after; the end of time where there is no such moment.
    pub(crate) fn plus(self, time: Duration) -> Self {
        Self(self.0.saturating_add_unsigned(time.as_secs()))
    }

    /// This long before.
    pub(crate) fn minus(self, time: Duration) -> Self {
        Self(self.0.saturating_sub_unsigned(time.as_secs()))
    }

    /// How long it is until `later`; nothing when that is past.
    pub(crate) fn until(self, later: Self) -> Duration {
        Duration::from_secs(later.0.saturating_sub(self.0).max(0).unsigned_abs())
    }

    fn local(self) -> i64 {
        self.0.saturating_add(OFFSET_SECONDS)
    }
}

impl From<SystemTime> for Moment {
    fn from(time: SystemTime) -> Self {
        let passed = time.duration_since(UNIX_EPOCH);
        Self(passed.map_or(0, |passed| passed.as_secs().cast_signed()))
    }
}

impl ToSql for Moment {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(self.0.into())
    }
}

impl FromSql for Moment {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        value.as_i64().map(Self)
    }
}

/// The date of a day counted from 1970-01-01, in eras of 400 years that begin in March,
/// so that the leap day is the last of its year.
fn civil(days: i64) -> String {
    let days = days + 719_468;
    let era = days.div_euclid(146_097);
    let day_of_era = days.rem_euclid(146_097);
    let year_of_era =
        (day_of_era - day_of_era / 1460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let shifted = (5 * day_of_year + 2) / 153;
    let day = day_of_year - (153 * shifted + 2) / 5 + 1;
    let month = if shifted < 10 {
        shifted + 3
    } else {
        shifted - 9
    };
    let year = era * 400 + year_of_era + i64::from(month <= 2);
    format!("{year:04}-{month:02}-{day:02}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_day_changes_at_midnight_in_vietnam() {
        let last_second = Moment::from_unix(1_798_736_399);
        assert_eq!(last_second.day(), "2026-12-31");
        assert_eq!(last_second.rfc3339(), "2026-12-31T23:59:59+07:00");
        let next = last_second.plus(Duration::from_secs(1));
        assert_eq!(next.day(), "2027-01-01");
        assert_eq!(next.rfc3339(), "2027-01-01T00:00:00+07:00");
    }

    #[test]
    fn leap_days_are_counted() {
        assert_eq!(
            [0, 11_016, 19_782, 19_783].map(civil),
            ["1970-01-01", "2000-02-29", "2024-02-29", "2024-03-01"]
        );
    }

    #[test]
    fn what_is_past_is_no_time_away() {
        let (now, later) = (Moment::from_unix(100), Moment::from_unix(160));
        assert_eq!(now.until(later), Duration::from_secs(60));
        assert_eq!(later.until(now), Duration::ZERO);
    }
}
