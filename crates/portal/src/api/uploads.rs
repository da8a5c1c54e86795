//! Resumable uploads: tus 1.0.0 with `creation`, `checksum`, `termination`, `expiration`.

use std::sync::Arc;

use axum::Router;
use axum::body::Body;
use axum::extract::rejection::PathRejection;
use axum::extract::{Path, Request, State};
use axum::middleware::{from_fn, from_fn_with_state};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, options, patch, post};
use http::header::LOCATION;
use http::request::Parts;
use http::{HeaderValue, StatusCode};
use motcua_contract::API_ROOT;
use motcua_contract::upload::{TUS_EXTENSIONS, TUS_VERSION, Upload as Told, UploadState};

use super::{Answer, App, segment};
use crate::idempotency::Call;
use crate::moment::Moment;
use crate::portal::Portal;
use crate::session::{Owner, Visitor};
use crate::uploads::checksum::ALGORITHM;
use crate::uploads::receiving::{self, Chunk};
use crate::uploads::rows::{self, Standing, Upload};
use crate::uploads::{bounds, leaving, refusals};
use crate::web::answer::json;
use crate::web::refusal::Refusal;
use crate::web::reply::Reply;
use crate::web::{cross_site, log};

mod headers;

use headers::{
    CHECKSUM_ALGORITHM, EXPIRES, EXTENSION, LENGTH, MAX_SIZE, OFFSET, RESUMABLE, VERSION,
};

/// The addresses of this module but for those below.
pub(super) fn routes() -> Router<Arc<Portal>> {
    Router::new()
        .route("/uploads", post(announce))
        .route("/uploads/{id}", get(one).head(offset).delete(take_back))
        .layer(from_fn(headers::speak_tus))
}

/// Bytes, which the guard of everything else would hold in memory. They have bounds of
/// their own: as many requests at once as `Intake` has places, and the times in
/// `receiving`.
pub(super) fn bytes(portal: &Arc<Portal>) -> Router<Arc<Portal>> {
    Router::new()
        .route("/uploads/{id}", patch(send))
        .layer(from_fn(headers::speak_tus))
        .layer(from_fn(log::name_route))
        .layer(from_fn_with_state(Arc::clone(portal), cross_site::refuse))
}

/// What the server can do. Outside of what answers preflights, which are OPTIONS too.
pub(super) fn abilities() -> Router<Arc<Portal>> {
    Router::new()
        .route("/uploads", options(tell_abilities))
        .layer(from_fn(log::name_route))
}

/// `OPTIONS /uploads`
async fn tell_abilities(State(portal): App) -> Response {
    let most = portal.settings.portal.uploads.bytes;
    let headers = [
        (RESUMABLE, HeaderValue::from_static(TUS_VERSION)),
        (VERSION, HeaderValue::from_static(TUS_VERSION)),
        (EXTENSION, HeaderValue::from_static(TUS_EXTENSIONS)),
        (MAX_SIZE, HeaderValue::from(most)),
        (CHECKSUM_ALGORITHM, HeaderValue::from_static(ALGORITHM)),
    ];
    (StatusCode::NO_CONTENT, headers).into_response()
}

/// `POST /uploads`
async fn announce(State(portal): App, visitor: Visitor, request: Request) -> Answer {
    let (parts, _) = request.into_parts();
    let (bytes, said) = headers::announced(&parts.headers)?;
    let call = Call::read(&parts, &headers::contents(&parts.headers))?;
    let settings = portal.settings.portal.uploads.clone();
    if bytes > settings.bytes {
        return Err(refusals::file_too_large(settings.bytes));
    }
    portal
        .create(visitor, call, move |transaction, owner, now| {
            bounds::admit(transaction, owner, bytes, &settings, now)?;
            let expires_at = now.plus(settings.unused());
            let id = rows::announce(transaction, owner, &said, bytes, (now, expires_at))?;
            Ok(Reply::empty(StatusCode::CREATED)
                .header(LOCATION, &format!("{API_ROOT}/uploads/{id}"))
                .header(EXPIRES, &http_date(expires_at)))
        })
        .await
}

type Id = Result<Path<String>, PathRejection>;

/// `HEAD /uploads/{id}`: how many bytes count.
async fn offset(State(portal): App, visitor: Visitor, id: Id) -> Answer {
    let id = segment(id, "id")?;
    let owner = visitor.owner().cloned();
    let (upload, arrived) = portal
        .on_a_thread(move |portal| {
            let upload = portal.look_up(|connection| found(connection, owner.as_ref(), &id))?;
            let upload = present(upload, portal.clock.now())?;
            let arrived = arrived(portal, &upload)?;
            Ok((upload, arrived))
        })
        .await?;
    let mut response = standing_at(&upload, arrived);
    let length = HeaderValue::from(upload.bytes);
    response.headers_mut().insert(LENGTH, length);
    Ok(response)
}

