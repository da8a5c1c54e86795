//! Answers: JSON with its validator, and answers packed once for many readers.

use axum::response::{IntoResponse, Response};
use bytes::Bytes;
use http::header::{ACCEPT_ENCODING, CACHE_CONTROL, CONTENT_ENCODING, CONTENT_TYPE, ETAG, VARY};
use http::{HeaderMap, HeaderValue};
use serde::Serialize;
use sha2::{Digest, Sha256};

/// Kept by any cache, asked about each time: catalogues change seldom, and then at once.
const REVALIDATE: HeaderValue = HeaderValue::from_static("no-cache");
const JSON: HeaderValue = HeaderValue::from_static("application/json");
const JSON_SCHEMA: HeaderValue = HeaderValue::from_static("application/schema+json");

/// JSON with a validator that follows from its bytes.
pub(crate) fn json(value: &impl Serialize) -> Response {
    json_as(JSON, value)
}

/// The same for a JSON Schema.
pub(crate) fn json_schema(value: &impl Serialize) -> Response {
    json_as(JSON_SCHEMA, value)
}

fn json_as(kind: HeaderValue, value: &impl Serialize) -> Response {
    let body = to_json(value);
    let etag = etag(&body);
    let headers = [
        (CONTENT_TYPE, kind),
        (CACHE_CONTROL, REVALIDATE),
        (ETAG, etag),
    ];
    (headers, body).into_response()
}

/// The validator of an answer of JSON, as its `ETag` has it.
pub(crate) fn etag_of(value: &impl Serialize) -> String {
    let tag = etag(&to_json(value));
    tag.to_str().expect("hexadecimal digits").into()
}

fn to_json(value: &impl Serialize) -> Vec<u8> {
    serde_json::to_vec(value).expect("the contract's types have string keys only")
}

/// Weak, because the same answer goes out in several encodings.
pub(super) fn etag(body: &[u8]) -> HeaderValue {
    let digest = Sha256::digest(body);
    let mut tag = String::from("W/\"");
    for byte in &digest[..12] {
        tag.push_str(&format!("{byte:02x}"));
    }
    tag.push('"');
    HeaderValue::from_str(&tag).expect("hexadecimal digits fit a header")
}

/// A large answer that stays the same: written, hashed and compressed once.
#[derive(Debug)]
pub(crate) struct Packed {
    json: Bytes,
    brotli: Bytes,
    etag: HeaderValue,
}

/// Brotli's level for what is packed once: on the snapshot 9 takes a quarter of a second
/// where 11 takes five, and leaves it a twelfth larger.
const BROTLI_LEVEL: u32 = 9;
const BROTLI_WINDOW: u32 = 22;

impl Packed {
    /// Packs a value.
    pub(crate) fn new(value: &impl Serialize) -> Self {
        Self::from_json(to_json(value))
    }

    /// Packs what is JSON already.
    pub(crate) fn from_json(json: impl Into<Bytes>) -> Self {
        let json = json.into();
        let mut brotli = Vec::new();
        let parameters = brotli::enc::BrotliEncoderParams {
            quality: BROTLI_LEVEL as i32,
            lgwin: BROTLI_WINDOW as i32,
            ..Default::default()
        };
        brotli::BrotliCompress(&mut json.as_ref(), &mut brotli, &parameters)
            .expect("writing to memory does not fail");
        Self {
            etag: etag(&json),
            brotli: brotli.into(),
            json,
        }
    }

    /// The answer in brotli for who takes it; others get plain JSON, which the
    /// compression layer may still pack in gzip.
    pub(crate) fn answer(&self, request: &HeaderMap) -> Response {
        let headers = [
            (CONTENT_TYPE, JSON),
            (CACHE_CONTROL, REVALIDATE),
            (ETAG, self.etag.clone()),
        ];
        if takes_brotli(request) {
            let encoding = [
                (CONTENT_ENCODING, HeaderValue::from_static("br")),
                (VARY, HeaderValue::from_static("accept-encoding")),
            ];
            (headers, encoding, self.brotli.clone()).into_response()
        } else {
            (headers, self.json.clone()).into_response()
        }
    }
}

fn takes_brotli(request: &HeaderMap) -> bool {
    request
        .get_all(ACCEPT_ENCODING)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(','))
        .any(|choice| {
            let mut parts = choice.split(';').map(str::trim);
            let weight = |part: &str| part.strip_prefix("q=").and_then(|q| q.parse::<f32>().ok());
            parts
                .next()
                .is_some_and(|name| name.eq_ignore_ascii_case("br"))
                && parts.filter_map(weight).all(|q| q > 0.0)
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn brotli_goes_to_those_who_take_it_only() {
        for (header, takes) in [
            ("gzip, deflate, br", true),
            ("br;q=0.5", true),
            ("br;q=0", false),
            ("gzip", false),
            ("brotli", false),
        ] {
            let mut request = HeaderMap::new();
            request.insert(ACCEPT_ENCODING, HeaderValue::from_static(header));
            assert_eq!(takes_brotli(&request), takes, "{header}");
        }
    }
}
