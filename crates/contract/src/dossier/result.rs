//! What comes out: a signed file, a letter, something to fetch.

use serde::{Deserialize, Serialize};

use crate::file::StoredFile;
use crate::portal::Counter;
use crate::text::LocalText;

/// One result. A dossier can have several, and one result more than one way to the person.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase")]
pub struct DossierResult {
    /// Stable within the dossier.
    pub id: String,
    /// The result's code in the national list (`KQ.G15.000031`).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub code: Option<String>,
    /// What it is ("Giấy khai sinh").
    pub name: String,
    /// When it was issued, RFC 3339.
    pub issued_at: String,
    /// The file.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub file: Option<StoredFile>,
    /// What is known of the file's signatures; none means that nothing is known, unless
    /// `signaturesCheckedAt` is there.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub signatures: Vec<SignatureFacts>,
    /// When the portal looked for signatures in the file, RFC 3339: with no `signatures`, the
    /// file bears none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub signatures_checked_at: Option<String>,
    /// Its way by post.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub post: Option<PostalTracking>,
    /// Where and when to fetch it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pickup: Option<Pickup>,
}

/// What is known of one digital signature.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase")]
pub struct SignatureFacts {
    /// Who signed, as the certificate says; empty where no certificate can be read.
    pub signer: String,
    /// Who issued the certificate; empty as well then.
    pub issuer: String,
    /// When it was signed, as the signer says, RFC 3339.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub signed_at: Option<String>,
    /// What the portal's check found.
    pub verdict: SignatureVerdict,
    /// When the portal checked, RFC 3339.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub checked_at: Option<String>,
    /// What the check found, in the portal's own plain words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text: Option<LocalText>,
}

/// What the portal's check of a signature found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase")]
pub enum SignatureVerdict {
    /// The file is as it was signed, and the certificate held: it is for signing, in force, and
    /// from an authority that the portal trusts. Whether the portal also asked if it was revoked,
    /// its own words say.
    Valid,
    /// The file was changed or added to, or the certificate did not hold.
    Invalid,
    /// Not checked, or no verdict this version knows.
    #[serde(other)]
    Unchecked,
}

/// A letter's way.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase")]
pub struct PostalTracking {
    /// Who carries it.
    pub carrier: String,
    /// Its number there.
    pub number: String,
    /// Where to follow it at the carrier's.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub address: Option<String>,
    /// When it was sent, RFC 3339.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sent_at: Option<String>,
    /// When it arrived, RFC 3339.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub delivered_at: Option<String>,
    /// The carrier's last words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text: Option<LocalText>,
}

/// Something to fetch.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase")]
pub struct Pickup {
    /// Where.
    pub counter: Counter,
    /// From when, RFC 3339.
    pub from: String,
    /// What to bring.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub bring: Option<LocalText>,
    /// When it was fetched, RFC 3339.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub fetched_at: Option<String>,
}
