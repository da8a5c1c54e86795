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
        (name = "session", description = "Signing in and out. Sign-in belongs to the portal; the app never sees a token or a password."),
        (name = "me", description = "What the portal knows about the person, each value with its source."),
        (name = "my data", description = "Consents, who used the person's data, export, deletion, devices."),
        (name = "notifications", description = "The notification centre, ways out of the app, changes as they happen."),
        (name = "forms", description = "The form of a service for each of its cases."),
        (name = "drafts", description = "Drafts kept on the portal, for another device to go on."),
        (name = "uploads", description = "Resumable uploads in the protocol tus 1.0.0."),
        (name = "dossiers", description = "Handing in a dossier and following it to its result."),
        (name = "payments", description = "Obligation, payment and acceptance: three facts, never one."),
        (name = "signatures", description = "Remote signing, bound to what was reviewed."),
        (name = "lookups", description = "Following a dossier by its code without signing in."),
        (name = "ratings", description = "Confidential ratings, published as figures only."),
        (name = "feedback", description = "Phản ánh, kiến nghị: on a rule, an officer, a delay, the site."),
        (name = "help", description = "Questions and answers, legal documents."),
        (name = "quality", description = "Published quality figures, and measurement that knows no person."),
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
