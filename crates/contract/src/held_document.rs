//! Papers that the portal already holds for a person, so that nobody hands them in twice.

use serde::{Deserialize, Serialize};

use crate::dossier::DossierCode;
use crate::file::StoredFile;
use crate::profile::Source;

/// The answer to `GET /me/documents`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase")]
pub struct HeldDocuments {
    /// Latest first.
    pub items: Vec<HeldDocument>,
}

/// A paper uploaded before, a result issued here, or a document of a register.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase")]
pub struct HeldDocument {
    /// Stands in a dossier in place of uploads.
    pub id: String,
    /// What it is ("Giấy khai sinh").
    pub name: String,
    /// Its kind in the portal's list, by which requirements ask for it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kind: Option<String>,
    /// Its number.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub number: Option<String>,
    /// Who issued it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub issued_by: Option<String>,
    /// When it was issued, `yyyy-MM-dd`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub issued_on: Option<String>,
    /// The last day on which it holds, `yyyy-MM-dd`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub valid_until: Option<String>,
    /// Where it comes from.
    pub source: Source,
    /// The dossier it was handed in with or issued by.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub dossier: Option<DossierCode>,
    /// The file; absent for a document that exists only as an entry of a register.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub file: Option<StoredFile>,
}
