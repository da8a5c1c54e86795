//! Dossiers: those one has filed, each with its receipt.

use std::sync::Arc;

use axum::Router;
use axum::extract::rejection::PathRejection;
use axum::extract::{OriginalUri, Path, Request, State};
use axum::routing::get;
use http::StatusCode;
use http::header::LOCATION;
use motcua_contract::dossier::Dossiers;
use motcua_contract::search::{OFFSET_MAX, PAGE_SIZE_DEFAULT, PAGE_SIZE_MAX};
use motcua_contract::submission::Submission;
use motcua_search::fold;

use super::{Answer, App, segment};
use crate::attachment::OF_MESSAGES;
use crate::dossier::ground::Ground;
use crate::dossier::list::{self, Wanted};
use crate::dossier::show::{Whole, address};
use crate::dossier::{issued, outcome, rows, submit};
use crate::files::download::{self, Download};
use crate::idempotency::Keyed;
use crate::portal::Portal;
use crate::session::{Owner, Visitor};
use crate::web::answer::json;
use crate::web::query::Query;
use crate::web::refusal::Refusal;
use crate::web::reply::Reply;

/// The addresses of this module.
pub(super) fn routes() -> Router<Arc<Portal>> {
    Router::new()
        .route("/dossiers", get(list_them).post(submit))
        .route("/dossiers/{code}", get(one))
        .route("/dossiers/{code}/files/{id}", get(file))
        .route("/dossiers/{code}/receipt", get(show_receipt))
        .route("/dossiers/{code}/receipt.pdf", get(print_receipt))
}

/// `GET /dossiers`: what needs the person first, then the last changed.
async fn list_them(State(portal): App, visitor: Visitor, OriginalUri(uri): OriginalUri) -> Answer {
    let owner = visitor.known()?.clone();
    let mut query = Query::new(uri.query());
    let wanted = Wanted {
        words: fold(&query.typed("q")),
        which: query.values("state"),
        mandates: query.ids("onBehalfOf"),
    };
    let limit = query
        .number("limit", 1..=PAGE_SIZE_MAX)
        .unwrap_or(PAGE_SIZE_DEFAULT);
    let offset = query.number("offset", 0..=OFFSET_MAX).unwrap_or(0);
    query.finish()?;
    let place = (offset as usize, limit as usize);
    let page = portal
        .ask(move |connection| list::page(connection, &owner, &wanted, place))
        .await?;
    let now = portal.clock.now();
    let items = page.items.into_iter();
    Ok(json(&Dossiers {
        items: items
            .map(|one| one.summary(&portal.settings, now))
            .collect(),
        total: page.total as u32,
        offset,
        needing_you: page.needing_you as u32,
    }))
}

/// `POST /dossiers`: once, however often it is sent.
async fn submit(
    State(portal): App,
    visitor: Visitor,
    Keyed { value, call }: Keyed<Submission>,
) -> Answer {
    // Checked first, for reading takes time; judged inside, where a call sent again has its
    // first answer whatever has changed since.
    let ground = Ground::of(&portal, &value).await;
    let within = Arc::clone(&portal);
    portal
        .create(visitor, call, move |transaction, owner, now| {
            let ground = ground?;
            let (id, filed) = submit::file(transaction, &within, owner, &value, &ground, now)?;
            let own = address(filed.code.as_str());
            let dossier = Whole::read(transaction, id, filed)?.dossier(&within.settings, now);
            Ok(Reply::json(StatusCode::CREATED, &dossier)
                .tagged()
                .header(LOCATION, &own))
        })
        .await
}

/// `GET /dossiers/{code}`
async fn one(
    State(portal): App,
    visitor: Visitor,
    code: Result<Path<String>, PathRejection>,
) -> Answer {
    let whole = owned(&portal, &visitor, code).await?;
    Ok(json(&whole.dossier(&portal.settings, portal.clock.now())))
}

