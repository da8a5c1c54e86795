//! Lookups without signing in.

use std::net::IpAddr;
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::extract::{Extension, State};
use axum::routing::post;
use http::StatusCode;
use http::header::{CACHE_CONTROL, RETRY_AFTER};
use http::{HeaderMap, HeaderName, HeaderValue};
use motcua_contract::dossier::DossierCode;
use motcua_contract::lookup::{Lookup, PublicDossier};
use motcua_contract::problem::kind;
use tokio::time::{Instant, sleep_until};

use super::{Answer, App};
use crate::dossier::ground::fault;
use crate::dossier::show::Whole;
use crate::lookup::guessing::{self, Slate};
use crate::lookup::{self, Found, PROOFS};
use crate::portal::Portal;
use crate::server::Peer;
use crate::web::answer::json;
use crate::web::body::Body;
use crate::web::refusal::Refusal;

/// No answer comes sooner: within it, the time that an answer takes says nothing.
const FLOOR: Duration = Duration::from_millis(50);
const FORWARDED: HeaderName = HeaderName::from_static("x-forwarded-for");
/// The longest code, in characters.
const CODE_CHARACTERS: usize = 100;

/// The addresses of this module.
pub(super) fn routes() -> Router<Arc<Portal>> {
    Router::new().route("/lookups", post(look_up))
}

/// `POST /lookups`
async fn look_up(
    State(portal): App,
    peer: Option<Extension<Peer>>,
    headers: HeaderMap,
    Body { value, .. }: Body<Lookup>,
) -> Answer {
    let floor = Instant::now() + FLOOR;
    refuse_strange(&value)?;
    let from = caller(peer, &headers);
    let code = DossierCode::read(value.code.as_str()).unwrap_or_else(|_| value.code.clone());
    let key = portal.lookup_key.clone();
    let by_caller = from.map(|from| Slate::of("peer", &from, &key));
    let mut slates: Vec<Slate> = by_caller.into_iter().collect();
    if value.proof.is_some() {
        slates.push(Slate::of("code", code.as_str(), &key));
    }
    let now = portal.clock.now();
    let within = Arc::clone(&portal);
    let found = portal
        .transact(move |transaction| {
            let wait = guessing::wait(transaction, &slates, now)?;
            if !wait.is_zero() {
                return Err(too_many(wait));
            }
            let found = lookup::find(transaction, &value, &key)?;
            let Some(found) = found else {
                guessing::mistake(transaction, &slates, now)?;
                return Ok(None);
            };
            let Found { id, filed, proven } = found;
            let whole = Whole::read(transaction, id, filed)?;
            Ok(Some(shown(&within, &whole, proven)))
        })
        .await;
    sleep_until(floor).await;
    let found = found?.ok_or_else(Refusal::not_found)?;
    let mut response = json(&found);
    let no_store = HeaderValue::from_static("no-store");
    response.headers_mut().insert(CACHE_CONTROL, no_store);
    Ok(response)
}

/// What the public may see, and the rest with a proof.
fn shown(portal: &Portal, whole: &Whole, proven: bool) -> PublicDossier {
    let dossier = whole.dossier(&portal.settings, portal.clock.now());
    let mut status = dossier.status;
    if !proven {
        // Who has it and what they must do is about the case.
        status.next_step = None;
    }
    PublicDossier {
        code: dossier.code,
        status,
        service: proven.then_some(dossier.service),
        deadline: dossier.deadline.filter(|_| proven),
        timeline: if proven { dossier.timeline } else { Vec::new() },
        proofs: if proven { Vec::new() } else { PROOFS.to_vec() },
    }
}

fn refuse_strange(asked: &Lookup) -> Result<(), Refusal> {
    let code = asked.code.as_str();
    let mut faults = Vec::new();
    if code.trim().is_empty() || code.chars().count() > CODE_CHARACTERS {
        let message = "Nhập mã hồ sơ in trên giấy tiếp nhận.";
        faults.push(fault("/code", "malformed", message));
    }
    if let Some(proof) = &asked.proof {
        let digits = proof.digits.as_bytes();
        if digits.len() != 4 || !digits.iter().all(u8::is_ascii_digit) {
            faults.push(fault(
                "/proof/digits",
                "malformed",
                "Nhập đúng 4 chữ số cuối.",
            ));
        }
        if !PROOFS.contains(&proof.kind) {
            let message = "Chọn số điện thoại hoặc số định danh.";
            faults.push(fault("/proof/kind", "unknown", message));
        }
    }
    if faults.is_empty() {
        Ok(())
    } else {
        Err(Refusal::answers(faults))
    }
}

/// Who asks, as far as their mistakes are counted together: the address at the other end.
/// A proxy on the portal's own machine names whom it speaks for, last in `X-Forwarded-For`;
/// whoever else connects from there is the operator.
pub(super) fn caller(peer: Option<Extension<Peer>>, headers: &HeaderMap) -> Option<String> {
    let Extension(Peer(address)) = peer?;
    if !address.is_loopback() {
        return Some(address.to_string());
    }
    let named = headers
        .get_all(FORWARDED)
        .iter()
        .next_back()?
        .to_str()
        .ok()?;
    let last = named.rsplit(',').next()?.trim();
    last.parse::<IpAddr>()
        .ok()
        .map(|address| address.to_string())
}

pub(super) fn too_many(wait: Duration) -> Refusal {
    Refusal::new(
        kind::TOO_MANY,
        StatusCode::TOO_MANY_REQUESTS,
        "Bạn tra cứu quá nhiều lần",
        "Mã hoặc số bạn nhập nhiều lần không khớp. Bạn xem lại giấy tiếp nhận, chờ rồi thử lại.",
    )
    .with(RETRY_AFTER, &wait.as_secs().max(1).to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn from(address: &str, forwarded: Option<&'static str>) -> Option<String> {
        let mut headers = HeaderMap::new();
        if let Some(named) = forwarded {
            headers.insert(FORWARDED, HeaderValue::from_static(named));
        }
        let address = address.parse().expect("an address");
        caller(Some(Extension(Peer(address))), &headers)
    }

    #[test]
    fn only_a_proxy_on_the_same_machine_names_somebody_else() {
        let guesser = Some("203.0.113.7".to_owned());
        assert_eq!(from("203.0.113.7", None), guesser);
        assert_eq!(from("203.0.113.7", Some("198.51.100.1")), guesser);
        // What the guesser wrote themselves stands before what the proxy adds.
        let forwarded = Some("198.51.100.1, 203.0.113.7");
        assert_eq!(from("127.0.0.1", forwarded), guesser);
        assert_eq!(from("::1", None), None);
        assert_eq!(from("127.0.0.1", Some("unknown")), None);
    }
}
