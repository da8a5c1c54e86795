//! Places.

use axum::extract::rejection::PathRejection;
use axum::extract::{Path, RawQuery, State};
use axum::response::Response;
use motcua_contract::place::{Communes, MATCHES_DEFAULT, MATCHES_MAX, PlaceMatches, Provinces};

use super::{Answer, App, segment};
use crate::web::answer::json;
use crate::web::query::Query;
use crate::web::refusal::Refusal;

/// `GET /places`
pub(super) async fn provinces(State(portal): App) -> Response {
    json(&Provinces {
        items: portal.places.provinces.clone(),
    })
}

/// `GET /places/{province}/communes`
pub(super) async fn communes(
    State(portal): App,
    province: Result<Path<String>, PathRejection>,
) -> Answer {
    let province = segment(province, "province")?;
    let communes = portal
        .places
        .communes(&province)
        .ok_or_else(Refusal::not_found)?;
    Ok(json(&Communes {
        items: communes.to_vec(),
    }))
}

/// `GET /places/matches`
pub(super) async fn matches(State(portal): App, RawQuery(raw): RawQuery) -> Answer {
    let mut query = Query::new(raw.as_deref());
    let typed = query.typed("q");
    let limit = query
        .number("limit", 1..=MATCHES_MAX)
        .unwrap_or(MATCHES_DEFAULT);
    query.finish()?;
    Ok(json(&PlaceMatches {
        items: portal.places.matches(&typed, limit as usize),
    }))
}
