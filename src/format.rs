//! Figures in the form Vietnamese readers expect: 1.234.567 ₫, 22/11/2026.

use motcua_contract::channel::{Fee, FeeKind, TimeLimit, TimeUnit};
use motcua_contract::service::{Audience, GovernmentLevel, OnlineLevel};

use crate::i18n::{Language, common, fill, language};

/// A whole number with its thousands grouped: dots in Vietnamese, commas in English.
pub(crate) fn number(value: u64) -> String {
    let separator = match language() {
        Language::Vietnamese => '.',
        Language::English => ',',
    };
    let digits = value.to_string();
    let mut out = String::with_capacity(digits.len() + digits.len() / 3);
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            out.push(separator);
        }
        out.push(digit);
    }
    out
}

/// How many thousandths of `of` a `part` is, rounded; never all unless it is all, never none
/// unless it is none.
pub(crate) fn permille(part: u32, of: u32) -> u32 {
    let (part, of) = (u64::from(part.min(of)), u64::from(of.max(1)));
    let rounded = (part * 1000 + of / 2) / of;
    let most = if part < of { 999 } else { 1000 };
    let least = u64::from(part > 0);
    rounded.clamp(least, most) as u32
}

/// A share in per cent, to a tenth where there is one: 96,4%.
pub(crate) fn share(part: u32, of: u32) -> String {
    let permille = permille(part, of);
    format!("{}%", decimal(permille / 10, permille % 10))
}

/// Hundredths as a whole number with its fraction: 1920 is 19,2.
pub(crate) fn hundredths(value: u32) -> String {
    let (whole, rest) = (value / 100, value % 100);
    match (rest % 10, rest) {
        (0, tenths) => decimal(whole, tenths / 10),
        (_, 1..10) => format!("{}{}0{rest}", number(whole.into()), comma()),
        (_, rest) => decimal(whole, rest),
    }
}

fn decimal(whole: u32, rest: u32) -> String {
    let whole = number(whole.into());
    match rest {
        0 => whole,
        rest => format!("{whole}{}{rest}", comma()),
    }
}

fn comma() -> char {
    match language() {
        Language::Vietnamese => ',',
        Language::English => '.',
    }
}

/// An amount of money; `currency` is ISO 4217 and đồng when absent. The sign is
/// held to the figure by a no-break space, as `Intl` does for `vi`.
pub(crate) fn money(amount: u64, currency: Option<&str>) -> String {
    match currency.unwrap_or("VND") {
        "VND" => format!("{}\u{a0}₫", number(amount)),
        other => format!("{}\u{a0}{other}", number(amount)),
    }
}

/// `yyyy-MM-dd` (or an RFC 3339 time, whose date counts) as `dd/MM/yyyy`;
/// anything else as it stands.
pub(crate) fn date(iso: &str) -> String {
    let day = iso.get(..10).unwrap_or(iso);
    let mut parts = day.split('-');
    match (parts.next(), parts.next(), parts.next(), parts.next()) {
        (Some(y), Some(m), Some(d), None) if (y.len(), m.len(), d.len()) == (4, 2, 2) => {
            format!("{d}/{m}/{y}")
        }
        _ => iso.into(),
    }
}

/// An RFC 3339 time as `HH:mm dd/MM/yyyy`, in the zone it is written in.
pub(crate) fn date_time(rfc3339: &str) -> String {
    match rfc3339.get(11..16) {
        Some(clock) => format!("{clock} {}", date(rfc3339)),
        None => date(rfc3339),
    }
}

/// A processing time in words. Absent, or in an unknown unit, it is "not stated".
pub(crate) fn time(limit: Option<TimeLimit>) -> String {
    let Some(TimeLimit { value, unit }) = limit else {
        return common::not_stated().into();
    };
    let message = match (unit, value) {
        (TimeUnit::Hour, 1) => common::hour_one(),
        (TimeUnit::Hour, _) => common::hours(),
        (TimeUnit::Day, 1) => common::day_one(),
        (TimeUnit::Day, _) => common::days(),
        (TimeUnit::WorkingDay, 1) => common::working_day_one(),
        (TimeUnit::WorkingDay, _) => common::working_days(),
        (TimeUnit::Month, 1) => common::month_one(),
        (TimeUnit::Month, _) => common::months(),
        (TimeUnit::Unknown, _) => return common::not_stated().into(),
    };
    fill(message, &[("n", &number(value.into()))])
}

