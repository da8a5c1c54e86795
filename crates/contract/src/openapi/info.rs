//! The document's head: what it is, its tags, how one signs in.

use utoipa::OpenApi;
use utoipa::openapi::security::{ApiKey, ApiKeyValue, SecurityScheme};

/// The name under which operations ask for a signed-in person.
pub(super) const SESSION: &str = "session";

#[derive(OpenApi)]
#[openapi(
    info(
        title = "Một Cửa: the portal API",
        description = include_str!("info.md"),
        version = "1.0.0",
        license(name = "MIT OR Apache-2.0"),
    ),
    components(schemas(crate::problem::Problem)),
    servers((url = "/", description = "The portal itself; paths are complete")),
    tags(
        (name = "portal", description = "Who runs the portal and what it can do."),
        (name = "services", description = "Finding and understanding what one can apply for."),
        (name = "catalogue", description = "Fields, agencies, and everything in one piece for offline search."),
        (name = "life events", description = "Services grouped by what happens to people."),
        (name = "places", description = "34 provinces, 3,321 communes, and the names before 1 July 2025."),
    )
)]
struct Head;

/// The document without any operation.
pub(super) fn document() -> utoipa::openapi::OpenApi {
    let mut document = Head::openapi();
    document
        .components
        .get_or_insert_default()
        .add_security_scheme(
            SESSION,
            SecurityScheme::ApiKey(ApiKey::Cookie(ApiKeyValue::with_description(
                "session",
                "An HttpOnly, Secure, SameSite cookie that the portal sets at sign-in. Its name \
                 and content are the portal's own; the app never reads it.",
            ))),
        );
    document
}
