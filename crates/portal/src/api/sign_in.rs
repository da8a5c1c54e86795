//! `GET /sign-in`, and the way back from the identity provider.

use std::sync::Arc;

use axum::Router;
use axum::extract::{RawQuery, State};
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::get;
use http::HeaderMap;
use http::header::{ACCEPT_LANGUAGE, SET_COOKIE};
use motcua_contract::problem::Fault;
use motcua_contract::session::SignInFailure;

use super::{Answer, App};
use crate::portal::Portal;
use crate::push::rows as push;
use crate::random;
use crate::session::rows::{self, Arrival, Begun};
use crate::session::{Owner, Visitor, cookie, owner, people};
use crate::sign_in::attempt::{self, Attempt, Back};
use crate::sign_in::provider::Identity;
use crate::sign_in::{failed, path_of_the_app};
use crate::web::query::Query;
use crate::web::refusal::Refusal;

/// The longest `returnTo`, as the contract says.
const RETURN_TO_CHARACTERS: u32 = 2000;
/// The longest that a provider may send back.
const CODE_CHARACTERS: u32 = 4000;

/// The addresses of this module.
pub(super) fn routes() -> Router<Arc<Portal>> {
    Router::new()
        .route("/sign-in", get(depart))
        .route("/sign-in/return", get(come_back))
}

/// `GET /sign-in`
async fn depart(State(portal): App, headers: HeaderMap, RawQuery(raw): RawQuery) -> Answer {
    let return_to = return_to(raw.as_deref())?;
    let access = &portal.settings.access;
    let origin = access.own_origin(&headers).ok_or_else(|| {
        refused(
            "Host:",
            "malformed",
            "Gửi tiêu đề Host là tên máy chủ của cổng.",
        )
    })?;
    let language = headers
        .get(ACCEPT_LANGUAGE)
        .and_then(|value| value.to_str().ok());
    let language = language.and_then(|accepted| accepted.split([',', ';', '-']).next());
    let language = language.filter(|tag| matches!(*tag, "vi" | "en"));
    let now = portal.clock.now();
    let departure = portal
        .provider
        .depart(
            &portal.settings.sign_in,
            (origin, return_to.clone()),
            language.map(String::from),
            now,
        )
        .await;
    let Ok(departure) = departure else {
        return Ok(see(&failed(&return_to, SignInFailure::Unavailable)));
    };
    // One secret for all tabs of a browser, so that each of them finds its way back.
    let browser = cookie::value(&headers, cookie::SIGN_IN, access);
    let browser = browser.map_or_else(random::secret, String::from);
    let kept = browser.clone();
    let keeping = portal
        .transact(move |transaction| {
            let names = (departure.state.as_str(), kept.as_str());
            Ok(attempt::keep(transaction, names, &departure.attempt, now)?)
        })
        .await;
    // A browser that goes from page to page would show a problem document as it stands.
    if keeping.is_err() {
        return Ok(see(&failed(&return_to, SignInFailure::Unavailable)));
    }
    let mut response = see(&departure.address);
    let cookie = cookie::set(cookie::SIGN_IN, &browser, attempt::PATIENCE, access);
    response.headers_mut().insert(SET_COOKIE, cookie);
    Ok(response)
}

fn return_to(raw: Option<&str>) -> Result<String, Refusal> {
    let mut query = Query::new(raw);
    let return_to = query.text("returnTo", RETURN_TO_CHARACTERS);
    query.finish()?;
    let Some(return_to) = return_to else {
        return Err(refused(
            "?returnTo",
            "required",
            "Gửi đường dẫn của ứng dụng để quay về sau khi đăng nhập.",
        ));
    };
    path_of_the_app(&return_to).ok_or_else(|| {
        refused(
            "?returnTo",
            "malformed",
            "Gửi một đường dẫn của ứng dụng, bắt đầu bằng một dấu gạch chéo.",
        )
    })
}

fn refused(pointer: &str, code: &str, message: &str) -> Refusal {
    Refusal::invalid(vec![Fault {
        pointer: pointer.into(),
        code: code.into(),
        message: message.into(),
    }])
}

