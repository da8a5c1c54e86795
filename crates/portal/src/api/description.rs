//! The portal about itself, and its contract.

use axum::extract::State;
use axum::response::Response;
use http::HeaderMap;

use super::App;
use crate::web::answer::json;

/// `GET /portal`
pub(super) async fn portal(State(portal): App) -> Response {
    json(&portal.description())
}

/// `GET /openapi.json`
pub(super) async fn contract(State(portal): App, request: HeaderMap) -> Response {
    portal.contract.document.answer(&request)
}