/// `GET /dossiers/{code}/receipt`
async fn show_receipt(
    State(portal): App,
    visitor: Visitor,
    code: Result<Path<String>, PathRejection>,
) -> Answer {
    let whole = owned(&portal, &visitor, code).await?;
    Ok(json(&whole.receipt(&portal.settings, portal.clock.now())))
}

/// `GET /dossiers/{code}/receipt.pdf`
async fn print_receipt(
    State(portal): App,
    visitor: Visitor,
    code: Result<Path<String>, PathRejection>,
) -> Answer {
    let code = segment(code, "code")?;
    let owner = visitor.known()?.clone();
    let id = number(&portal, &owner, &code).await?;
    portal.issue_receipts(id).await?;
    let paper = portal
        .ask(move |connection| issued::receipt(connection, id))
        .await?;
    paper.ok_or_else(Refusal::not_found).map(download::whole)
}

/// `GET /dossiers/{code}/files/{id}`
async fn file(
    State(portal): App,
    visitor: Visitor,
    path: Result<Path<(String, String)>, PathRejection>,
    request: Request,
) -> Answer {
    let Ok(Path((code, id))) = path else {
        return Err(Refusal::not_found());
    };
    let owner = visitor.known()?.clone();
    let dossier = number(&portal, &owner, &code).await?;
    let wanted = id.clone();
    let paper = portal
        .ask(move |connection| issued::by_id(connection, dossier, &wanted))
        .await?;
    if let Some(paper) = paper {
        return Ok(download::whole(paper));
    }
    let wanted = id.clone();
    let attached = portal
        .ask(move |connection| OF_MESSAGES.find(connection, dossier, &wanted))
        .await?;
    if let Some(file) = attached {
        return portal.intake.files.answer(request, &file.download()).await;
    }
    let wanted = id.clone();
    let result = portal
        .ask(move |connection| outcome::file(connection, dossier, &wanted))
        .await?;
    if let Some(file) = result {
        let download = Download {
            hash: &file.hash,
            name: &file.name,
            media_type: issued::PDF,
        };
        return portal.intake.files.answer(request, &download).await;
    }
    let whole = read(&portal, owner, code).await?;
    let file = whole.file(&id).ok_or_else(Refusal::not_found)?;
    let download = Download {
        hash: &file.hash,
        name: &file.name,
        media_type: file.kind.media_type(),
    };
    portal.intake.files.answer(request, &download).await
}

/// The visitor's dossier with what is new about its payments; another's is not there.
async fn owned(
    portal: &Arc<Portal>,
    visitor: &Visitor,
    code: Result<Path<String>, PathRejection>,
) -> Result<Whole, Refusal> {
    let code = segment(code, "code")?;
    followed(portal, visitor.known()?.clone(), code).await
}

/// An owner's dossier with what is new about its payments.
pub(super) async fn followed(
    portal: &Arc<Portal>,
    owner: Owner,
    code: String,
) -> Result<Whole, Refusal> {
    let id = number(portal, &owner, &code).await?;
    portal.refresh_payments(id).await?;
    portal.issue_receipts(id).await?;
    read(portal, owner, code).await
}

/// The number of an owner's dossier.
pub(super) async fn number(
    portal: &Arc<Portal>,
    owner: &Owner,
    code: &str,
) -> Result<i64, Refusal> {
    let (owner, code) = (owner.clone(), code.to_owned());
    let found = portal
        .ask(move |connection| rows::find(connection, &owner, &code))
        .await?;
    found.map(|(id, _)| id).ok_or_else(Refusal::not_found)
}

async fn read(portal: &Arc<Portal>, owner: Owner, code: String) -> Result<Whole, Refusal> {
    let whole = portal
        .ask(
            move |connection| match rows::find(connection, &owner, &code)? {
                Some((id, filed)) => Whole::read(connection, id, filed).map(Some),
                None => Ok(None),
            },
        )
        .await?;
    whole.ok_or_else(Refusal::not_found)
}
