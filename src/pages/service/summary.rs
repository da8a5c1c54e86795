//! What all ways of filing together say of time and fee, in one line each.
//!
//! Where they differ the line says so and gives the range; what is not stated is
//! said, never passed over: "5 ngày làm việc" stands alone only if every way says it.

use motcua_contract::channel::{Channel, ChannelKind, Fee, FeeKind, TimeLimit, TimeUnit};
use motcua_contract::service::Defect;

use crate::format;
use crate::i18n::{common, service as words};

/// An answer: the line, and what has to be said with it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(in crate::pages) struct Answer {
    /// The line itself.
    pub(in crate::pages) line: String,
    /// What else must be known, each a sentence or less.
    pub(in crate::pages) hints: Vec<String>,
    /// The source's note, when there is one for all and it is short.
    pub(in crate::pages) note: Option<String>,
}

/// Up to this many characters a note stands in the answer itself; a longer one is
/// reached by the link to the ways of filing.
const SHORT_NOTE: usize = 120;

/// How long it takes.
pub(in crate::pages) fn time(channels: &[Channel], defects: &[Defect]) -> Answer {
    let stated: Vec<(ChannelKind, TimeLimit)> = channels
        .iter()
        .filter_map(|channel| Some((channel.kind, channel.time?)))
        .filter(|(_, time)| time.unit != TimeUnit::Unknown)
        .collect();
    let mut answer = Answer::default();
    if stated.is_empty() {
        if channels.iter().any(|c| c.source_text.is_some()) {
            answer.line = words::mixed().into();
            answer.hints.push(words::mixed_hint().into());
        } else {
            answer.line = common::not_stated().into();
            if defects.contains(&Defect::TimeWithoutUnit) {
                answer.hints.push(words::time_without_unit().into());
            } else if channels.iter().any(|c| c.time_note.is_some()) {
                answer.hints.push(words::time_in_note().into());
            }
        }
        return answer;
    }
    let times = distinct(stated.iter().map(|(_, time)| *time));
    answer.line = range_of_times(&times);
    if times.len() > 1 {
        answer.hints.push(why_they_differ(&stated).into());
    }
    if stated.len() < channels.len() {
        answer.hints.push(words::time_partly_stated().into());
    }
    answer
}

/// What it costs; `today` is `yyyy-MM-dd`.
pub(in crate::pages) fn fee(channels: &[Channel], today: &str) -> Answer {
    let stated: Vec<(ChannelKind, &Fee)> = channels
        .iter()
        .flat_map(|channel| channel.fees.iter().map(|fee| (channel.kind, fee)))
        .collect();
    let mut answer = Answer::default();
    if stated.is_empty() {
        if channels.iter().any(|c| c.source_text.is_some()) {
            answer.line = words::mixed().into();
            answer.hints.push(words::mixed_hint().into());
        } else {
            answer.line = common::not_stated().into();
        }
        return answer;
    }
    let fees = distinct(stated.iter().map(|(_, fee)| reading(fee)));
    answer.line = line_of_fees(&fees);
    if fees.len() > 1 {
        let readings: Vec<_> = stated
            .iter()
            .map(|(kind, fee)| (*kind, reading(fee)))
            .collect();
        answer.hints.push(why_they_differ(&readings).into());
    }
    let silent = channels.iter().any(|c| c.fees.is_empty());
    if silent {
        answer.hints.push(words::fee_partly_stated().into());
    }
    if stated.iter().any(|(_, fee)| has_expired(fee, today)) {
        answer.hints.push(words::fee_expired().into());
    }
    let notes = distinct(stated.iter().filter_map(|(_, fee)| fee.note.clone()));
    match notes.as_slice() {
        [] => {}
        [note] if note.chars().count() <= SHORT_NOTE => answer.note = Some(note.clone()),
        _ => answer.hints.push(words::fee_has_notes().into()),
    }
    answer
}

/// Whether the last day on which a fee holds has passed.
pub(super) fn has_expired(fee: &Fee, today: &str) -> bool {
    fee.valid_until.as_deref().is_some_and(|day| day < today)
}

