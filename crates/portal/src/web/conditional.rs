//! `If-None-Match`: what the client has is not sent again.

use axum::extract::Request;
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use http::header::{CONTENT_LENGTH, CONTENT_TYPE, ETAG, IF_NONE_MATCH};
use http::{HeaderMap, StatusCode};

/// Answers 304 without a body when the answer's `ETag` is among those the client named.
pub(crate) async fn not_modified(request: Request, next: Next) -> Response {
    let known = request.headers().clone();
    let response = next.run(request).await;
    if response.status() != StatusCode::OK || !names(&known, response.headers()) {
        return response;
    }
    let (mut parts, _) = response.into_parts();
    parts.status = StatusCode::NOT_MODIFIED;
    parts.headers.remove(CONTENT_TYPE);
    parts.headers.remove(CONTENT_LENGTH);
    parts.into_response()
}

/// Whether the request names the answer's validator; weak comparison (RFC 9110, 8.8.3.2).
fn names(request: &HeaderMap, response: &HeaderMap) -> bool {
    let Some(etag) = response.get(ETAG).and_then(|tag| tag.to_str().ok()) else {
        return false;
    };
    request
        .get_all(IF_NONE_MATCH)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(','))
        .map(str::trim)
        .any(|tag| tag == "*" || opaque(tag) == opaque(etag))
}

fn opaque(tag: &str) -> &str {
    tag.strip_prefix("W/").unwrap_or(tag)
}
