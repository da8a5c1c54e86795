//! One line a request: method, route, status, time, size of nothing else.
//!
//! Never a query, a body, an address or a code: what people look for is theirs alone.

use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Instant, SystemTime, UNIX_EPOCH};

use axum::body::Body;
use axum::extract::{MatchedPath, Request};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use http::HeaderValue;
use http::header::{CACHE_CONTROL, CONTENT_LENGTH, CONTENT_TYPE};
use motcua_contract::problem;
use tracing::info;

use super::refusal::Pending;

/// The route that answered, for the log; set by the routers.
#[derive(Clone)]
struct Route(String);

/// Remembers which route answered. Stands inside the router, where the route is known.
pub(crate) async fn name_route(
    route: Option<MatchedPath>,
    request: Request,
    next: Next,
) -> Response {
    let mut response = next.run(request).await;
    if let Some(route) = route {
        response
            .extensions_mut()
            .insert(Route(route.as_str().into()));
    }
    response
}

/// Logs the request and gives a problem its `instance`. Stands outside everything.
pub(crate) async fn record(request: Request, next: Next) -> Response {
    let started = Instant::now();
    let method = request.method().clone();
    let mut response = next.run(request).await;
    let id = next_id();
    let route = response.extensions_mut().remove::<Route>();
    let route = route.as_ref().map_or("-", |route| &route.0);
    let status = response.status().as_u16();
    let microseconds = started.elapsed().as_micros() as u64;
    info!(id, %method, route, status, microseconds, "answered");
    match response.extensions_mut().remove::<Pending>() {
        Some(pending) => write_problem(response, pending, id),
        None => response,
    }
}

fn write_problem(response: Response, Pending(mut problem): Pending, id: String) -> Response {
    problem.instance = Some(id);
    let body = serde_json::to_vec(&problem).expect("a problem has string keys only");
    let (mut parts, _) = response.into_parts();
    parts.headers.remove(CONTENT_LENGTH);
    let fixed = [
        (CONTENT_TYPE, HeaderValue::from_static(problem::MEDIA_TYPE)),
        (CACHE_CONTROL, HeaderValue::from_static("no-store")),
    ];
    parts.headers.extend(fixed);
    (parts, Body::from(body)).into_response()
}

/// Unlike any other of this portal for as long as its log is kept: the second it
/// started, and a running number.
fn next_id() -> String {
    static COUNT: AtomicU64 = AtomicU64::new(1);
    static STARTED: std::sync::LazyLock<u64> = std::sync::LazyLock::new(|| {
        SystemTime::now()
            .duration_since(UNIX_EPOCH)
            .map_or(0, |passed| passed.as_secs())
    });
    format!(
        "r-{:x}-{:x}",
        *STARTED,
        COUNT.fetch_add(1, Ordering::Relaxed)
    )
}
