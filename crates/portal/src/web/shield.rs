//! Headers that keep a page to what it is meant to do.

use axum::extract::{Request, State};
use axum::middleware::Next;
use axum::response::Response;
use http::header::{
    CONTENT_SECURITY_POLICY, CONTENT_TYPE, REFERRER_POLICY, X_CONTENT_TYPE_OPTIONS,
};
use http::{HeaderName, HeaderValue};

const OPENER: HeaderName = HeaderName::from_static("cross-origin-opener-policy");
const PERMISSIONS: HeaderName = HeaderName::from_static("permissions-policy");

/// An origin besides the portal's own, like `https://portal.example`.
#[derive(Clone, Debug, PartialEq, Eq, serde::Deserialize)]
#[serde(try_from = "String")]
pub struct Origin(String);

impl Origin {
    /// As browsers write it.
    pub(crate) fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether it is reached by HTTPS.
    pub(crate) fn is_secure(&self) -> bool {
        self.0.starts_with("https://")
    }
}

impl TryFrom<String> for Origin {
    type Error = &'static str;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        text.parse()
    }
}

impl std::str::FromStr for Origin {
    type Err = &'static str;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let host = text
            .strip_prefix("https://")
            .or_else(|| text.strip_prefix("http://"))
            .ok_or("an origin begins with http:// or https://")?;
        let fit = |c: char| c.is_ascii_alphanumeric() || ".-:[]".contains(c);
        if host.is_empty() || !host.chars().all(fit) {
            return Err("an origin is a scheme, a host and perhaps a port, nothing more");
        }
        Ok(Self(text.into()))
    }
}

/// The policy of the app's pages; `connect` are other portals it may be pointed at.
///
/// Pictures may come from `blob:`, which is what the page itself has made on the device: a
/// photo is looked at before it is sent. Nothing from elsewhere can be such an address.
pub(crate) fn policy(connect: &[Origin]) -> HeaderValue {
    let others: String = connect
        .iter()
        .map(|Origin(origin)| format!(" {origin}"))
        .collect();
    let policy = format!(
        "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; \
         img-src 'self' data: blob:; connect-src 'self'{others}; manifest-src 'self'; \
         worker-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
    );
    HeaderValue::from_str(&policy).expect("an origin fits a header")
}

/// Sets the headers that every answer carries, and the policy on pages.
pub(crate) async fn set(
    State(policy): State<HeaderValue>,
    request: Request,
    next: Next,
) -> Response {
    let mut response = next.run(request).await;
    let headers = response.headers_mut();
    headers.insert(X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    // A search stands in the address: no other site may read it there.
    headers
        .entry(REFERRER_POLICY)
        .or_insert(HeaderValue::from_static("no-referrer"));
    let page = headers
        .get(CONTENT_TYPE)
        .is_some_and(|kind| kind.as_bytes().starts_with(b"text/html"));
    if page {
        // A page that is not the app's brings its own.
        headers.entry(CONTENT_SECURITY_POLICY).or_insert(policy);
        headers.insert(OPENER, HeaderValue::from_static("same-origin"));
        headers.insert(
            PERMISSIONS,
            HeaderValue::from_static(
                "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()",
            ),
        );
    }
    response
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_but_an_origin_gets_into_the_policy() {
        for wrong in [
            "portal.example",
            "https://",
            "https://a; script-src *",
            "https://a/b",
            "data:",
        ] {
            assert!(wrong.parse::<Origin>().is_err(), "{wrong}");
        }
        let origin = "https://portal.example:8443".parse().expect("an origin");
        let policy = policy(&[origin]);
        let policy = policy.to_str().expect("text");
        assert!(policy.contains("connect-src 'self' https://portal.example:8443;"));
    }
}
