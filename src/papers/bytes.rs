//! Bytes of files: read, hashed, kept in the vault until the portal has them.

use js_sys::Uint8Array;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;
use web_sys::Blob;

use crate::offline::vault::{self, Base, Fault, Store};

/// Keeps the bytes of a photo or a file; `pile` is where those of its pile stand.
pub(super) async fn keep(pile: &str, id: &str, bytes: &[u8]) -> Result<(), Fault> {
    vault::write(Store::Files, &place(pile, id), bytes, Base::Any)
        .await
        .map(drop)
}

/// The bytes that were kept; nothing when they are gone or cannot be read.
pub(super) async fn kept(pile: &str, id: &str) -> Option<Vec<u8>> {
    let record = vault::read(Store::Files, &place(pile, id)).await;
    record.ok()?.map(|record| record.bytes)
}

/// Forgets bytes that nobody needs any more. Bytes that stay are erased with their pile.
pub(super) async fn forget(pile: &str, id: &str) {
    let _ = vault::remove(Store::Files, &place(pile, id)).await;
}

/// All bytes of a file that the person has chosen; nothing when the device cannot give them.
pub(super) async fn read(blob: &Blob) -> Option<Vec<u8>> {
    let buffer = JsFuture::from(blob.array_buffer()).await.ok()?;
    Some(Uint8Array::new(&buffer).to_vec())
}

/// The bytes as a file of the browser's.
pub(super) fn blob(bytes: &[u8], media_type: &str) -> Result<Blob, JsValue> {
    let options = web_sys::BlobPropertyBag::new();
    options.set_type(media_type);
    let parts = js_sys::Array::of1(&Uint8Array::from(bytes));
    Blob::new_with_u8_array_sequence_and_options(&parts, &options)
}

/// SHA-256; nothing where the browser computes none (an insecure address).
pub(super) async fn sha256(bytes: &[u8]) -> Option<[u8; 32]> {
    let computing = vault::subtle()
        .ok()?
        .digest_with_str_and_u8_array("SHA-256", bytes)
        .ok()?;
    let hash = JsFuture::from(computing).await.ok()?;
    Uint8Array::new(&hash).to_vec().try_into().ok()
}

/// A hash as 64 lower-case hexadecimal digits.
pub(super) fn hexadecimal(hash: &[u8]) -> String {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    let digit = |value: u8| char::from(DIGITS[usize::from(value)]);
    hash.iter()
        .flat_map(|byte| [digit(byte >> 4), digit(byte & 15)])
        .collect()
}

fn place(pile: &str, id: &str) -> String {
    format!("{pile}/{id}")
}

#[cfg(test)]
mod tests {
    #[test]
    fn a_hash_has_two_digits_a_byte() {
        assert_eq!(super::hexadecimal(&[0, 10, 255]), "000aff");
    }
}
