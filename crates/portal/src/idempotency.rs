//! Doing things once: a POST that creates, sent again, gets its first answer again.
//!
//! ```ignore
//! async fn create(State(portal): App, visitor: Visitor, call: Keyed<NewThing>) -> Answer {
//!     let Keyed { value, call } = call;
//!     portal
//!         .create(visitor, call, move |transaction, owner, now| {
//!             // Writes through `transaction`, for `owner`; an `Err` undoes all of it.
//!             Ok(Reply::json(StatusCode::CREATED, &thing).header(LOCATION, &address))
//!         })
//!         .await
//! }
//! ```
//!
//! The first answer is written in the transaction that creates: a portal that dies in
//! between leaves both or neither. Transactions that write stand in line, so the same
//! request sent twice at once is made once and answered twice. A refusal is not kept: the
//! next try may do better. Work that leaves the database (a file, another server) is done
//! before, and must bear to be done twice.
//!
//! A guest's session begins with the first thing they create. When the answer to that is
//! lost, so is its cookie; sent again with the same key and body, the request joins the
//! guest it began. The key is as hard to guess as a session, and this ends with the first
//! sign-in or sign-out.

use std::sync::Arc;
use std::time::Duration;

use axum::extract::{FromRequest, FromRequestParts, Request};
use axum::response::IntoResponse;
use http::header::SET_COOKIE;
use http::request::Parts;
use http::{HeaderMap, HeaderName, HeaderValue, StatusCode};
use motcua_contract::problem::Fault;
use rusqlite::{OptionalExtension, Transaction, params};
use serde::de::DeserializeOwned;
use sha2::{Digest, Sha256};

use crate::moment::Moment;
use crate::portal::Portal;
use crate::session::rows::{self, Begun};
use crate::session::{Owner, Visitor, cookie};
use crate::web::body::Body;
use crate::web::refusal::{Answer, Refusal};
use crate::web::reply::Reply;

const HEADER: HeaderName = HeaderName::from_static("idempotency-key");
/// How short and how long a key may be, in characters.
const KEY_CHARACTERS: std::ops::RangeInclusive<usize> = 16..=100;
/// How long a first answer is kept; the contract asks for a day.
const KEPT: Duration = Duration::from_secs(2 * 86_400);

/// A call to create something, known again by its key.
#[derive(Clone, Debug)]
pub(crate) struct Call {
    key: String,
    /// SHA-256 of method, address and body.
    request: [u8; 32],
}

impl Call {
    /// Reads the key, and remembers what the request asks for: its method, its address,
    /// and `contents`, such as the body and headers that count.
    pub(crate) fn read(parts: &Parts, contents: &[&[u8]]) -> Result<Self, Refusal> {
        let key = key(&parts.headers)?;
        let mut digest = Sha256::new();
        let address = parts.uri.path_and_query().map_or("", |all| all.as_str());
        let line = [parts.method.as_str().as_bytes(), address.as_bytes()];
        for part in line.iter().chain(contents) {
            digest.update((part.len() as u64).to_le_bytes());
            digest.update(part);
        }
        Ok(Self {
            key,
            request: digest.finalize().into(),
        })
    }
}

fn key(headers: &HeaderMap) -> Result<String, Refusal> {
    let fault = |code: &str, message: &str| {
        Refusal::invalid(vec![Fault {
            pointer: "Idempotency-Key:".into(),
            code: code.into(),
            message: message.into(),
        }])
    };
    let mut values = headers.get_all(HEADER).iter();
    let Some(value) = values.next() else {
        let message = "Gửi kèm một khóa chọn riêng cho yêu cầu này, chẳng hạn một UUID.";
        return Err(fault("required", message));
    };
    if values.next().is_some() {
        return Err(fault("repeated", "Chỉ gửi tiêu đề này một lần."));
    }
    match value.to_str() {
        Ok(key) if KEY_CHARACTERS.contains(&key.len()) => Ok(key.into()),
        Ok(_) => Err(fault("outOfRange", "Chọn một khóa từ 16 đến 100 ký tự.")),
        Err(_) => Err(fault("malformed", "Chỉ dùng ký tự ASCII in được.")),
    }
}

/// A call whose body is JSON.
pub(crate) struct Keyed<T> {
    pub(crate) value: T,
    pub(crate) call: Call,
}

impl<T: DeserializeOwned> FromRequest<Arc<Portal>> for Keyed<T> {
    type Rejection = Refusal;

    async fn from_request(request: Request, portal: &Arc<Portal>) -> Result<Self, Refusal> {
        let (parts, body) = request.into_parts();
        let request = Request::from_parts(parts.clone(), body);
        let body = Body::from_request(request, portal).await?;
        let call = Call::read(&parts, &[&body.bytes])?;
        Ok(Self {
            value: body.value,
            call,
        })
    }
}

