//! Quality figures and measurement.

#![expect(
    dead_code,
    reason = "functions and parameter lists carry documentation and are never used"
)]

use utoipa::{IntoParams, OpenApi};

use crate::quality::Quality;
use crate::usage::Usage;

#[derive(OpenApi)]
#[openapi(paths(get_quality, send_usage))]
pub(super) struct Paths;

#[derive(IntoParams)]
#[into_params(parameter_in = Query, rename_all = "camelCase")]
struct Period {
    /// A year (`2026`), a quarter (`2026-Q3`) or a month (`2026-10`); the last full month
    /// when absent.
    #[param(
        max_length = 7,
        pattern = "^[0-9]{4}(-(Q[1-4]|0[1-9]|1[0-2]))?$",
        example = "2026-10"
    )]
    period: Option<String>,
}

/// Published quality figures.
///
/// From the portal’s own records, in the groups of Decision 766/2022.
#[utoipa::path(
    get,
    path = "/api/v1/quality",
    operation_id = "getQuality",
    tag = "quality",
    params(Period),
    responses((status = 200, description = "The figures.", body = Quality)),
    extensions(("x-capability" = json!("quality")))
)]
fn get_quality() {}

/// Tell the portal what people cannot finish, and where.
///
/// No person, no answer, no query. Failing is nobody’s concern: the app never tries again.
#[utoipa::path(
    post,
    path = "/api/v1/usage",
    operation_id = "sendUsage",
    tag = "quality",
    request_body = Usage,
    responses((status = 204, description = "Taken.")),
    extensions(("x-capability" = json!("usage")))
)]
fn send_usage() {}
