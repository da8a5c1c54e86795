//! Fees: what the source stores, and what it can mean.

use motcua_contract::channel::{Fee, FeeKind};

use super::end_date;
use super::record::SourceFee;
use super::stated;

/// Below this many đồng no fee exists: the smallest in the catalogue that its own note
/// confirms is 2,000 đồng, and the figures below 1,000 are thousands cut short (1.001200
/// stores 40 where its note says 40.000đ) or dollars in the wrong column.
const SMALLEST_FEE_VND: u64 = 1_000;

/// Reads a stored fee.
///
/// A 0 with a note is never free: of 908 such fees the notes give amounts, cite
/// circulars or leave it to a provincial council (defect 3), and telling "không thu"
/// from "không thu của người nghèo" is for people.
pub(super) fn read(fee: &SourceFee) -> Fee {
    let note = stated(fee.note.as_deref());
    let kind = match (fee.amount, &note) {
        (0, None) => FeeKind::Free,
        (0, Some(_)) => FeeKind::SeeNote,
        (amount, _) if fee.currency == "VND" && amount < SMALLEST_FEE_VND => FeeKind::Unclear,
        _ => FeeKind::Amount,
    };
    let figure = matches!(kind, FeeKind::Amount | FeeKind::Unclear);
    Fee {
        kind,
        amount: figure.then_some(fee.amount),
        currency: (figure && fee.currency != "VND").then(|| fee.currency.clone()),
        valid_until: note.as_deref().and_then(end_date::last),
        note,
    }
}

/// Notes that say no more than that there is nothing to pay.
const NO_FEE: [&str; 7] = [
    "không",
    "không có",
    "không quy định",
    "không thu",
    "không thu phí",
    "miễn lệ phí",
    "miễn phí",
];

/// Whether a note beside a 0 agrees with it.
pub(super) fn agrees_with_zero(note: &str) -> bool {
    let bare = note
        .trim_matches(|c: char| !c.is_alphanumeric())
        .to_lowercase();
    NO_FEE.contains(&bare.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn fee(amount: u64, currency: &str, note: &str) -> Fee {
        read(&SourceFee {
            amount,
            currency: currency.into(),
            note: Some(note.into()),
        })
    }

    #[test]
    fn a_figure_too_small_for_dong_is_unclear_and_dollars_stay_dollars() {
        let dong = fee(40, "VND", "40.000đ/giấy thông hành");
        assert_eq!((dong.kind, dong.amount), (FeeKind::Unclear, Some(40)));
        let dollars = fee(10, "USD", "10 USD/người");
        assert_eq!(dollars.kind, FeeKind::Amount);
        assert_eq!(dollars.currency.as_deref(), Some("USD"));
    }

    #[test]
    fn an_end_date_in_the_note_is_read() {
        let fee = fee(
            160_000,
            "VND",
            "320.000đ/hộ chiếu (áp dụng đến hết ngày 31/12/2023)",
        );
        assert_eq!(fee.valid_until.as_deref(), Some("2023-12-31"));
    }

    #[test]
    fn a_zero_whose_note_says_there_is_none_is_no_defect_and_still_not_called_free() {
        for (note, agrees) in [
            ("- Không có.", true),
            ("Miễn lệ phí", true),
            ("Miễn lệ phí cho người thuộc hộ nghèo", false),
            ("20.000.000 đồng/lần", false),
        ] {
            assert_eq!(agrees_with_zero(note), agrees, "{note}");
            assert_eq!(fee(0, "VND", note).kind, FeeKind::SeeNote, "{note}");
        }
    }

    proptest! {
        #[test]
        fn only_a_zero_without_words_is_free(
            amount in prop_oneof![Just(0_u64), any::<u64>()],
            currency in prop_oneof![Just("VND"), Just("USD")],
            note in ".{0,40}",
        ) {
            let fee = fee(amount, currency, &note);
            prop_assert_eq!(fee.kind == FeeKind::Free, amount == 0 && note.trim().is_empty());
            prop_assert_eq!(fee.note.as_deref().unwrap_or(""), note.trim());
            prop_assert!(fee.amount.is_none() || fee.amount == Some(amount));
        }
    }
}
