//! Signed data as PDF files carry it (RFC 5652, DER): its shape, to read and to write.
//!
//! Certificates are kept as they came, byte for byte: what their issuers signed is bytes.

use der::asn1::{Any, ObjectIdentifier, OctetString, OctetStringRef, SetOfVec};
use der::{Choice, Decode, Encode, Reader, Sequence, SliceReader, ValueOrd};
use x509_cert::attr::Attribute;
use x509_cert::name::Name;
use x509_cert::serial_number::SerialNumber;
use x509_cert::spki::AlgorithmIdentifierOwned;

pub(super) const ID_DATA: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.7.1");
pub(super) const ID_SIGNED_DATA: ObjectIdentifier =
    ObjectIdentifier::new_unwrap("1.2.840.113549.1.7.2");
pub(super) const CONTENT_TYPE: ObjectIdentifier =
    ObjectIdentifier::new_unwrap("1.2.840.113549.1.9.3");
pub(super) const MESSAGE_DIGEST: ObjectIdentifier =
    ObjectIdentifier::new_unwrap("1.2.840.113549.1.9.4");
pub(super) const SIGNING_TIME: ObjectIdentifier =
    ObjectIdentifier::new_unwrap("1.2.840.113549.1.9.5");
/// RFC 5035.
pub(super) const SIGNING_CERTIFICATE_V2: ObjectIdentifier =
    ObjectIdentifier::new_unwrap("1.2.840.113549.1.9.16.2.47");

/// What a signature's bytes are.
#[derive(Sequence)]
pub(super) struct ContentInfo {
    pub(super) kind: ObjectIdentifier,
    #[asn1(context_specific = "0", tag_mode = "EXPLICIT")]
    pub(super) content: SignedData,
}

/// See the module.
#[derive(Sequence)]
pub(super) struct SignedData {
    pub(super) version: u8,
    pub(super) digests: SetOfVec<AlgorithmIdentifierOwned>,
    pub(super) encapsulated: Encapsulated,
    #[asn1(context_specific = "0", tag_mode = "IMPLICIT", optional = "true")]
    pub(super) certificates: Option<SetOfVec<Any>>,
    #[asn1(context_specific = "1", tag_mode = "IMPLICIT", optional = "true")]
    pub(super) lists: Option<SetOfVec<Any>>,
    pub(super) signers: SetOfVec<SignerInfo>,
}

/// What is signed: in a PDF, the file around the signature, so that nothing stands here.
#[derive(Sequence)]
pub(super) struct Encapsulated {
    pub(super) kind: ObjectIdentifier,
    #[asn1(context_specific = "0", tag_mode = "EXPLICIT", optional = "true")]
    pub(super) content: Option<Any>,
}

/// One signer's signature.
#[derive(Clone, Sequence, ValueOrd)]
pub(super) struct SignerInfo {
    pub(super) version: u8,
    pub(super) signer: SignerId,
    pub(super) digest: AlgorithmIdentifierOwned,
    #[asn1(
        context_specific = "0",
        tag_mode = "IMPLICIT",
        constructed = "true",
        optional = "true"
    )]
    pub(super) signed: Option<SetOfVec<Attribute>>,
    pub(super) algorithm: AlgorithmIdentifierOwned,
    pub(super) signature: OctetString,
    #[asn1(
        context_specific = "1",
        tag_mode = "IMPLICIT",
        constructed = "true",
        optional = "true"
    )]
    pub(super) unsigned: Option<SetOfVec<Attribute>>,
}

/// How a signer's certificate is named.
#[derive(Clone, Choice, ValueOrd)]
pub(super) enum SignerId {
    Numbered(IssuerAndSerial),
    #[asn1(context_specific = "0", tag_mode = "IMPLICIT")]
    Key(OctetString),
}

/// A certificate by who issued it and its number there.
#[derive(Clone, PartialEq, Eq, Sequence, ValueOrd)]
pub(super) struct IssuerAndSerial {
    pub(super) issuer: Name,
    pub(super) serial: SerialNumber,
}

/// Which certificate signed, so that no other can be put in its place.
#[derive(Sequence)]
pub(super) struct SigningCertificate {
    pub(super) certificates: Vec<CertificateId>,
    #[asn1(optional = "true")]
    pub(super) policies: Option<Any>,
}

/// A certificate by its digest.
#[derive(Sequence)]
pub(super) struct CertificateId {
    /// SHA-256 where it is not named.
    #[asn1(optional = "true")]
    pub(super) digest: Option<AlgorithmIdentifierOwned>,
    pub(super) hash: OctetString,
    #[asn1(optional = "true")]
    pub(super) issuer: Option<Any>,
}

impl SignedData {
    /// What stands at the beginning of a signature's place; the rest of it is zeros.
    pub(super) fn read(contents: &[u8]) -> Option<Self> {
        let mut reader = SliceReader::new(contents).ok()?;
        let info = ContentInfo::decode(&mut reader).ok()?;
        let read = usize::try_from(reader.position()).ok()?;
        let rest = contents.get(read..)?;
        let whole = info.kind == ID_SIGNED_DATA && rest.iter().all(|byte| *byte == 0);
        whole.then_some(info.content)
    }
}

impl SignerInfo {
    /// The one value of a signed attribute that may stand there once.
    pub(super) fn signed_value(&self, kind: ObjectIdentifier) -> Option<&Any> {
        let mut named = self.signed.as_ref()?.iter().filter(|one| one.oid == kind);
        let (attribute, None) = (named.next()?, named.next()) else {
            return None;
        };
        match attribute.values.as_slice() {
            [value] => Some(value),
            _ => None,
        }
    }

    /// The bytes that the signature is over: the signed attributes as a set.
    pub(super) fn signed_bytes(&self) -> Option<Vec<u8>> {
        self.signed.as_ref()?.to_der().ok()
    }

    /// The digest of the content that was signed.
    pub(super) fn message_digest(&self) -> Option<&[u8]> {
        let value = self.signed_value(MESSAGE_DIGEST)?;
        Some(value.decode_as::<&OctetStringRef>().ok()?.as_bytes())
    }

    /// Whether it signs plain content.
    pub(super) fn signs_data(&self) -> bool {
        let kind = self.signed_value(CONTENT_TYPE);
        kind.and_then(|kind| kind.decode_as().ok()) == Some(ID_DATA)
    }
}
