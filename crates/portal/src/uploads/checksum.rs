//! `Upload-Checksum`: the hash of one request's bytes (tus 1.0.0, checksum).

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};

/// The algorithm that the contract asks for.
pub(crate) const ALGORITHM: &str = "sha256";

/// The SHA-256 that a request's bytes are said to have.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Checksum([u8; 32]);

impl Checksum {
    /// Reads `sha256` and the Base64 of a hash.
    pub(crate) fn read(header: &str) -> Option<Self> {
        let hash = header.strip_prefix(ALGORITHM)?.strip_prefix(' ')?;
        let hash = STANDARD.decode(hash).ok()?;
        hash.try_into().ok().map(Self)
    }

    /// Whether this is the hash of what went into a digest.
    pub(crate) fn is_of(&self, digest: Sha256) -> bool {
        digest.finalize()[..] == self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_whole_sha256_is_a_checksum() {
        let hash = STANDARD.encode(Sha256::digest(b"abc"));
        let checksum = Checksum::read(&format!("sha256 {hash}")).expect("a checksum");
        assert!(checksum.is_of(Sha256::new_with_prefix(b"abc")));
        assert!(!checksum.is_of(Sha256::new_with_prefix(b"abd")));
        for wrong in [
            String::new(),
            "sha256".into(),
            "sha256 ".into(),
            format!("sha1 {hash}"),
            format!("sha256  {hash}"),
            format!("sha256 {}", &hash[..40]),
            "sha256 YWJj".into(),
        ] {
            assert_eq!(Checksum::read(&wrong), None, "{wrong}");
        }
    }
}
