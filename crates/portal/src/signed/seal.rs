//! The portal's own seal: a key with its certificate, and signing PDF files with it (`PAdES`,
//! baseline B-B).

use der::asn1::{Any, OctetString, SetOfVec};
use der::{Decode, Encode, pem};
use p256::SecretKey;
use p256::ecdsa::signature::Signer;
use p256::ecdsa::{DerSignature, SigningKey};
use p256::pkcs8::DecodePrivateKey;
use x509_cert::attr::Attribute;
use x509_cert::spki::AlgorithmIdentifierOwned;

use super::anchors::Anchors;
use super::certificate::Certificate;
use super::cms::{
    CONTENT_TYPE, CertificateId, ContentInfo, Encapsulated, ID_DATA, ID_SIGNED_DATA,
    IssuerAndSerial, MESSAGE_DIGEST, SIGNING_CERTIFICATE_V2, SignedData, SignerId, SignerInfo,
    SigningCertificate,
};
use super::key::{Digest, ECDSA_SHA_256};
use super::writing;
use crate::moment::Moment;

/// See the module.
pub(crate) struct Seal {
    key: SigningKey,
    certificate: Certificate,
    /// The authority's certificate, as PEM.
    authority: String,
}

impl Seal {
    /// The seal in a text of three PEM blocks: the key, its certificate, and its issuer's.
    pub(crate) fn read(text: &str) -> Option<Self> {
        const BEGIN: &str = "-----BEGIN ";
        let mut blocks = text.match_indices(BEGIN).map(|(at, _)| at);
        let (0, own, authority) = (blocks.next()?, blocks.next()?, blocks.next()?) else {
            return None;
        };
        let key = SecretKey::from_pkcs8_pem(&text[..own]).ok()?;
        let (_, certificate) = pem::decode_vec(&text.as_bytes()[own..authority]).ok()?;
        Some(Self {
            key: SigningKey::from(&key),
            certificate: Certificate::read(&certificate)?,
            authority: text[authority..].into(),
        })
    }

    /// Has its authority trusted.
    ///
    /// # Errors
    /// In words, where its certificate is none of an authority.
    pub(crate) fn trust(&self, anchors: &mut Anchors) -> Result<(), String> {
        anchors.take(&self.authority)
    }

    /// The file with a signature of this seal added to it, which covers all of it.
    ///
    /// # Errors
    /// Where the file is not a PDF with a page and a plain table of its objects.
    pub(crate) fn sign(&self, file: &[u8], now: Moment) -> Result<Vec<u8>, Unsealed> {
        let prepared = writing::prepare(file, now).ok_or(Unsealed::Strange)?;
        let digest = Digest::Sha256.digest(prepared.covered());
        let signature = self.signed_data(&digest)?;
        prepared.with(&signature).ok_or(Unsealed::Long)
    }

    /// The signature over a file's digest.
    pub(super) fn signed_data(&self, digest: &[u8]) -> der::Result<Vec<u8>> {
        let certificate = &self.certificate;
        let signing = SigningCertificate {
            certificates: vec![CertificateId {
                digest: None,
                hash: OctetString::new(Digest::Sha256.digest([certificate.der.as_slice()]))?,
                issuer: None,
            }],
            policies: None,
        };
        let signed = SetOfVec::from_iter([
            attribute(CONTENT_TYPE, &ID_DATA)?,
            attribute(MESSAGE_DIGEST, &OctetString::new(digest)?)?,
            attribute(SIGNING_CERTIFICATE_V2, &signing)?,
        ])?;
        let signature: DerSignature = self.key.sign(&signed.to_der()?);
        let info = SignerInfo {
            version: 1,
            signer: SignerId::Numbered(IssuerAndSerial {
                issuer: certificate.tbs.issuer().clone(),
                serial: certificate.tbs.serial_number().clone(),
            }),
            digest: Digest::sha256(),
            signed: Some(signed),
            algorithm: AlgorithmIdentifierOwned {
                oid: ECDSA_SHA_256,
                parameters: None,
            },
            signature: OctetString::new(signature.as_bytes())?,
            unsigned: None,
        };
        let data = SignedData {
            version: 1,
            digests: SetOfVec::from_iter([Digest::sha256()])?,
            encapsulated: Encapsulated {
                kind: ID_DATA,
                content: None,
            },
            certificates: Some(SetOfVec::from_iter([Any::from_der(&certificate.der)?])?),
            lists: None,
            signers: SetOfVec::from_iter([info])?,
        };
        let info = ContentInfo {
            kind: ID_SIGNED_DATA,
            content: data,
        };
        info.to_der()
    }
}

/// Why a file cannot be signed.
#[derive(Debug, thiserror::Error)]
pub(crate) enum Unsealed {
    /// It is no PDF of the kind that the portal writes.
    #[error("the file is not one that the portal wrote")]
    Strange,
    /// The signature does not fit its place.
    #[error("the signature is too long")]
    Long,
    /// The signature cannot be written.
    #[error("the signature cannot be written: {0}")]
    Unwritten(#[from] der::Error),
}

fn attribute(kind: der::asn1::ObjectIdentifier, value: &impl Encode) -> der::Result<Attribute> {
    Ok(Attribute {
        oid: kind,
        values: SetOfVec::from_iter([Any::from_der(&value.to_der()?)?])?,
    })
}
