//! Who signs on a portal for trying out: an authority of its own, made at the first start, and
//! the one seal that it ever issued.
//!
//! The authority's key is forgotten as soon as the seal's certificate is signed: nothing else
//! can be issued in its name. The names say that all of it is for trying out.

use std::str::FromStr;
use std::time::{Duration, UNIX_EPOCH};

use p256::ecdsa::{DerSignature, SigningKey, VerifyingKey};
use p256::elliptic_curve::Generate;
use p256::pkcs8::{EncodePrivateKey, LineEnding};
use x509_cert::builder::profile::BuilderProfile;
use x509_cert::builder::{Builder, CertificateBuilder, Result};
use x509_cert::certificate::TbsCertificate;
use x509_cert::der::EncodePem;
use x509_cert::ext::pkix::{
    AuthorityKeyIdentifier, BasicConstraints, KeyUsage, KeyUsages, SubjectKeyIdentifier,
};
use x509_cert::ext::{Extension, ToExtension};
use x509_cert::name::Name;
use x509_cert::serial_number::SerialNumber;
use x509_cert::spki::{SubjectPublicKeyInfoOwned, SubjectPublicKeyInfoRef};
use x509_cert::time::{Time, Validity};

use crate::moment::Moment;
use crate::random;

/// Who issues.
const AUTHORITY: &str = "CN=Một Cửa – chứng thực thử nghiệm,O=Một Cửa – thử nghiệm,C=VN";
/// Who signs.
const SEAL: &str = "CN=Con dấu thử nghiệm của Một Cửa,O=Một Cửa – thử nghiệm,C=VN";
/// How long both last: longer than anybody tries a portal out.
const LASTS: Duration = Duration::from_secs(20 * 365 * 86_400);
/// How long before they were made they are in force, for clocks that are behind.
const BEFORE: Duration = Duration::from_secs(86_400);

/// A new seal with its authority: its key, its certificate and the authority's, each in PEM.
pub(crate) fn seal(now: Moment) -> String {
    let keys = (SigningKey::generate(), SigningKey::generate());
    let made = made(&keys, now);
    made.expect("a certificate with names and times of the program's own can be written")
}

fn made((authority, seal): &(SigningKey, SigningKey), now: Moment) -> Result<String> {
    let issuer = Name::from_str(AUTHORITY)?;
    let profile = Profile {
        subject: issuer.clone(),
        issuer: issuer.clone(),
        issues: true,
    };
    let own = issue(profile, authority.verifying_key(), authority, now)?;
    let profile = Profile {
        subject: Name::from_str(SEAL)?,
        issuer,
        issues: false,
    };
    let issued = issue(profile, seal.verifying_key(), authority, now)?;
    let key = p256::SecretKey::from(seal);
    let key = key
        .to_pkcs8_pem(LineEnding::LF)
        .expect("a key can be written down");
    Ok([key.as_str(), &issued, &own].concat())
}

fn issue(profile: Profile, key: &VerifyingKey, by: &SigningKey, now: Moment) -> Result<String> {
    let mut number: [u8; 16] = random::bytes();
    // A positive number, of the same length each time.
    number[0] = number[0] & 0x3f | 0x40;
    let validity = Validity::new(time(now.minus(BEFORE))?, time(now.plus(LASTS))?);
    let key = SubjectPublicKeyInfoOwned::from_key(key)?;
    let number = SerialNumber::new(&number)?;
    let builder = CertificateBuilder::new(profile, number, validity, key)?;
    let certificate = builder.build::<_, DerSignature>(by)?;
    Ok(certificate.to_pem(LineEnding::LF)?)
}

fn time(at: Moment) -> der::Result<Time> {
    Time::try_from(UNIX_EPOCH + Duration::from_secs(at.unix().max(0).unsigned_abs()))
}

/// What a certificate is for.
struct Profile {
    subject: Name,
    issuer: Name,
    /// Whether for issuing others, or for signing documents.
    issues: bool,
}

impl BuilderProfile for Profile {
    fn get_issuer(&self, _subject: &Name) -> Name {
        self.issuer.clone()
    }

    fn get_subject(&self) -> Name {
        self.subject.clone()
    }

    fn build_extensions(
        &self,
        own: SubjectPublicKeyInfoRef<'_>,
        issuer: SubjectPublicKeyInfoRef<'_>,
        _tbs: &TbsCertificate,
    ) -> Result<Vec<Extension>> {
        let usage = if self.issues {
            KeyUsages::KeyCertSign | KeyUsages::CRLSign
        } else {
            KeyUsages::DigitalSignature | KeyUsages::NonRepudiation
        };
        let constraints = BasicConstraints {
            ca: self.issues,
            path_len_constraint: self.issues.then_some(0),
        };
        let issuer_key = AuthorityKeyIdentifier {
            key_identifier: Some(SubjectKeyIdentifier::try_from(issuer)?.0),
            ..AuthorityKeyIdentifier::default()
        };
        let subject = &self.subject;
        Ok(vec![
            constraints.to_extension(subject, &[])?,
            KeyUsage(usage).to_extension(subject, &[])?,
            SubjectKeyIdentifier::try_from(own)?.to_extension(subject, &[])?,
            issuer_key.to_extension(subject, &[])?,
        ])
    }
}