/// A call without a body.
impl FromRequestParts<Arc<Portal>> for Call {
    type Rejection = Refusal;

    async fn from_request_parts(parts: &mut Parts, _: &Arc<Portal>) -> Result<Self, Refusal> {
        Self::read(parts, &[])
    }
}

impl Portal {
    /// Creates what a call asks for, once; see the module.
    pub(crate) async fn create(
        self: &Arc<Self>,
        visitor: impl Into<Visitor>,
        call: Call,
        make: impl FnOnce(&Transaction<'_>, &Owner, Moment) -> Result<Reply, Refusal> + Send + 'static,
    ) -> Answer {
        let visitor = visitor.into();
        let now = self.clock.now();
        let access = self.settings.access.clone();
        let (reply, begun) = self
            .transact(move |transaction| {
                let (owner, begun) = match visitor.session {
                    Some(session) => (session.owner, None),
                    None => {
                        let owner =
                            began_before(transaction, &call)?.unwrap_or_else(Owner::new_guest);
                        let begun = rows::begin_as_guest(
                            transaction,
                            &owner,
                            &visitor.device,
                            now,
                            &access,
                        )?;
                        (owner, Some(begun))
                    }
                };
                let reply = match first_answer(transaction, &owner, &call)? {
                    Some(reply) => reply,
                    None => {
                        let reply = make(transaction, &owner, now)?;
                        keep(transaction, &owner, &call, begun.is_some(), &reply, now)?;
                        reply
                    }
                };
                Ok((reply, begun))
            })
            .await?;
        Ok(self.with_session(reply, begun, now))
    }

    fn with_session(
        &self,
        reply: Reply,
        begun: Option<Begun>,
        now: Moment,
    ) -> axum::response::Response {
        let mut response = reply.into_response();
        if let Some(begun) = begun {
            let cookie = cookie::begin(&begun, now, &self.settings.access);
            response.headers_mut().insert(SET_COOKIE, cookie);
        }
        response
    }
}

/// The guest whose session this very call began, when its answer was lost.
fn began_before(transaction: &Transaction<'_>, call: &Call) -> rusqlite::Result<Option<Owner>> {
    transaction
        .query_row(
            "SELECT owner FROM first_answer
             WHERE key = ?1 AND request = ?2 AND began = 1 AND owner LIKE 'guest:%'",
            params![call.key, call.request],
            |row| row.get(0),
        )
        .optional()
}

fn first_answer(
    transaction: &Transaction<'_>,
    owner: &Owner,
    call: &Call,
) -> Result<Option<Reply>, Refusal> {
    let stored = transaction
        .query_row(
            "SELECT request, status, headers, body FROM first_answer WHERE owner = ?1 AND key = ?2",
            params![owner, call.key],
            |row| {
                let request: [u8; 32] = row.get(0)?;
                let stored: (u16, String, Vec<u8>) = (row.get(1)?, row.get(2)?, row.get(3)?);
                Ok((request, stored))
            },
        )
        .optional()?;
    match stored {
        None => Ok(None),
        Some((request, _)) if request != call.request => Err(Refusal::key_reused()),
        Some((_, (status, headers, body))) => Ok(Some(unpacked(status, &headers, body))),
    }
}

fn keep(
    transaction: &Transaction<'_>,
    owner: &Owner,
    call: &Call,
    began: bool,
    reply: &Reply,
    now: Moment,
) -> rusqlite::Result<()> {
    let headers = reply.headers.iter();
    let headers: Vec<_> = headers
        .map(|(name, value)| (name.as_str(), String::from_utf8_lossy(value.as_bytes())))
        .collect();
    let headers = serde_json::to_string(&headers).expect("pairs of text");
    transaction.execute(
        "INSERT INTO first_answer (owner, key, request, began, status, headers, body, answered_at)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
        params![
            owner,
            call.key,
            call.request,
            began,
            reply.status.as_u16(),
            headers,
            reply.body,
            now
        ],
    )?;
    Ok(())
}

fn unpacked(status: u16, headers: &str, body: Vec<u8>) -> Reply {
    let headers: Vec<(String, String)> = serde_json::from_str(headers).expect("as it was kept");
    let headers = headers.into_iter().map(|(name, value)| {
        let name = HeaderName::try_from(name).expect("as it was kept");
        (name, HeaderValue::try_from(value).expect("as it was kept"))
    });
    Reply {
        status: StatusCode::from_u16(status).expect("as it was kept"),
        headers: headers.collect(),
        body,
    }
}

/// Deletes first answers that nobody may ask for again.
pub(crate) fn sweep(transaction: &Transaction<'_>, now: Moment) -> rusqlite::Result<usize> {
    transaction.execute(
        "DELETE FROM first_answer WHERE answered_at < ?1",
        [now.minus(KEPT)],
    )
}

#[cfg(test)]
mod tests;
