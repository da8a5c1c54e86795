//! Remote signing.

#![expect(
    dead_code,
    reason = "the functions carry documentation and are never called"
)]

use utoipa::OpenApi;

use super::parameters::IdempotencyKey;
use crate::signature::{ConfirmSigning, Signing, StartSigning};

#[derive(OpenApi)]
#[openapi(paths(start_signing, get_signing, confirm_signing))]
pub(super) struct Paths;

/// Have a reviewed draft signed remotely.
#[utoipa::path(
    post,
    path = "/api/v1/signatures",
    operation_id = "startSigning",
    tag = "signatures",
    params(IdempotencyKey),
    request_body = StartSigning,
    responses((status = 201, description = "Waits for the person.", body = Signing)),
    security(("session" = [])),
    extensions(("x-capability" = json!("signatures")))
)]
fn start_signing() {}

/// How far a signing is.
#[utoipa::path(
    get,
    path = "/api/v1/signatures/{id}",
    operation_id = "getSigning",
    tag = "signatures",
    params(
        ("id" = String, Path, description = "The signing’s id.", min_length = 1, max_length = 100, example = "k1")
    ),
    responses((status = 200, description = "The signing.", body = Signing)),
    security(("session" = [])),
    extensions(("x-capability" = json!("signatures")))
)]
fn get_signing() {}

/// Type the one-time code.
///
/// A wrong code is refused (422); after a few, the signing is over.
#[utoipa::path(
    post,
    path = "/api/v1/signatures/{id}/confirmation",
    operation_id = "confirmSigning",
    tag = "signatures",
    params(
        ("id" = String, Path, description = "The signing’s id.", min_length = 1, max_length = 100, example = "k1")
    ),
    request_body = ConfirmSigning,
    responses((status = 200, description = "Signed.", body = Signing)),
    security(("session" = [])),
    extensions(("x-capability" = json!("signatures")))
)]
fn confirm_signing() {}
