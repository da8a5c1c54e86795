//! What has to be paid, as far as the procedure states it for a channel and a case.
//!
//! Only an amount in đồng that is certain becomes an obligation. A procedure that states no
//! fee is not free of charge, a 0 with a note is not free, an amount for each piece or with
//! another one in its note is not what one pays (of 312 procedures with one amount online,
//! 1.014063 halves it in its note, 1.013431 takes it for each weapon), and of several fees
//! the one that names the case counts. Where that is not enough, the authority tells.

use motcua_contract::channel::{Channel, ChannelKind, Fee, FeeKind};
use motcua_contract::text::LocalText;
use motcua_search::fold;

/// A case's name has to have this many letters before it is looked for in notes: "có" is
/// part of too many words.
const TELLING_LETTERS: usize = 8;

/// How notes write the currency, the longer words first.
const CURRENCY: [&str; 4] = ["đồng", "vnđ", "vnd", "đ"];
/// What one application has one of, in notes.
const ONCE: [&str; 5] = ["lần", "hồ sơ", "trường hợp", "thẻ", "hộ chiếu"];

/// What is known of the fee.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Owed {
    /// One certain amount, in whole đồng, with what the source says about it.
    Amount { dong: u64, note: Option<String> },
    /// Stated as free of charge.
    Free,
    /// The procedure states no fee for this channel.
    NotStated,
    /// Something is stated that is not one certain amount.
    AuthorityTells,
}

/// Reads what is owed for a case filed by a channel on `today` (`yyyy-MM-dd`).
pub(crate) fn owed(channels: &[Channel], by: ChannelKind, case: Option<&str>, today: &str) -> Owed {
    let ways: Vec<&Channel> = channels.iter().filter(|one| one.kind == by).collect();
    let stated: Vec<&Fee> = ways.iter().flat_map(|way| &way.fees).collect();
    let in_force: Vec<&Fee> = stated
        .iter()
        .copied()
        .filter(|fee| fee.valid_until.as_deref().is_none_or(|last| last >= today))
        .collect();
    if ways.iter().any(|way| way.source_text.is_some()) || in_force.len() < stated.len() {
        return Owed::AuthorityTells;
    }
    let owed = match in_force.as_slice() {
        [] => Owed::NotStated,
        [fee] => one(fee),
        several => chosen(several, case),
    };
    let notes = ways.iter().filter_map(|way| way.time_note.as_deref());
    match &owed {
        Owed::Amount { dong, note }
            if !notes.chain(note.as_deref()).all(|note| agrees(note, *dong)) =>
        {
            Owed::AuthorityTells
        }
        _ => owed,
    }
}

/// Whether a note leaves an amount as it is: it names no other and no share of it, leaves it
/// to nobody, and does not take it for each piece.
fn agrees(note: &str, dong: u64) -> bool {
    let note = note.to_lowercase();
    if note.contains('%') || note.contains("hội đồng nhân dân") {
        return false;
    }
    let mut rest = note.as_str();
    while let Some(start) = rest.find(|c: char| c.is_ascii_digit()) {
        let figure = &rest[start..];
        let end = figure
            .find(|c: char| !(c.is_ascii_digit() || c == '.'))
            .unwrap_or(figure.len());
        let (digits, after) = figure.split_at(end);
        rest = after;
        let after = after.trim_start();
        let Some(unit) = CURRENCY.iter().find_map(|word| after.strip_prefix(word)) else {
            continue;
        };
        let amount: String = digits.chars().filter(char::is_ascii_digit).collect();
        let once = match unit.trim_start().strip_prefix('/') {
            Some(of) => ONCE.iter().any(|word| of.trim_start().starts_with(word)),
            None => !unit.starts_with(char::is_alphabetic),
        };
        if amount.parse() != Ok(dong) || !once {
            return false;
        }
    }
    true
}

