//! Which day it is in Vietnam.

use std::time::{SystemTime, UNIX_EPOCH};

/// Vietnam is seven hours ahead of UTC all year round.
const OFFSET_SECONDS: u64 = 7 * 3600;

/// The day in Vietnam at a moment, as `yyyy-MM-dd`.
pub(crate) fn in_vietnam(now: SystemTime) -> String {
    let seconds = now
        .duration_since(UNIX_EPOCH)
        .map_or(0, |passed| passed.as_secs());
    civil((seconds + OFFSET_SECONDS) / 86_400)
}

/// The date of a day counted from 1970-01-01, in eras of 400 years that begin in March,
/// so that the leap day is the last of its year.
fn civil(days: u64) -> String {
    let days = days + 719_468;
    let era = days / 146_097;
    let day_of_era = days % 146_097;
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
    let year = era * 400 + year_of_era + u64::from(month <= 2);
    format!("{year:04}-{month:02}-{day:02}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::time::Duration;

    #[test]
    fn the_day_changes_at_midnight_in_vietnam() {
        let last_second = UNIX_EPOCH + Duration::from_secs(1_798_736_399);
        assert_eq!(in_vietnam(last_second), "2026-12-31");
        assert_eq!(
            in_vietnam(last_second + Duration::from_secs(1)),
            "2027-01-01"
        );
    }

    #[test]
    fn leap_days_are_counted() {
        assert_eq!(
            [0, 11_016, 19_782, 19_783].map(civil),
            ["1970-01-01", "2000-02-29", "2024-02-29", "2024-03-01"]
        );
    }
}
