//! Places: 34 provinces and 3,321 communes since 1 July 2025, and the names before.

use serde::{Deserialize, Serialize};

/// Matches when `limit` is absent.
pub const MATCHES_DEFAULT: u32 = 10;
/// The largest `limit` of matches; the smallest is 1.
pub const MATCHES_MAX: u32 = 50;

/// A province or city under the central government.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase")]
pub struct Province {
    /// Official code (Decision 19/2025/QĐ-TTg), two digits, zero first.
    pub code: String,
    /// Without its kind ("Cần Thơ").
    pub name: String,
    /// With its kind ("Thành phố Cần Thơ").
    pub full_name: String,
    /// Provinces that were merged into it on 1 July 2025.
    #[serde(default)]
    pub former_names: Vec<String>,
}

/// The answer to `GET /places`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Provinces {
    /// In Vietnamese alphabetical order.
    pub items: Vec<Province>,
}

/// A commune, ward or special zone.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase")]
pub struct Commune {
    /// Official code, five digits.
    pub code: String,
    /// Without its kind.
    pub name: String,
    /// With its kind ("Phường Ba Đình").
    pub full_name: String,
    /// Its province's code.
    pub province: String,
}

/// The answer to `GET /places/{province}/communes`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Communes {
    /// In Vietnamese alphabetical order.
    pub items: Vec<Commune>,
}

/// The answer to `GET /places/matches?q=…`: today's communes for a name of today or before.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct PlaceMatches {
    /// Best first.
    pub items: Vec<PlaceMatch>,
}

/// A commune of today, and the old name that led to it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase")]
pub struct PlaceMatch {
    /// Today's commune.
    pub commune: Commune,
    /// Today's province, in full.
    pub province_name: String,
    /// The old commune, district and province, when the name is an old one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub former: Option<String>,
    /// Only a part of the old commune went here: ask the person which.
    #[serde(default)]
    pub partly: bool,
}
