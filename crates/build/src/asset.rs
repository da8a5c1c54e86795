//! A file of the release: named by its content, verified by its digest.

use base64::{Engine, prelude::BASE64_STANDARD};
use sha2::{Digest, Sha256};

/// How much of the digest goes into the name: 48 bits. Two versions of a file share them once in
/// 280 billion times, and then the whole digest tells ([`integrity`]). The service worker lists
/// every name, and nothing of a hash compresses.
pub(crate) const HASH_HEX: usize = 12;

/// `("app", "js", bytes)` becomes `app-0123456789abcdef.js`: the same bytes always get the same
/// name, so that such a file can be cached for ever.
pub(crate) fn hashed_name(stem: &str, extension: &str, bytes: &[u8]) -> String {
    format!("{stem}-{}.{extension}", &hex(bytes)[..HASH_HEX])
}

/// Whether `name` is one that [`hashed_name`] gives.
pub(crate) fn is_hashed(name: &str) -> bool {
    name.rsplit('/')
        .next()
        .and_then(|file| file.split_once('.'))
        .and_then(|(stem, _)| stem.rsplit_once('-'))
        .is_some_and(|(_, hash)| {
            hash.len() == HASH_HEX && hash.bytes().all(|byte| byte.is_ascii_hexdigit())
        })
}

/// Subresource integrity as browsers read it. By SHA-256: it is the digest that names the file, so
/// that the table of chunks holds each file's digest once ([`crate::loader`]).
/// <https://www.w3.org/TR/SRI/#the-integrity-attribute>
pub(crate) fn integrity(bytes: &[u8]) -> String {
    format!(
        "{INTEGRITY}{}",
        BASE64_STANDARD.encode(Sha256::digest(bytes))
    )
}

/// What stands before the digest in an `integrity`.
pub(crate) const INTEGRITY: &str = "sha256-";

/// One version for many files: changes when any name or content does.
pub(crate) fn version<'a>(files: impl IntoIterator<Item = (&'a str, &'a [u8])>) -> String {
    let mut all = Sha256::new();
    for (name, bytes) in files {
        all.update(name);
        all.update([0]);
        all.update(Sha256::digest(bytes));
    }
    format!("{:x}", all.finalize())[..HASH_HEX].to_owned()
}

fn hex(bytes: &[u8]) -> String {
    format!("{:x}", Sha256::digest(bytes))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_follows_the_content() {
        let name = hashed_name("app", "js", b"one");
        assert_eq!(name, hashed_name("app", "js", b"one"));
        assert_ne!(name, hashed_name("app", "js", b"two"));
        assert!(name.starts_with("app-") && name.ends_with(".js"));
    }

    #[test]
    fn a_hashed_name_is_told_from_an_ordinary_one() {
        assert!(is_hashed(&hashed_name("split-home", "wasm", b"x")));
        assert!(is_hashed(&format!(
            "icons/{}",
            hashed_name("a", "svg", b"")
        )));
        for plain in ["index.html", "apple-touch-icon.png", "a-0123.js", "sw.js"] {
            assert!(!is_hashed(plain), "{plain}");
        }
    }

    #[test]
    fn integrity_is_the_digest_browsers_compute() {
        // SHA-256 of "abc": ba7816bf 8f01cfea 414140de 5dae2223 b00361a3 96177a9c b410ff61 f20015ad
        // (FIPS 180-4's example).
        assert_eq!(
            integrity(b"abc"),
            "sha256-ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0="
        );
    }

    #[test]
    fn a_version_changes_with_any_name_or_content() {
        let version_of = |name, bytes| version([("index.html", &b"page"[..]), (name, bytes)]);
        let first = version_of("a.js", b"1");
        assert_eq!(first, version_of("a.js", b"1"));
        assert_ne!(first, version_of("b.js", b"1"));
        assert_ne!(first, version_of("a.js", b"2"));
    }
}
