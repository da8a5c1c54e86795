//! How an attempt to pay went, in words.

use motcua_contract::dossier::payment::PaymentState;

use crate::i18n::dossier as words;

/// What became of it.
pub(super) fn went(state: PaymentState) -> &'static str {
    match state {
        PaymentState::Started => words::attempt_started(),
        PaymentState::Pending | PaymentState::Unknown => words::attempt_pending(),
        PaymentState::Succeeded => words::attempt_succeeded(),
        PaymentState::Refused => words::attempt_refused(),
        PaymentState::Cancelled => words::attempt_cancelled(),
        PaymentState::Refunded => words::attempt_refunded(),
    }
}

/// The tag's class that goes with it.
pub(super) fn class(state: PaymentState) -> &'static str {
    match state {
        PaymentState::Succeeded => "tag tag--ok",
        PaymentState::Pending | PaymentState::Unknown | PaymentState::Started => "tag tag--wait",
        PaymentState::Refused | PaymentState::Cancelled | PaymentState::Refunded => "tag",
    }
}
