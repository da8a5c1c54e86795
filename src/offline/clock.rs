//! This device's time, as drafts carry it.

/// Now, RFC 3339 with this device's offset and whole seconds (`2026-11-22T08:05:00+07:00`).
/// A person reads it back as the time on the wall, so it is not in UTC.
pub(crate) fn now() -> String {
    let now = js_sys::Date::new_0();
    // Minutes west of Greenwich; whole on every clock in use.
    let east = -now.get_timezone_offset() as i32;
    let shifted = js_sys::Date::new(&(now.get_time() + f64::from(east) * 60_000.0).into());
    with_offset(&String::from(shifted.to_iso_string()), east)
}

/// Milliseconds since 1970 of an RFC 3339 time; nothing for anything else.
pub(crate) fn milliseconds(rfc3339: &str) -> Option<f64> {
    let time = js_sys::Date::parse(rfc3339);
    (!time.is_nan()).then_some(time)
}

/// `2026-11-22T08:05:00.000Z`, which was shifted by `east` minutes, with that offset instead.
fn with_offset(shifted: &str, east: i32) -> String {
    let local = shifted.get(..19).unwrap_or(shifted);
    let sign = if east < 0 { '-' } else { '+' };
    let (hours, minutes) = (east.abs() / 60, east.abs() % 60);
    format!("{local}{sign}{hours:02}:{minutes:02}")
}

#[cfg(test)]
mod tests {
    use super::with_offset;

    #[test]
    fn the_offset_stands_in_hours_and_minutes_with_its_sign() {
        let at = |east| with_offset("2026-11-22T08:05:00.123Z", east);
        assert_eq!(at(420), "2026-11-22T08:05:00+07:00");
        assert_eq!(at(0), "2026-11-22T08:05:00+00:00");
        assert_eq!(at(-210), "2026-11-22T08:05:00-03:30");
    }
}
