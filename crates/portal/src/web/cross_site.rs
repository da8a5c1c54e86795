//! Requests that change something come from the portal's own pages or from no page at all.
//!
//! A browser says where a request comes from (`Sec-Fetch-Site`, or `Origin` in one too old
//! for that), and no page can make it lie. What says neither is no browser, and holds no
//! cookie that somebody else could misuse.

use std::sync::Arc;

use axum::extract::{Request, State};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use http::header::{CACHE_CONTROL, CONTENT_TYPE, ETAG, IF_MATCH, IF_NONE_MATCH};
use http::header::{LOCATION, ORIGIN, RETRY_AFTER};
use http::request::Parts;
use http::{HeaderMap, HeaderName, HeaderValue, Method};
use tower_http::cors::{AllowOrigin, CorsLayer};

use super::refusal::Refusal;
use crate::portal::Portal;
use crate::settings::access::Access;

/// Refuses every request that changes something and comes from another site.
pub(crate) async fn refuse(
    State(portal): State<Arc<Portal>>,
    request: Request,
    next: Next,
) -> Response {
    if request.method().is_safe() || is_ours(request.headers(), &portal.settings.access) {
        next.run(request).await
    } else {
        Refusal::cross_site().into_response()
    }
}

fn is_ours(request: &HeaderMap, access: &Access) -> bool {
    let text = |name| request.get(name).map(|value: &HeaderValue| value.to_str());
    let origin = text(ORIGIN);
    if let Some(Ok(origin)) = origin
        && access.trusts(origin, request)
    {
        return true;
    }
    match text(HeaderName::from_static("sec-fetch-site")) {
        Some(site) => matches!(site, Ok("same-origin" | "none")),
        None => origin.is_none(),
    }
}

/// Lets pages of the portal's own origin and of the apps in its settings read what is
/// personal, with the person's session; nobody else.
pub(crate) fn readable_by_trusted_apps(portal: &Arc<Portal>) -> CorsLayer {
    const IDEMPOTENCY: HeaderName = HeaderName::from_static("idempotency-key");
    const TRACE: HeaderName = HeaderName::from_static("traceparent");
    let portal = Arc::clone(portal);
    let trusted = move |origin: &HeaderValue, request: &Parts| {
        let origin = origin.to_str();
        origin.is_ok_and(|origin| portal.settings.access.trusts(origin, &request.headers))
    };
    let tus = [
        "tus-resumable",
        "upload-length",
        "upload-metadata",
        "upload-offset",
        "upload-checksum",
        "upload-expires",
    ]
    .map(HeaderName::from_static);
    let sent = [CONTENT_TYPE, IF_MATCH, IF_NONE_MATCH, IDEMPOTENCY, TRACE];
    let read = [ETAG, LOCATION, RETRY_AFTER];
    CorsLayer::new()
        .allow_origin(AllowOrigin::predicate(trusted))
        .allow_credentials(true)
        .allow_methods([
            Method::GET,
            Method::HEAD,
            Method::POST,
            Method::PUT,
            Method::PATCH,
            Method::DELETE,
        ])
        .allow_headers(sent.into_iter().chain(tus.clone()).collect::<Vec<_>>())
        .expose_headers(read.into_iter().chain(tus).collect::<Vec<_>>())
        .max_age(std::time::Duration::from_secs(3600))
}

/// What is about a person is kept by no cache.
pub(crate) async fn keep_private(request: Request, next: Next) -> Response {
    let mut response = next.run(request).await;
    let private = HeaderValue::from_static("private, no-store");
    response.headers_mut().insert(CACHE_CONTROL, private);
    response
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ours(headers: &[(&'static str, &'static str)]) -> bool {
        let text = r#"{"apps": ["https://app.example"], "idleSeconds": 1, "longestSeconds": 1,
            "guestSeconds": 1}"#;
        let access: Access = serde_json::from_str(text).expect("settings");
        let mut request = HeaderMap::new();
        request.insert("host", HeaderValue::from_static("127.0.0.1:8080"));
        for (name, value) in headers {
            request.insert(*name, HeaderValue::from_static(value));
        }
        is_ours(&request, &access)
    }

    #[test]
    fn our_pages_the_address_bar_and_what_is_no_browser_may_change_things() {
        assert!(ours(&[("sec-fetch-site", "same-origin")]));
        assert!(ours(&[("sec-fetch-site", "none")]));
        assert!(ours(&[]));
        assert!(ours(&[("origin", "http://127.0.0.1:8080")]));
        assert!(ours(&[
            ("origin", "https://app.example"),
            ("sec-fetch-site", "cross-site")
        ]));
        assert!(ours(&[
            ("origin", "null"),
            ("sec-fetch-site", "same-origin")
        ]));
    }

    #[test]
    fn other_sites_may_not_whatever_they_call_themselves() {
        assert!(!ours(&[("sec-fetch-site", "cross-site")]));
        assert!(!ours(&[("sec-fetch-site", "same-site")]));
        assert!(!ours(&[("sec-fetch-site", "")]));
        assert!(!ours(&[("origin", "null")]));
        for origin in [
            "https://127.0.0.1:8080",
            "http://127.0.0.1",
            "http://127.0.0.1:8080.evil.example",
            "https://app.example.evil.example",
        ] {
            assert!(!ours(&[("origin", origin)]), "{origin}");
            let named = [("origin", origin), ("sec-fetch-site", "cross-site")];
            assert!(!ours(&named), "{origin}");
        }
    }
}
