//! Following a dossier without signing in.

#![expect(
    dead_code,
    reason = "the functions carry documentation and are never called"
)]

use utoipa::OpenApi;

use crate::lookup::{Lookup, PublicDossier};

#[derive(OpenApi)]
#[openapi(paths(look_up_dossier))]
pub(super) struct Paths;

/// Follow a dossier by its code without signing in.
///
/// A code that does not exist and a proof that does not fit get the same 404 in the same time.
/// Guessing is slowed and then locked (429).
#[utoipa::path(
    post,
    path = "/api/v1/lookups",
    operation_id = "lookUpDossier",
    tag = "lookups",
    request_body = Lookup,
    responses(
        (status = 200, description = "What the public may see, and the rest with a proof.", body = PublicDossier)
    ),
    extensions(("x-capability" = json!("lookups")))
)]
fn look_up_dossier() {}
