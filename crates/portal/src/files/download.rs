//! A kept file on its way out: to be saved, never to be run.

use std::path::Path;

use axum::body::Body;
use axum::extract::Request;
use axum::response::{IntoResponse, Response};
use http::header::LAST_MODIFIED;
use http::header::{CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_SECURITY_POLICY, CONTENT_TYPE};
use http::{HeaderName, HeaderValue, StatusCode};
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use tower::ServiceExt;
use tower_http::services::ServeFile;

use super::Files;
use super::hash::FileHash;
use crate::dossier::issued::Content;
use crate::web::refusal::{Answer, Refusal};

/// Whatever a file says, it does nothing in a browser that opens it all the same.
const DEAD: HeaderValue = HeaderValue::from_static("sandbox; default-src 'none'");
const SAME_ORIGIN: HeaderValue = HeaderValue::from_static("same-origin");
const RESOURCE_POLICY: HeaderName = HeaderName::from_static("cross-origin-resource-policy");
/// What stands as it is in a name (RFC 8187, 3.2.1).
const KEPT: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_');

/// What to send.
pub(crate) struct Download<'a> {
    pub(crate) hash: &'a FileHash,
    /// What to call it when it is saved.
    pub(crate) name: &'a str,
    /// As the portal found it, never as anybody says.
    pub(crate) media_type: &'static str,
}

impl Files {
    /// Answers a request with a kept file, whole or the part that it asks for.
    pub(crate) async fn answer(&self, request: Request, file: &Download<'_>) -> Answer {
        let mut response = read(&self.kept(file.hash), request).await;
        if response.status() == StatusCode::NOT_FOUND {
            return Err(Refusal::not_found());
        }
        let headers = response.headers_mut();
        // When the portal got it is nobody's business, and it is kept by no cache.
        headers.remove(LAST_MODIFIED);
        headers.insert(CONTENT_TYPE, HeaderValue::from_static(file.media_type));
        headers.insert(CONTENT_DISPOSITION, attachment(file.name));
        headers.insert(CONTENT_SECURITY_POLICY, DEAD);
        headers.insert(RESOURCE_POLICY, SAME_ORIGIN);
        Ok(response)
    }
}

async fn read(path: &Path, request: Request) -> Response {
    match ServeFile::new(path).oneshot(request).await {
        Ok(response) => response.map(Body::new).into_response(),
        Err(never) => match never {},
    }
}

/// Answers with a paper that the portal itself wrote, whole; it is kept by no cache.
pub(crate) fn whole(paper: Content) -> Response {
    let media_type = HeaderValue::from_str(&paper.media_type);
    let headers = [
        (CONTENT_TYPE, media_type.expect("the portal's own words")),
        (CACHE_CONTROL, HeaderValue::from_static("no-store")),
        (CONTENT_DISPOSITION, attachment(&paper.name)),
        (CONTENT_SECURITY_POLICY, DEAD),
        (RESOURCE_POLICY, SAME_ORIGIN),
    ];
    (headers, paper.bytes).into_response()
}

fn attachment(name: &str) -> HeaderValue {
    let name = utf8_percent_encode(name, KEPT);
    HeaderValue::try_from(format!("attachment; filename*=UTF-8''{name}")).expect("ASCII")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_name_breaks_out_of_the_header() {
        for (name, header) in [
            ("giay.pdf", "attachment; filename*=UTF-8''giay.pdf"),
            (
                "giấy 1.pdf",
                "attachment; filename*=UTF-8''gi%E1%BA%A5y%201.pdf",
            ),
            (
                "a\"; x=\r\n",
                "attachment; filename*=UTF-8''a%22%3B%20x%3D%0D%0A",
            ),
        ] {
            assert_eq!(attachment(name), header);
        }
    }
}
