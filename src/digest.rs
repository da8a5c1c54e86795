//! Hashes, by the browser's own cryptography.

use js_sys::{ArrayBuffer, Uint8Array};
use leptos::prelude::window;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;

/// SHA-256 of `bytes` as 64 lower-case hexadecimal digits; none where the browser has no
/// `crypto.subtle` (an insecure address).
pub(crate) async fn sha256_hex(bytes: &[u8]) -> Option<String> {
    use std::fmt::Write as _;
    let subtle = window().crypto().ok()?.subtle();
    let promise = subtle.digest_with_str_and_u8_array("SHA-256", bytes).ok()?;
    let buffer: ArrayBuffer = JsFuture::from(promise).await.ok()?.dyn_into().ok()?;
    let mut hex = String::with_capacity(64);
    for byte in Uint8Array::new(&buffer).to_vec() {
        let _ = write!(hex, "{byte:02x}");
    }
    Some(hex)
}
