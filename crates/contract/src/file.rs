//! Files as facts: what they are called, how large they are, and their hash.

use serde::{Deserialize, Serialize};

/// A file that the portal holds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase")]
pub struct StoredFile {
    /// What to call it when it is saved, with its ending.
    pub name: String,
    /// Its media type as the portal found it by looking inside, not as claimed.
    pub media_type: String,
    /// Its size in bytes.
    pub bytes: u64,
    /// SHA-256 of its bytes as the portal computed it, 64 lower-case hexadecimal digits.
    pub sha256: String,
    /// Where to fetch it, a path below the portal's address; absent once deleted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub address: Option<String>,
}
