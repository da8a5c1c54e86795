//! Electronic signatures in PDF files: where they are, whether they hold, and the sandbox's own.
//!
//! [`check`] calls a signature valid when all of this holds, and nothing less:
//! - it covers every byte of the file but its own hexadecimal string: nothing was added since;
//! - the digest it signs is the file's, and the signature over its signed attributes is made
//!   with the key of the certificate that it names;
//! - that certificate is for signing, and a chain leads from it to an authority that the portal
//!   trusts ([`anchors`]);
//! - every certificate of the chain was in force when the file says it was signed, and is now.
//!
//! It is invalid when the bytes or the signature fail, when something was added to the file that
//! no later signature covers, or when the certificate was not in force or not for signing. All
//! else is unchecked: a shape or a method that is not known here, an authority that is not
//! trusted, a certificate that has ended since, an earlier signature of a file that was signed
//! again (what the later signer added is not compared). The finding says which.
//!
//! The portal asks nobody whether a certificate was revoked, and reads no time stamps: the time
//! of signing is what the signer says it was.

use motcua_contract::dossier::result::SignatureFacts;

use crate::moment::Moment;

pub(crate) mod anchors;
mod certificate;
mod chain;
mod cms;
mod finding;
mod key;
pub(crate) mod place;
pub(crate) mod seal;
mod signer;
mod writing;

#[cfg(test)]
mod tests;

use anchors::Anchors;
use finding::Finding;
use place::{Cover, Place};

/// What is found on the signatures at these places of a file, in the file's order.
pub(crate) fn check(
    file: &[u8],
    places: &[Place],
    anchors: &Anchors,
    now: Moment,
) -> Vec<SignatureFacts> {
    let judged: Vec<_> = places
        .iter()
        .map(|place| (place.cover(file), signer::judge(file, place, anchors, now)))
        .collect();
    // Whoever signed all of the file answers for what was added before.
    let answered = judged
        .iter()
        .any(|(cover, judged)| *cover == Cover::Whole && !judged.finding.is_broken());
    let facts = judged.into_iter().map(|(cover, judged)| {
        let finding = match cover {
            _ if judged.finding.is_broken() => judged.finding,
            Cover::Whole => judged.finding,
            Cover::Beginning if answered => Finding::Followed,
            Cover::Beginning => Finding::Added,
            Cover::Broken => Finding::Uncovered,
        };
        SignatureFacts {
            signer: judged.signer,
            issuer: judged.issuer,
            signed_at: judged.signed_at.map(Moment::rfc3339),
            verdict: finding.verdict(),
            checked_at: Some(now.rfc3339()),
            text: Some(finding.words()),
        }
    });
    facts.collect()
}
