//! The app's files: packed siblings, caching, and pages for addresses the app knows.

use std::path::Path;

use axum::body::Body;
use axum::extract::{Request, State};
use axum::response::{IntoResponse, Response};
use http::header::{CACHE_CONTROL, CONTENT_TYPE};
use http::{HeaderValue, Method, StatusCode, Uri};
use tower::ServiceExt;
use tower_http::services::ServeDir;

use crate::web::refusal::{Answer, Refusal};

/// A hashed name never names anything else.
const FOR_EVER: HeaderValue = HeaderValue::from_static("public, max-age=31536000, immutable");
const REVALIDATE: HeaderValue = HeaderValue::from_static("no-cache");
/// The page that starts the app, whatever the address.
const START: &str = "/index.html";
/// The fewest hexadecimal digits that make a name a hashed one; Trunk writes sixteen.
const HASH_DIGITS: usize = 8;

/// The folder that the app was built into.
#[derive(Clone)]
pub(crate) struct AppFiles(ServeDir);

impl AppFiles {
    /// The files below `directory`; `.br` and `.gz` beside a file stand in for it.
    pub(crate) fn new(directory: &Path) -> Self {
        let files = ServeDir::new(directory)
            .append_index_html_on_directories(false)
            .precompressed_br()
            .precompressed_gzip();
        Self(files)
    }

    async fn file(&self, request: Request) -> Response {
        match self.0.clone().oneshot(request).await {
            Ok(response) => response.map(Body::new).into_response(),
            Err(never) => match never {},
        }
    }
}

/// A file, or the start page for an address that is the app's own.
pub(crate) async fn serve(State(files): State<AppFiles>, mut request: Request) -> Answer {
    if !matches!(*request.method(), Method::GET | Method::HEAD) {
        return Err(Refusal::method_but("GET,HEAD"));
    }
    let path = request.uri().path().to_owned();
    let start = path == "/" || !names_a_file(&path);
    if start {
        *request.uri_mut() = Uri::from_static(START);
    }
    let mut response = files.file(request).await;
    if response.status() == StatusCode::NOT_FOUND {
        return Err(Refusal::not_found());
    }
    let caching = if !start && is_hashed(&path) {
        FOR_EVER
    } else {
        REVALIDATE
    };
    response.headers_mut().insert(CACHE_CONTROL, caching);
    if path.ends_with(".webmanifest") {
        let manifest = HeaderValue::from_static("application/manifest+json");
        response.headers_mut().insert(CONTENT_TYPE, manifest);
    }
    Ok(response)
}

/// Whether an address is that of a file rather than of a screen: its last part ends
/// like a file's name, or hides like one. Codes (`1.001193`, `H15.50-261008-0975`) do not:
/// what follows their last dot begins with a digit or a capital.
fn names_a_file(path: &str) -> bool {
    let last = path.rsplit('/').next().unwrap_or_default();
    if last.starts_with('.') {
        return true;
    }
    last.rsplit_once('.').is_some_and(|(_, ending)| {
        ending.starts_with(|c: char| c.is_ascii_lowercase())
            && ending
                .bytes()
                .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit())
    })
}

/// Whether a file's name holds the hash of its content (`motcua-0123456789abcdef_bg.wasm`).
fn is_hashed(path: &str) -> bool {
    let last = path.rsplit('/').next().unwrap_or_default();
    last.split(['-', '.', '_'])
        .skip(1)
        .any(|part| part.len() >= HASH_DIGITS && part.bytes().all(|b| b.is_ascii_hexdigit()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_screens_and_file_names_are_files() {
        for screen in [
            "/",
            "/tim",
            "/dich-vu/1.001193",
            "/ho-so/H15.50.05.13-261008-0975",
            "/a/1.001193.H19",
        ] {
            assert!(!names_a_file(screen), "{screen}");
        }
        for file in [
            "/a.js",
            "/x/b.wasm",
            "/.env",
            "/.git/config.php",
            "/app.webmanifest",
            "/a.woff2",
        ] {
            assert!(names_a_file(file), "{file}");
        }
    }

    #[test]
    fn only_hashed_names_are_kept_for_ever() {
        for hashed in [
            "/motcua-0123456789abcdef_bg.wasm",
            "/style-deadbeef01.css",
            "/split_1-aabbccdd.wasm",
        ] {
            assert!(is_hashed(hashed), "{hashed}");
        }
        for plain in [
            "/sw.js",
            "/config.json",
            "/icon-192.png",
            "/motcua.js",
            "/0123456789abcdef.js",
        ] {
            assert!(!is_hashed(plain), "{plain}");
        }
    }
}
