//! Money: what is to be paid, what was paid, and that it was accepted.
//!
//! Three facts, never one: a payment can succeed while the obligation still stands, and
//! an authority accepts later. Amounts are whole đồng.

use serde::{Deserialize, Serialize};

use crate::file::StoredFile;
use crate::text::LocalText;

/// The three facts of one dossier; also the answer to `GET /dossiers/{code}/payments`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase")]
pub struct Payments {
    /// What is or was to be paid.
    #[serde(default)]
    pub obligations: Vec<Obligation>,
    /// Attempts to pay, oldest first.
    #[serde(default)]
    pub attempts: Vec<Payment>,
    /// What the authority has accepted.
    #[serde(default)]
    pub acceptances: Vec<Acceptance>,
    /// What is known of the fee beside the obligations: that there is none, that the procedure
    /// states none (which is not the same), or that the authority tells which one applies.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub explanation: Option<LocalText>,
}

/// Something to be paid (nghĩa vụ tài chính).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase")]
pub struct Obligation {
    /// Stable within the dossier.
    pub id: String,
    /// What for ("Lệ phí đăng ký tạm trú").
    pub name: String,
    /// In whole đồng.
    pub amount: u64,
    /// When in the dossier's life it falls due.
    pub stage: ObligationStage,
    /// Whether it still stands.
    pub state: ObligationState,
    /// Until when to pay, RFC 3339.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub due_by: Option<String>,
    /// The rule it rests on, or why it is waived.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub basis: Option<LocalText>,
}

/// When in a dossier's life an obligation falls due.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase")]
pub enum ObligationStage {
    /// At receipt.
    Receipt,
    /// With a supplement.
    Supplement,
    /// Before the result.
    Result,
    /// A stage this version does not know.
    #[serde(other)]
    Unknown,
}

/// Whether an obligation still stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase")]
pub enum ObligationState {
    /// To be paid.
    Due,
    /// Fulfilled.
    Fulfilled,
    /// Nothing to pay after all, by rule.
    Waived,
    /// Taken back.
    Cancelled,
    /// A state this version does not know: ask before paying.
    #[serde(other)]
    Unknown,
}

/// One attempt to pay.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase")]
pub struct Payment {
    /// Stable within the portal.
    pub id: String,
    /// The ids of the obligations it pays.
    pub obligations: Vec<String>,
    /// In whole đồng.
    pub amount: u64,
    /// How it went.
    pub state: PaymentState,
    /// When it was started, RFC 3339.
    pub started_at: String,
    /// When the money was taken, RFC 3339.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub paid_at: Option<String>,
    /// Who took it (the gateway, the bank).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub provider: Option<String>,
    /// The provider's number for it, to quote when asking.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reference: Option<String>,
    /// Why it failed, and what to do.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text: Option<LocalText>,
    /// The receipt for the money (biên lai).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub receipt: Option<StoredFile>,
}

/// How an attempt to pay went.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase")]
pub enum PaymentState {
    /// The person is at the gateway, or never came back from it.
    Started,
    /// The gateway has not decided yet: do not pay again.
    Pending,
    /// The money was taken.
    Succeeded,
    /// The gateway or the bank refused.
    Refused,
    /// The person turned back.
    Cancelled,
    /// It was given back.
    Refunded,
    /// A state this version does not know: do not pay again.
    #[serde(other)]
    Unknown,
}

/// The authority has accepted what was paid.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase")]
pub struct Acceptance {
    /// The obligations it fulfils.
    pub obligations: Vec<String>,
    /// When, RFC 3339.
    pub at: String,
    /// Who.
    pub by: String,
    /// The notice.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub notice: Option<StoredFile>,
}

/// The body of `POST /dossiers/{code}/payments`, sent with an `Idempotency-Key`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase")]
pub struct StartPayment {
    /// The ids of the obligations to pay.
    pub obligations: Vec<String>,
    /// The path in the app to which the gateway sends the person back, whatever happened.
    /// The outcome is never read from that address: fetch the payment.
    pub return_to: String,
}

/// The answer to it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase")]
pub struct PaymentStarted {
    /// The attempt.
    pub payment: Payment,
    /// Where to send the browser.
    pub continue_to: String,
}
