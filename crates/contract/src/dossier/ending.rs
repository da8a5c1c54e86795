//! How a dossier ends without a result: refused, stopped, withdrawn.

use serde::{Deserialize, Serialize};

use super::timeline::Handler;
use crate::file::StoredFile;
use crate::text::LocalText;

/// An end without a result, with its reasons.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase")]
pub struct Ending {
    /// Which one.
    pub kind: EndingKind,
    /// When, RFC 3339.
    pub at: String,
    /// Who decided.
    pub by: Handler,
    /// Why; a refusal and a stop always have reasons.
    #[serde(default)]
    pub reasons: Vec<Reason>,
    /// What the person can do now.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub what_next: Option<LocalText>,
    /// The letter: phiếu từ chối tiếp nhận (Circular 03/2025 form 03) or thông báo dừng
    /// giải quyết (form 05).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub letter: Option<StoredFile>,
}

/// Which end without a result.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase")]
pub enum EndingKind {
    /// Not received.
    Refused,
    /// Stopped while it was handled.
    Stopped,
    /// Taken back by the person.
    Withdrawn,
    /// An end this version does not know: show the reasons.
    #[serde(other)]
    Unknown,
}

/// One reason.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase")]
pub struct Reason {
    /// In plain words.
    pub text: LocalText,
    /// The rule behind it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub basis: Option<String>,
    /// The id of the requirement that is at fault.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub requirement: Option<String>,
}

/// The body of `POST /dossiers/{code}/withdrawal`, sent with an `Idempotency-Key`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase")]
pub struct Withdraw {
    /// Why, if the person wants to say.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
}
