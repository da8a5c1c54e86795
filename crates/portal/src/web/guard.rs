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

/// The largest body in bytes, where a route does not say otherwise.
pub(crate) const BODY_BYTES: usize = 64 * 1024;
/// How long a body may take to arrive.
const BODY_TIME: Duration = Duration::from_secs(20);
/// How long an answer may take to make.
const ANSWER_TIME: Duration = Duration::from_secs(10);
/// How many requests are worked on at once; the rest are told to come back.
const AT_ONCE: usize = 512;

/// The places of the requests that are worked on, and how large a body may be.
#[derive(Clone)]
pub(crate) struct Guard {
    places: Arc<Semaphore>,
    body_bytes: usize,
}

impl Guard {
    /// As many places as there are, for bodies of [`BODY_BYTES`].
    pub(crate) fn new() -> Self {
        Self {
            places: Arc::new(Semaphore::new(AT_ONCE)),
            body_bytes: BODY_BYTES,
        }
    }

    /// The same places, for larger or smaller bodies.
    pub(crate) fn with_bodies_of(&self, bytes: usize) -> Self {
        Self {
            body_bytes: bytes,
            ..self.clone()
        }
    }
}

/// Lets a request in when there is a place, its body is small, and both arrive and are
/// answered in time.
pub(crate) async fn admit(State(guard): State<Guard>, request: Request, next: Next) -> Response {
    let Ok(_place) = guard.places.try_acquire() else {
        return Refusal::overloaded().into_response();
    };
    let request = match timeout(BODY_TIME, gather(request, guard.body_bytes)).await {
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
async fn gather(request: Request, most: usize) -> Result<Request, Refusal> {
    let (parts, body) = request.into_parts();
    let announced = parts.headers.get(CONTENT_LENGTH);
    let announced = announced.and_then(|value| value.to_str().ok()?.parse::<u64>().ok());
    if announced.is_some_and(|bytes| bytes > most as u64) {
        return Err(Refusal::too_large(most));
    }
    let body = Limited::new(body, most)
        .collect()
        .await
        .map_err(|_| Refusal::too_large(most))?
        .to_bytes();
    Ok(Request::from_parts(parts, Body::from(body)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::Router;
    use axum::middleware::from_fn_with_state;
    use axum::routing::post;
    use http::header::RETRY_AFTER;
    use tower::ServiceExt;

    /// What a handler that takes `seconds` answers to `body` when `places` are free.
    async fn answer(seconds: u64, places: usize, body: Body) -> Response {
        let handler = move || async move {
            tokio::time::sleep(Duration::from_secs(seconds)).await;
        };
        let guard = Guard {
            places: Arc::new(Semaphore::new(places)),
            body_bytes: BODY_BYTES,
        };
        let router = Router::new()
            .route("/", post(handler))
            .layer(from_fn_with_state(guard, admit));
        let request = Request::post("/").body(body).expect("a request");
        router.oneshot(request).await.expect("an answer")
    }

    #[tokio::test(start_paused = true)]
    async fn an_answer_that_takes_too_long_is_given_up() {
        assert_eq!(answer(9, 1, Body::empty()).await.status(), 200);
        assert_eq!(answer(11, 1, Body::empty()).await.status(), 504);
    }

    #[tokio::test(start_paused = true)]
    async fn a_body_that_never_ends_is_given_up() {
        let endless = Body::new(Endless);
        assert_eq!(answer(0, 1, endless).await.status(), 408);
    }

    #[tokio::test]
    async fn a_request_too_many_is_told_when_to_come_back() {
        let refused = answer(0, 0, Body::empty()).await;
        assert_eq!(refused.status(), 503);
        assert_eq!(refused.headers()[RETRY_AFTER], "5");
    }

    /// A body whose next piece never comes.
    struct Endless;

    impl http_body::Body for Endless {
        type Data = bytes::Bytes;
        type Error = std::convert::Infallible;

        fn poll_frame(
            self: std::pin::Pin<&mut Self>,
            _: &mut std::task::Context<'_>,
        ) -> std::task::Poll<Option<Result<http_body::Frame<bytes::Bytes>, Self::Error>>> {
            std::task::Poll::Pending
        }
    }
}
