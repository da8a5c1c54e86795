//! Devices that are told by web push.

use std::sync::Arc;

use axum::Router;
use axum::extract::rejection::PathRejection;
use axum::extract::{Path, State};
use axum::response::IntoResponse;
use axum::routing::{delete, post};
use http::StatusCode;
use motcua_contract::notification::{PushSubscribed, PushSubscription};

use super::{Answer, App, segment};
use crate::idempotency::Keyed;
use crate::portal::Portal;
use crate::push::rows;
use crate::push::subscription::Subscription;
use crate::session::Visitor;
use crate::web::refusal::Refusal;
use crate::web::reply::Reply;

/// The addresses of this module.
pub(super) fn routes() -> Router<Arc<Portal>> {
    Router::new()
        .route("/me/push-subscriptions", post(subscribe))
        .route("/me/push-subscriptions/{id}", delete(unsubscribe))
}

/// `POST /me/push-subscriptions`: for somebody the portal knows. Nobody is told of nothing, so
/// this begins no guest's session.
async fn subscribe(
    State(portal): App,
    visitor: Visitor,
    Keyed { value, call }: Keyed<PushSubscription>,
) -> Answer {
    if !portal.settings.push.offered {
        return Err(Refusal::not_offered());
    }
    let session = visitor.session.clone().ok_or_else(Refusal::sign_in)?;
    let subscription = Subscription::read(&value, &portal.settings)?;
    let within = Arc::clone(&portal);
    portal
        .create(visitor, call, move |transaction, owner, now| {
            let languages = &within.settings.portal.languages;
            let whose = (owner, &session);
            let id = rows::keep(transaction, whose, &subscription, languages, now)?;
            Ok(Reply::json(StatusCode::CREATED, &PushSubscribed { id }))
        })
        .await
}

/// `DELETE /me/push-subscriptions/{id}`
async fn unsubscribe(
    State(portal): App,
    visitor: Visitor,
    id: Result<Path<String>, PathRejection>,
) -> Answer {
    let id = segment(id, "id")?;
    let owner = visitor.known()?.clone();
    let gone = portal
        .transact(move |transaction| Ok(rows::take_back(transaction, &owner, &id)?))
        .await?;
    if gone {
        Ok(StatusCode::NO_CONTENT.into_response())
    } else {
        Err(Refusal::not_found())
    }
}
