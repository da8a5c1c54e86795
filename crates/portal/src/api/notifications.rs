//! The notification centre, and the ways out of the app.

use std::collections::HashSet;
use std::sync::Arc;

use axum::Router;
use axum::extract::rejection::PathRejection;
use axum::extract::{Path, RawQuery, State};
use axum::response::IntoResponse;
use axum::routing::{get, post, put};
use http::StatusCode;
use motcua_contract::notification::{
    ChannelOut, DossierNotifications, MarkRead, NotificationChannels, Notifications, SetChannel,
};
use serde::Deserialize;
use serde::de::IntoDeserializer;
use serde::de::value::{Error as WordError, StrDeserializer};

use super::dossiers::number;
use super::{Answer, App, segment};
use crate::dossier::ground::fault;
use crate::dossier::rows;
use crate::notify;
use crate::notify::channels::{self, OFFERED, Way};
use crate::portal::Portal;
use crate::session::Visitor;
use crate::web::answer::json;
use crate::web::body::Body;
use crate::web::query::Query;
use crate::web::refusal::Refusal;

/// The longest cursor, as the contract says.
const CURSOR_CHARACTERS: u32 = 200;

/// The addresses of this module.
pub(super) fn routes() -> Router<Arc<Portal>> {
    Router::new()
        .route("/me/notifications", get(list))
        .route("/me/notifications/read", post(mark_read))
        .route("/me/notification-channels", get(list_channels))
        .route("/me/notification-channels/{kind}", put(set_channel))
        .route("/me/push-subscriptions", post(no_push))
        .route(
            "/me/push-subscriptions/{id}",
            axum::routing::delete(no_push),
        )
        .route("/dossiers/{code}/notifications", put(choose))
}

/// `GET /me/notifications`
async fn list(State(portal): App, visitor: Visitor, RawQuery(raw): RawQuery) -> Answer {
    let owner = visitor.known()?.clone();
    let mut query = Query::new(raw.as_deref());
    let cursor = query.text("cursor", CURSOR_CHARACTERS);
    query.finish()?;
    let before = match cursor.as_deref().map(str::parse::<i64>) {
        None => None,
        Some(Ok(id)) => Some(id),
        // What no page gave leads to none.
        Some(Err(_)) => return Err(Refusal::not_found()),
    };
    let (items, next, unread) = portal
        .ask(move |connection| {
            let (items, next) = notify::page(connection, &owner, before)?;
            Ok((items, next, notify::unread(connection, &owner)?))
        })
        .await?;
    Ok(json(&Notifications {
        items,
        unread,
        next: next.map(|id| id.to_string()),
    }))
}

/// `POST /me/notifications/read`
async fn mark_read(
    State(portal): App,
    visitor: Visitor,
    Body { value, .. }: Body<MarkRead>,
) -> Answer {
    let owner = visitor.known()?.clone();
    let there = portal
        .transact(move |transaction| Ok(notify::mark_read(transaction, &owner, &value.up_to)?))
        .await?;
    if there {
        Ok(StatusCode::NO_CONTENT.into_response())
    } else {
        let message = "Bạn không có thông báo này.";
        Err(Refusal::answers(vec![fault("/upTo", "unknown", message)]))
    }
}

/// `GET /me/notification-channels`
async fn list_channels(State(portal): App, visitor: Visitor) -> Answer {
    let owner = visitor.known()?.clone();
    let sandbox = portal.settings.portal.sandbox;
    let items = portal
        .ask(move |connection| {
            let ways = OFFERED.into_iter().map(|kind| {
                let way = channels::way(connection, &owner, kind)?;
                Ok(channels::shown(kind, &way, sandbox))
            });
            ways.collect::<rusqlite::Result<Vec<_>>>()
        })
        .await?;
    Ok(json(&NotificationChannels {
        items,
        push_key: None,
    }))
}

/// `PUT /me/notification-channels/{kind}`
async fn set_channel(
    State(portal): App,
    visitor: Visitor,
    kind: Result<Path<String>, PathRejection>,
    Body { value, .. }: Body<SetChannel>,
) -> Answer {
    let kind = segment(kind, "kind")?;
    let owner = visitor.known()?.clone();
    let word: StrDeserializer<'_, WordError> = kind.as_str().into_deserializer();
    let kind = ChannelOut::deserialize(word).unwrap_or(ChannelOut::Unknown);
    if !OFFERED.contains(&kind) {
        return Err(Refusal::not_found());
    }
    let address = value.address.as_deref().map(str::trim);
    if address.is_some_and(|address| !channels::is_address(kind, address)) {
        let message = match kind {
            ChannelOut::Email => "Viết địa chỉ thư điện tử, ví dụ ten@example.vn.",
            _ => "Viết số điện thoại gồm 10 chữ số, bắt đầu bằng 0.",
        };
        return Err(Refusal::answers(vec![fault(
            "/address",
            "malformed",
            message,
        )]));
    }
    let (address, sandbox) = (address.map(String::from), portal.settings.portal.sandbox);
    let way = portal
        .transact(move |transaction| {
            let before = channels::way(transaction, &owner, kind)?;
            let way = Way {
                on: value.on,
                address: address.or(before.address),
            };
            if way.on && way.address.is_none() {
                let message = "Cho biết gửi đến đâu.";
                return Err(Refusal::answers(vec![fault(
                    "/address", "required", message,
                )]));
            }
            channels::set(transaction, &owner, kind, &way)?;
            Ok(way)
        })
        .await?;
    Ok(json(&channels::shown(kind, &way, sandbox)))
}

/// Web push is no way that this portal offers: its list of ways has no key for it.
async fn no_push() -> Refusal {
    Refusal::not_offered()
}

/// `PUT /dossiers/{code}/notifications`
async fn choose(
    State(portal): App,
    visitor: Visitor,
    code: Result<Path<String>, PathRejection>,
    Body { value, .. }: Body<DossierNotifications>,
) -> Answer {
    let code = segment(code, "code")?;
    let owner = visitor.known()?.clone();
    let mut seen = HashSet::new();
    for (at, channel) in value.channels.iter().enumerate() {
        let pointer = format!("/channels/{at}");
        if !OFFERED.contains(channel) {
            let message = "Cổng không gửi tin theo cách này.";
            return Err(Refusal::answers(vec![fault(&pointer, "unknown", message)]));
        }
        if !seen.insert(*channel) {
            let message = "Nêu mỗi cách một lần.";
            return Err(Refusal::answers(vec![fault(&pointer, "repeated", message)]));
        }
    }
    let dossier = number(&portal, &owner, &code).await?;
    let now = portal.clock.now();
    let chosen = value.clone();
    portal
        .transact(move |transaction| {
            channels::choose(transaction, dossier, &chosen.channels)?;
            Ok(rows::touch(transaction, dossier, now)?)
        })
        .await?;
    Ok(json(&value))
}
