//! The periods that one can ask for, counted from the portal's own day. Pure.

use crate::i18n::quality as words;

/// A period as the contract writes it (empty: the portal's own choice), and its name.
pub(super) type Period = (String, fn() -> &'static str);

/// The months, quarters and years around `now` (RFC 3339); only the portal's own choice where
/// that cannot be read.
pub(super) fn periods(now: &str) -> Vec<Period> {
    let year = now.get(..4).and_then(|year| year.parse::<u32>().ok());
    let month = now.get(5..7).and_then(|month| month.parse::<u32>().ok());
    let mut periods: Vec<Period> = vec![(String::new(), words::last_month)];
    let (Some(year), Some(month @ 1..=12)) = (year, month) else {
        return periods;
    };
    let quarter = month.div_ceil(3);
    let before = match quarter {
        1 => format!("{}-Q4", year.saturating_sub(1)),
        quarter => format!("{year}-Q{}", quarter - 1),
    };
    periods.extend([
        (format!("{year}-{month:02}"), words::this_month as fn() -> _),
        (before, words::last_quarter),
        (format!("{year}-Q{quarter}"), words::this_quarter),
        (year.saturating_sub(1).to_string(), words::last_year),
        (year.to_string(), words::this_year),
    ]);
    periods
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(now: &str) -> Vec<String> {
        periods(now).into_iter().map(|(period, _)| period).collect()
    }

    #[test]
    fn the_periods_around_a_day() {
        assert_eq!(
            written("2026-11-22T20:00:00+07:00"),
            ["", "2026-11", "2026-Q3", "2026-Q4", "2025", "2026"]
        );
        assert_eq!(
            written("2026-02-01T00:00:00+07:00"),
            ["", "2026-02", "2025-Q4", "2026-Q1", "2025", "2026"]
        );
    }

    #[test]
    fn a_day_that_cannot_be_read_leaves_the_portals_own_choice() {
        for strange in ["", "hôm nay", "2026", "2026-13-01"] {
            assert_eq!(written(strange), [""], "{strange}");
        }
    }
}
