//! Consents, and the log of who used a person's data (Law 91/2025 on personal data).

use serde::{Deserialize, Serialize};

use crate::text::LocalText;

/// The answer to `GET /me/consents`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase")]
pub struct Consents {
    /// In force first, then the latest.
    pub items: Vec<Consent>,
}

/// One consent, given and perhaps withdrawn.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase")]
pub struct Consent {
    /// Stable.
    pub id: String,
    /// What it allows, for programs.
    pub purpose: String,
    /// What it allows, for people: which data, from where, for what, for how long.
    pub text: LocalText,
    /// When it was given, RFC 3339.
    pub given_at: String,
    /// When it ends by itself, RFC 3339.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<String>,
    /// When it was withdrawn, RFC 3339.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub withdrawn_at: Option<String>,
}

/// The body of `POST /me/consents`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase")]
pub struct GiveConsent {
    /// One of the purposes that the portal asked consent for.
    pub purpose: String,
    /// The text as it was shown, so that what was agreed to is on record.
    pub shown: LocalText,
}

/// The answer to `GET /me/access-log`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase")]
pub struct AccessLog {
    /// Latest first.
    pub items: Vec<Access>,
    /// What to send as `cursor` for older entries; absent at the end.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub next: Option<String>,
}

/// Somebody looked at or used the person's data.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase")]
pub struct Access {
    /// When, RFC 3339.
    pub at: String,
    /// Which body.
    pub agency: String,
    /// Who or what there, as far as the portal may tell.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub actor: Option<String>,
    /// Which data.
    pub what: LocalText,
    /// What for.
    pub why: LocalText,
    /// For which dossier.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub dossier: Option<crate::dossier::DossierCode>,
}
