//! What the portal knows about the person, what they allowed, and who looked.

use std::sync::Arc;

use axum::Router;
use axum::extract::rejection::PathRejection;
use axum::extract::{Path, RawQuery, State};
use axum::routing::{delete, get, post};
use http::StatusCode;
use motcua_contract::consent::{AccessLog, Consents, GiveConsent};
use motcua_contract::problem::Fault;
use motcua_contract::profile::{Mandates, WrongValueReport};

use super::{Answer, App, segment};
use crate::idempotency::Keyed;
use crate::person::{access, consents, mandates, profile, reports};
use crate::portal::Portal;
use crate::session::SignedIn;
use crate::web::answer::json;
use crate::web::query::Query;
use crate::web::refusal::Refusal;
use crate::web::reply::Reply;

/// The longest text of a consent, and of a note, in characters.
const TEXT_CHARACTERS: usize = 2000;

/// The addresses of this module.
pub(super) fn routes() -> Router<Arc<Portal>> {
    Router::new()
        .route("/me/profile", get(known))
        .route("/me/profile/reports", post(report))
        .route("/me/mandates", get(list_mandates))
        .route("/me/consents", get(list_consents).post(give))
        .route("/me/consents/{id}", delete(withdraw))
        .route("/me/access-log", get(accesses))
}

/// `GET /me/profile`: one's own, or that of somebody whom one may act for.
async fn known(State(portal): App, who: SignedIn, RawQuery(raw): RawQuery) -> Answer {
    let mut query = Query::new(raw.as_deref());
    let mandate = query.id("onBehalfOf");
    query.finish()?;
    let (now, asked) = (portal.clock.now(), Arc::clone(&portal));
    let profile = match mandate {
        None => {
            portal
                .ask(move |connection| profile::of(connection, (&who.person, &asked.settings), now))
                .await?
        }
        Some(mandate) => {
            portal
                .transact(move |transaction| {
                    let whose = (&who.person, &asked.settings);
                    let right = mandates::claim(transaction, whose, (&mandate, None), now)?;
                    let right = right.map_err(|_| Refusal::not_found())?;
                    Ok(profile::of_represented(transaction, whose, right, now)?)
                })
                .await?
        }
    };
    Ok(json(&profile))
}

/// `POST /me/profile/reports`
async fn report(
    State(portal): App,
    who: SignedIn,
    Keyed { value, call }: Keyed<WrongValueReport>,
) -> Answer {
    if value
        .note
        .as_ref()
        .is_some_and(|note| note.chars().count() > TEXT_CHARACTERS)
    {
        let message = format!("Viết tối đa {TEXT_CHARACTERS} ký tự.");
        return Err(fault("/note", "tooLong", &message));
    }
    let (person, asked) = (who.person.clone(), Arc::clone(&portal));
    portal
        .create(who, call, move |transaction, _, now| {
            let settings = &asked.settings;
            let profile = profile::of(transaction, (&person, settings), now)?;
            let mut held = profile.values.iter();
            let held = held.find(|held| held.attribute == value.attribute);
            let register = held.and_then(|held| {
                let mut registers = settings.registers.iter();
                registers.find(|register| register.source.id == held.source.id)
            });
            let Some(register) = register else {
                let message = "Cổng không giữ giá trị nào như vậy về bạn.";
                return Err(fault("/attribute", "unknown", message));
            };
            let received = reports::receive(transaction, &person, &value, register, now)?;
            Ok(Reply::json(StatusCode::CREATED, &received))
        })
        .await
}

/// `GET /me/mandates`
async fn list_mandates(State(portal): App, who: SignedIn) -> Answer {
    let items = mandates::all(&portal, &who.person).await?;
    Ok(json(&Mandates { items }))
}

/// `GET /me/consents`
async fn list_consents(State(portal): App, who: SignedIn) -> Answer {
    let now = portal.clock.now();
    let items = portal
        .ask(move |connection| consents::all(connection, &who.person, now))
        .await?;
    Ok(json(&Consents { items }))
}

/// `POST /me/consents`
async fn give(
    State(portal): App,
    who: SignedIn,
    Keyed { value, call }: Keyed<GiveConsent>,
) -> Answer {
    let GiveConsent { purpose, shown } = value;
    if shown.vi.trim().is_empty() {
        let message = "Gửi nguyên văn nội dung mà người dùng đã thấy.";
        return Err(fault("/shown/vi", "required", message));
    }
    let texts = [
        ("/shown/vi", Some(&shown.vi)),
        ("/shown/en", shown.en.as_ref()),
    ];
    for (pointer, text) in texts {
        if text.is_some_and(|text| text.chars().count() > TEXT_CHARACTERS) {
            let message = format!("Viết tối đa {TEXT_CHARACTERS} ký tự.");
            return Err(fault(pointer, "tooLong", &message));
        }
    }
    let (person, asked) = (who.person.clone(), Arc::clone(&portal));
    portal
        .create(who, call, move |transaction, _, now| {
            let settings = &asked.settings;
            let mut registers = settings.registers.iter();
            let Some(register) = registers.find(|register| register.purpose == purpose) else {
                let message = "Cổng không xin đồng ý cho mục đích nào như vậy.";
                return Err(fault("/purpose", "unknown", message));
            };
            let given = consents::give(transaction, (&person, settings), register, shown, now)?;
            Ok(Reply::json(StatusCode::CREATED, &given))
        })
        .await
}

/// `DELETE /me/consents/{id}`
async fn withdraw(
    State(portal): App,
    who: SignedIn,
    id: Result<Path<String>, PathRejection>,
) -> Answer {
    let (id, now) = (segment(id, "id")?, portal.clock.now());
    let asked = Arc::clone(&portal);
    let withdrawn = portal
        .transact(move |transaction| {
            let whose = (&who.person, &asked.settings);
            Ok(consents::withdraw(transaction, whose, &id, now)?)
        })
        .await?;
    withdrawn
        .map(|consent| json(&consent))
        .ok_or_else(Refusal::not_found)
}

/// `GET /me/access-log`
async fn accesses(State(portal): App, who: SignedIn, RawQuery(raw): RawQuery) -> Answer {
    let mut query = Query::new(raw.as_deref());
    let cursor = query.cursor();
    query.finish()?;
    let before = match cursor.as_deref().map(str::parse::<i64>) {
        None => None,
        Some(Ok(id)) => Some(id),
        Some(Err(_)) => {
            let message = "Gửi lại nguyên giá trị next của trang trước.";
            return Err(fault("?cursor", "malformed", message));
        }
    };
    let (items, next) = portal
        .ask(move |connection| access::page(connection, &who.person, before))
        .await?;
    Ok(json(&AccessLog {
        items,
        next: next.map(|id| id.to_string()),
    }))
}

fn fault(pointer: &str, code: &str, message: &str) -> Refusal {
    Refusal::invalid(vec![Fault {
        pointer: pointer.into(),
        code: code.into(),
        message: message.into(),
    }])
}
