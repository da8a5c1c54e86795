//! What stands in for the world outside on a portal for trying out: a payment gateway, the
//! telephone on which one-time codes arrive, an identity provider with its people, and an
//! officer who handles what is filed.
//!
//! Its pages are the portal's own, plainly labelled, without script; none of them exists on
//! a portal whose settings do not say `sandbox`.

use std::sync::Arc;

use axum::Router;
use axum::extract::{Request, State};
use axum::middleware::{Next, from_fn, from_fn_with_state};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use http::HeaderValue;
use http::header::{CACHE_CONTROL, CONTENT_TYPE};

use crate::portal::Portal;
use crate::web::guard::{self, Guard};
use crate::web::log;
use crate::web::refusal::Refusal;

pub(crate) mod authority;
pub(crate) mod citizens;
pub(crate) mod gateway;
pub(crate) mod identity;
pub(crate) mod inbox;
mod officer;
mod orders;
mod page;

/// The sandbox's pages, and where the gateway sends browsers and notifications.
pub(crate) fn routes(portal: &Arc<Portal>) -> Router {
    let pages = Router::new()
        .route("/sandbox/gateway", get(gateway::show).post(gateway::decide))
        .route("/sandbox/inbox", get(inbox::show))
        .route("/sandbox/style.css", get(style))
        .merge(officer::routes(portal))
        .layer(from_fn_with_state(Arc::clone(portal), only_in_a_sandbox));
    let files = officer::file_routes(portal)
        .layer(from_fn_with_state(Arc::clone(portal), only_in_a_sandbox))
        .method_not_allowed_fallback(async || Refusal::method())
        .layer(from_fn(log::name_route))
        .layer(from_fn_with_state(file_guard(portal), guard::admit))
        .with_state(Arc::clone(portal));
    Router::new()
        .route("/payments/return", get(gateway::come_back))
        .route("/payments/notifications", post(gateway::notified))
        .merge(pages)
        .method_not_allowed_fallback(async || Refusal::method())
        .layer(from_fn(log::name_route))
        .layer(from_fn_with_state(Guard::new(), guard::admit))
        .with_state(Arc::clone(portal))
        .merge(files)
}

/// Lets in a file as large as uploads may be, with a form around it.
fn file_guard(portal: &Portal) -> Guard {
    let most = usize::try_from(portal.settings.portal.uploads.bytes).unwrap_or(usize::MAX);
    Guard::new().with_bodies_of(most.saturating_add(guard::BODY_BYTES))
}

async fn only_in_a_sandbox(
    State(portal): State<Arc<Portal>>,
    request: Request,
    next: Next,
) -> Response {
    if portal.settings.portal.sandbox {
        next.run(request).await
    } else {
        Refusal::not_found().into_response()
    }
}

async fn style() -> Response {
    let headers = [
        (
            CONTENT_TYPE,
            HeaderValue::from_static("text/css; charset=utf-8"),
        ),
        (CACHE_CONTROL, HeaderValue::from_static("no-cache")),
    ];
    (headers, include_str!("../data/sandbox.css")).into_response()
}
