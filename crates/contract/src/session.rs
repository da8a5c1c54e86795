//! Signing in, staying signed in, signing out.
//!
//! Sign-in belongs to the portal. The app sends the browser to `GET /sign-in`, the portal
//! talks to its identity provider (code flow with PKCE), sets an `HttpOnly` cookie and
//! sends the browser back to `returnTo`. The app never sees a token or a password.

use serde::{Deserialize, Serialize};

/// The query parameter with which a failed sign-in comes back to `returnTo`; its value is
/// a [`SignInFailure`].
pub const FAILURE_PARAMETER: &str = "signInFailure";

/// The answer to `GET /session`: 200 for everyone, signed in or not.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase")]
pub struct Session {
    /// Who is signed in; absent for a guest.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub person: Option<SignedIn>,
}

/// Somebody who is signed in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase")]
pub struct SignedIn {
    /// Full name, as the identity provider has it.
    pub name: String,
    /// How surely the identity is known.
    pub assurance: Assurance,
    /// When the session ends unless it is extended, RFC 3339.
    pub expires_at: String,
    /// Whether `POST /session/extension` can still move `expiresAt`.
    #[serde(default)]
    pub extendable: bool,
    /// This device's id in the list of devices.
    pub device: String,
}

/// How surely an identity is known (mức độ định danh).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase")]
pub enum Assurance {
    /// Level 1: identified from data, without having appeared in person.
    Low,
    /// Level 2: identified in person with biometrics; most filings ask for it.
    High,
    /// An assurance this version does not know: treat as low.
    #[serde(other)]
    Unknown,
}

/// Why a sign-in came back without a session.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase")]
pub enum SignInFailure {
    /// The person turned back.
    Cancelled,
    /// The identity provider does not answer.
    Unavailable,
    /// The identity provider does not find the person's data.
    NotFound,
    /// The identity is not assured enough for this portal.
    AssuranceTooLow,
    /// It took too long; start again.
    Expired,
    /// A reason this version does not know.
    #[serde(other)]
    Unknown,
}

/// The answer to `DELETE /session`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase")]
pub struct SignedOut {
    /// Where to send the browser so that the identity provider forgets the person too.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub continue_to: Option<String>,
}

/// The answer to `GET /me/devices`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase")]
pub struct Devices {
    /// This device first, then the last used.
    pub items: Vec<Device>,
}

/// A device on which the person is signed in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase")]
pub struct Device {
    /// Stable while the session lasts.
    pub id: String,
    /// What the person would call it ("Chrome trên Android").
    pub name: String,
    /// When it signed in, RFC 3339.
    pub signed_in_at: String,
    /// When it was last seen, RFC 3339.
    pub last_seen_at: String,
    /// The device that asks.
    #[serde(default)]
    pub current: bool,
}
