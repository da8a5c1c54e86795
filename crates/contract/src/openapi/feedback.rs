//! Feedback.

#![expect(
    dead_code,
    reason = "functions and parameter lists carry documentation and are never used"
)]

use utoipa::{IntoParams, OpenApi};

use super::parameters::{IdempotencyKey, Page};
use crate::feedback::{Feedback, GiveFeedback, PublishedFeedback, ReopenFeedback};

#[derive(OpenApi)]
#[openapi(paths(
    give_feedback,
    search_published_feedback,
    get_feedback,
    reopen_feedback
))]
pub(super) struct Paths;

#[derive(IntoParams)]
#[into_params(parameter_in = Query, rename_all = "camelCase")]
struct FeedbackSearch {
    /// What to look for.
    #[param(max_length = 200)]
    q: Option<String>,
}

/// Give feedback.
///
/// Signed in or not; the law asks those who are not for a name, an address and a phone.
#[utoipa::path(
    post,
    path = "/api/v1/feedback",
    operation_id = "giveFeedback",
    tag = "feedback",
    params(IdempotencyKey),
    request_body = GiveFeedback,
    responses(
        (status = 201, description = "Received.", body = Feedback,
            headers(
                ("Location" = String, description = "Its address.")
            )
        )
    ),
    extensions(("x-capability" = json!("feedback")))
)]
fn give_feedback() {}

/// Published answers, to read before writing.
#[utoipa::path(
    get,
    path = "/api/v1/feedback/published",
    operation_id = "searchPublishedFeedback",
    tag = "feedback",
    params(FeedbackSearch, Page),
    responses((status = 200, description = "One page.", body = PublishedFeedback)),
    extensions(("x-capability" = json!("feedback")))
)]
fn search_published_feedback() {}

/// Follow one’s feedback.
///
/// Whoever has the code may read it; guessing is slowed.
#[utoipa::path(
    get,
    path = "/api/v1/feedback/{code}",
    operation_id = "getFeedback",
    tag = "feedback",
    params(
        ("code" = String, Path, description = "The code to follow it by.", min_length = 1, max_length = 100, example = "PA-7K2M-9QXD-4TRH")
    ),
    responses((status = 200, description = "The feedback.", body = Feedback)),
    extensions(("x-capability" = json!("feedback")))
)]
fn get_feedback() {}

/// A file that went with feedback.
///
/// Where `address` of an attachment leads. Whoever has the code may fetch it; guessing is
/// slowed.
#[utoipa::path(
    get,
    path = "/api/v1/feedback/{code}/files/{id}",
    operation_id = "getFeedbackFile",
    tag = "feedback",
    params(
        ("code" = String, Path, description = "The code to follow it by.", min_length = 1, max_length = 100, example = "PA-7K2M-9QXD-4TRH"),
        ("id" = String, Path, description = "The file’s id.", min_length = 1, max_length = 100, example = "f1")
    ),
    responses(
        (status = 200, description = "The file in its own media type.", body = String, content_type = "application/octet-stream")
    ),
    extensions(("x-capability" = json!("feedback")))
)]
fn get_feedback_file() {}

/// Say that the answer does not do.
#[utoipa::path(
    post,
    path = "/api/v1/feedback/{code}/reopening",
    operation_id = "reopenFeedback",
    tag = "feedback",
    params(
        ("code" = String, Path, description = "The code to follow it by.", min_length = 1, max_length = 100, example = "PA-7K2M-9QXD-4TRH"),
        IdempotencyKey
    ),
    request_body = ReopenFeedback,
    responses((status = 200, description = "Opened again.", body = Feedback)),
    extensions(("x-capability" = json!("feedback")))
)]
fn reopen_feedback() {}