/// A fee in a few words; its note is shown beside by whoever has the room.
pub(crate) fn fee(fee: &Fee) -> String {
    let amount = || money(fee.amount.unwrap_or(0), fee.currency.as_deref());
    match fee.kind {
        FeeKind::Amount if fee.amount.is_some() => amount(),
        FeeKind::Free => common::free().into(),
        FeeKind::Unclear => fill(common::fee_unclear(), &[("amount", &amount())]),
        _ => common::see_note().into(),
    }
}

/// A level of government.
pub(crate) fn level(level: GovernmentLevel) -> &'static str {
    match level {
        GovernmentLevel::Commune => common::level_commune(),
        GovernmentLevel::Province => common::level_province(),
        GovernmentLevel::Ministry => common::level_ministry(),
        GovernmentLevel::Other => common::level_other(),
    }
}

/// Who may apply.
pub(crate) fn audience(audience: Audience) -> &'static str {
    match audience {
        Audience::Citizen => common::audience_citizen(),
        Audience::Overseas => common::audience_overseas(),
        Audience::Foreigner => common::audience_foreigner(),
        Audience::Business => common::audience_business(),
        Audience::ForeignInvested => common::audience_foreign_invested(),
        Audience::Cooperative => common::audience_cooperative(),
        Audience::Organisation => common::audience_organisation(),
        Audience::ForeignOrganisation => common::audience_foreign_organisation(),
        Audience::Official => common::audience_official(),
        Audience::Party => common::audience_party(),
        Audience::Unknown => common::audience_unknown(),
    }
}

/// How far a service can be done online.
pub(crate) fn online(level: OnlineLevel) -> &'static str {
    match level {
        OnlineLevel::Full => common::online_full(),
        OnlineLevel::Partial => common::online_partial(),
        OnlineLevel::None => common::online_none(),
        OnlineLevel::NotStated | OnlineLevel::Unknown => common::online_not_stated(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn stated(kind: FeeKind, amount: Option<u64>) -> Fee {
        Fee {
            kind,
            amount,
            currency: None,
            note: None,
            valid_until: None,
        }
    }

    #[test]
    fn thousands_are_grouped_with_dots() {
        assert_eq!(number(0), "0");
        assert_eq!(number(999), "999");
        assert_eq!(number(1_234_567), "1.234.567");
        assert_eq!(money(10_000, None), "10.000\u{a0}₫");
        assert_eq!(money(25, Some("USD")), "25\u{a0}USD");
    }

    #[test]
    fn a_share_is_all_or_nothing_only_when_it_is() {
        assert_eq!(share(108, 112), "96,4%");
        assert_eq!(share(1, 2), "50%");
        assert_eq!((share(0, 7), share(7, 7)), ("0%".into(), "100%".into()));
        assert_eq!(share(9999, 10_000), "99,9%");
        assert_eq!(share(1, 10_000), "0,1%");
        assert_eq!(
            permille(5, 0),
            0,
            "a portal that divides by nothing breaks nothing"
        );
    }

    #[test]
    fn hundredths_keep_their_zeroes_in_between() {
        for (value, written) in [
            (1920, "19,2"),
            (2000, "20"),
            (1705, "17,05"),
            (1725, "17,25"),
        ] {
            assert_eq!(hundredths(value), written);
        }
    }

    #[test]
    fn dates_put_the_day_first() {
        assert_eq!(date("2026-11-22"), "22/11/2026");
        assert_eq!(date("2026-11-22T08:05:00+07:00"), "22/11/2026");
        assert_eq!(date("hôm nay"), "hôm nay");
    }

    #[test]
    fn a_time_without_a_unit_is_not_stated() {
        assert_eq!(time(None), "Không nêu");
        assert_eq!(
            time(Some(TimeLimit {
                value: 1,
                unit: TimeUnit::Unknown
            })),
            "Không nêu"
        );
        assert_eq!(
            time(Some(TimeLimit {
                value: 7,
                unit: TimeUnit::WorkingDay
            })),
            "7 ngày làm việc"
        );
    }

    #[test]
    fn only_a_fee_stated_as_free_is_free() {
        assert_eq!(fee(&stated(FeeKind::Free, None)), "Không mất phí");
        assert_eq!(fee(&stated(FeeKind::SeeNote, Some(0))), "Xem ghi chú");
        assert_eq!(fee(&stated(FeeKind::Amount, None)), "Xem ghi chú");
        assert_eq!(
            fee(&stated(FeeKind::Unclear, Some(10))),
            "Nguồn ghi 10\u{a0}₫, cần hỏi lại"
        );
    }
}
