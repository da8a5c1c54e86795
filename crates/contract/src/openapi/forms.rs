//! Forms and the schema of their answers.

#![expect(
    dead_code,
    reason = "functions and parameter lists carry documentation and are never used"
)]

use utoipa::{IntoParams, OpenApi};

use crate::form::Form;

#[derive(OpenApi)]
#[openapi(paths(get_form, get_answers_schema))]
pub(super) struct Paths;

#[derive(IntoParams)]
#[into_params(parameter_in = Query, rename_all = "camelCase")]
struct FormVersion {
    /// A version that answers were given to; the newest when absent.
    #[param(max_length = 100)]
    version: Option<String>,
}

/// The form of a service for one case.
///
/// The definition is written in the language that `motcua-forms` documents.
#[utoipa::path(
    get,
    path = "/api/v1/services/{code}/forms/{case}",
    operation_id = "getForm",
    tag = "forms",
    params(
        ("code" = String, Path, description = "The official code.", min_length = 1, max_length = 100, example = "1.001193"),
        ("case" = String, Path, description = "The case’s id, or `default` for a service without cases.", min_length = 1, max_length = 100, example = "c1"),
        FormVersion
    ),
    responses((status = 200, description = "The form.", body = Form)),
    extensions(("x-capability" = json!("filing")))
)]
fn get_form() {}

/// A JSON Schema (2020-12) of the form’s answers.
///
/// For portals and tools in other languages; derived from the definition.
#[utoipa::path(
    get,
    path = "/api/v1/services/{code}/forms/{case}/answers-schema",
    operation_id = "getAnswersSchema",
    tag = "forms",
    params(
        ("code" = String, Path, description = "The official code.", min_length = 1, max_length = 100, example = "1.001193"),
        ("case" = String, Path, description = "The case’s id, or `default` for a service without cases.", min_length = 1, max_length = 100, example = "c1"),
        FormVersion
    ),
    responses(
        (status = 200, description = "The schema.", body = Object, content_type = "application/schema+json")
    ),
    extensions(("x-capability" = json!("filing")))
)]
fn get_answers_schema() {}
