//! Digests, keys and signatures: which are known here, and whether one is of the other.
//!
//! SHA-256, SHA-384 and SHA-512; RSA of 2,048 to 4,096 bits, PKCS #1 v1.5 and PSS; ECDSA over
//! P-256 and P-384. SHA-1 and shorter keys prove nothing any more, so they are not known.

use der::Sequence;
use der::asn1::{Any, ObjectIdentifier};
use rsa::pkcs1::DecodeRsaPublicKey;
use rsa::traits::PublicKeyParts;
use rsa::{Pkcs1v15Sign, Pss, RsaPublicKey};
use sha2::{Sha256, Sha384, Sha512};
use x509_cert::spki::{AlgorithmIdentifierOwned, SubjectPublicKeyInfoOwned};

const SHA_256: ObjectIdentifier = ObjectIdentifier::new_unwrap("2.16.840.1.101.3.4.2.1");
const SHA_384: ObjectIdentifier = ObjectIdentifier::new_unwrap("2.16.840.1.101.3.4.2.2");
const SHA_512: ObjectIdentifier = ObjectIdentifier::new_unwrap("2.16.840.1.101.3.4.2.3");
const RSA: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.1.1");
const RSA_PSS: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.1.10");
const MGF_1: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.1.8");
const RSA_SHA_256: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.1.11");
const RSA_SHA_384: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.1.12");
const RSA_SHA_512: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.1.13");
const EC_KEY: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.10045.2.1");
pub(super) const ECDSA_SHA_256: ObjectIdentifier =
    ObjectIdentifier::new_unwrap("1.2.840.10045.4.3.2");
const ECDSA_SHA_384: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.10045.4.3.3");
const ECDSA_SHA_512: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.10045.4.3.4");
const P_256: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.10045.3.1.7");
const P_384: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.3.132.0.34");

/// The shortest RSA key that proves anything, in bits.
const RSA_BITS: usize = 2048;
/// The longest salt of a PSS signature: a digest's length and more.
const SALT: u16 = 512;

/// A way to digest.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Digest {
    Sha256,
    Sha384,
    Sha512,
}

impl Digest {
    pub(super) fn of(algorithm: &AlgorithmIdentifierOwned) -> Option<Self> {
        match algorithm.oid {
            SHA_256 => Some(Self::Sha256),
            SHA_384 => Some(Self::Sha384),
            SHA_512 => Some(Self::Sha512),
            _ => None,
        }
    }

    /// SHA-256 as algorithms are named.
    pub(super) fn sha256() -> AlgorithmIdentifierOwned {
        AlgorithmIdentifierOwned {
            oid: SHA_256,
            parameters: None,
        }
    }

    pub(super) fn digest<'a>(self, pieces: impl IntoIterator<Item = &'a [u8]>) -> Vec<u8> {
        fn all<'a, D: sha2::Digest>(pieces: impl IntoIterator<Item = &'a [u8]>) -> Vec<u8> {
            let mut digest = D::new();
            for piece in pieces {
                digest.update(piece);
            }
            digest.finalize().to_vec()
        }
        match self {
            Self::Sha256 => all::<Sha256>(pieces),
            Self::Sha384 => all::<Sha384>(pieces),
            Self::Sha512 => all::<Sha512>(pieces),
        }
    }

    fn pkcs1(self) -> Pkcs1v15Sign {
        match self {
            Self::Sha256 => Pkcs1v15Sign::new::<rsa::sha2::Sha256>(),
            Self::Sha384 => Pkcs1v15Sign::new::<rsa::sha2::Sha384>(),
            Self::Sha512 => Pkcs1v15Sign::new::<rsa::sha2::Sha512>(),
        }
    }

    fn pss(self, salt: usize) -> Pss {
        match self {
            Self::Sha256 => Pss::new_with_salt::<rsa::sha2::Sha256>(salt),
            Self::Sha384 => Pss::new_with_salt::<rsa::sha2::Sha384>(salt),
            Self::Sha512 => Pss::new_with_salt::<rsa::sha2::Sha512>(salt),
        }
    }
}

/// The parameters of RSASSA-PSS (RFC 4055); what is left out means SHA-1.
#[derive(Sequence)]
struct PssParameters {
    #[asn1(context_specific = "0", tag_mode = "EXPLICIT", optional = "true")]
    digest: Option<AlgorithmIdentifierOwned>,
    #[asn1(context_specific = "1", tag_mode = "EXPLICIT", optional = "true")]
    mask: Option<AlgorithmIdentifierOwned>,
    #[asn1(context_specific = "2", tag_mode = "EXPLICIT", optional = "true")]
    salt: Option<u16>,
    #[asn1(context_specific = "3", tag_mode = "EXPLICIT", optional = "true")]
    trailer: Option<u8>,
}

