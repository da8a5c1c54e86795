//! Remote signing of what was reviewed.

use serde::{Deserialize, Serialize};

use crate::text::LocalText;

/// The body of `POST /signatures`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase")]
pub struct StartSigning {
    /// The draft that is to be signed.
    pub draft: String,
    /// SHA-256 of the canonical JSON (RFC 8785) of the draft's content as reviewed, 64
    /// lower-case hexadecimal digits. The portal computes it too and refuses another.
    pub sha256: String,
}

/// The answer to `POST /signatures` and `GET /signatures/{id}`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase")]
pub struct Signing {
    /// Stands in the submission.
    pub id: String,
    /// The hash it is bound to.
    pub sha256: String,
    /// How far it is.
    pub state: SigningState,
    /// What the person does now ("Nhập mã vừa gửi tới 09••••••12").
    pub instruction: LocalText,
    /// Whether a one-time code is to be typed here, rather than confirmed in another app.
    #[serde(default)]
    pub asks_for_code: bool,
    /// Until when it can be finished, RFC 3339.
    pub expires_at: String,
}

/// How far a signing is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase")]
pub enum SigningState {
    /// The person has not confirmed yet.
    Waiting,
    /// Signed.
    Signed,
    /// The person or the provider refused.
    Refused,
    /// Too late; start again.
    Expired,
    /// A state this version does not know.
    #[serde(other)]
    Unknown,
}

/// The body of `POST /signatures/{id}/confirmation`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase")]
pub struct ConfirmSigning {
    /// The one-time code.
    pub code: String,
}
