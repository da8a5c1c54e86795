//! What a device gives so that it can be told, read strictly.

use base64::Engine;
use base64::engine::general_purpose::{URL_SAFE, URL_SAFE_NO_PAD};
use motcua_contract::notification::PushSubscription;
use p256::PublicKey;
use url::Url;

use super::reach;
use super::sealed::Keys;
use crate::dossier::ground::fault;
use crate::settings::Settings;
use crate::web::refusal::Refusal;

/// A device that agreed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Subscription {
    /// Its push service's address for it.
    pub(crate) endpoint: Url,
    pub(crate) keys: Keys,
    /// One of the portal's languages; none where it does not say, as when a browser renews a
    /// subscription while the app is closed.
    pub(crate) language: Option<String>,
}

impl Subscription {
    /// Reads what was sent; each member at fault is named.
    pub(crate) fn read(sent: &PushSubscription, settings: &Settings) -> Result<Self, Refusal> {
        let mut faults = Vec::new();
        let endpoint = reach::endpoint(&sent.endpoint, settings.push.local_services);
        if endpoint.is_none() {
            let message =
                "Cổng chỉ gửi đến dịch vụ thông báo đẩy công khai của trình duyệt (https).";
            faults.push(fault("/endpoint", "malformed", message));
        }
        let public = decoded(&sent.p256dh).and_then(|bytes| point(&bytes));
        if public.is_none() {
            let message = "Gửi khóa công khai P-256 mà trình duyệt đã cho.";
            faults.push(fault("/p256dh", "malformed", message));
        }
        let auth = decoded(&sent.auth).and_then(|bytes| bytes.try_into().ok());
        if auth.is_none() {
            let message = "Gửi khóa bí mật 16 byte mà trình duyệt đã cho.";
            faults.push(fault("/auth", "malformed", message));
        }
        let spoken = &settings.portal.languages;
        let language = sent.language.clone();
        if language
            .as_ref()
            .is_some_and(|asked| !spoken.contains(asked))
        {
            let message = "Cổng không nói ngôn ngữ này.";
            faults.push(fault("/language", "unknown", message));
        }
        match (endpoint, public, auth) {
            (Some(endpoint), Some(public), Some(auth)) if faults.is_empty() => Ok(Self {
                endpoint,
                keys: Keys { public, auth },
                language,
            }),
            _ => Err(Refusal::answers(faults)),
        }
    }
}

/// Base64url, with padding or without, as browsers differ.
fn decoded(text: &str) -> Option<Vec<u8>> {
    let plain = URL_SAFE_NO_PAD.decode(text);
    plain.or_else(|_| URL_SAFE.decode(text)).ok()
}

/// A point of the curve, uncompressed as the Push API gives it.
pub(super) fn point(bytes: &[u8]) -> Option<PublicKey> {
    let uncompressed = bytes.len() == 65;
    PublicKey::from_sec1_bytes(bytes)
        .ok()
        .filter(|_| uncompressed)
}
