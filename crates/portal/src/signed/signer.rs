//! One signature of a file: who made it, and whether it holds, whatever it covers.

use der::asn1::ObjectIdentifier;
use x509_cert::time::Time;

use super::anchors::Anchors;
use super::certificate::Certificate;
use super::chain;
use super::cms::{
    ID_DATA, SIGNING_CERTIFICATE_V2, SIGNING_TIME, SignedData, SignerId, SignerInfo,
    SigningCertificate,
};
use super::finding::Finding;
use super::key::{self, Digest};
use super::place::Place;
use crate::moment::Moment;

/// How the signatures are made that are known here (ISO 32000-2, 12.8.3).
const FORMS: [&str; 2] = [PKCS7, CADES];
const PKCS7: &str = "adbe.pkcs7.detached";
pub(super) const CADES: &str = "ETSI.CAdES.detached";
/// How many certificates of a signature are looked at.
const CERTIFICATES: usize = 16;

/// What is known of a signature.
pub(super) struct Judged {
    /// Empty where no certificate can be read.
    pub(super) signer: String,
    pub(super) issuer: String,
    /// When the signer says it was made.
    pub(super) signed_at: Option<Moment>,
    pub(super) finding: Finding,
}

/// Judges the signature at a place of a file; `now` is when.
pub(super) fn judge(file: &[u8], place: &Place, anchors: &Anchors, now: Moment) -> Judged {
    let nobody = |finding| Judged {
        signer: String::new(),
        issuer: String::new(),
        signed_at: place.said_at(),
        finding,
    };
    let Some(pieces) = place.bytes(file) else {
        return nobody(Finding::Uncovered);
    };
    let Some(signature) = Signature::read(&place.contents) else {
        return nobody(Finding::Unknown);
    };
    let signed_at = signature.signing_time().or_else(|| place.said_at());
    let finding = if !FORMS.contains(&place.form.as_str()) {
        Finding::Unknown
    } else {
        match signature.holds(pieces, place.form == CADES) {
            None => Finding::Unknown,
            Some(false) => Finding::Changed,
            Some(true) => {
                let (signer, others) = (&signature.certificate, &signature.certificates);
                chain::judge(signer, others, anchors, signed_at, now)
            }
        }
    };
    Judged {
        signer: signature.certificate.subject(),
        issuer: signature.certificate.issuer(),
        signed_at,
        finding,
    }
}

/// A signature by one signer whose certificate came with it.
struct Signature {
    info: SignerInfo,
    certificate: Certificate,
    certificates: Vec<Certificate>,
}

impl Signature {
    fn read(contents: &[u8]) -> Option<Self> {
        let data = SignedData::read(contents)?;
        let (ID_DATA, None) = (data.encapsulated.kind, &data.encapsulated.content) else {
            return None;
        };
        let [info] = data.signers.as_slice() else {
            return None;
        };
        let came = data.certificates.iter().flat_map(|all| all.iter());
        let read = came
            .take(CERTIFICATES)
            .filter_map(|one| Certificate::read(&der::Encode::to_der(one).ok()?));
        let certificates: Vec<Certificate> = read.collect();
        let signers = |one: &&Certificate| is_named(one, &info.signer);
        Some(Self {
            certificate: certificates.iter().find(signers)?.clone(),
            info: info.clone(),
            certificates,
        })
    }

    /// Whether the signature is over these bytes and made with the certificate's key; nothing
    /// where the way it is made is not known. One after `CAdES` names its certificate.
    fn holds(&self, pieces: [&[u8]; 2], cades: bool) -> Option<bool> {
        let info = &self.info;
        let digest = Digest::of(&info.digest)?;
        let digested = info.message_digest()?;
        let signed = info.signed_bytes()?;
        if !info.signs_data() {
            return None;
        }
        let names_it = match info.signed_value(SIGNING_CERTIFICATE_V2) {
            Some(value) => self.is_the_one_in(&value.decode_as().ok()?)?,
            None if cades => return None,
            None => true,
        };
        let key = self.certificate.tbs.subject_public_key_info();
        let method = (&info.algorithm, Some(digest));
        let made = key::verifies(key, method, &signed, info.signature.as_bytes())?;
        Some(made && names_it && digest.digest(pieces) == digested)
    }

    /// Whether the certificate is the one that the signer signed to be theirs.
    fn is_the_one_in(&self, signing: &SigningCertificate) -> Option<bool> {
        let named = signing.certificates.first()?;
        let digest = match &named.digest {
            Some(algorithm) => Digest::of(algorithm)?,
            None => Digest::Sha256,
        };
        Some(digest.digest([self.certificate.der.as_slice()]) == named.hash.as_bytes())
    }

    fn signing_time(&self) -> Option<Moment> {
        let kind: ObjectIdentifier = SIGNING_TIME;
        let time: Time = self.info.signed_value(kind)?.decode_as().ok()?;
        let seconds = i64::try_from(time.to_unix_duration().as_secs()).ok()?;
        Some(Moment::from_unix(seconds))
    }
}

fn is_named(certificate: &Certificate, signer: &SignerId) -> bool {
    match signer {
        SignerId::Numbered(named) => {
            named.issuer == *certificate.tbs.issuer()
                && named.serial == *certificate.tbs.serial_number()
        }
        SignerId::Key(id) => certificate.key_id().as_deref() == Some(id.as_bytes()),
    }
}
