//! Ratings: one's own, and what is published of all.

use std::sync::Arc;

use axum::Router;
use axum::extract::rejection::PathRejection;
use axum::extract::{Path, State};
use axum::routing::put;
use motcua_contract::rating::GiveRating;

use super::{Answer, App, segment, service};
use crate::dossier::rows;
use crate::moment::Moment;
use crate::portal::Portal;
use crate::rating;
use crate::session::Visitor;
use crate::web::answer::json;
use crate::web::body::Body;
use crate::web::refusal::Refusal;

/// How far back published ratings go.
const PERIOD: std::time::Duration = std::time::Duration::from_secs(365 * 86_400);

/// The addresses of this module that belong to somebody.
pub(super) fn routes() -> Router<Arc<Portal>> {
    Router::new().route("/dossiers/{code}/rating", put(rate))
}

/// `PUT /dossiers/{code}/rating`
async fn rate(
    State(portal): App,
    visitor: Visitor,
    code: Result<Path<String>, PathRejection>,
    Body { value, .. }: Body<GiveRating>,
) -> Answer {
    let code = segment(code, "code")?;
    let owner = visitor.known()?.clone();
    let (within, now) = (Arc::clone(&portal), portal.clock.now());
    let given = portal
        .transact(move |transaction| {
            let found = rows::find(transaction, &owner, &code)?;
            let (id, filed) = found.ok_or_else(Refusal::not_found)?;
            let by = &within.settings.ratings;
            let given = rating::give(transaction, (id, filed.status), &value, by, now)?;
            rows::touch(transaction, id, now)?;
            Ok(given)
        })
        .await?;
    Ok(json(&given.shown(&portal.settings.ratings)))
}

/// `GET /services/{code}/ratings`
pub(super) async fn of_service(
    State(portal): App,
    code: Result<Path<String>, PathRejection>,
) -> Answer {
    let asked = segment(code, "code")?;
    let catalogue = portal.catalogue();
    let code = catalogue.current(&asked).unwrap_or(&asked).to_owned();
    if service::stored(&portal, &code).await?.is_none() {
        return Err(Refusal::unknown_service(catalogue.nearest(&asked)));
    }
    let now = portal.clock.now();
    let from = now.minus(PERIOD);
    let all = portal
        .ask(move |connection| rating::between(connection, Some(&code), (from, later(now))))
        .await?;
    let period = format!("{}/{}", from.day(), now.day());
    let by = &portal.settings.ratings;
    let figures = rating::published(&all, by, portal.least_ratings(), period);
    Ok(json(&figures))
}

/// The moment after one, for periods that do not hold their end.
fn later(now: Moment) -> Moment {
    now.plus(std::time::Duration::from_secs(1))
}
