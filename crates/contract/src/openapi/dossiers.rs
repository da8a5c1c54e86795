//! Handing in a dossier and following it.

#![expect(
    dead_code,
    reason = "functions and parameter lists carry documentation and are never used"
)]

use utoipa::{IntoParams, OpenApi};

use super::parameters::{Cursor, IdempotencyKey, Page};
use crate::dossier::ending::Withdraw;
use crate::dossier::message::{Message, Messages, WriteMessage};
use crate::dossier::receipt::Receipt;
use crate::dossier::supplement::AnswerSupplement;
use crate::dossier::{Dossier, Dossiers};
use crate::submission::Submission;

#[derive(OpenApi)]
#[openapi(paths(
    submit_dossier,
    list_dossiers,
    get_dossier,
    answer_supplement,
    withdraw_dossier,
    list_messages,
    write_message,
    get_receipt,
    get_receipt_file,
    get_dossier_file,
    get_calendar,
    export_dossier
))]
pub(super) struct Paths;

#[derive(IntoParams)]
#[into_params(parameter_in = Query, rename_all = "camelCase")]
struct DossierFilter {
    /// Words of the service’s name, of the applicant’s, or the code.
    #[param(max_length = 200)]
    q: Option<String>,
    /// `open`, `needsYou` or `finished`; all when absent.
    #[param(inline)]
    state: Option<DossierState>,
    /// A mandate’s id: only dossiers filed for that person.
    #[param(max_length = 100)]
    on_behalf_of: Option<String>,
}

/// Which dossiers to list.
#[derive(serde::Serialize, utoipa::ToSchema)]
#[serde(rename_all = "camelCase")]
enum DossierState {
    /// Not finished yet.
    Open,
    /// Waiting for the person.
    NeedsYou,
    /// Finished, one way or another.
    Finished,
}

/// Hand in a dossier.
///
/// The same key and body again give the same answer, and never a second dossier. The portal
/// checks the answers by the form’s own rules (422, each fault with a pointer) and guards
/// against filing the same twice (409 with the dossier filed before; `despite` overrides).
/// A draft or a signature that is not the person’s own, or that says something else, is at
/// fault like an answer (422). Guests may file where the portal names `guestFiling` and the
/// form says so; they see what they filed for as long as their session lasts.
#[utoipa::path(
    post,
    path = "/api/v1/dossiers",
    operation_id = "submitDossier",
    tag = "dossiers",
    params(IdempotencyKey),
    request_body = Submission,
    responses(
        (status = 201, description = "Handed in.", body = Dossier,
            headers(
                ("ETag" = String, description = "For `If-Match`."),
                ("Location" = String, description = "Its address.")
            )
        )
    ),
    extensions(("x-capability" = json!("filing")))
)]
fn submit_dossier() {}

/// The person’s dossiers, what needs them first.
#[utoipa::path(
    get,
    path = "/api/v1/dossiers",
    operation_id = "listDossiers",
    tag = "dossiers",
    params(DossierFilter, Page),
    responses((status = 200, description = "One page.", body = Dossiers)),
    security(("session" = [])),
    extensions(("x-capability" = json!("filing")))
)]
fn list_dossiers() {}

/// Everything about one dossier.
#[utoipa::path(
    get,
    path = "/api/v1/dossiers/{code}",
    operation_id = "getDossier",
    tag = "dossiers",
    params(
        ("code" = String, Path, description = "The dossier’s code.", min_length = 1, max_length = 100, example = "H15.50.05.13-261008-0975")
    ),
    responses((status = 200, description = "The dossier.", body = Dossier)),
    security(("session" = [])),
    extensions(("x-capability" = json!("filing")))
)]
fn get_dossier() {}

/// Answer all items of a supplement request together.
///
/// Each open item must be there; what is missing is named (422) and nothing is kept.
#[utoipa::path(
    post,
    path = "/api/v1/dossiers/{code}/supplements/{id}/answer",
    operation_id = "answerSupplement",
    tag = "dossiers",
    params(
        ("code" = String, Path, description = "The dossier’s code.", min_length = 1, max_length = 100, example = "H15.50.05.13-261008-0975"),
        ("id" = String, Path, description = "The request’s id.", min_length = 1, max_length = 100, example = "s1"),
        IdempotencyKey
    ),
    request_body = AnswerSupplement,
    responses((status = 200, description = "Sent; the clock runs again.", body = Dossier)),
    security(("session" = [])),
    extensions(("x-capability" = json!("tracking")))
)]
fn answer_supplement() {}

