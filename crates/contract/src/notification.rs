//! Telling people what changed: the notification centre and the channels out of the app.

use serde::{Deserialize, Serialize};

use crate::dossier::{Action, DossierCode};
use crate::text::LocalText;

/// The answer to `GET /me/notifications`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase")]
pub struct Notifications {
    /// Latest first.
    pub items: Vec<Notification>,
    /// How many are unread in all.
    pub unread: u32,
    /// What to send as `cursor` for older ones; absent at the end.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub next: Option<String>,
}

/// Something happened.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase")]
pub struct Notification {
    /// Stable.
    pub id: String,
    /// When, RFC 3339.
    pub at: String,
    /// In a few words. Without personal data: it may stand on a lock screen.
    pub title: LocalText,
    /// The rest.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text: Option<LocalText>,
    /// Which dossier it is about.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub dossier: Option<DossierCode>,
    /// What the person can do about it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub action: Option<Action>,
    /// Whether the person has seen it.
    #[serde(default)]
    pub read: bool,
}

/// The body of `POST /me/notifications/read`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase")]
pub struct MarkRead {
    /// This one and all before it.
    pub up_to: String,
}

/// The answer to `GET /me/notification-channels`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase")]
pub struct NotificationChannels {
    /// What the portal offers, in its order.
    pub items: Vec<NotificationChannel>,
    /// The portal's VAPID public key (base64url, uncompressed P-256 point), with web push.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub push_key: Option<String>,
    /// The person's devices that are told by web push; a device finds itself by its endpoint.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub push_devices: Vec<PushDevice>,
}

/// A device that is told by web push.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase")]
pub struct PushDevice {
    /// To take it back with `DELETE /me/push-subscriptions/{id}`.
    pub id: String,
    /// SHA-256 of its endpoint, 64 lower-case hexadecimal digits: the endpoint itself is the
    /// device's secret.
    pub endpoint_sha256: String,
}

/// A way out of the app.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase")]
pub struct NotificationChannel {
    /// Which way.
    pub kind: ChannelOut,
    /// Whether it is used.
    pub state: ChannelState,
    /// Where to, with the middle left out (`09••••••12`).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub address: Option<String>,
    /// What it costs or who runs it, when people should know.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<LocalText>,
}

/// A way out of the app.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase")]
pub enum ChannelOut {
    /// Web push on this and other devices.
    WebPush,
    /// SMS.
    Sms,
    /// Email.
    Email,
    /// A messenger's official account.
    Zalo,
    /// The identity app.
    IdentityApp,
    /// A way this version does not know.
    #[serde(other)]
    Unknown,
}

/// Whether a way is used.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase")]
pub enum ChannelState {
    /// Used.
    On,
    /// Switched on, but the address is not confirmed yet.
    Confirming,
    /// Not used.
    #[serde(other)]
    Off,
}

/// The body of `PUT /me/notification-channels/{kind}`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase")]
pub struct SetChannel {
    /// Whether to use it.
    pub on: bool,
    /// A new address; the portal confirms it before it uses it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub address: Option<String>,
}

/// The body of `PUT /dossiers/{code}/notifications`, and what a dossier holds of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase")]
pub struct DossierNotifications {
    /// The ways on which the person wants to hear of this dossier; empty for none.
    pub channels: Vec<ChannelOut>,
}

/// The body of `POST /me/push-subscriptions`, as the browser's Push API gives it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase")]
pub struct PushSubscription {
    /// The push service's address for this device.
    pub endpoint: String,
    /// The device's public key, base64url.
    pub p256dh: String,
    /// The device's secret, base64url.
    pub auth: String,
    /// The language to tell it in (`vi`, `en`); without one, that of the session's subscription
    /// before this, which it renews, or the portal's first.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub language: Option<String>,
}

/// The answer to it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase")]
pub struct PushSubscribed {
    /// To take it back with `DELETE /me/push-subscriptions/{id}`.
    pub id: String,
}

/// What a push message holds once the device has decrypted it.
///
/// Nothing of it is personal: it may stand on a lock screen. The app makes the address to open
/// from `dossier`; a message without one is about the notification centre.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase")]
pub struct PushMessage {
    /// In a few words.
    pub title: String,
    /// Which dossier, and what to do.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
    /// The language of both (`vi`, `en`).
    pub language: String,
    /// Which dossier it is about; a later message about the same one takes its place.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub dossier: Option<DossierCode>,
}
