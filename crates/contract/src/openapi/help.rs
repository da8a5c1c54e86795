//! Questions and answers, legal documents.

#![expect(
    dead_code,
    reason = "functions and parameter lists carry documentation and are never used"
)]

use utoipa::{IntoParams, OpenApi};

use super::parameters::Page;
use crate::help::{HelpTopic, HelpTopics, LegalDocuments};

#[derive(OpenApi)]
#[openapi(paths(search_help, get_help_topic, search_legal_documents))]
pub(super) struct Paths;

#[derive(IntoParams)]
#[into_params(parameter_in = Query, rename_all = "camelCase")]
struct HelpSearch {
    /// What to look for; all in the portal’s order when absent.
    #[param(max_length = 200)]
    q: Option<String>,
    /// Only what is about this service.
    #[param(max_length = 100, example = "3.000348")]
    service: Option<String>,
}

/// Questions and answers.
#[utoipa::path(
    get,
    path = "/api/v1/help",
    operation_id = "searchHelp",
    tag = "help",
    params(HelpSearch),
    responses((status = 200, description = "The questions with answers.", body = HelpTopics)),
    extensions(("x-capability" = json!("help")))
)]
fn search_help() {}

/// One question with its answer.
#[utoipa::path(
    get,
    path = "/api/v1/help/{id}",
    operation_id = "getHelpTopic",
    tag = "help",
    params(
        ("id" = String, Path, description = "The question’s id.", min_length = 1, max_length = 100, example = "mat-giay-phep-lai-xe")
    ),
    responses((status = 200, description = "The question.", body = HelpTopic)),
    extensions(("x-capability" = json!("help")))
)]
fn get_help_topic() {}

#[derive(IntoParams)]
#[into_params(parameter_in = Query)]
struct LegalSearch {
    /// A number or words of a title; all when absent.
    #[param(max_length = 200, example = "12/2025/TT-BCA")]
    q: Option<String>,
}

/// Legal documents behind the services.
#[utoipa::path(
    get,
    path = "/api/v1/legal-documents",
    operation_id = "searchLegalDocuments",
    tag = "help",
    params(LegalSearch, Page),
    responses((status = 200, description = "One page.", body = LegalDocuments)),
    extensions(("x-capability" = json!("help")))
)]
fn search_legal_documents() {}
