//! A certificate (X.509, RFC 5280) as it came, and what is asked of it.

use der::asn1::{Any, BitString, ObjectIdentifier};
use der::{Decode, Encode, Sequence};
use x509_cert::TbsCertificate;
use x509_cert::ext::pkix::{BasicConstraints, ExtendedKeyUsage, KeyUsage, SubjectKeyIdentifier};
use x509_cert::name::Name;
use x509_cert::spki::AlgorithmIdentifierOwned;
use x509_cert::time::Time;

use super::key;
use crate::moment::Moment;

/// The extensions that are understood here, or that a portal which asks for no policy may pass
/// over: key usage, basic constraints, policies, extended key usage, names.
const UNDERSTOOD: [ObjectIdentifier; 5] = [
    ObjectIdentifier::new_unwrap("2.5.29.15"),
    ObjectIdentifier::new_unwrap("2.5.29.19"),
    ObjectIdentifier::new_unwrap("2.5.29.32"),
    ObjectIdentifier::new_unwrap("2.5.29.37"),
    ObjectIdentifier::new_unwrap("2.5.29.17"),
];
/// What a key may be for, where that is said, when it signs documents: anything, e-mail, client
/// authentication, documents (RFC 9336 and the two that were usual before it).
const FOR_DOCUMENTS: [ObjectIdentifier; 6] = [
    ObjectIdentifier::new_unwrap("2.5.29.37.0"),
    ObjectIdentifier::new_unwrap("1.3.6.1.5.5.7.3.4"),
    ObjectIdentifier::new_unwrap("1.3.6.1.5.5.7.3.2"),
    ObjectIdentifier::new_unwrap("1.3.6.1.5.5.7.3.36"),
    ObjectIdentifier::new_unwrap("1.3.6.1.4.1.311.10.3.12"),
    ObjectIdentifier::new_unwrap("1.2.840.113583.1.1.5"),
];
const COMMON_NAME: ObjectIdentifier = ObjectIdentifier::new_unwrap("2.5.4.3");
const ORGANIZATION: ObjectIdentifier = ObjectIdentifier::new_unwrap("2.5.4.10");
/// The longest name that is told on, in characters.
const NAME: usize = 200;

/// See the module.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Certificate {
    /// All of it.
    pub(super) der: Vec<u8>,
    /// What its issuer signed.
    signed: Vec<u8>,
    algorithm: AlgorithmIdentifierOwned,
    signature: Vec<u8>,
    pub(super) tbs: TbsCertificate,
}

#[derive(Sequence)]
struct Outer {
    signed: Any,
    algorithm: AlgorithmIdentifierOwned,
    signature: BitString,
}

impl Certificate {
    pub(super) fn read(der: &[u8]) -> Option<Self> {
        let outer = Outer::from_der(der).ok()?;
        let signed = outer.signed.to_der().ok()?;
        let tbs = TbsCertificate::from_der(&signed).ok()?;
        // Which method signed is itself signed.
        (*tbs.signature() == outer.algorithm).then_some(Self {
            der: der.to_vec(),
            algorithm: outer.algorithm,
            signature: outer.signature.as_bytes()?.to_vec(),
            tbs,
            signed,
        })
    }

    /// Whether the holder of `issuer` signed this; nothing where the method is not known.
    pub(super) fn is_signed_by(&self, issuer: &Self) -> Option<bool> {
        let key = issuer.tbs.subject_public_key_info();
        key::verifies(key, (&self.algorithm, None), &self.signed, &self.signature)
    }

    pub(super) fn began_by(&self, at: Moment) -> bool {
        seconds(self.tbs.validity().not_before) <= at.unix()
    }

    pub(super) fn lasts_at(&self, at: Moment) -> bool {
        at.unix() <= seconds(self.tbs.validity().not_after)
    }

    /// Whether everything in it that must be understood is.
    pub(super) fn is_understood(&self) -> bool {
        let extensions = self.tbs.extensions().into_iter().flatten();
        let mut critical = extensions.filter(|extension| extension.critical);
        critical.all(|extension| UNDERSTOOD.contains(&extension.extn_id))
    }

    /// Whether it may issue others with `below` authorities between it and the signer.
    pub(super) fn may_issue(&self, below: usize) -> bool {
        let Ok(Some((_, constraints))) = self.tbs.get_extension::<BasicConstraints>() else {
            return false;
        };
        let far = constraints
            .path_len_constraint
            .is_some_and(|most| below > usize::from(most));
        constraints.ca && !far && self.usage_allows(KeyUsage::key_cert_sign)
    }

    /// Whether its key is for signing documents.
    pub(super) fn may_sign(&self) -> bool {
        let signs = |usage: &KeyUsage| usage.digital_signature() || usage.non_repudiation();
        let for_documents = match self.tbs.get_extension::<ExtendedKeyUsage>() {
            Ok(None) => true,
            Ok(Some((_, usage))) => usage.0.iter().any(|one| FOR_DOCUMENTS.contains(one)),
            Err(_) => false,
        };
        for_documents && self.usage_allows(signs)
    }

    fn usage_allows(&self, wanted: impl Fn(&KeyUsage) -> bool) -> bool {
        match self.tbs.get_extension::<KeyUsage>() {
            Ok(None) => true,
            Ok(Some((_, usage))) => wanted(&usage),
            Err(_) => false,
        }
    }

    /// The identifier of its key, as signatures may name it.
    pub(super) fn key_id(&self) -> Option<Vec<u8>> {
        let found = self.tbs.get_extension::<SubjectKeyIdentifier>().ok()??;
        Some(found.1.0.as_bytes().to_vec())
    }

    /// Whose it is, in words.
    pub(super) fn subject(&self) -> String {
        named(self.tbs.subject())
    }

    /// Who issued it, in words.
    pub(super) fn issuer(&self) -> String {
        named(self.tbs.issuer())
    }
}

fn seconds(time: Time) -> i64 {
    i64::try_from(time.to_unix_duration().as_secs()).unwrap_or(i64::MAX)
}

/// The common name, or the organisation's, or all of it; without what could hide the rest.
fn named(name: &Name) -> String {
    let of = |kind| {
        let found = name.iter().find(|part| part.oid == kind)?;
        let text = x509_cert::ext::pkix::name::DirectoryString::try_from(&found.value).ok()?;
        Some(text.value().into_owned()).filter(|text| !text.trim().is_empty())
    };
    let text = of(COMMON_NAME)
        .or_else(|| of(ORGANIZATION))
        .unwrap_or_else(|| name.to_string());
    let shown = text.chars().filter(|letter| !is_hidden(*letter));
    shown.take(NAME).collect::<String>().trim().to_owned()
}

/// Control characters, and those that turn the direction of what follows.
fn is_hidden(letter: char) -> bool {
    letter.is_control()
        || matches!(letter, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
}
