//! Subject areas and bodies, and the whole catalogue in one piece for offline search.

use serde::{Deserialize, Serialize};

use crate::service::{Audience, GovernmentLevel, OnlineLevel};

/// A subject area or a body, with how many services it has.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Shelf {
    /// Fit for an address, stable within the portal.
    pub id: String,
    /// As officially written.
    pub name: String,
    /// How many services stand under it.
    pub count: u32,
    /// How many of them a person, rather than a company, is likely to look for.
    #[serde(default)]
    pub personal: u32,
}

/// The answer to `GET /fields` and `GET /agencies`: in Vietnamese alphabetical order.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Shelves {
    /// All of them.
    pub items: Vec<Shelf>,
}

/// The answer to `GET /catalogue`: what an app needs to search without a network.
/// Revalidate with its `ETag`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Catalogue {
    /// Changes whenever anything in it changes.
    pub version: String,
    /// The subject areas that `services` refer to.
    pub fields: Vec<Shelf>,
    /// The bodies that `services` refer to.
    pub agencies: Vec<Shelf>,
    /// Every service.
    pub services: Vec<CatalogueEntry>,
}

/// A service as the snapshot holds it: what search and a list row need.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct CatalogueEntry {
    /// The official code.
    pub code: String,
    /// The official name.
    pub name: String,
    /// The id of its subject area.
    pub field: String,
    /// The id of its body.
    pub agency: String,
    /// The levels of government that settle it.
    #[serde(default)]
    pub levels: Vec<GovernmentLevel>,
    /// Who may apply.
    #[serde(default)]
    pub audience: Vec<Audience>,
    /// How far it can be done online.
    pub online: OnlineLevel,
    /// 0 for most; the higher, the likelier it is what a person looks for.
    #[cfg_attr(feature = "openapi", schema(maximum = 255))]
    #[serde(default, skip_serializing_if = "is_zero")]
    pub prominence: u8,
    /// Further words it can be found by: what one gets, the cases.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub words: String,
}

#[allow(
    clippy::trivially_copy_pass_by_ref,
    reason = "serde asks for a reference"
)]
fn is_zero(value: &u8) -> bool {
    *value == 0
}
