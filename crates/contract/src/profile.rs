//! What the portal knows about the signed-in person, each value with where it comes from.
//!
//! Nothing is fetched from a register before the person consents: values under a consent
//! in force stand in `values`, what could be fetched stands in `available`.

use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::text::LocalText;

/// Names of attributes that forms prefill from; a portal may hold others.
pub mod attribute {
    /// Family name first, in one piece (họ, chữ đệm và tên).
    pub const FULL_NAME: &str = "fullName";
    /// `yyyy-MM-dd`.
    pub const DATE_OF_BIRTH: &str = "dateOfBirth";
    /// `male` or `female`, as the register has it.
    pub const SEX: &str = "sex";
    /// Twelve digits (số định danh cá nhân).
    pub const CITIZEN_ID: &str = "citizenId";
    /// One of the 54 official names, or a foreigner's own.
    pub const ETHNICITY: &str = "ethnicity";
    /// ISO 3166-1 alpha-2.
    pub const NATIONALITY: &str = "nationality";
    /// `{province, commune, detail}` with official codes (nơi thường trú).
    pub const PERMANENT_RESIDENCE: &str = "permanentResidence";
    /// The same for where one lives now (nơi ở hiện tại).
    pub const CURRENT_RESIDENCE: &str = "currentResidence";
    /// Ten digits.
    pub const PHONE: &str = "phone";
    /// An email address.
    pub const EMAIL: &str = "email";
}

/// The answer to `GET /me/profile`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase")]
pub struct Profile {
    /// What the portal may use, by consent or because the person typed it.
    pub values: Vec<HeldValue>,
    /// What it could fetch, once the person consents.
    #[serde(default)]
    pub available: Vec<AvailableSource>,
}

/// One value with its provenance.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase")]
pub struct HeldValue {
    /// What it is: one of [`attribute`], or the portal's own.
    pub attribute: String,
    /// The value in the shape a form answers with.
    #[cfg_attr(feature = "openapi", schema(value_type = Value))]
    pub value: Value,
    /// Where it comes from.
    pub source: Source,
    /// The day (`yyyy-MM-dd`) on which the source last confirmed it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub as_of: Option<String>,
    /// The person has said that it is wrong, and nobody has answered yet.
    #[serde(default)]
    pub disputed: bool,
}

/// Where a value or a document comes from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase")]
pub struct Source {
    /// Stable within the portal (`population`); `person` for what was typed here.
    pub id: String,
    /// Its name ("Cơ sở dữ liệu quốc gia về dân cư").
    pub name: LocalText,
}

/// A register that the portal asks only with consent.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase")]
pub struct AvailableSource {
    /// Which one.
    pub source: Source,
    /// The attributes it would give.
    pub attributes: Vec<String>,
    /// The purpose to consent to, for `POST /me/consents`.
    pub purpose: String,
}

/// The body of `POST /me/profile/reports`: "this is wrong".
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase")]
pub struct WrongValueReport {
    /// Which attribute.
    pub attribute: String,
    /// The value that was shown.
    #[cfg_attr(feature = "openapi", schema(value_type = Value))]
    pub shown: Value,
    /// What it should be; absent when the person only says that it is wrong.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", schema(value_type = Option<Value>))]
    pub correct: Option<Value>,
    /// The person's words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

/// The answer to a report.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase")]
pub struct ReportReceived {
    /// To quote when asking about it.
    pub id: String,
    /// When it was received, RFC 3339.
    pub received_at: String,
    /// Who keeps the value and gets the report.
    pub forwarded_to: LocalText,
    /// What happens next, and what to do if it cannot wait.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub what_next: Option<LocalText>,
}

/// The answer to `GET /me/mandates`: for whom else the person may act.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase")]
pub struct Mandates {
    /// All that are in force.
    pub items: Vec<Mandate>,
}

/// The right to act for somebody.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase")]
pub struct Mandate {
    /// Stands in `onBehalfOf` of drafts, dossiers and their lists.
    pub id: String,
    /// For whom.
    pub name: String,
    /// By what right.
    pub kind: MandateKind,
    /// Until when, RFC 3339; absent for as long as the right lasts.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<String>,
    /// The codes of the services it covers; empty for all.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub services: Vec<String>,
}

/// By what right one acts for somebody.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase")]
pub enum MandateKind {
    /// As a parent.
    Parent,
    /// As a guardian.
    Guardian,
    /// With a written authorisation.
    Authorised,
    /// For an organisation.
    Organisation,
    /// As somebody whose work is to help (post office, commune).
    Helper,
    /// A right this version does not know.
    #[serde(other)]
    Unknown,
}