/// The bytes that count: the fewer of what the database says and what is on the disk.
fn arrived(portal: &Portal, upload: &Upload) -> Result<u64, Refusal> {
    if upload.standing != Standing::Sending || upload.arrived == 0 {
        return Ok(upload.arrived);
    }
    let part = portal.intake.files.part(&upload.id);
    let on_disk = std::fs::metadata(part).map_err(|error| refusals::disk(&error))?;
    Ok(upload.arrived.min(on_disk.len()))
}

/// `PATCH /uploads/{id}`: bytes from an offset on.
async fn send(State(portal): App, visitor: Visitor, id: Id, request: Request) -> Answer {
    let (parts, body) = request.into_parts();
    let chunk = chunk(&visitor, id, &parts)?;
    let Ok(_place) = portal.intake.places.try_acquire() else {
        return Err(refusals::crowded());
    };
    let upload = receive(&portal, chunk, body).await?;
    let mut response = standing_at(&upload, upload.arrived);
    *response.status_mut() = StatusCode::NO_CONTENT;
    Ok(response)
}

fn chunk(visitor: &Visitor, id: Id, parts: &Parts) -> Result<Chunk, Refusal> {
    let upload = segment(id, "id")?;
    let owner = visitor.owner().cloned().ok_or_else(Refusal::not_found)?;
    headers::are_bytes(&parts.headers)?;
    let (offset, checksum) = headers::sent(&parts.headers)?;
    Ok(Chunk {
        upload,
        owner,
        offset,
        length: headers::body_length(&parts.headers),
        checksum,
    })
}

async fn receive(portal: &Arc<Portal>, chunk: Chunk, body: Body) -> Result<Upload, Refusal> {
    receiving::receive(Arc::clone(portal), chunk, body).await
}

/// `GET /uploads/{id}`: what became of it.
async fn one(State(portal): App, visitor: Visitor, id: Id) -> Answer {
    let id = segment(id, "id")?;
    let owner = visitor.owner().cloned();
    let upload = portal
        .ask(move |connection| found(connection, owner.as_ref(), &id))
        .await?;
    let upload = present(upload, portal.clock.now())?;
    Ok(json(&told(&portal, upload)))
}

/// `DELETE /uploads/{id}`
async fn take_back(State(portal): App, visitor: Visitor, id: Id) -> Answer {
    let id = segment(id, "id")?;
    let owner = visitor.owner().cloned().ok_or_else(Refusal::not_found)?;
    portal
        .on_a_thread(move |portal| leaving::take_back(portal, &owner, &id))
        .await?;
    Ok(StatusCode::NO_CONTENT.into_response())
}

fn found(
    connection: &rusqlite::Connection,
    owner: Option<&Owner>,
    id: &str,
) -> rusqlite::Result<Option<Upload>> {
    match owner {
        Some(owner) => rows::of_owner(connection, owner, id),
        None => Ok(None),
    }
}

fn present(upload: Option<Upload>, now: Moment) -> Result<Upload, Refusal> {
    let upload = upload.ok_or_else(Refusal::not_found)?;
    if upload.is_gone(now) {
        return Err(refusals::gone());
    }
    Ok(upload)
}

fn standing_at(upload: &Upload, arrived: u64) -> Response {
    let mut response = StatusCode::OK.into_response();
    let headers = response.headers_mut();
    headers.insert(OFFSET, HeaderValue::from(arrived));
    if let Some(end) = upload.expires_at() {
        let end = HeaderValue::try_from(http_date(end)).expect("a date is ASCII");
        headers.insert(EXPIRES, end);
    }
    response
}

fn told(portal: &Portal, upload: Upload) -> Told {
    Told {
        expires_at: upload.expires_at().map(Moment::rfc3339),
        state: match upload.standing {
            Standing::Sending if upload.arrived == 0 => UploadState::Waiting,
            Standing::Sending | Standing::Gone => UploadState::Sending {
                offset: upload.arrived,
            },
            Standing::Received(hash) => UploadState::Received {
                sha256: hash.to_string(),
            },
            Standing::Checked { hash, kind, pages } => UploadState::Checked {
                sha256: hash.to_string(),
                media_type: kind.media_type().into(),
                pages,
            },
            Standing::Refused(fault) => UploadState::Refused {
                reason: fault.reason(),
                text: fault.text(&portal.settings.portal.uploads.types),
            },
        },
        id: upload.id,
        name: upload.name,
        bytes: upload.bytes,
    }
}

/// As HTTP writes dates (RFC 9110, 5.6.7), which is how tus writes the end.
fn http_date(moment: Moment) -> String {
    let seconds = moment.unix().max(0).unsigned_abs();
    httpdate::fmt_http_date(std::time::UNIX_EPOCH + std::time::Duration::from_secs(seconds))
}
