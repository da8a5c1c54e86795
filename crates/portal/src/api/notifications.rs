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
use crate::notify::channels::{self, Way};
use crate::portal::Portal;
use crate::push::rows as push;
use crate::session::{Owner, Visitor};
use crate::web::answer::json;
use crate::web::body::Body;
use crate::web::query::Query;
use crate::web::refusal::Refusal;

/// The addresses of this module.
pub(super) fn routes() -> Router<Arc<Portal>> {
    Router::new()
        .route("/me/notifications", get(list))
        .route("/me/notifications/read", post(mark_read))
        .route("/me/notification-channels", get(list_channels))
        .route("/me/notification-channels/{kind}", put(set_channel))
        .route("/dossiers/{code}/notifications", put(choose))
}

/// `GET /me/notifications`
async fn list(State(portal): App, visitor: Visitor, RawQuery(raw): RawQuery) -> Answer {
    let owner = visitor.known()?.clone();
    let mut query = Query::new(raw.as_deref());
    let cursor = query.cursor();
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
    let settings = &portal.settings;
    let (kinds, sandbox) = (channels::offered(settings), settings.portal.sandbox);
    let (items, push_devices) = portal
        .ask(move |connection| {
            let ways = kinds.iter().map(|kind| {
                let way = channels::way(connection, &owner, *kind)?;
                Ok(channels::shown(*kind, &way, sandbox))
            });
            let ways = ways.collect::<rusqlite::Result<Vec<_>>>()?;
            Ok((ways, push::devices(connection, &owner)?))
        })
        .await?;
    let push_key = settings.push.offered.then(|| portal.push.vapid.public());
    Ok(json(&NotificationChannels {
        items,
        push_key: push_key.map(Into::into),
        push_devices,
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
    if !channels::offered(&portal.settings).contains(&kind) {
        return Err(Refusal::not_found());
    }
    if kind == ChannelOut::WebPush {
        return set_push(&portal, owner, &value).await;
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

/// Web push is turned on by each device itself; here it ends on all of them.
async fn set_push(portal: &Arc<Portal>, owner: Owner, set: &SetChannel) -> Answer {
    let on = set.on;
    if set.address.is_some() {
        let message = "Thông báo đẩy không cần địa chỉ.";
        return Err(Refusal::answers(vec![fault(
            "/address", "unknown", message,
        )]));
    }
    let way = portal
        .transact(move |transaction| {
            if !on {
                push::take_all_back(transaction, &owner)?;
            }
            let way = channels::way(transaction, &owner, ChannelOut::WebPush)?;
            if on && !way.on {
                let message = "Bạn bật thông báo đẩy trên chính thiết bị muốn nhận tin.";
                return Err(Refusal::answers(vec![fault("/on", "required", message)]));
            }
            Ok(way)
        })
        .await?;
    let sandbox = portal.settings.portal.sandbox;
    Ok(json(&channels::shown(ChannelOut::WebPush, &way, sandbox)))
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
    let offered = channels::offered(&portal.settings);
    let mut seen = HashSet::new();
    for (at, channel) in value.channels.iter().enumerate() {
        let pointer = format!("/channels/{at}");
        if !offered.contains(channel) {
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