/// A fee without its note.
type Reading = (FeeKind, Option<u64>, Option<String>);

fn reading(fee: &Fee) -> Reading {
    (fee.kind, fee.amount, fee.currency.clone())
}

fn line_of_fees(fees: &[Reading]) -> String {
    let mut parts = Vec::new();
    if fees.iter().any(|(kind, ..)| *kind == FeeKind::Free) {
        parts.push(String::from(common::free()));
    }
    let amounts = |currency: &Option<String>| {
        let amounts = fees
            .iter()
            .filter(|(kind, _, c)| *kind == FeeKind::Amount && c == currency);
        distinct(amounts.filter_map(|(_, amount, _)| *amount))
    };
    for currency in distinct(fees.iter().map(|(_, _, currency)| currency.clone())) {
        let amounts = amounts(&currency);
        let (Some(least), Some(most)) = (amounts.iter().min(), amounts.iter().max()) else {
            continue;
        };
        let most_in_words = format::money(*most, currency.as_deref());
        parts.push(match least == most {
            true => most_in_words,
            false => format!("{}–{most_in_words}", format::number(*least)),
        });
    }
    let other = fees.iter().filter(|(kind, amount, _)| match kind {
        FeeKind::Free => false,
        FeeKind::Amount => amount.is_none(),
        FeeKind::SeeNote | FeeKind::Unclear | FeeKind::Unknown => true,
    });
    parts.extend(distinct(other.map(|(kind, amount, currency)| {
        format::fee(&Fee {
            kind: *kind,
            amount: *amount,
            currency: currency.clone(),
            note: None,
            valid_until: None,
        })
    })));
    parts.join(words::or())
}

fn range_of_times(times: &[TimeLimit]) -> String {
    let mut times = times.to_vec();
    times.sort_by_key(|time| (rank(time.unit), time.value));
    match times.as_slice() {
        [least, .., most] if least.unit == most.unit => {
            format!(
                "{}–{}",
                format::number(least.value.into()),
                format::time(Some(*most))
            )
        }
        [_, _, _, _, ..] => words::many_times().into(),
        few => {
            let few: Vec<_> = few.iter().map(|time| format::time(Some(*time))).collect();
            few.join(words::or())
        }
    }
}

fn rank(unit: TimeUnit) -> u8 {
    match unit {
        TimeUnit::Hour => 0,
        TimeUnit::WorkingDay => 1,
        TimeUnit::Day => 2,
        TimeUnit::Month => 3,
        TimeUnit::Unknown => 4,
    }
}

/// "Tùy cách nộp" where each way says one thing; otherwise the case decides as well.
fn why_they_differ<T: PartialEq>(stated: &[(ChannelKind, T)]) -> &'static str {
    let one_each = stated.iter().all(|(kind, value)| {
        stated
            .iter()
            .all(|(other, different)| kind != other || value == different)
    });
    if one_each {
        words::by_channel()
    } else {
        words::by_case()
    }
}

fn distinct<T: PartialEq>(values: impl Iterator<Item = T>) -> Vec<T> {
    let mut seen = Vec::new();
    for value in values {
        if !seen.contains(&value) {
            seen.push(value);
        }
    }
    seen
}

#[cfg(test)]
mod tests {
    use super::*;

    fn channel(kind: ChannelKind, time: Option<(u32, TimeUnit)>, fees: Vec<Fee>) -> Channel {
        Channel {
            kind,
            time: time.map(|(value, unit)| TimeLimit { value, unit }),
            time_note: None,
            fees,
            source_text: None,
        }
    }

    fn amount(amount: u64) -> Fee {
        Fee {
            kind: FeeKind::Amount,
            amount: Some(amount),
            currency: None,
            note: None,
            valid_until: None,
        }
    }

    use ChannelKind::{Direct, Online, Postal};
    use TimeUnit::{Day, WorkingDay};

