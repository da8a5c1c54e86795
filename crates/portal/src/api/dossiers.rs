//! Dossiers: those one has filed, each with its receipt.

use std::collections::HashSet;
use std::sync::Arc;

use axum::Router;
use axum::extract::rejection::PathRejection;
use axum::extract::{OriginalUri, Path, State};
use axum::response::IntoResponse;
use axum::routing::get;
use http::HeaderValue;
use http::header::{CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_TYPE};
use motcua_contract::dossier::Dossiers;
use motcua_contract::search::{OFFSET_MAX, PAGE_SIZE_DEFAULT, PAGE_SIZE_MAX};
use motcua_search::fold;
use serde::{Deserialize, Serialize};
use tracing::error;

use super::{Answer, App, segment};
use crate::dossier::rows;
use crate::dossier::show::Whole;
use crate::paper::receipt::{self, Issue};
use crate::portal::Portal;
use crate::session::{Owner, Visitor};
use crate::web::answer::json;
use crate::web::query::Query;
use crate::web::refusal::Refusal;

/// The addresses of this module.
pub(super) fn routes() -> Router<Arc<Portal>> {
    Router::new()
        .route("/dossiers", get(list))
        .route("/dossiers/{code}", get(one))
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
async fn list(State(portal): App, visitor: Visitor, OriginalUri(address): OriginalUri) -> Answer {
    let owner = visitor.known()?.clone();
    let mut query = Query::new(address.query());
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
    // Nobody has filed for anybody else yet.
    all.retain(|one| {
        behalf.is_empty() && says(one, &words) && (which.is_empty() || is_among(one, &which))
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

fn is_among(one: &Whole, which: &HashSet<Which>) -> bool {
    let finished = one.filed().status.is_final();
    which.iter().any(|which| match which {
        Which::Open => !finished,
        Which::NeedsYou => one.needs_the_person(),
        Which::Finished => finished,
    })
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
    let whole = owned(&portal, &visitor, code).await?;
    let content = whole.receipt(&portal.settings, portal.clock.now());
    let filed = whole.filed().clone();
    let sandbox = portal.settings.portal.sandbox;
    let name = format!("attachment; filename=\"giay-tiep-nhan-{}.pdf\"", filed.code);
    let printed = tokio::task::spawn_blocking(move || {
        let delivery = receipt::delivery_in_words(&filed.delivery, content.counter.as_ref());
        let issue = Issue {
            sandbox,
            delivery: &delivery,
            stated_time: &filed.stated_time.vi,
        };
        receipt::pdf(&content, &issue)
    });
    match printed.await {
        Ok(Ok(file)) => {
            let name = HeaderValue::from_str(&name).map_err(|_| Refusal::internal())?;
            let headers = [
                (CONTENT_TYPE, HeaderValue::from_static("application/pdf")),
                (CACHE_CONTROL, HeaderValue::from_static("no-store")),
                (CONTENT_DISPOSITION, name),
            ];
            Ok((headers, file).into_response())
        }
        Ok(Err(error)) => {
            error!(?error, "a receipt could not be written");
            Err(Refusal::internal())
        }
        Err(_) => Err(Refusal::internal()),
    }
}

/// The visitor's dossier with what is new about its payments; another's is not there.
async fn owned(
    portal: &Arc<Portal>,
    visitor: &Visitor,
    code: Result<Path<String>, PathRejection>,
) -> Result<Whole, Refusal> {
    let code = segment(code, "code")?;
    let owner = visitor.known()?.clone();
    let id = number(portal, &owner, &code).await?;
    portal.refresh_payments(id).await?;
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
