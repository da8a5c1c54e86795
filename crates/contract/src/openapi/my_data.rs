//! Consents, the access log, export and deletion.

#![expect(
    dead_code,
    reason = "the functions carry documentation and are never called"
)]

use utoipa::OpenApi;

use super::parameters::{Cursor, IdempotencyKey};
use crate::consent::{AccessLog, Consent, Consents, GiveConsent};
use crate::my_data::{DataExport, Deletion};

#[derive(OpenApi)]
#[openapi(paths(
    list_consents,
    give_consent,
    withdraw_consent,
    get_access_log,
    start_export,
    get_export,
    get_export_content,
    preview_deletion,
    request_deletion
))]
pub(super) struct Paths;

/// Consents given and withdrawn.
#[utoipa::path(
    get,
    path = "/api/v1/me/consents",
    operation_id = "listConsents",
    tag = "my data",
    responses((status = 200, description = "The consents.", body = Consents)),
    security(("session" = [])),
    extensions(("x-capability" = json!("myData")))
)]
fn list_consents() {}

/// Consent to a purpose.
///
/// Before this, nothing is fetched from a register.
#[utoipa::path(
    post,
    path = "/api/v1/me/consents",
    operation_id = "giveConsent",
    tag = "my data",
    params(IdempotencyKey),
    request_body = GiveConsent,
    responses((status = 201, description = "Given.", body = Consent)),
    security(("session" = [])),
    extensions(("x-capability" = json!("myData")))
)]
fn give_consent() {}

/// Withdraw a consent.
///
/// What was fetched under it leaves the profile; the record of it stays.
#[utoipa::path(
    delete,
    path = "/api/v1/me/consents/{id}",
    operation_id = "withdrawConsent",
    tag = "my data",
    params(
        ("id" = String, Path, description = "The consent’s id.", min_length = 1, max_length = 100, example = "c1")
    ),
    responses((status = 200, description = "Withdrawn.", body = Consent)),
    security(("session" = [])),
    extensions(("x-capability" = json!("myData")))
)]
fn withdraw_consent() {}

/// Who looked at or used the person’s data, when and why.
#[utoipa::path(
    get,
    path = "/api/v1/me/access-log",
    operation_id = "getAccessLog",
    tag = "my data",
    params(Cursor),
    responses((status = 200, description = "One page.", body = AccessLog)),
    security(("session" = [])),
    extensions(("x-capability" = json!("myData")))
)]
fn get_access_log() {}

/// Ask for everything the portal holds about the person.
#[utoipa::path(
    post,
    path = "/api/v1/me/exports",
    operation_id = "startExport",
    tag = "my data",
    params(IdempotencyKey),
    responses((status = 202, description = "Being put together.", body = DataExport)),
    security(("session" = [])),
    extensions(("x-capability" = json!("myData")))
)]
fn start_export() {}

/// How far an export is.
#[utoipa::path(
    get,
    path = "/api/v1/me/exports/{id}",
    operation_id = "getExport",
    tag = "my data",
    params(
        ("id" = String, Path, description = "The export’s id.", min_length = 1, max_length = 100, example = "x1")
    ),
    responses((status = 200, description = "The export.", body = DataExport)),
    security(("session" = [])),
    extensions(("x-capability" = json!("myData")))
)]
fn get_export() {}

/// The export itself.
#[utoipa::path(
    get,
    path = "/api/v1/me/exports/{id}/content",
    operation_id = "getExportContent",
    tag = "my data",
    params(
        ("id" = String, Path, description = "The export’s id.", min_length = 1, max_length = 100, example = "x1")
    ),
    responses(
        (status = 200, description = "JSON files and the papers.", body = String, content_type = "application/zip")
    ),
    security(("session" = [])),
    extensions(("x-capability" = json!("myData")))
)]
fn get_export_content() {}

/// What a deletion would remove, and what the law keeps.
#[utoipa::path(
    get,
    path = "/api/v1/me/deletion",
    operation_id = "previewDeletion",
    tag = "my data",
    responses((status = 200, description = "The preview.", body = Deletion)),
    security(("session" = [])),
    extensions(("x-capability" = json!("myData")))
)]
fn preview_deletion() {}

/// Have deleted what the law allows.
#[utoipa::path(
    post,
    path = "/api/v1/me/deletion",
    operation_id = "requestDeletion",
    tag = "my data",
    params(IdempotencyKey),
    responses((status = 202, description = "Asked for.", body = Deletion)),
    security(("session" = [])),
    extensions(("x-capability" = json!("myData")))
)]
fn request_deletion() {}
