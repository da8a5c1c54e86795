//! Bounds on what a request may cost.

use std::sync::Arc;
use std::time::Duration;

use axum::body::Body;
use axum::extract::{Request, State};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use http::header::CONTENT_LENGTH;
use http_body_util::{BodyExt, Limited};
use tokio::sync::Semaphore;
use tokio::time::timeout;

use super::refusal::Refusal;

/// The largest body, in bytes.
pub(crate) const BODY_BYTES: usize = 64 * 1024;
/// How long a body may take to arrive.
const BODY_TIME: Duration = Duration::from_secs(20);
/// How long an answer may take to make.
const ANSWER_TIME: Duration = Duration::from_secs(10);
/// How many requests are worked on at once; the rest are told to come back.
const AT_ONCE: usize = 512;

/// The places of the requests that are worked on.
pub(crate) type Places = Arc<Semaphore>;

/// As many places as there are.
pub(crate) fn places() -> Places {
    Arc::new(Semaphore::new(AT_ONCE))
}

/// Lets a request in when there is a place, its body is small, and both arrive and are
/// answered in time.
pub(crate) async fn admit(State(places): State<Places>, request: Request, next: Next) -> Response {
    let Ok(_place) = places.try_acquire() else {
        return Refusal::overloaded().into_response();
    };
    let request = match timeout(BODY_TIME, gather(request)).await {
        Ok(Ok(request)) => request,
        Ok(Err(refusal)) => return refusal.into_response(),
        Err(_) => return Refusal::slow_request().into_response(),
    };
    match timeout(ANSWER_TIME, next.run(request)).await {
        Ok(response) => response,
        Err(_) => Refusal::slow_portal().into_response(),
    }
}

/// The request with its whole body in memory, or the refusal of one that is too large.
async fn gather(request: Request) -> Result<Request, Refusal> {
    let (parts, body) = request.into_parts();
    let announced = parts.headers.get(CONTENT_LENGTH);
    let announced = announced.and_then(|value| value.to_str().ok()?.parse::<u64>().ok());
    if announced.is_some_and(|bytes| bytes > BODY_BYTES as u64) {
        return Err(Refusal::too_large());
    }
    let body = Limited::new(body, BODY_BYTES)
        .collect()
        .await
        .map_err(|_| Refusal::too_large())?
        .to_bytes();
    Ok(Request::from_parts(parts, Body::from(body)))
}
