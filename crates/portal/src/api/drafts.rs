//! Drafts of the signed-in person.

use std::sync::Arc;

use axum::Router;
use axum::extract::rejection::PathRejection;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use http::header::{CONTENT_TYPE, ETAG, IF_MATCH, LOCATION};
use http::{HeaderMap, HeaderValue, StatusCode};
use motcua_contract::draft::{Draft, DraftConflict, DraftContent, DraftSummary, Drafts};
use motcua_contract::problem::{self, Fault};
use motcua_contract::search::ID_CHARACTERS;
use motcua_contract::service::ServiceLink;

use super::{Answer, App, segment};
use crate::drafts::{self, Saved, Stored};
use crate::idempotency::Keyed;
use crate::person::mandates;
use crate::portal::Portal;
use crate::session::{Owner, SignedIn};
use crate::uploads::leaving;
use crate::web::answer::json;
use crate::web::body::Body;
use crate::web::refusal::Refusal;
use crate::web::reply::Reply;

/// The largest draft in bytes. The longest form has some two hundred fields; most answers
/// are a line.
pub(super) const BODY_BYTES: usize = 256 * 1024;
/// How many papers a draft may name.
const PAPERS: usize = 200;

/// The addresses of this module.
pub(super) fn routes() -> Router<Arc<Portal>> {
    Router::new()
        .route("/drafts", get(list).post(create))
        .route("/drafts/{id}", get(one).put(save).delete(delete))
}

/// `GET /drafts`
async fn list(State(portal): App, who: SignedIn) -> Answer {
    let now = portal.clock.now();
    let stored = portal
        .ask(move |connection| drafts::all(connection, who.owner(), now))
        .await?;
    let items = stored.into_iter().map(|draft| summary(&portal, draft));
    Ok(json(&Drafts {
        items: items.collect(),
    }))
}

fn summary(portal: &Portal, draft: Stored) -> DraftSummary {
    let catalogue = portal.catalogue();
    let code = draft.content.service;
    let listed = catalogue
        .current(&code)
        .and_then(|code| catalogue.listed(code));
    // A service that is no longer in force is called by its code.
    let name = listed.map_or_else(|| code.clone(), |one| one.summary.name.clone());
    DraftSummary {
        id: draft.id,
        service: ServiceLink { code, name },
        case: draft.content.case,
        on_behalf_of: draft.content.on_behalf_of,
        updated_at: draft.updated_at.rfc3339(),
        device: Some(draft.device),
        sections_done: draft.content.sections_done,
        sections: draft.content.sections,
        expires_at: Some(draft.expires_at.rfc3339()),
    }
}

/// `POST /drafts`
async fn create(
    State(portal): App,
    who: SignedIn,
    Keyed { value, call }: Keyed<DraftContent>,
) -> Answer {
    check(&portal, &who, &value).await?;
    let device = who.session.device.clone();
    portal
        .create(who, call, move |transaction, owner, now| {
            let draft = drafts::create(transaction, owner, value, device, now)?;
            let (etag, address) = (draft.etag(), format!("/api/v1/drafts/{}", draft.id));
            Ok(Reply::json(StatusCode::CREATED, &Draft::from(draft))
                .header(ETAG, &etag)
                .header(LOCATION, &address))
        })
        .await
}

/// `GET /drafts/{id}`
async fn one(State(portal): App, who: SignedIn, id: Result<Path<String>, PathRejection>) -> Answer {
    let (id, now) = (segment(id, "id")?, portal.clock.now());
    let draft = portal
        .ask(move |connection| drafts::one(connection, who.owner(), &id, now))
        .await?;
    Ok(whole(draft.ok_or_else(Refusal::not_found)?))
}

/// `PUT /drafts/{id}`
async fn save(
    State(portal): App,
    who: SignedIn,
    id: Result<Path<String>, PathRejection>,
    headers: HeaderMap,
    Body { value, .. }: Body<DraftContent>,
) -> Answer {
    let id = segment(id, "id")?;
    let seen = versions(&headers)?;
    check(&portal, &who, &value).await?;
    let (now, device) = (portal.clock.now(), who.session.device.clone());
    let saved = portal
        .transact(move |transaction| {
            let seen = |etag: &str| seen.iter().any(|one| one == "*" || one == etag);
            let which = (who.owner(), id.as_str());
            drafts::save(transaction, which, value, seen, device, now)
        })
        .await?;
    Ok(match saved {
        Saved::Yes(draft) => whole(draft),
        Saved::No(current, differences) => conflict(current, differences),
    })
}

