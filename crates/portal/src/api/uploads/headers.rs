//! The headers of tus, read strictly: each fault is named.

use axum::extract::Request;
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use http::header::{CONTENT_LENGTH, CONTENT_TYPE};
use http::{HeaderMap, HeaderName, HeaderValue, Method};
use motcua_contract::problem::Fault;
use motcua_contract::upload::{CHUNK_MEDIA_TYPE, TUS_VERSION};

use crate::uploads::checksum::Checksum;
use crate::uploads::metadata::Metadata;
use crate::uploads::refusals;
use crate::web::refusal::Refusal;

pub(super) const RESUMABLE: HeaderName = HeaderName::from_static("tus-resumable");
pub(super) const VERSION: HeaderName = HeaderName::from_static("tus-version");
pub(super) const EXTENSION: HeaderName = HeaderName::from_static("tus-extension");
pub(super) const MAX_SIZE: HeaderName = HeaderName::from_static("tus-max-size");
pub(super) const CHECKSUM_ALGORITHM: HeaderName = HeaderName::from_static("tus-checksum-algorithm");
pub(super) const LENGTH: HeaderName = HeaderName::from_static("upload-length");
pub(super) const METADATA: HeaderName = HeaderName::from_static("upload-metadata");
pub(super) const OFFSET: HeaderName = HeaderName::from_static("upload-offset");
pub(super) const CHECKSUM: HeaderName = HeaderName::from_static("upload-checksum");
pub(super) const EXPIRES: HeaderName = HeaderName::from_static("upload-expires");

/// Asks for the version in each request of tus, and puts it into each answer.
pub(super) async fn speak_tus(request: Request, next: Next) -> Response {
    let refused = if request.method() == Method::GET {
        None
    } else {
        version(request.headers()).err()
    };
    let mut response = match refused {
        Some(refusal) => refusal.into_response(),
        None => next.run(request).await,
    };
    let spoken = HeaderValue::from_static(TUS_VERSION);
    response.headers_mut().insert(RESUMABLE, spoken);
    response
}

fn version(headers: &HeaderMap) -> Result<(), Refusal> {
    match one(headers, &RESUMABLE) {
        Ok(Some(TUS_VERSION)) => Ok(()),
        Ok(Some(_)) => Err(refusals::tus_version()),
        Ok(None) => Err(invalid(vec![required(&RESUMABLE)])),
        Err(fault) => Err(invalid(vec![fault])),
    }
}

/// How long the file will be, and what is said about it.
pub(super) fn announced(headers: &HeaderMap) -> Result<(u64, Metadata), Refusal> {
    let mut faults = Vec::new();
    let length = required_number(headers, &LENGTH, 1).map_err(|fault| faults.push(fault));
    let said = one(headers, &METADATA).and_then(|header| match header {
        None => Ok(Metadata::unsaid()),
        Some(header) => {
            Metadata::read(header).map_err(|(code, message)| fault(&METADATA, code, message))
        }
    });
    let said = said.map_err(|fault| faults.push(fault));
    match (length, said) {
        (Ok(length), Ok(said)) => Ok((length, said)),
        _ => Err(invalid(faults)),
    }
}

/// The headers that make an announcement the same again.
pub(super) fn contents(headers: &HeaderMap) -> [&[u8]; 2] {
    [LENGTH, METADATA].map(|name| headers.get(name).map_or(&[][..], HeaderValue::as_bytes))
}

/// Where the bytes begin, and the hash that they are to have.
pub(super) fn sent(headers: &HeaderMap) -> Result<(u64, Option<Checksum>), Refusal> {
    let mut faults = Vec::new();
    let offset = required_number(headers, &OFFSET, 0).map_err(|fault| faults.push(fault));
    let checksum = one(headers, &CHECKSUM).and_then(|header| match header {
        None => Ok(None),
        Some(header) => Checksum::read(header).map(Some).ok_or_else(|| {
            let message = "Gửi “sha256”, một dấu cách, rồi mã băm SHA-256 ở dạng Base64.";
            fault(&CHECKSUM, "malformed", message)
        }),
    });
    let checksum = checksum.map_err(|fault| faults.push(fault));
    match (offset, checksum) {
        (Ok(offset), Ok(checksum)) => Ok((offset, checksum)),
        _ => Err(invalid(faults)),
    }
}

/// Refuses a body of another media type than tus's.
pub(super) fn are_bytes(headers: &HeaderMap) -> Result<(), Refusal> {
    match one(headers, &CONTENT_TYPE) {
        Ok(Some(kind)) if kind.eq_ignore_ascii_case(CHUNK_MEDIA_TYPE) => Ok(()),
        _ => Err(refusals::chunk_type()),
    }
}

/// How long the body is, where the request says so; the server holds it to that.
pub(super) fn body_length(headers: &HeaderMap) -> Option<u64> {
    headers.get(CONTENT_LENGTH)?.to_str().ok()?.parse().ok()
}

fn one<'a>(headers: &'a HeaderMap, name: &HeaderName) -> Result<Option<&'a str>, Fault> {
    let mut values = headers.get_all(name).iter();
    let Some(value) = values.next() else {
        return Ok(None);
    };
    if values.next().is_some() {
        return Err(fault(name, "repeated", "Chỉ gửi tiêu đề này một lần."));
    }
    let text = value.to_str();
    text.map(Some)
        .map_err(|_| fault(name, "malformed", "Chỉ dùng ký tự ASCII in được."))
}

fn required_number(headers: &HeaderMap, name: &HeaderName, least: u64) -> Result<u64, Fault> {
    let text = one(headers, name)?.ok_or_else(|| required(name))?;
    let digits = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    if !digits {
        return Err(fault(name, "malformed", "Viết một số nguyên bằng chữ số."));
    }
    // More than anybody can count to is too much like any other number that is.
    match text.parse().unwrap_or(u64::MAX) {
        number if number >= least => Ok(number),
        _ => Err(fault(
            name,
            "outOfRange",
            "Tệp trống. Bạn chọn tệp có nội dung.",
        )),
    }
}

fn required(name: &HeaderName) -> Fault {
    fault(name, "required", "Gửi kèm tiêu đề này.")
}

fn fault(name: &HeaderName, code: &str, message: &str) -> Fault {
    Fault {
        pointer: format!("{}:", titled(name)),
        code: code.into(),
        message: message.into(),
    }
}

/// A header's name as documents write it.
fn titled(name: &HeaderName) -> String {
    let words = name.as_str().split('-').map(|word| {
        let (first, rest) = word.split_at(1);
        first.to_ascii_uppercase() + rest
    });
    words.collect::<Vec<_>>().join("-")
}

fn invalid(faults: Vec<Fault>) -> Refusal {
    Refusal::invalid(faults)
}
