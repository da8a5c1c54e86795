//! The promised date as an event for calendars, after RFC 5545.

use motcua_contract::dossier::Deadline;

use super::promise::civil;
use super::rows::Filed;
use crate::moment::Moment;

/// The longest line in octets before it is folded (RFC 5545, section 3.1).
const LINE: usize = 75;

/// One all-day event on the promised day.
pub(crate) fn event(filed: &Filed, deadline: &Deadline, due: Moment, now: Moment) -> String {
    let day = civil(due).date();
    let next = day.tomorrow().unwrap_or(day);
    let why = deadline.explanation.as_ref();
    let lines = [
        "BEGIN:VCALENDAR".to_owned(),
        "VERSION:2.0".into(),
        "PRODID:-//Mot Cua//Reference portal//VI".into(),
        "BEGIN:VEVENT".into(),
        format!("UID:{}@{}", filed.code, "motcua"),
        format!("DTSTAMP:{}", stamp(now)),
        format!("DTSTART;VALUE=DATE:{}", day.strftime("%Y%m%d")),
        format!("DTEND;VALUE=DATE:{}", next.strftime("%Y%m%d")),
        format!(
            "SUMMARY:{}",
            text(&format!("Hẹn trả kết quả hồ sơ {}", filed.code))
        ),
        format!(
            "DESCRIPTION:{}",
            text(&format!(
                "{}\n{}",
                filed.service_name,
                why.map_or("", |why| why.vi.as_str())
            ))
        ),
        "TRANSP:TRANSPARENT".into(),
        "END:VEVENT".into(),
        "END:VCALENDAR".into(),
    ];
    lines.iter().map(|line| folded(line)).collect()
}

fn stamp(at: Moment) -> String {
    let at = jiff::Timestamp::from_second(at.unix()).unwrap_or_default();
    at.strftime("%Y%m%dT%H%M%SZ").to_string()
}

/// Text as a value: what would end it is escaped.
fn text(raw: &str) -> String {
    raw.replace('\\', "\\\\")
        .replace(';', "\\;")
        .replace(',', "\\,")
        .replace(['\n', '\r'], "\\n")
}

/// A line, in several where it is long; no character is cut.
fn folded(line: &str) -> String {
    let mut folded = String::new();
    let mut length = 0;
    for c in line.chars() {
        if length + c.len_utf8() > LINE {
            folded.push_str("\r\n ");
            length = 1;
        }
        folded.push(c);
        length += c.len_utf8();
    }
    folded + "\r\n"
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn what_would_end_a_value_is_escaped() {
        assert_eq!(text("a;b,c\\d\ne"), "a\\;b\\,c\\\\d\\ne");
    }

    proptest! {
        #[test]
        fn folded_lines_are_short_and_unfold_to_what_they_were(line in "[ -~àếộ]{0,300}") {
            let folded = folded(&line);
            for part in folded.trim_end_matches("\r\n").split("\r\n") {
                prop_assert!(part.len() <= LINE);
            }
            let unfolded = folded.replace("\r\n ", "");
            prop_assert_eq!(unfolded.trim_end_matches("\r\n"), line.as_str());
        }
    }
}
