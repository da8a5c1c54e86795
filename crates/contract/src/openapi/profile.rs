//! What the portal knows about the person, and papers it holds.

#![expect(
    dead_code,
    reason = "functions and parameter lists carry documentation and are never used"
)]

use utoipa::{IntoParams, OpenApi};

use super::parameters::IdempotencyKey;
use crate::held_document::HeldDocuments;
use crate::profile::{Mandates, Profile, ReportReceived, WrongValueReport};

#[derive(OpenApi)]
#[openapi(paths(
    get_profile,
    report_wrong_value,
    list_documents,
    get_document_content,
    list_mandates
))]
pub(super) struct Paths;

#[derive(IntoParams)]
#[into_params(parameter_in = Query, rename_all = "camelCase")]
struct HeldFor {
    /// Only papers that fit this requirement of `service`.
    #[param(max_length = 100)]
    requirement: Option<String>,
    /// The service’s code.
    #[param(max_length = 100, example = "1.001193")]
    service: Option<String>,
}

#[derive(IntoParams)]
#[into_params(parameter_in = Query, rename_all = "camelCase")]
struct ProfileOf {
    /// A mandate’s id: what the portal knows about the person it is for, in place of one’s own.
    #[param(max_length = 100)]
    on_behalf_of: Option<String>,
}

/// What the portal knows about the person, with sources.
///
/// Only values under a consent in force, and what could be fetched with one. About somebody
/// whom one may act for only as far as the mandate and their own consents go, often nothing;
/// that it was asked for stands in their access log.
#[utoipa::path(
    get,
    path = "/api/v1/me/profile",
    operation_id = "getProfile",
    tag = "me",
    params(ProfileOf),
    responses((status = 200, description = "The profile.", body = Profile)),
    security(("session" = [])),
    extensions(("x-capability" = json!("profile")))
)]
fn get_profile() {}

/// Say that a value is wrong.
///
/// The portal passes it on to whoever keeps the value, and marks it as disputed.
#[utoipa::path(
    post,
    path = "/api/v1/me/profile/reports",
    operation_id = "reportWrongValue",
    tag = "me",
    params(IdempotencyKey),
    request_body = WrongValueReport,
    responses((status = 201, description = "Received.", body = ReportReceived)),
    security(("session" = [])),
    extensions(("x-capability" = json!("profile")))
)]
fn report_wrong_value() {}

/// Papers that the portal already holds.
#[utoipa::path(
    get,
    path = "/api/v1/me/documents",
    operation_id = "listDocuments",
    tag = "me",
    params(HeldFor),
    responses((status = 200, description = "The papers.", body = HeldDocuments)),
    security(("session" = [])),
    extensions(("x-capability" = json!("profile")))
)]
fn list_documents() {}

/// The file of a paper already held.
#[utoipa::path(
    get,
    path = "/api/v1/me/documents/{id}/content",
    operation_id = "getDocumentContent",
    tag = "me",
    params(
        ("id" = String, Path, description = "The paper’s id.", min_length = 1, max_length = 100, example = "g1")
    ),
    responses(
        (status = 200, description = "The file in its own media type.", body = String, content_type = "application/octet-stream")
    ),
    security(("session" = [])),
    extensions(("x-capability" = json!("profile")))
)]
fn get_document_content() {}

/// For whom else the person may act.
#[utoipa::path(
    get,
    path = "/api/v1/me/mandates",
    operation_id = "listMandates",
    tag = "me",
    responses((status = 200, description = "The mandates in force.", body = Mandates)),
    security(("session" = [])),
    extensions(("x-capability" = json!("profile")))
)]
fn list_mandates() {}
