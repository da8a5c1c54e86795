//! Taking one's data away, and having it deleted as far as the law allows.

use std::sync::Arc;

use axum::Router;
use axum::extract::rejection::PathRejection;
use axum::extract::{Path, State};
use axum::response::IntoResponse;
use axum::routing::{get, post};
use http::header::{CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_LENGTH, CONTENT_TYPE};
use http::{HeaderValue, StatusCode};
use tokio_util::io::ReaderStream;

use super::{Answer, App, segment};
use crate::idempotency::Call;
use crate::person::{deletion, export};
use crate::portal::Portal;
use crate::random;
use crate::session::SignedIn;
use crate::uploads::leaving;
use crate::web::answer::json;
use crate::web::refusal::Refusal;
use crate::web::reply::Reply;

/// The addresses of this module.
pub(super) fn routes() -> Router<Arc<Portal>> {
    Router::new()
        .route("/me/exports", post(start))
        .route("/me/exports/{id}", get(one))
        .route("/me/exports/{id}/content", get(content))
        .route("/me/deletion", get(preview).post(delete))
}

type Id = Result<Path<String>, PathRejection>;

/// `POST /me/exports`: put together before it is answered; sent again, what was put together
/// the second time goes with the next sweep.
async fn start(State(portal): App, who: SignedIn, call: Call) -> Answer {
    let (person, now) = (who.person.clone(), portal.clock.now());
    let whose = person.clone();
    let made = portal
        .on_a_thread(move |portal| {
            let admitted =
                portal.look_up(|connection| Ok(export::admit(connection, &whose, now)))?;
            admitted.and_then(|()| export::write(portal, &whose, &random::id(), now))
        })
        .await;
    portal
        .create(who, call, move |transaction, _, now| {
            let made = made?;
            export::keep(transaction, &person, &made)?;
            Ok(Reply::json(StatusCode::ACCEPTED, &made.shown(now)))
        })
        .await
}

/// `GET /me/exports/{id}`
async fn one(State(portal): App, who: SignedIn, id: Id) -> Answer {
    let (id, now) = (segment(id, "id")?, portal.clock.now());
    let found = portal
        .ask(move |connection| export::find(connection, &who.person, &id))
        .await?;
    Ok(json(&found.ok_or_else(Refusal::not_found)?.shown(now)))
}

/// `GET /me/exports/{id}/content`
async fn content(State(portal): App, who: SignedIn, id: Id) -> Answer {
    let (id, now) = (segment(id, "id")?, portal.clock.now());
    let found = portal
        .ask(move |connection| export::find(connection, &who.person, &id))
        .await?;
    let found = found.filter(|export| export.is_there(now));
    let export = found.ok_or_else(Refusal::not_found)?;
    let file = tokio::fs::File::open(export::place(&portal, &export.id)).await;
    let file = file.map_err(|_| Refusal::not_found())?;
    let length = file.metadata().await.map_or(0, |file| file.len());
    let name = "attachment; filename=\"du-lieu-cua-toi.zip\"";
    let headers = [
        (CONTENT_TYPE, HeaderValue::from_static("application/zip")),
        (CACHE_CONTROL, HeaderValue::from_static("no-store")),
        (CONTENT_DISPOSITION, HeaderValue::from_static(name)),
        (CONTENT_LENGTH, HeaderValue::from(length)),
    ];
    let body = axum::body::Body::from_stream(ReaderStream::new(file));
    Ok((headers, body).into_response())
}

/// `GET /me/deletion`
async fn preview(State(portal): App, who: SignedIn) -> Answer {
    let asked_at = portal
        .ask(move |connection| deletion::asked_at(connection, &who.person))
        .await?;
    Ok(json(&deletion::described(asked_at)))
}

/// `POST /me/deletion`: done when it is answered, but for files, which go right after.
async fn delete(State(portal): App, who: SignedIn, call: Call) -> Answer {
    let (person, owner) = (who.person.clone(), who.owner().clone());
    let answer = portal
        .create(who, call, move |transaction, _, now| {
            deletion::delete(transaction, &person, now)?;
            let done = deletion::described(Some(now));
            Ok(Reply::json(StatusCode::ACCEPTED, &done))
        })
        .await?;
    portal
        .on_a_thread(move |portal| {
            let uploads = portal.look_up(|connection| deletion::uploads(connection, &owner))?;
            for upload in uploads {
                // One that bytes still come for runs out by itself.
                let _ = leaving::take_back(portal, &owner, &upload);
            }
            export::sweep(portal)
        })
        .await?;
    Ok(answer)
}