fn one(fee: &Fee) -> Owed {
    match (fee.kind, fee.amount, &fee.currency) {
        (FeeKind::Free, ..) => Owed::Free,
        (FeeKind::Amount, Some(dong), None) => Owed::Amount {
            dong,
            note: fee.note.clone(),
        },
        _ => Owed::AuthorityTells,
    }
}

/// Of several fees the only one whose note names the case, or any when they are all alike.
fn chosen(fees: &[&Fee], case: Option<&str>) -> Owed {
    let first = one(fees[0]);
    if fees.iter().all(|fee| one(fee) == first) {
        return first;
    }
    let Some(case) = case
        .map(fold)
        .filter(|case| case.chars().count() >= TELLING_LETTERS)
    else {
        return Owed::AuthorityTells;
    };
    let names_it = |fee: &&&Fee| {
        fee.note
            .as_deref()
            .is_some_and(|note| fold(note).contains(&case))
    };
    let mut fitting = fees.iter().filter(names_it);
    match (fitting.next(), fitting.next()) {
        (Some(fee), None) => one(fee),
        _ => Owed::AuthorityTells,
    }
}

impl Owed {
    /// The same for people, to stand beside the obligations.
    pub(crate) fn explanation(&self) -> LocalText {
        match self {
            Self::Amount { .. } => LocalText::new(
                "Thủ tục ghi một mức phí, lệ phí cho cách nộp này. Nếu bạn thuộc diện được miễn, \
                 giảm, hãy hỏi cơ quan giải quyết trước khi nộp tiền.",
                "The procedure states one fee for this way of filing. If you may be exempt, ask the \
                 authority before you pay.",
            ),
            Self::Free => LocalText::new(
                "Thủ tục ghi không thu phí, lệ phí cho cách nộp này.",
                "The procedure states that nothing is charged for this way of filing.",
            ),
            Self::NotStated => LocalText::new(
                "Thủ tục không ghi phí, lệ phí cho cách nộp này. Điều đó không có nghĩa là miễn phí: \
                 cơ quan giải quyết sẽ báo nếu bạn phải nộp.",
                "The procedure states no fee for this way of filing. That does not mean it is free: \
                 the authority will tell you if you have to pay.",
            ),
            Self::AuthorityTells => LocalText::new(
                "Mức phí, lệ phí tùy trường hợp hoặc chưa rõ trong thủ tục nên bạn chưa phải nộp \
                 tiền bây giờ. Cơ quan giải quyết sẽ báo mức áp dụng cho bạn.",
                "The fee depends on the case or is not clear in the procedure, so there is nothing \
                 to pay now. The authority will tell you which one applies.",
            ),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn fee(kind: FeeKind, amount: Option<u64>, note: Option<&str>) -> Fee {
        Fee {
            kind,
            amount,
            currency: None,
            note: note.map(Into::into),
            valid_until: None,
        }
    }

    fn online(fees: Vec<Fee>) -> Vec<Channel> {
        vec![Channel {
            kind: ChannelKind::Online,
            time: None,
            time_note: None,
            fees,
            source_text: None,
        }]
    }

    fn owed_online(fees: Vec<Fee>, case: Option<&str>) -> Owed {
        owed(&online(fees), ChannelKind::Online, case, "2026-11-22")
    }

    #[test]
    fn one_amount_in_dong_is_owed_with_its_note() {
        let fees = vec![fee(FeeKind::Amount, Some(8_000), Some("một lần"))];
        let expected = Owed::Amount {
            dong: 8_000,
            note: Some("một lần".into()),
        };
        assert_eq!(owed_online(fees, None), expected);
    }

    #[test]
    fn no_fee_stated_is_not_free_and_neither_is_a_zero_with_a_note() {
        assert_eq!(owed_online(Vec::new(), None), Owed::NotStated);
        assert_eq!(
            owed_online(vec![fee(FeeKind::Free, None, None)], None),
            Owed::Free
        );
        let noted = vec![fee(
            FeeKind::SeeNote,
            None,
            Some("theo Hội đồng nhân dân tỉnh"),
        )];
        assert_eq!(owed_online(noted, None), Owed::AuthorityTells);
    }

    #[test]
    fn the_fee_of_another_channel_is_nobodys_here() {
        let channels = online(vec![fee(FeeKind::Amount, Some(8_000), None)]);
        let direct = owed(&channels, ChannelKind::Direct, None, "2026-11-22");
        assert_eq!(direct, Owed::NotStated);
    }

    #[test]
    fn of_several_fees_the_one_that_names_the_case_is_owed() {
        let fees = || {
            vec![
                fee(
                    FeeKind::Amount,
                    Some(15_000),
                    Some("Cá nhân đăng ký lần đầu"),
                ),
                fee(FeeKind::Amount, Some(7_000), Some("Đăng ký theo danh sách")),
            ]
        };
        let chosen = owed_online(fees(), Some("đăng ký theo danh sách"));
        assert!(
            matches!(chosen, Owed::Amount { dong: 7_000, .. }),
            "{chosen:?}"
        );
        for case in [None, Some("khác"), Some("đăng ký")] {
            assert_eq!(owed_online(fees(), case), Owed::AuthorityTells, "{case:?}");
        }
    }

    #[test]
    fn a_fee_that_has_run_out_dollars_and_glued_lines_are_left_to_the_authority() {
        let mut expired = fee(FeeKind::Amount, Some(160_000), None);
        expired.valid_until = Some("2023-12-31".into());
        assert_eq!(owed_online(vec![expired], None), Owed::AuthorityTells);
        let mut dollars = fee(FeeKind::Amount, Some(10), None);
        dollars.currency = Some("USD".into());
        assert_eq!(owed_online(vec![dollars], None), Owed::AuthorityTells);
        let mut glued = online(Vec::new());
        glued[0].source_text = Some("120 VNĐ".into());
        assert_eq!(
            owed(&glued, ChannelKind::Online, None, "2026-11-22"),
            Owed::AuthorityTells
        );
    }

    #[test]
    fn an_amount_that_its_note_changes_is_left_to_the_authority() {
        for (note, certain) in [
            ("thu 7.000 đồng/lần đăng ký", true),
            ("70.000 đồng/thẻ, trực tuyến bằng 50% mức thu", false),
            ("7.000 đồng/khẩu-chiếc", false),
            ("7.000 đồng; cấp lại do mất: 320.000đ", false),
            ("do Hội đồng nhân dân tỉnh quyết định", false),
            (
                "Trong thời hạn 03 ngày làm việc, theo Thông tư 85/2019",
                true,
            ),
            ("7.000đ", true),
        ] {
            let owed = owed_online(vec![fee(FeeKind::Amount, Some(7_000), Some(note))], None);
            assert_eq!(
                matches!(owed, Owed::Amount { .. }),
                certain,
                "{note}: {owed:?}"
            );
        }
    }

    #[test]
    fn a_note_of_the_channel_counts_like_one_of_the_fee() {
        let mut ways = online(vec![fee(FeeKind::Amount, Some(50_000), None)]);
        ways[0].time_note = Some("Đến hết 2026 mức thu bằng 50% mức nêu trên".into());
        let owed = owed(&ways, ChannelKind::Online, None, "2026-11-22");
        assert_eq!(owed, Owed::AuthorityTells);
    }

    proptest! {
        #[test]
        fn whoever_pays_pays_an_amount_that_is_stated(
            amounts in proptest::collection::vec(0_u64..1_000_000, 0..5),
            case in proptest::option::of("[a-z ]{0,12}"),
        ) {
            let fees = amounts.iter().map(|dong| fee(FeeKind::Amount, Some(*dong), None));
            if let Owed::Amount { dong, .. } = owed_online(fees.collect(), case.as_deref()) {
                prop_assert!(amounts.contains(&dong));
            }
        }
    }
}
