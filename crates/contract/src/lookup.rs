//! Following a dossier without signing in.
//!
//! The code alone shows the stage. One proof more shows the timeline. A code that does
//! not exist and a proof that does not fit get the same 404, in the same time; guessing
//! is slowed (429 with `Retry-After`) and then locked.

use serde::{Deserialize, Serialize};

use crate::dossier::{Deadline, DossierCode, Status, TimelineEntry};
use crate::service::ServiceLink;

/// The body of `POST /lookups`. POST, so that codes and proofs stay out of addresses,
/// histories and logs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase")]
pub struct Lookup {
    /// The dossier's code.
    pub code: DossierCode,
    /// What else the person knows.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub proof: Option<Proof>,
}

/// Something that the person who filed knows.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase")]
pub struct Proof {
    /// What it is.
    pub kind: ProofKind,
    /// The digits.
    #[cfg_attr(feature = "openapi", schema(pattern = "^[0-9]{4}$"))]
    pub digits: String,
}

/// What a proof is taken from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase")]
pub enum ProofKind {
    /// The last four digits of the phone.
    Phone,
    /// The last four digits of the citizen ID.
    CitizenId,
    /// A proof this version does not know.
    #[serde(other)]
    Unknown,
}

/// The answer: what the public may see, and the rest with a proof.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase")]
pub struct PublicDossier {
    /// The code.
    pub code: DossierCode,
    /// How far it is. Without a proof, without the portal's own words about the case.
    pub status: Status,
    /// What was applied for, with a proof.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub service: Option<ServiceLink>,
    /// When the result is promised, with a proof.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub deadline: Option<Deadline>,
    /// All that happened, with a proof.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub timeline: Vec<TimelineEntry>,
    /// The proofs that the portal would take for more.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub proofs: Vec<ProofKind>,
}
