//! Ratings.

#![expect(
    dead_code,
    reason = "the functions carry documentation and are never called"
)]

use utoipa::OpenApi;

use crate::rating::{GiveRating, PublishedRatings, Rating};

#[derive(OpenApi)]
#[openapi(paths(rate_dossier, get_service_ratings))]
pub(super) struct Paths;

/// Rate a dossier, or change the rating.
///
/// One rating a dossier; the questions and the scale stand in the portal’s description.
#[utoipa::path(
    put,
    path = "/api/v1/dossiers/{code}/rating",
    operation_id = "rateDossier",
    tag = "ratings",
    params(
        ("code" = String, Path, description = "The dossier’s code.", min_length = 1, max_length = 100, example = "H15.50.05.13-261008-0975")
    ),
    request_body = GiveRating,
    responses((status = 200, description = "Kept.", body = Rating)),
    security(("session" = [])),
    extensions(("x-capability" = json!("ratings")))
)]
fn rate_dossier() {}

/// How people rated a service.
///
/// Figures only, and none below a minimum number of ratings.
#[utoipa::path(
    get,
    path = "/api/v1/services/{code}/ratings",
    operation_id = "getServiceRatings",
    tag = "ratings",
    params(
        ("code" = String, Path, description = "The official code.", min_length = 1, max_length = 100, example = "1.001193")
    ),
    responses((status = 200, description = "The figures.", body = PublishedRatings)),
    extensions(("x-capability" = json!("ratings")))
)]
fn get_service_ratings() {}