/// How a signature is made of a digest.
enum Method {
    Pkcs1(Digest),
    Pss(Digest, usize),
    Ecdsa(Digest),
}

impl Method {
    /// `digest` is what the signer names apart from the method, where that is done.
    fn of(algorithm: &AlgorithmIdentifierOwned, digest: Option<Digest>) -> Option<Self> {
        let method = match algorithm.oid {
            RSA => Self::Pkcs1(digest?),
            RSA_SHA_256 => Self::Pkcs1(Digest::Sha256),
            RSA_SHA_384 => Self::Pkcs1(Digest::Sha384),
            RSA_SHA_512 => Self::Pkcs1(Digest::Sha512),
            EC_KEY => Self::Ecdsa(digest?),
            ECDSA_SHA_256 => Self::Ecdsa(Digest::Sha256),
            ECDSA_SHA_384 => Self::Ecdsa(Digest::Sha384),
            ECDSA_SHA_512 => Self::Ecdsa(Digest::Sha512),
            RSA_PSS => Self::pss(algorithm.parameters.as_ref()?)?,
            _ => return None,
        };
        let (Self::Pkcs1(own) | Self::Pss(own, _) | Self::Ecdsa(own)) = method;
        digest.is_none_or(|named| named == own).then_some(method)
    }

    fn pss(parameters: &Any) -> Option<Self> {
        let parameters: PssParameters = parameters.decode_as().ok()?;
        let digest = Digest::of(parameters.digest.as_ref()?)?;
        let mask = parameters.mask?;
        let masked = mask
            .parameters?
            .decode_as::<AlgorithmIdentifierOwned>()
            .ok()?;
        let salt = parameters.salt.unwrap_or(20);
        let usual = mask.oid == MGF_1
            && Digest::of(&masked) == Some(digest)
            && parameters.trailer.is_none_or(|trailer| trailer == 1)
            && salt <= SALT;
        usual.then(|| Self::Pss(digest, salt.into()))
    }
}

/// Whether a signature over `message` was made with the key that belongs to `key`; nothing where
/// the key or the method is not known.
pub(super) fn verifies(
    key: &SubjectPublicKeyInfoOwned,
    (algorithm, digest): (&AlgorithmIdentifierOwned, Option<Digest>),
    message: &[u8],
    signature: &[u8],
) -> Option<bool> {
    let bytes = key.subject_public_key.as_bytes()?;
    let method = Method::of(algorithm, digest)?;
    match (key.algorithm.oid, method) {
        (RSA, Method::Pkcs1(digest)) => {
            let digested = digest.digest([message]);
            Some(
                rsa_key(bytes)?
                    .verify(digest.pkcs1(), &digested, signature)
                    .is_ok(),
            )
        }
        (RSA | RSA_PSS, Method::Pss(digest, salt)) => {
            let digested = digest.digest([message]);
            Some(
                rsa_key(bytes)?
                    .verify(digest.pss(salt), &digested, signature)
                    .is_ok(),
            )
        }
        (EC_KEY, Method::Ecdsa(digest)) => {
            let curve: ObjectIdentifier = key.algorithm.parameters.as_ref()?.decode_as().ok()?;
            let digested = digest.digest([message]);
            match curve {
                P_256 => on_p256(bytes, &digested, signature),
                P_384 => on_p384(bytes, &digested, signature),
                _ => None,
            }
        }
        _ => None,
    }
}

fn rsa_key(bytes: &[u8]) -> Option<RsaPublicKey> {
    let key = RsaPublicKey::from_pkcs1_der(bytes).ok()?;
    (key.n().bits() >= RSA_BITS).then_some(key)
}

fn on_p256(key: &[u8], digest: &[u8], signature: &[u8]) -> Option<bool> {
    use p256::ecdsa::signature::hazmat::PrehashVerifier;
    use p256::ecdsa::{Signature, VerifyingKey};
    let key = VerifyingKey::from_sec1_bytes(key).ok()?;
    let signature = Signature::from_der(signature);
    Some(signature.is_ok_and(|signature| key.verify_prehash(digest, &signature).is_ok()))
}

fn on_p384(key: &[u8], digest: &[u8], signature: &[u8]) -> Option<bool> {
    use p384::ecdsa::signature::hazmat::PrehashVerifier;
    use p384::ecdsa::{Signature, VerifyingKey};
    let key = VerifyingKey::from_sec1_bytes(key).ok()?;
    let signature = Signature::from_der(signature);
    Some(signature.is_ok_and(|signature| key.verify_prehash(digest, &signature).is_ok()))
}
