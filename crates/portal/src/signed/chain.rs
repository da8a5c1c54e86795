//! From a signer's certificate to an authority that the portal trusts.

use super::anchors::Anchors;
use super::certificate::Certificate;
use super::finding::Finding;
use crate::moment::Moment;

/// The longest chain: the signer's certificate, authorities between, and the trusted one.
const LENGTH: usize = 6;

/// How a signer's certificate stands; `others` came with the signature, and `signed_at` is when
/// the signer says it was made.
pub(super) fn judge(
    signer: &Certificate,
    others: &[Certificate],
    anchors: &Anchors,
    signed_at: Option<Moment>,
    now: Moment,
) -> Finding {
    let Some(chain) = lead(signer, others, anchors) else {
        return Finding::Stranger;
    };
    if !chain.iter().all(|certificate| certificate.is_understood()) {
        return Finding::Unknown;
    }
    let mut issuers = chain[1..].iter().enumerate();
    let entitled = signer.may_sign() && issuers.all(|(below, one)| one.may_issue(below));
    let at = signed_at.unwrap_or(now);
    let all = |holds: &dyn Fn(&Certificate) -> bool| chain.iter().all(|one| holds(one));
    if !entitled {
        Finding::NotForThis
    } else if !all(&|one| one.began_by(at) && one.lasts_at(at)) {
        Finding::NotInForce
    } else if at > now {
        Finding::ToCome
    } else if !all(&|one| one.lasts_at(now)) {
        Finding::Ended
    } else {
        Finding::Sound
    }
}

/// The chain of certificates, each signed by the next, that ends at a trusted one.
fn lead<'a>(
    signer: &'a Certificate,
    others: &'a [Certificate],
    anchors: &'a Anchors,
) -> Option<Vec<&'a Certificate>> {
    let mut chain = vec![signer];
    while chain.len() < LENGTH {
        let last = chain[chain.len() - 1];
        let issued = |issuer: &&Certificate| {
            issuer.tbs.subject() == last.tbs.issuer() && last.is_signed_by(issuer) == Some(true)
        };
        if let Some(anchor) = anchors.all().iter().find(issued) {
            chain.push(anchor);
            return Some(chain);
        }
        let mut next = others.iter().filter(|other| !chain.contains(other));
        chain.push(next.find(issued)?);
    }
    None
}
