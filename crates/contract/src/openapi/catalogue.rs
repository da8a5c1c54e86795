//! Subject areas, bodies, and the catalogue in one piece.

#![expect(
    dead_code,
    reason = "the functions carry documentation and are never called"
)]

use utoipa::OpenApi;

use crate::catalogue::{Catalogue, Shelves};

#[derive(OpenApi)]
#[openapi(paths(list_fields, list_agencies, get_catalogue))]
pub(super) struct Paths;

/// Subject areas (lĩnh vực) that have services.
#[utoipa::path(
    get,
    path = "/api/v1/fields",
    operation_id = "listFields",
    tag = "catalogue",
    responses((status = 200, description = "All subject areas.", body = Shelves))
)]
fn list_fields() {}

/// Ministries and bodies that have services.
#[utoipa::path(
    get,
    path = "/api/v1/agencies",
    operation_id = "listAgencies",
    tag = "catalogue",
    responses((status = 200, description = "All bodies.", body = Shelves))
)]
fn list_agencies() {}

/// The whole catalogue, for search without a network.
///
/// Large: fetch it when the device is idle, keep it, and revalidate with its `ETag`.
#[utoipa::path(
    get,
    path = "/api/v1/catalogue",
    operation_id = "getCatalogue",
    tag = "catalogue",
    responses((status = 200, description = "Every service in short.", body = Catalogue)),
    extensions(("x-capability" = json!("catalogueSnapshot")))
)]
fn get_catalogue() {}
