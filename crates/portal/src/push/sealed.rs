//! Encrypting for one device: RFC 8291, on the content coding of RFC 8188 (`aes128gcm`).

use aes_gcm::aead::{Aead, KeyInit};
use aes_gcm::{Aes128Gcm, Nonce};
use hkdf::Hkdf;
use p256::ecdh::diffie_hellman;
use p256::elliptic_curve::Generate;
use p256::elliptic_curve::sec1::ToSec1Point;
use p256::{PublicKey, SecretKey};
use sha2::Sha256;

use crate::random;

/// The record size that the header names; all of a message stands in one record.
const RECORD: u32 = 4096;
/// Ends the text of the last record; zeros follow.
const END: u8 = 2;
/// Messages are filled up to a multiple of this, so that their length tells the push service
/// nothing.
const STEP: usize = 512;

/// What a device gave to encrypt for it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Keys {
    /// The device's public key.
    pub(crate) public: PublicKey,
    /// Its secret, which the push service does not know.
    pub(crate) auth: [u8; 16],
}

/// The body of the request to the push service.
pub(super) fn seal(to: &Keys, message: &str) -> Vec<u8> {
    let mut record = message.as_bytes().to_vec();
    record.push(END);
    record.resize(record.len().next_multiple_of(STEP), 0);
    seal_with(to, &record, &SecretKey::generate(), random::bytes())
}

fn seal_with(to: &Keys, record: &[u8], own: &SecretKey, salt: [u8; 16]) -> Vec<u8> {
    let theirs = to.public.to_sec1_point(false);
    let ours = own.public_key().to_sec1_point(false);
    let shared = diffie_hellman(own.to_nonzero_scalar(), to.public.as_affine());
    let info = [b"WebPush: info\0", theirs.as_bytes(), ours.as_bytes()].concat();
    let key: [u8; 32] = expand(&shared.extract(Some(&to.auth)), &info);
    let content = Hkdf::new(Some(&salt), &key);
    let key: [u8; 16] = expand(&content, b"Content-Encoding: aes128gcm\0");
    let nonce: [u8; 12] = expand(&content, b"Content-Encoding: nonce\0");
    let sealed = Aes128Gcm::new(&key.into())
        .encrypt(&Nonce::from(nonce), record)
        .expect("a record is short");
    let length = u8::try_from(ours.len()).expect("a point has 65 bytes");
    let head = [&salt[..], &RECORD.to_be_bytes(), &[length], ours.as_bytes()];
    [&head.concat()[..], &sealed].concat()
}

fn expand<const N: usize>(key: &Hkdf<Sha256>, info: &[u8]) -> [u8; N] {
    let mut bytes = [0; N];
    key.expand(info, &mut bytes)
        .expect("HKDF gives more than these");
    bytes
}

#[cfg(test)]
mod tests {
    use super::*;
    use base64::Engine;
    use base64::engine::general_purpose::URL_SAFE_NO_PAD;

    fn bytes(text: &str) -> Vec<u8> {
        URL_SAFE_NO_PAD.decode(text).expect("base64url")
    }

    fn keys() -> Keys {
        let public = "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4";
        Keys {
            public: PublicKey::from_sec1_bytes(&bytes(public)).expect("a point"),
            auth: bytes("BTBZMqHH6r4Tts7J_aSIgg")
                .try_into()
                .expect("16 bytes"),
        }
    }

    #[test]
    fn the_example_of_rfc_8291_comes_out() {
        let own = SecretKey::from_slice(&bytes("yfWPiYE-n46HLnH0KqZOF1fJJU3MYrct3AELtAQ-oRw"));
        let salt = bytes("DGv6ra1nlYgDCS1FRnbzlw")
            .try_into()
            .expect("16 bytes");
        let record = b"When I grow up, I want to be a watermelon\x02";
        let sealed = seal_with(&keys(), record, &own.expect("a key"), salt);
        assert_eq!(
            URL_SAFE_NO_PAD.encode(sealed),
            "DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLoc\
             InmYWAmS6TlzAC8wEqKK6PBru3jl7A_yl95bQpu6cVPTpK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLV\
             WGNWQexSgSxsj_Qulcy4a-fN"
        );
    }

    #[test]
    fn the_length_tells_nothing_and_no_two_are_alike() {
        let [short, long] = ["{}", &"x".repeat(400)].map(|message| seal(&keys(), message));
        assert_eq!(short.len(), long.len());
        assert_ne!(short, seal(&keys(), "{}"));
    }
}
