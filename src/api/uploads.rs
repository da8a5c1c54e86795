//! Resumable uploads (tus 1.0.0), one request a function.
//!
//! Nothing is decided here: an answer is handed on as it came, for
//! [`crate::papers`] to say what it means.

use std::time::Duration;

use gloo_net::http::{Method, Request};
use js_sys::Uint8Array;
use leptos::prelude::set_timeout_with_handle;
use motcua_contract::upload::{CHUNK_MEDIA_TYPE, TUS_VERSION, metadata};
use web_sys::AbortController;

use super::client;
use crate::route::encode;

/// For a request without bytes. One with bytes has as long again for each 16 kB, which is
/// slower than any network one would call one.
const PATIENCE: Duration = Duration::from_secs(20);
const BYTES_PER_PATIENCE: usize = 16 * 1024;

/// What the portal answered.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Reply {
    /// The HTTP status.
    pub(crate) status: u16,
    /// `Upload-Offset`, where it stands.
    pub(crate) offset: Option<u64>,
    /// The last segment of `Location`, where it stands: an upload's id.
    pub(crate) id: Option<String>,
    /// The body.
    pub(crate) body: String,
}

/// A file to announce.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Announcement<'a> {
    /// The file's name.
    pub(crate) name: &'a str,
    /// Its media type, as far as the device knows.
    pub(crate) media_type: &'a str,
    /// Its size.
    pub(crate) bytes: u64,
    /// The id of the requirement that it is a paper for; none for an attachment.
    pub(crate) requirement: Option<&'a str>,
}

/// Announces a file. `key` makes a second try the same announcement.
pub(crate) async fn announce(file: Announcement<'_>, key: &str) -> Option<Reply> {
    let purpose = match file.requirement {
        Some(_) => "paper",
        None => "attachment",
    };
    let told = [
        (metadata::NAME, Some(file.name)),
        (metadata::MEDIA_TYPE, Some(file.media_type)),
        (metadata::PURPOSE, Some(purpose)),
        (metadata::REQUIREMENT, file.requirement),
    ];
    let told = told
        .iter()
        .filter_map(|(name, value)| Some(format!("{name} {}", base64(value.as_ref()?.as_bytes()))));
    let told = told.collect::<Vec<_>>().join(",");
    let length = file.bytes.to_string();
    let headers = [
        ("idempotency-key", key),
        ("upload-length", &length),
        ("upload-metadata", &told),
    ];
    send(Method::POST, "/uploads", &headers, None).await
}

/// Asks how many bytes have arrived.
pub(crate) async fn ask(id: &str) -> Option<Reply> {
    send(Method::HEAD, &path(id), &[], None).await
}

/// Sends bytes from an offset; `sha256` is the hash of these bytes.
pub(crate) async fn append(id: &str, offset: u64, bytes: &[u8], sha256: &[u8]) -> Option<Reply> {
    let offset = offset.to_string();
    let checksum = format!("sha256 {}", base64(sha256));
    let headers = [
        ("content-type", CHUNK_MEDIA_TYPE),
        ("upload-offset", &offset),
        ("upload-checksum", &checksum),
    ];
    send(Method::PATCH, &path(id), &headers, Some(bytes)).await
}

/// Asks what became of a file.
pub(crate) async fn look(id: &str) -> Option<Reply> {
    send(Method::GET, &path(id), &[], None).await
}

/// Takes a file back.
pub(crate) async fn withdraw(id: &str) -> Option<Reply> {
    send(Method::DELETE, &path(id), &[], None).await
}

fn path(id: &str) -> String {
    format!("/uploads/{}", encode(id))
}

/// Nothing when no whole answer came.
async fn send(
    method: Method,
    path: &str,
    headers: &[(&str, &str)],
    bytes: Option<&[u8]>,
) -> Option<Reply> {
    let controller = AbortController::new().ok()?;
    let times = 1 + bytes.map_or(0, <[u8]>::len) / BYTES_PER_PATIENCE;
    let patience = PATIENCE * u32::try_from(times).unwrap_or(u32::MAX);
    let give_up = controller.clone();
    // Without a reason, as in [`client`].
    let timer = set_timeout_with_handle(move || give_up.abort(), patience).ok();
    let signal = controller.signal();
    let reply = exchange(method, path, headers, bytes, &signal).await;
    if let Some(timer) = timer {
        timer.clear();
    }
    reply
}

async fn exchange(
    method: Method,
    path: &str,
    headers: &[(&str, &str)],
    bytes: Option<&[u8]>,
    signal: &web_sys::AbortSignal,
) -> Option<Reply> {
    let mut request = Request::get(&client::address(path))
        .method(method)
        .header("tus-resumable", TUS_VERSION)
        .abort_signal(Some(signal));
    for (name, value) in headers {
        request = request.header(name, value);
    }
    let request = match bytes {
        // A copy: the wasm's memory may move while the browser still reads from it.
        Some(bytes) => request.body(Uint8Array::from(bytes)),
        None => request.build(),
    };
    let response = request.ok()?.send().await.ok()?;
    let header = |name| response.headers().get(name);
    let location = header("location").unwrap_or_default();
    Some(Reply {
        status: response.status(),
        offset: header("upload-offset").and_then(|text| text.parse().ok()),
        id: last_segment(&location).map(str::to_owned),
        body: response.text().await.ok()?,
    })
}

/// The last segment of an address; ids are written without percent-encoding by the contract's
/// own examples, and one that is not is taken as it stands.
fn last_segment(address: &str) -> Option<&str> {
    let path = address.split(['?', '#']).next()?;
    path.rsplit('/')
        .next()
        .filter(|segment| !segment.is_empty())
}

/// Standard Base64 with padding (RFC 4648, section 4), as tus asks for.
fn base64(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut out = String::with_capacity(bytes.len().div_ceil(3) * 4);
    for group in bytes.chunks(3) {
        let at = |index: usize| u32::from(group.get(index).copied().unwrap_or(0));
        let bits = at(0) << 16 | at(1) << 8 | at(2);
        for digit in 0..4 {
            if digit > group.len() {
                out.push('=');
            } else {
                let value = bits >> (18 - 6 * digit) & 63;
                out.push(char::from(DIGITS[value as usize]));
            }
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The test vectors of RFC 4648, section 10.
    #[test]
    fn base64_is_that_of_its_rfc() {
        for (plain, coded) in [
            ("", ""),
            ("f", "Zg=="),
            ("fo", "Zm8="),
            ("foo", "Zm9v"),
            ("foob", "Zm9vYg=="),
            ("fooba", "Zm9vYmE="),
            ("foobar", "Zm9vYmFy"),
        ] {
            assert_eq!(base64(plain.as_bytes()), coded);
        }
        assert_eq!(
            base64("Giấy khai sinh.pdf".as_bytes()),
            "R2nhuqV5IGtoYWkgc2luaC5wZGY="
        );
    }

    #[test]
    fn an_uploads_id_is_the_end_of_its_address() {
        assert_eq!(last_segment("/api/v1/uploads/u7"), Some("u7"));
        assert_eq!(
            last_segment("https://p.example/api/v1/uploads/u7?x=/"),
            Some("u7")
        );
        assert_eq!(last_segment(""), None);
        assert_eq!(last_segment("/api/v1/uploads/"), None);
    }
}
