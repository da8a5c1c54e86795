//! The catalogue in one piece, its shelves, and life events.

use axum::extract::State;
use axum::response::Response;
use http::HeaderMap;
use motcua_contract::catalogue::Shelves;

use super::{Answer, App};
use crate::web::answer::json;
use crate::web::refusal::Refusal;

/// `GET /catalogue`
pub(super) async fn snapshot(State(portal): App, request: HeaderMap) -> Answer {
    let catalogue = portal.catalogue();
    // The first one to ask waits for the packing, and must not hold up the others.
    tokio::task::spawn_blocking(move || catalogue.snapshot().answer(&request))
        .await
        .map_err(|_| Refusal::internal())
}

/// `GET /fields`
pub(super) async fn fields(State(portal): App) -> Response {
    let items = portal.catalogue().fields.clone();
    json(&Shelves { items })
}

/// `GET /agencies`
pub(super) async fn agencies(State(portal): App) -> Response {
    let items = portal.catalogue().agencies.clone();
    json(&Shelves { items })
}

/// `GET /life-events`
pub(super) async fn life_events(State(portal): App) -> Response {
    json(&portal.catalogue().events)
}
