//! Changes as they happen: `GET /events`, server-sent events.
//!
//! Each event has an id; after a break the browser sends it in `Last-Event-ID`, and the
//! portal sends what was missed, or [`EVENT_RESYNC`] when it no longer knows. An event
//! says what changed and no more: the app fetches the resource again with its `ETag`.
//! Where the stream fails, the app polls the same resources.

use serde::{Deserialize, Serialize};

use crate::dossier::DossierCode;

/// Event name: a dossier changed; data [`DossierChanged`].
pub const EVENT_DOSSIER: &str = "dossier";
/// Event name: there is something new in the notification centre; data [`NotificationsChanged`].
pub const EVENT_NOTIFICATIONS: &str = "notifications";
/// Event name: an upload moved on; data [`UploadChanged`].
pub const EVENT_UPLOAD: &str = "upload";
/// Event name: the portal's description changed (an outage, a notice); data `{}`.
pub const EVENT_PORTAL: &str = "portal";
/// Event name: the session ends soon or has ended; data `{}`, see `GET /session`.
pub const EVENT_SESSION: &str = "session";
/// Event name: too much was missed, fetch everything on the screen again; data `{}`.
pub const EVENT_RESYNC: &str = "resync";
/// A comment line (`:`) comes at least this often, in seconds; silence for twice as long
/// means that the connection is dead.
pub const HEARTBEAT_SECONDS: u32 = 20;

/// See [`EVENT_DOSSIER`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase")]
pub struct DossierChanged {
    /// Which one.
    pub code: DossierCode,
    /// Its `ETag` now.
    pub etag: String,
    /// Whether it now waits for the person.
    #[serde(default)]
    pub needs_you: bool,
}

/// See [`EVENT_NOTIFICATIONS`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase")]
pub struct NotificationsChanged {
    /// How many are unread in all.
    pub unread: u32,
}

/// See [`EVENT_UPLOAD`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase")]
pub struct UploadChanged {
    /// Which one.
    pub id: String,
}
