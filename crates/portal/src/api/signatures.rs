//! Signing a reviewed draft remotely.

use std::sync::Arc;

use axum::Router;
use axum::extract::rejection::PathRejection;
use axum::extract::{Path, State};
use axum::routing::{get, post};
use http::StatusCode;
use http::header::LOCATION;
use motcua_contract::API_ROOT;
use motcua_contract::problem::Fault;
use motcua_contract::signature::{ConfirmSigning, StartSigning};

use super::{Answer, App, segment};
use crate::drafts;
use crate::idempotency::Keyed;
use crate::portal::Portal;
use crate::session::Visitor;
use crate::signing::{self, Typed};
use crate::web::answer::json;
use crate::web::body::Body;
use crate::web::refusal::Refusal;
use crate::web::reply::Reply;

/// The addresses of this module.
pub(super) fn routes() -> Router<Arc<Portal>> {
    Router::new()
        .route("/signatures", post(start))
        .route("/signatures/{id}", get(one))
        .route("/signatures/{id}/confirmation", post(confirm))
}

/// `POST /signatures`
async fn start(
    State(portal): App,
    visitor: Visitor,
    Keyed { value, call }: Keyed<StartSigning>,
) -> Answer {
    visitor.known()?;
    portal
        .create(visitor, call, move |transaction, owner, now| {
            let StartSigning { draft, sha256 } = &value;
            let draft = drafts::one(transaction, owner, draft, now)?;
            let content = draft.ok_or_else(unknown_draft)?.content;
            let signing = signing::start(transaction, owner, &content, sha256, now)?;
            let address = format!("{API_ROOT}/signatures/{}", signing.id);
            Ok(Reply::json(StatusCode::CREATED, &signing).header(LOCATION, &address))
        })
        .await
}

/// `GET /signatures/{id}`
async fn one(
    State(portal): App,
    visitor: Visitor,
    id: Result<Path<String>, PathRejection>,
) -> Answer {
    let id = segment(id, "id")?;
    let (owner, now) = (visitor.known()?.clone(), portal.clock.now());
    let found = portal
        .ask(move |connection| signing::find(connection, &owner, &id, now))
        .await?;
    Ok(json(&found.ok_or_else(Refusal::not_found)?))
}

/// `POST /signatures/{id}/confirmation`: a wrong code is refused, and counts.
async fn confirm(
    State(portal): App,
    visitor: Visitor,
    id: Result<Path<String>, PathRejection>,
    body: Body<ConfirmSigning>,
) -> Answer {
    let id = segment(id, "id")?;
    let (owner, now) = (visitor.known()?.clone(), portal.clock.now());
    let typed = portal
        .transact(move |transaction| {
            signing::confirm(transaction, &owner, &id, &body.value.code, now)
        })
        .await?;
    match typed {
        Typed::Signed(signing) => Ok(json(&signing)),
        Typed::Wrong(refusal) => Err(refusal),
    }
}

fn unknown_draft() -> Refusal {
    Refusal::answers(vec![Fault {
        pointer: "/draft".into(),
        code: "unknown".into(),
        message: "Cổng không có bản nháp này của bạn.".into(),
    }])
}
