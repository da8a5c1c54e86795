//! A result's file that an officer hands over: received, looked into and kept like anybody's.
//!
//! The page sends it in its form (`multipart/form-data`), a program as the body of a request. A
//! file that is no sound PDF is refused like any other upload, and the dossier stays as it was.

use std::sync::Arc;

use axum::Router;
use axum::body::Body;
use axum::extract::multipart::{Multipart, MultipartRejection};
use axum::extract::{DefaultBodyLimit, OriginalUri, State};
use axum::response::{IntoResponse, Redirect};
use axum::routing::post;
use bytes::Bytes;
use motcua_contract::search::QUERY_CHARACTERS;

use super::form::Typed;
use super::{App, Code, case, number, page};
use crate::dossier::ground::fault;
use crate::dossier::moves::Move;
use crate::dossier::officer::files_of_officers;
use crate::portal::Portal;
use crate::sniffing::Kind;
use crate::uploads::metadata::Metadata;
use crate::uploads::receiving::{self, Chunk};
use crate::uploads::rows::{self, Standing};
use crate::uploads::taking::{self, Found};
use crate::uploads::{bounds, checking};
use crate::web::answer::json;
use crate::web::query::Query;
use crate::web::refusal::{Answer, Refusal};

/// The fields of the page's form.
const NAME: &str = "decideFile-name";
const FILE: &str = "decideFile-file";

/// The addresses that take a file; the guard around them bounds its size.
pub(in crate::sandbox) fn routes() -> Router<Arc<Portal>> {
    Router::new()
        .route(
            "/sandbox/officer/dossiers/{code}/result",
            post(from_the_page),
        )
        .route(
            "/sandbox/officer/api/dossiers/{code}/result",
            post(from_a_program),
        )
        .layer(DefaultBodyLimit::disable())
}

/// `POST` of the page's form: on to the dossier, or the page again with what is wrong.
async fn from_the_page(
    State(portal): App,
    code: Code,
    form: Result<Multipart, MultipartRejection>,
) -> Answer {
    let id = number(&portal, code).await?;
    let (name, file) = match form {
        Ok(form) => fields(form).await,
        Err(_) => (String::new(), None),
    };
    let done = decide(&portal, id, &name, file).await;
    let case = case(&portal, id).await?;
    match done {
        Ok(()) => {
            let own = format!("/sandbox/officer/dossiers/{}", case.dossier.code);
            Ok(Redirect::to(&own).into_response())
        }
        Err(refusal) if refusal.is_the_senders() => {
            let typed = Typed::new(vec![(NAME.into(), name)]);
            Ok(page::case(&case, Some(&refusal), &typed))
        }
        Err(refusal) => Err(refusal),
    }
}

/// The result's name, and the file with its own.
async fn fields(mut form: Multipart) -> (String, Option<(String, Bytes)>) {
    let (mut name, mut file) = (String::new(), None);
    // A form that breaks off says no more than what came before.
    while let Ok(Some(field)) = form.next_field().await {
        match field.name() {
            Some(NAME) => name = field.text().await.unwrap_or_default(),
            Some(FILE) => {
                let called = field.file_name().unwrap_or_default().to_owned();
                let bytes = field.bytes().await.unwrap_or_default();
                file = (!bytes.is_empty()).then_some((called, bytes));
            }
            _ => {}
        }
    }
    (name, file)
}

/// `POST` of the file itself, with `?name=` of the result and `?fileName=`; the dossier then.
async fn from_a_program(
    State(portal): App,
    code: Code,
    OriginalUri(uri): OriginalUri,
    bytes: Bytes,
) -> Answer {
    let id = number(&portal, code).await?;
    let mut query = Query::new(uri.query());
    let name = query.text("name", QUERY_CHARACTERS).unwrap_or_default();
    let called = query.text("fileName", QUERY_CHARACTERS);
    query.finish()?;
    let file = (called.unwrap_or_default(), bytes);
    decide(
        &portal,
        id,
        &name,
        Some(file).filter(|(_, bytes)| !bytes.is_empty()),
    )
    .await?;
    Ok(json(&case(&portal, id).await?))
}

/// Issues the result with the file, once that is in order.
async fn decide(
    portal: &Arc<Portal>,
    dossier: i64,
    name: &str,
    file: Option<(String, Bytes)>,
) -> Result<(), Refusal> {
    let Some((called, bytes)) = file else {
        return Err(refused("required", "Chọn tệp PDF của kết quả."));
    };
    let wish = |file| Move::Decide {
        name: name.trim().into(),
        text: None,
        file: Some(file),
    };
    // What else is wrong is said before the bytes are kept.
    wish(String::new()).check()?;
    let id = receive(portal, &called, bytes).await?;
    portal.officer_does(dossier, wish(id)).await
}

/// Receives a file as uploads are received; its id once it is found to be a PDF in order.
async fn receive(portal: &Arc<Portal>, called: &str, bytes: Bytes) -> Result<String, Refusal> {
    let settings = &portal.settings.portal.uploads;
    let length = bytes.len() as u64;
    if length > settings.bytes {
        let message = format!("Tệp tối đa {} MiB.", settings.bytes >> 20);
        return Err(refused("tooLarge", &message));
    }
    let said = Metadata::attachment(called).map_err(|(code, words)| refused(code, words))?;
    let (within, now) = (Arc::clone(portal), portal.clock.now());
    let id = portal
        .transact(move |transaction| {
            let (owner, settings) = (files_of_officers(), &within.settings.portal.uploads);
            bounds::admit(transaction, &owner, length, settings, now)?;
            let times = (now, now.plus(settings.unused()));
            Ok(rows::announce(transaction, &owner, &said, length, times)?)
        })
        .await?;
    let chunk = Chunk {
        upload: id.clone(),
        owner: files_of_officers(),
        offset: 0,
        length: Some(length),
        checksum: None,
    };
    let received = receiving::receive(Arc::clone(portal), chunk, Body::from(bytes)).await?;
    if let Standing::Received(hash) = received.standing {
        checking::check_now(portal, id.clone(), hash).await?;
    }
    judged(portal, id).await
}

/// The id of a file that was looked into, when it can be a result.
async fn judged(portal: &Arc<Portal>, id: String) -> Result<String, Refusal> {
    let (now, wanted) = (portal.clock.now(), id.clone());
    let found = portal
        .ask(move |connection| taking::find(connection, &files_of_officers(), &wanted, now))
        .await?;
    match found {
        Found::Ready(file) if file.kind == Some(Kind::Pdf) => Ok(id),
        Found::Ready(_) => Err(refused("type", "Kết quả là tệp PDF. Bạn chọn tệp khác.")),
        Found::Refused(fault) => Err(refused("refused", &fault.text(&[Kind::Pdf]).vi)),
        _ => Err(Refusal::internal()),
    }
}

fn refused(code: &str, message: &str) -> Refusal {
    Refusal::answers(vec![fault("/file", code, message)])
}