/// `GET /sign-in/return`: with a code, or with what went wrong.
async fn come_back(
    State(portal): App,
    headers: HeaderMap,
    visitor: Visitor,
    RawQuery(raw): RawQuery,
) -> Answer {
    let mut query = Query::new(raw.as_deref());
    let code = query.text("code", CODE_CHARACTERS);
    let error = query.text("error", CODE_CHARACTERS);
    let state = query.text("state", CODE_CHARACTERS);
    query.finish()?;
    let browser = cookie::value(&headers, cookie::SIGN_IN, &portal.settings.access);
    let (Some(state), Some(browser)) = (state, browser.map(String::from)) else {
        return Ok(see(&failed("/", SignInFailure::Expired)));
    };
    let now = portal.clock.now();
    let back = portal
        .transact(move |transaction| Ok(attempt::take(transaction, (&state, &browser), now)?))
        .await;
    let Ok(back) = back else {
        return Ok(see(&failed("/", SignInFailure::Unavailable)));
    };
    let attempt = match back {
        None => return Ok(see(&failed("/", SignInFailure::Expired))),
        Some(Back::TooLate(return_to)) => {
            return Ok(see(&failed(&return_to, SignInFailure::Expired)));
        }
        Some(Back::InTime(attempt)) => attempt,
    };
    match identified(&portal, code, error.as_deref(), &attempt).await {
        Ok(identity) => begin(&portal, visitor, identity, &attempt.return_to).await,
        Err(failure) => Ok(see(&failed(&attempt.return_to, failure))),
    }
}

async fn identified(
    portal: &Arc<Portal>,
    code: Option<String>,
    error: Option<&str>,
    attempt: &Attempt,
) -> Result<Identity, SignInFailure> {
    if let Some(error) = error {
        return Err(meaning(error));
    }
    let settings = &portal.settings.sign_in;
    let code = code.ok_or(SignInFailure::Unavailable)?;
    let arrived = portal
        .provider
        .arrive(settings, code, attempt, portal.clock.now());
    let identity = arrived.await.map_err(|_| SignInFailure::Unavailable)?;
    if identity.assurance < settings.least_assurance {
        return Err(SignInFailure::AssuranceTooLow);
    }
    Ok(identity)
}

/// What a provider's error means for the person: OAuth 2.0's codes, and those of `OpenID`'s
/// extensions for an identity that is not assured enough and a person who is not known.
fn meaning(error: &str) -> SignInFailure {
    match error {
        "access_denied" => SignInFailure::Cancelled,
        "unmet_authentication_requirements" => SignInFailure::AssuranceTooLow,
        "unknown_user_id" => SignInFailure::NotFound,
        _ => SignInFailure::Unavailable,
    }
}

/// Begins the session, gives the person what they had as a guest, and ends what the browser
/// had before.
async fn begin(
    portal: &Arc<Portal>,
    visitor: Visitor,
    identity: Identity,
    return_to: &str,
) -> Answer {
    let (now, access) = (portal.clock.now(), portal.settings.access.clone());
    let begun: Begun = portal
        .transact(move |transaction| {
            let subject = (identity.issuer.as_str(), identity.subject.as_str());
            let person = people::met(transaction, subject, &identity.name, now)?;
            let owner = Owner::Person(person.clone());
            let arrival = Arrival {
                owner: &owner,
                assurance: identity.assurance,
                device: &visitor.device,
            };
            let begun = rows::begin(transaction, &arrival, now, &access)?;
            if let Some(before) = &visitor.session {
                owner::hand_over(transaction, &before.owner, &person)?;
                if before.owner.person().is_none_or(|one| *one == person) {
                    push::hand_over(transaction, &before.id, &begun.id)?;
                    rows::end(transaction, &before.owner, &before.id)?;
                } else {
                    // Whoever had the browser before is not told there any more.
                    rows::sign_out(transaction, &before.owner, &before.id, now)?;
                }
            }
            Ok(begun)
        })
        .await?;
    let mut response = see(return_to);
    let cookie = cookie::begin(&begun, now, &portal.settings.access);
    response.headers_mut().insert(SET_COOKIE, cookie);
    Ok(response)
}

fn see(address: &str) -> Response {
    Redirect::to(address).into_response()
}
