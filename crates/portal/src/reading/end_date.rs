//! The last day that a note names ("đến hết ngày 31/12/2026").

/// The latest end date in a note as `yyyy-MM-dd`. The latest, because a note with
/// several periods still says something true while one of them runs.
///
/// The end of an exemption ("Miễn từ ngày 07/4/2026 đến 30/6/2026") is not the end of the
/// fee, which holds again from that day on, and is left to the note.
pub(super) fn last(note: &str) -> Option<String> {
    let note = note.to_lowercase();
    note.match_indices("đến")
        .chain(note.match_indices("hết"))
        .filter(|(at, _)| !exempts(&note[..*at]))
        .filter_map(|(at, word)| date(&note[at + word.len()..]))
        .max()
}

/// Whether the clause that `before` ends with speaks of an exemption.
fn exempts(before: &str) -> bool {
    let clause = before.rsplit(['.', ';', '(', '\n']).next();
    clause.is_some_and(|clause| clause.contains("miễn"))
}

/// A date at the start of `text`, after "hết" and "ngày": 31/12/2026, 31-12-2026 or
/// "31 tháng 12 năm 2026".
fn date(text: &str) -> Option<String> {
    let text = after(after(text, "hết"), "ngày");
    let (day, text) = number(text)?;
    let (month, text) = number(separated(text, "tháng")?)?;
    let (year, _) = number(separated(text, "năm")?)?;
    let real = (1..=12).contains(&month) && (1..=31).contains(&day);
    (real && (2000..2100).contains(&year)).then(|| format!("{year:04}-{month:02}-{day:02}"))
}

fn after<'a>(text: &'a str, word: &str) -> &'a str {
    let text = text.trim_start();
    text.strip_prefix(word).map_or(text, str::trim_start)
}

fn separated<'a>(text: &'a str, word: &str) -> Option<&'a str> {
    let text = text.trim_start();
    text.strip_prefix(['/', '-', '.'])
        .or_else(|| text.strip_prefix(word))
        .map(str::trim_start)
}

fn number(text: &str) -> Option<(u32, &str)> {
    let end = text
        .find(|c: char| !c.is_ascii_digit())
        .unwrap_or(text.len());
    Some((text[..end].parse().ok()?, &text[end..]))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn both_ways_of_writing_a_date_are_read_and_the_latest_counts() {
        for (note, day) in [
            (
                "Kể từ ngày 01/12/2023 đến hết ngày 31/12/2025, áp dụng",
                "2025-12-31",
            ),
            ("đến hết ngày 31 tháng 12 năm 2026 theo", "2026-12-31"),
            ("áp dụng từ ngày 07-4-2026 đến 30-6-2026", "2026-06-30"),
            (
                "đến hết ngày 31/12/2025; đến hết ngày 31/12/2026",
                "2026-12-31",
            ),
        ] {
            assert_eq!(last(note).as_deref(), Some(day), "{note}");
        }
    }

    #[test]
    fn a_date_that_ends_nothing_and_a_day_that_does_not_exist_are_left_alone() {
        assert_eq!(last("Thông tư số 25/2021/TT-BTC ngày 07/4/2021"), None);
        assert_eq!(last("đến ngày 45/13/2026"), None);
    }

    #[test]
    fn the_end_of_an_exemption_is_not_the_end_of_the_fee() {
        let note = "250.000đ/lần(Miễn kể từ ngày 07/4/2026 đến 30/6/2026 theo Thông tư 40)";
        assert_eq!(last(note), None);
    }

    proptest! {
        #[test]
        fn no_text_upsets_it(note in ".*đến(hết|ngày| |[0-9/])*.*") {
            let _ = last(&note);
        }
    }
}
