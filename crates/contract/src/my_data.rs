//! Taking one's data away, and having it deleted as far as the law allows.

use serde::{Deserialize, Serialize};

use crate::file::StoredFile;
use crate::text::LocalText;

/// The answer to `POST /me/exports` and `GET /me/exports/{id}`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase")]
pub struct DataExport {
    /// Stable.
    pub id: String,
    /// How far it is.
    pub state: ExportState,
    /// When it was asked for, RFC 3339.
    pub requested_at: String,
    /// The file, once ready.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub file: Option<StoredFile>,
    /// When the file goes away again, RFC 3339.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<String>,
}

/// How far an export is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase")]
pub enum ExportState {
    /// Being put together.
    Preparing,
    /// To be fetched.
    Ready,
    /// Gone: ask again.
    Expired,
    /// It went wrong: ask again.
    Failed,
    /// A state this version does not know.
    #[serde(other)]
    Unknown,
}

/// The answer to `GET /me/deletion` (what would happen) and `POST /me/deletion` (it does).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase")]
pub struct Deletion {
    /// What goes.
    pub removed: Vec<LocalText>,
    /// What must stay, and why.
    #[serde(default)]
    pub kept: Vec<KeptData>,
    /// When it was asked for, RFC 3339; absent as long as it was not.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub requested_at: Option<String>,
    /// When it is done at the latest, RFC 3339.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub done_by: Option<String>,
}

/// Data that a law tells the portal to keep.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase")]
pub struct KeptData {
    /// Which data.
    pub what: LocalText,
    /// Which law, and until when.
    pub why: LocalText,
}
