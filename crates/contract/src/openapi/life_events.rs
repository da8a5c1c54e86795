//! Life events.

#![expect(
    dead_code,
    reason = "the functions carry documentation and are never called"
)]

use utoipa::OpenApi;

use crate::life_event::LifeEvents;

#[derive(OpenApi)]
#[openapi(paths(list_life_events))]
pub(super) struct Paths;

/// What happens in people's lives, with the services it takes.
#[utoipa::path(
    get,
    path = "/api/v1/life-events",
    operation_id = "listLifeEvents",
    tag = "life events",
    responses((status = 200, description = "All life events with their services.", body = LifeEvents)),
    extensions(("x-capability" = json!("lifeEvents")))
)]
fn list_life_events() {}
