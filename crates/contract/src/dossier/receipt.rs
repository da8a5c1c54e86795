//! The receipt (giấy tiếp nhận hồ sơ và hẹn trả kết quả; Circular 03/2025 form 01).

use serde::{Deserialize, Serialize};

use super::code::DossierCode;
use super::deadline::Deadline;
use super::timeline::Handler;
use crate::portal::{Counter, Hotline};
use crate::service::ServiceLink;
use crate::submission::Delivery;
use crate::text::LocalText;

/// The answer to `GET /dossiers/{code}/receipt`: what the printed one says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase")]
pub struct Receipt {
    /// The dossier's code.
    pub code: DossierCode,
    /// What the QR code holds: the code, or an address that ends with it.
    pub qr: String,
    /// What was applied for.
    pub service: ServiceLink,
    /// For whom.
    pub applicant: String,
    /// Who filed it, when that is somebody else.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub filed_by: Option<String>,
    /// When the dossier was received, RFC 3339.
    pub received_at: String,
    /// Who received it.
    pub received_by: Handler,
    /// What was received.
    pub papers: Vec<ReceivedPaper>,
    /// When the result is promised; absent when the procedure states no time.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub deadline: Option<Deadline>,
    /// Why no date is promised, when none is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub no_deadline: Option<LocalText>,
    /// How the person gets the result.
    pub delivery: Delivery,
    /// Where to go for it, in person.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub counter: Option<Counter>,
    /// Whom to call about it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hotline: Option<Hotline>,
}

/// One line of what was received.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase")]
pub struct ReceivedPaper {
    /// What it is.
    pub name: String,
    /// How many files.
    pub files: u32,
    /// The SHA-256 of each, 64 lower-case hexadecimal digits.
    #[serde(default)]
    pub sha256: Vec<String>,
}
