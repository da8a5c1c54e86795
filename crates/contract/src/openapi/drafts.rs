//! Drafts.

#![expect(
    dead_code,
    reason = "the functions carry documentation and are never called"
)]

use utoipa::OpenApi;

use super::parameters::{IdempotencyKey, IfMatch};
use crate::draft::{Draft, DraftConflict, DraftContent, Drafts};

#[derive(OpenApi)]
#[openapi(paths(list_drafts, create_draft, get_draft, save_draft, delete_draft))]
pub(super) struct Paths;

/// The person’s drafts.
#[utoipa::path(
    get,
    path = "/api/v1/drafts",
    operation_id = "listDrafts",
    tag = "drafts",
    responses((status = 200, description = "The drafts.", body = Drafts)),
    security(("session" = [])),
    extensions(("x-capability" = json!("drafts")))
)]
fn list_drafts() {}

/// Keep a new draft.
///
/// Also brings back a draft that was taken away as a file, and keeps both versions after a
/// conflict.
#[utoipa::path(
    post,
    path = "/api/v1/drafts",
    operation_id = "createDraft",
    tag = "drafts",
    params(IdempotencyKey),
    request_body = DraftContent,
    responses(
        (status = 201, description = "Kept.", body = Draft,
            headers(
                ("ETag" = String, description = "For `If-Match`."),
                ("Location" = String, description = "Its address.")
            )
        )
    ),
    security(("session" = [])),
    extensions(("x-capability" = json!("drafts")))
)]
fn create_draft() {}

/// One draft.
#[utoipa::path(
    get,
    path = "/api/v1/drafts/{id}",
    operation_id = "getDraft",
    tag = "drafts",
    params(
        ("id" = String, Path, description = "The draft’s id.", min_length = 1, max_length = 100, example = "n7")
    ),
    responses((status = 200, description = "The draft.", body = Draft)),
    security(("session" = [])),
    extensions(("x-capability" = json!("drafts")))
)]
fn get_draft() {}

/// Save a draft over the version in `If-Match`.
#[utoipa::path(
    put,
    path = "/api/v1/drafts/{id}",
    operation_id = "saveDraft",
    tag = "drafts",
    params(
        ("id" = String, Path, description = "The draft’s id.", min_length = 1, max_length = 100, example = "n7"),
        IfMatch
    ),
    request_body = DraftContent,
    responses(
        (status = 200, description = "Saved.", body = Draft,
            headers(
                ("ETag" = String, description = "For `If-Match`.")
            )
        ),
        (status = 412, description = "Another device was faster; the person chooses.", body = DraftConflict, content_type = "application/problem+json")
    ),
    security(("session" = [])),
    extensions(("x-capability" = json!("drafts")))
)]
fn save_draft() {}

/// Delete a draft and the uploads that only it holds.
#[utoipa::path(
    delete,
    path = "/api/v1/drafts/{id}",
    operation_id = "deleteDraft",
    tag = "drafts",
    params(
        ("id" = String, Path, description = "The draft’s id.", min_length = 1, max_length = 100, example = "n7")
    ),
    responses((status = 204, description = "Deleted.")),
    security(("session" = [])),
    extensions(("x-capability" = json!("drafts")))
)]
fn delete_draft() {}
