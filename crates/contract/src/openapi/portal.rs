//! The portal's description and this document.

#![expect(
    dead_code,
    reason = "the functions carry documentation and are never called"
)]

use utoipa::OpenApi;

use crate::portal::Portal;

#[derive(OpenApi)]
#[openapi(paths(get_portal, get_contract))]
pub(super) struct Paths;

/// Who runs the portal and what it can do.
///
/// The first thing an app asks. What is not among the capabilities is not shown.
#[utoipa::path(
    get,
    path = "/api/v1/portal",
    operation_id = "getPortal",
    tag = "portal",
    responses((status = 200, description = "The portal.", body = Portal))
)]
fn get_portal() {}

/// This document, as the portal conforms to it.
#[utoipa::path(
    get,
    path = "/api/v1/openapi.json",
    operation_id = "getContract",
    tag = "portal",
    responses((status = 200, description = "An OpenAPI 3.1 document.", body = Object))
)]
fn get_contract() {}
