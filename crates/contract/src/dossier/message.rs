//! Messages between the person and the officer.

use serde::{Deserialize, Serialize};

use super::timeline::Handler;
use crate::file::StoredFile;

/// The answer to `GET /dossiers/{code}/messages`. Fetching them marks them as read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase")]
pub struct Messages {
    /// Oldest first.
    pub items: Vec<Message>,
    /// What to send as `cursor` for older ones; absent at the start.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub earlier: Option<String>,
}

/// One message.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase")]
pub struct Message {
    /// Stable within the dossier.
    pub id: String,
    /// Who wrote.
    pub from: Handler,
    /// When, RFC 3339.
    pub at: String,
    /// What; line breaks count.
    pub text: String,
    /// What was attached.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub attachments: Vec<StoredFile>,
    /// When the other side read it, RFC 3339.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub read_at: Option<String>,
}

/// The body of `POST /dossiers/{code}/messages`, sent with an `Idempotency-Key`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase")]
pub struct WriteMessage {
    /// What; line breaks count.
    pub text: String,
    /// Ids of uploads.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub attachments: Vec<String>,
}