    #[test]
    fn ways_that_agree_give_one_figure() {
        let ways =
            [Online, Direct].map(|kind| channel(kind, Some((7, WorkingDay)), vec![amount(10_000)]));
        assert_eq!(time(&ways, &[]).line, "7 ngày làm việc");
        assert_eq!(fee(&ways, "2026-11-22").line, "10.000\u{a0}₫");
        assert!(time(&ways, &[]).hints.is_empty() && fee(&ways, "2026-11-22").hints.is_empty());
    }

    #[test]
    fn ways_that_differ_give_a_range_and_say_on_what_it_depends() {
        let ways = [
            channel(Online, Some((7, WorkingDay)), vec![amount(10_000)]),
            channel(Direct, Some((10, WorkingDay)), vec![amount(20_000)]),
        ];
        assert_eq!(time(&ways, &[]).line, "7–10 ngày làm việc");
        assert_eq!(time(&ways, &[]).hints, [words::by_channel()]);
        assert_eq!(fee(&ways, "").line, "10.000–20.000\u{a0}₫");
        assert_eq!(fee(&ways, "").hints, [words::by_channel()]);
    }

    #[test]
    fn one_way_with_two_times_depends_on_the_case() {
        let ways = [
            channel(Online, Some((3, WorkingDay)), vec![]),
            channel(Online, Some((5, Day)), vec![]),
        ];
        assert_eq!(time(&ways, &[]).line, "3 ngày làm việc hoặc 5 ngày");
        assert_eq!(time(&ways, &[]).hints, [words::by_case()]);
    }

    #[test]
    fn a_way_that_says_nothing_is_not_covered_by_one_that_does() {
        let ways = [
            channel(Online, Some((7, Day)), vec![amount(5_000)]),
            channel(Postal, None, vec![]),
        ];
        assert_eq!(time(&ways, &[]).hints, [words::time_partly_stated()]);
        assert_eq!(fee(&ways, "").hints, [words::fee_partly_stated()]);
    }

    #[test]
    fn a_time_without_its_unit_is_explained_and_no_way_at_all_is_not_stated() {
        let ways = [channel(Direct, None, vec![])];
        let answer = time(&ways, &[Defect::TimeWithoutUnit]);
        assert_eq!(
            (answer.line.as_str(), answer.hints.as_slice()),
            ("Không nêu", &[words::time_without_unit().to_owned()][..])
        );
        assert_eq!(time(&[], &[]).line, "Không nêu");
        assert_eq!(fee(&[], "").line, "Không nêu");
    }

    #[test]
    fn a_zero_with_a_note_is_never_free_and_its_note_is_there() {
        let note = Fee {
            kind: FeeKind::SeeNote,
            amount: None,
            note: Some("Theo HĐND tỉnh".into()),
            ..amount(0)
        };
        let answer = fee(&[channel(Direct, None, vec![note])], "");
        assert_eq!(answer.line, "Xem ghi chú");
        assert_eq!(answer.note.as_deref(), Some("Theo HĐND tỉnh"));
    }

    #[test]
    fn free_here_and_paid_there_are_both_said() {
        let free = Fee {
            kind: FeeKind::Free,
            amount: None,
            ..amount(0)
        };
        let ways = [
            channel(Online, None, vec![free]),
            channel(Direct, None, vec![amount(8_000)]),
        ];
        assert_eq!(fee(&ways, "").line, "Không mất phí hoặc 8.000\u{a0}₫");
    }

    #[test]
    fn currencies_are_never_put_into_one_range() {
        let dollars = Fee {
            currency: Some("USD".into()),
            ..amount(10)
        };
        let ways = [channel(Online, None, vec![dollars, amount(200_000)])];
        assert_eq!(fee(&ways, "").line, "10\u{a0}USD hoặc 200.000\u{a0}₫");
    }

    #[test]
    fn a_fee_whose_last_day_has_passed_is_flagged_from_the_next_day_on() {
        let until = Fee {
            valid_until: Some("2026-06-30".into()),
            ..amount(5_000)
        };
        let ways = [channel(Online, None, vec![until])];
        assert_eq!(fee(&ways, "2026-07-01").hints, [words::fee_expired()]);
        assert!(fee(&ways, "2026-06-30").hints.is_empty());
    }
}
