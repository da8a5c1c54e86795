//! Dossiers: those one has filed, each with its receipt.

use std::collections::HashSet;
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
use serde::{Deserialize, Serialize};

use super::{Answer, App, segment};
use crate::dossier::ground::Ground;
use crate::dossier::show::{Whole, address};
use crate::dossier::{issued, messages, outcome, rows, submit};
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
        .route("/dossiers", get(list).post(submit))
        .route("/dossiers/{code}", get(one))
        .route("/dossiers/{code}/files/{id}", get(file))
        .route("/dossiers/{code}/receipt", get(show_receipt))
        .route("/dossiers/{code}/receipt.pdf", get(print_receipt))
}

/// Which dossiers to list.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
enum Which {
    Open,
    NeedsYou,
    Finished,
}

/// `GET /dossiers`: what needs the person first, then the last changed.
async fn list(State(portal): App, visitor: Visitor, OriginalUri(uri): OriginalUri) -> Answer {
    let owner = visitor.known()?.clone();
    let mut query = Query::new(uri.query());
    let words = fold(&query.typed("q"));
    let which = query.values::<Which>("state");
    let behalf = query.ids("onBehalfOf");
    let limit = query
        .number("limit", 1..=PAGE_SIZE_MAX)
        .unwrap_or(PAGE_SIZE_DEFAULT);
    let offset = query.number("offset", 0..=OFFSET_MAX).unwrap_or(0);
    query.finish()?;
    let now = portal.clock.now();
    let mut all = portal
        .ask(move |connection| {
            let filed = rows::all(connection, &owner)?;
            filed
                .into_iter()
                .map(|(id, filed)| Whole::read(connection, id, filed))
                .collect::<rusqlite::Result<Vec<_>>>()
        })
        .await?;
    let needing_you = all.iter().filter(|one| one.needs_the_person()).count();
    all.retain(|one| {
        (behalf.is_empty() || was_filed_under(one, &behalf))
            && says(one, &words)
            && (which.is_empty() || is_among(one, &which))
    });
    all.sort_by_key(|one| !one.needs_the_person());
    let total = all.len() as u32;
    let items = all.iter().skip(offset as usize).take(limit as usize);
    Ok(json(&Dossiers {
        items: items
            .map(|one| one.summary(&portal.settings, now))
            .collect(),
        total,
        offset,
        needing_you: needing_you as u32,
    }))
}

/// Whether every word that was typed stands in the service's name, the applicant's or the code.
fn says(one: &Whole, words: &str) -> bool {
    let filed = one.filed();
    let text = format!("{} {} {}", filed.service_name, filed.applicant, filed.code);
    let text = fold(&text);
    words.split_whitespace().all(|word| text.contains(word))
}

/// Whether it was filed under one of these mandates.
fn was_filed_under(one: &Whole, mandates: &HashSet<String>) -> bool {
    let behalf = one.behalf();
    behalf.is_some_and(|behalf| mandates.contains(&behalf.mandate))
}

fn is_among(one: &Whole, which: &HashSet<Which>) -> bool {
    let finished = one.filed().status.is_final();
    which.iter().any(|which| match which {
        Which::Open => !finished,
        Which::NeedsYou => one.needs_the_person(),
        Which::Finished => finished,
    })
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
        .ask(move |connection| messages::file(connection, dossier, &wanted))
        .await?;
    if let Some(file) = attached {
        let download = Download {
            hash: &file.hash,
            name: &file.name,
            media_type: file.kind.media_type(),
        };
        return portal.intake.files.answer(request, &download).await;
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
