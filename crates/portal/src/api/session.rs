//! Who is signed in, for how long, and on which devices.

use std::sync::Arc;

use axum::Router;
use axum::extract::rejection::PathRejection;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Response};
use axum::routing::{delete, get, post};
use http::header::SET_COOKIE;
use http::{HeaderMap, StatusCode};
use motcua_contract::session::{
    Assurance, Device, Devices, Session, SignedIn as Person, SignedOut,
};

use super::{Answer, App, segment};
use crate::portal::Portal;
use crate::session::{SignedIn, Visitor, cookie, people, rows};
use crate::web::answer::json;
use crate::web::refusal::Refusal;

/// The addresses of this module.
pub(super) fn routes() -> Router<Arc<Portal>> {
    Router::new()
        .route("/session", get(current).delete(sign_out))
        .route("/session/extension", post(extend))
        .route("/me/devices", get(devices).delete(sign_out_everywhere))
        .route("/me/devices/{id}", delete(sign_out_device))
}

/// `GET /session`: 200 for guests too.
async fn current(State(portal): App, visitor: Visitor) -> Answer {
    let Some(person) = visitor.person().cloned() else {
        return Ok(json(&Session { person: None }));
    };
    let session = visitor.session.ok_or_else(Refusal::sign_in)?;
    described(&portal, SignedIn { person, session }).await
}

/// `POST /session/extension`
async fn extend(State(portal): App, mut who: SignedIn) -> Answer {
    let now = portal.clock.now();
    let ends_at = who.session.end_if_extended(now, &portal.settings.access);
    who.session.ends_at = ends_at;
    let session = who.session.clone();
    portal
        .transact(move |transaction| Ok(rows::touch(transaction, &session, now, ends_at)?))
        .await?;
    described(&portal, who).await
}

async fn described(portal: &Arc<Portal>, who: SignedIn) -> Answer {
    let SignedIn { person, session } = who;
    let name = portal
        .ask(move |connection| people::name(connection, &person))
        .await?;
    Ok(json(&Session {
        person: Some(Person {
            name,
            assurance: session.assurance.map_or(Assurance::Low, |level| level.0),
            expires_at: session.ends_at.rfc3339(),
            extendable: session.ends_at < session.ends_for_good_at,
            device: session.id,
        }),
    }))
}

/// `DELETE /session`: a guest is forgotten too, as on a device that others use.
async fn sign_out(State(portal): App, headers: HeaderMap, visitor: Visitor) -> Answer {
    let session = visitor.session.ok_or_else(Refusal::sign_in)?;
    let (settings, now) = (&portal.settings, portal.clock.now());
    let origin = settings.access.own_origin(&headers);
    let continue_to = match (session.owner.person(), origin) {
        (Some(_), Some(origin)) => {
            portal
                .provider
                .goodbye(&settings.sign_in, &origin, now)
                .await
        }
        _ => None,
    };
    portal
        .transact(move |transaction| {
            let (owner, id) = (&session.owner, &session.id);
            Ok(rows::sign_out(transaction, owner, id, now)?)
        })
        .await?;
    let answer = json(&SignedOut { continue_to });
    Ok(without_cookie(&portal, answer))
}

/// `GET /me/devices`: this one first.
async fn devices(State(portal): App, who: SignedIn) -> Answer {
    let (owner, now) = (who.owner().clone(), portal.clock.now());
    let mut sessions = portal
        .ask(move |connection| rows::of_owner(connection, &owner, now))
        .await?;
    sessions.sort_by_key(|session| session.id != who.session.id);
    let items = sessions.into_iter().map(|session| Device {
        current: session.id == who.session.id,
        id: session.id,
        name: session.device,
        signed_in_at: session.created_at.rfc3339(),
        last_seen_at: session.last_seen_at.rfc3339(),
    });
    Ok(json(&Devices {
        items: items.collect(),
    }))
}

/// `DELETE /me/devices`: this one too.
async fn sign_out_everywhere(State(portal): App, who: SignedIn) -> Answer {
    portal
        .transact(move |transaction| Ok(rows::end_all(transaction, who.owner())?))
        .await?;
    Ok(without_cookie(&portal, StatusCode::NO_CONTENT))
}

/// `DELETE /me/devices/{id}`
async fn sign_out_device(
    State(portal): App,
    who: SignedIn,
    id: Result<Path<String>, PathRejection>,
) -> Answer {
    let id = segment(id, "id")?;
    let (here, now) = (id == who.session.id, portal.clock.now());
    let ended = portal
        .transact(move |transaction| Ok(rows::sign_out(transaction, who.owner(), &id, now)?))
        .await?;
    match (ended, here) {
        (false, _) => Err(Refusal::not_found()),
        (true, true) => Ok(without_cookie(&portal, StatusCode::NO_CONTENT)),
        (true, false) => Ok(StatusCode::NO_CONTENT.into_response()),
    }
}

fn without_cookie(portal: &Portal, answer: impl IntoResponse) -> Response {
    let mut response = answer.into_response();
    let cookie = cookie::end(&portal.settings.access);
    response.headers_mut().insert(SET_COOKIE, cookie);
    response
}