/// `DELETE /drafts/{id}`
async fn delete(
    State(portal): App,
    who: SignedIn,
    id: Result<Path<String>, PathRejection>,
) -> Answer {
    let id = segment(id, "id")?;
    portal
        .on_a_thread(move |portal| forget(portal, who.owner(), &id))
        .await?;
    Ok(StatusCode::NO_CONTENT.into_response())
}

/// Deletes a draft with the uploads that nothing else of its owner's needs.
fn forget(portal: &Portal, owner: &Owner, id: &str) -> Result<(), Refusal> {
    let now = portal.clock.now();
    let alone = portal.change(|transaction| {
        let draft = drafts::one(transaction, owner, id, now)?.ok_or_else(Refusal::not_found)?;
        drafts::delete(transaction, owner, id)?;
        let kept = drafts::all(transaction, owner, now)?;
        let needed: Vec<&String> = kept.iter().flat_map(Stored::uploads).collect();
        let mut alone: Vec<String> = draft.uploads().cloned().collect();
        alone.retain(|upload| !needed.contains(&upload));
        Ok(alone)
    })?;
    for upload in alone {
        // One that a dossier has stays; one that bytes still come for runs out by itself.
        let _ = leaving::take_back(portal, owner, &upload);
    }
    Ok(())
}

fn whole(draft: Stored) -> Response {
    let etag = HeaderValue::from_str(&draft.etag()).expect("an id fits a header");
    let mut response = json(&Draft::from(draft));
    response.headers_mut().insert(ETAG, etag);
    response
}

fn conflict(current: Stored, differences: Vec<String>) -> Response {
    let conflict = DraftConflict {
        kind: problem::kind::CONFLICT.into(),
        title: "Bản nháp đã được sửa trên thiết bị khác".into(),
        status: StatusCode::PRECONDITION_FAILED.as_u16(),
        current: current.into(),
        differences,
    };
    let mut response = (StatusCode::PRECONDITION_FAILED, json(&conflict)).into_response();
    let headers = response.headers_mut();
    headers.remove(ETAG);
    headers.insert(CONTENT_TYPE, HeaderValue::from_static(problem::MEDIA_TYPE));
    response
}

/// The versions in `If-Match`; without any, nobody knows what would be overwritten.
fn versions(headers: &HeaderMap) -> Result<Vec<String>, Refusal> {
    let values = headers.get_all(IF_MATCH).iter();
    let versions: Vec<String> = values
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(','))
        .map(|one| one.trim().to_owned())
        .filter(|one| !one.is_empty())
        .collect();
    if versions.is_empty() {
        return Err(Refusal::precondition());
    }
    Ok(versions)
}

/// What the portal can tell without knowing the form: the service exists, the person may act
/// for whom they name, and ids are no longer than ids are.
async fn check(portal: &Arc<Portal>, who: &SignedIn, draft: &DraftContent) -> Result<(), Refusal> {
    let mut faults = Vec::new();
    let mut fault = |pointer: &str, code: &str, message: String| {
        faults.push(Fault {
            pointer: pointer.into(),
            code: code.into(),
            message,
        });
    };
    if portal.catalogue().current(&draft.service).is_none() {
        let message = "Không có dịch vụ mang mã này trong danh mục.";
        fault("/service", "unknown", message.into());
    }
    let texts = [
        ("/case", Some(&draft.case)),
        ("/formVersion", Some(&draft.form_version)),
        ("/page", draft.page.as_ref()),
        ("/onBehalfOf", draft.on_behalf_of.as_ref()),
    ];
    for (pointer, text) in texts {
        if text.is_some_and(|text| text.chars().count() > ID_CHARACTERS as usize) {
            fault(
                pointer,
                "tooLong",
                format!("Viết tối đa {ID_CHARACTERS} ký tự."),
            );
        }
    }
    if draft.papers.len() > PAPERS {
        fault(
            "/papers",
            "tooLong",
            format!("Gửi tối đa {PAPERS} giấy tờ."),
        );
    }
    if let Some(mandate) = &draft.on_behalf_of {
        let service = portal.catalogue().current(&draft.service).map(String::from);
        let service = service.as_deref().unwrap_or(&draft.service);
        faults.extend(mandates::check(portal, &who.person, mandate, service).await?);
    }
    if faults.is_empty() {
        Ok(())
    } else {
        Err(Refusal::invalid(faults))
    }
}
