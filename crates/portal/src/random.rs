//! What nobody can guess: secrets, and ids that tell nothing.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use sha2::{Digest, Sha256};

/// A secret of 256 bits that fits a cookie, a header and an address.
pub(crate) fn secret() -> String {
    URL_SAFE_NO_PAD.encode(bytes::<32>())
}

/// An id of 128 bits in hexadecimal digits: it fits an address, and from one id nobody
/// gets to another.
pub(crate) fn id() -> String {
    bytes::<16>()
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect()
}

/// What the database keeps of a secret: enough to know it again, nothing to use.
pub(crate) fn hash(secret: &str) -> [u8; 32] {
    Sha256::digest(secret).into()
}

/// Random bytes.
pub(crate) fn bytes<const N: usize>() -> [u8; N] {
    let mut bytes = [0; N];
    getrandom::fill(&mut bytes).expect("the system's source of random numbers");
    bytes
}

/// A one-time code of six digits.
pub(crate) fn digits() -> String {
    let number = u32::from_le_bytes(bytes::<4>());
    format!("{:06}", number % 1_000_000)
}