/// Take a dossier back.
#[utoipa::path(
    post,
    path = "/api/v1/dossiers/{code}/withdrawal",
    operation_id = "withdrawDossier",
    tag = "dossiers",
    params(
        ("code" = String, Path, description = "The dossier’s code.", min_length = 1, max_length = 100, example = "H15.50.05.13-261008-0975"),
        IdempotencyKey
    ),
    request_body = Withdraw,
    responses((status = 200, description = "Withdrawn.", body = Dossier)),
    security(("session" = [])),
    extensions(("x-capability" = json!("tracking")))
)]
fn withdraw_dossier() {}

/// Messages with the officer.
#[utoipa::path(
    get,
    path = "/api/v1/dossiers/{code}/messages",
    operation_id = "listMessages",
    tag = "dossiers",
    params(
        ("code" = String, Path, description = "The dossier’s code.", min_length = 1, max_length = 100, example = "H15.50.05.13-261008-0975"),
        Cursor
    ),
    responses((status = 200, description = "One page.", body = Messages)),
    security(("session" = [])),
    extensions(("x-capability" = json!("tracking")))
)]
fn list_messages() {}

/// Write to the officer.
#[utoipa::path(
    post,
    path = "/api/v1/dossiers/{code}/messages",
    operation_id = "writeMessage",
    tag = "dossiers",
    params(
        ("code" = String, Path, description = "The dossier’s code.", min_length = 1, max_length = 100, example = "H15.50.05.13-261008-0975"),
        IdempotencyKey
    ),
    request_body = WriteMessage,
    responses((status = 201, description = "Sent.", body = Message)),
    security(("session" = [])),
    extensions(("x-capability" = json!("tracking")))
)]
fn write_message() {}

/// The receipt with the promised date.
#[utoipa::path(
    get,
    path = "/api/v1/dossiers/{code}/receipt",
    operation_id = "getReceipt",
    tag = "dossiers",
    params(
        ("code" = String, Path, description = "The dossier’s code.", min_length = 1, max_length = 100, example = "H15.50.05.13-261008-0975")
    ),
    responses((status = 200, description = "The receipt.", body = Receipt)),
    security(("session" = [])),
    extensions(("x-capability" = json!("filing")))
)]
fn get_receipt() {}

/// The receipt as a tagged PDF.
#[utoipa::path(
    get,
    path = "/api/v1/dossiers/{code}/receipt.pdf",
    operation_id = "getReceiptFile",
    tag = "dossiers",
    params(
        ("code" = String, Path, description = "The dossier’s code.", min_length = 1, max_length = 100, example = "H15.50.05.13-261008-0975")
    ),
    responses(
        (status = 200, description = "The file.", body = String, content_type = "application/pdf")
    ),
    security(("session" = [])),
    extensions(("x-capability" = json!("filing")))
)]
fn get_receipt_file() {}

/// A paper, letter or result of a dossier.
///
/// Where `address` of a stored file leads.
#[utoipa::path(
    get,
    path = "/api/v1/dossiers/{code}/files/{id}",
    operation_id = "getDossierFile",
    tag = "dossiers",
    params(
        ("code" = String, Path, description = "The dossier’s code.", min_length = 1, max_length = 100, example = "H15.50.05.13-261008-0975"),
        ("id" = String, Path, description = "The file’s id.", min_length = 1, max_length = 100, example = "f1")
    ),
    responses(
        (status = 200, description = "The file in its own media type.", body = String, content_type = "application/octet-stream")
    ),
    security(("session" = [])),
    extensions(("x-capability" = json!("filing")))
)]
fn get_dossier_file() {}

/// The promised date for a calendar.
#[utoipa::path(
    get,
    path = "/api/v1/dossiers/{code}/calendar",
    operation_id = "getCalendar",
    tag = "dossiers",
    params(
        ("code" = String, Path, description = "The dossier’s code.", min_length = 1, max_length = 100, example = "H15.50.05.13-261008-0975")
    ),
    responses((status = 200, description = "One event.", body = String, content_type = "text/calendar")),
    security(("session" = [])),
    extensions(("x-capability" = json!("tracking")))
)]
fn get_calendar() {}

/// Everything about a dossier as one file.
#[utoipa::path(
    get,
    path = "/api/v1/dossiers/{code}/export",
    operation_id = "exportDossier",
    tag = "dossiers",
    params(
        ("code" = String, Path, description = "The dossier’s code.", min_length = 1, max_length = 100, example = "H15.50.05.13-261008-0975")
    ),
    responses(
        (status = 200, description = "JSON, the receipt, papers and results.", body = String, content_type = "application/zip")
    ),
    security(("session" = [])),
    extensions(("x-capability" = json!("tracking")))
)]
fn export_dossier() {}
