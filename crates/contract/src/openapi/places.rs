//! Provinces, communes, and today's place for a name of before.

#![expect(
    dead_code,
    reason = "functions and parameter lists carry documentation and are never used"
)]

use utoipa::{IntoParams, OpenApi};

use crate::place::{Communes, PlaceMatches, Provinces};

#[derive(OpenApi)]
#[openapi(paths(list_provinces, list_communes, match_places))]
pub(super) struct Paths;

/// Provinces and cities under the central government.
#[utoipa::path(
    get,
    path = "/api/v1/places",
    operation_id = "listProvinces",
    tag = "places",
    responses((status = 200, description = "All provinces.", body = Provinces)),
    extensions(("x-capability" = json!("places")))
)]
fn list_provinces() {}

/// Communes, wards and special zones of a province.
#[utoipa::path(
    get,
    path = "/api/v1/places/{province}/communes",
    operation_id = "listCommunes",
    tag = "places",
    params(("province" = String, Path, description = "The province's official code.", min_length = 1, max_length = 100, example = "92")),
    responses((status = 200, description = "Its communes.", body = Communes)),
    extensions(("x-capability" = json!("places")))
)]
fn list_communes() {}

#[derive(IntoParams)]
#[into_params(parameter_in = Query)]
struct Name {
    /// A place's name of today or before, in part or in whole, with or without diacritics,
    /// from the commune upwards. Empty or absent finds
    /// nothing.
    #[param(max_length = 200, example = "phường Xuân Khánh, Ninh Kiều")]
    q: Option<String>,
    /// How many matches at most.
    #[param(minimum = 1, maximum = 50, default = 10)]
    limit: Option<u32>,
}

/// Today's communes for a name that people still use.
#[utoipa::path(
    get,
    path = "/api/v1/places/matches",
    operation_id = "matchPlaces",
    tag = "places",
    params(Name),
    responses((status = 200, description = "Communes of today.", body = PlaceMatches)),
    extensions(("x-capability" = json!("places")))
)]
fn match_places() {}
