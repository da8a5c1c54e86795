//! Changes as they happen: `GET /events`, server-sent events.

use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::body::Body;
use axum::extract::State;
use axum::response::IntoResponse;
use axum::routing::get;
use http::header::{CACHE_CONTROL, CONTENT_TYPE};
use http::{HeaderMap, HeaderName, HeaderValue};
use motcua_contract::dossier::DossierCode;
use motcua_contract::live::{
    DossierChanged, EVENT_DOSSIER, EVENT_NOTIFICATIONS, EVENT_RESYNC, EVENT_SESSION,
    HEARTBEAT_SECONDS, NotificationsChanged,
};
use rusqlite::Connection;
use serde::Serialize;
use tokio::io::{AsyncWriteExt, DuplexStream};
use tokio::sync::watch;
use tokio::time::interval;
use tokio_util::io::ReaderStream;

use super::{Answer, App};
use crate::changes::{self, News};
use crate::dossier::rows;
use crate::dossier::show::Whole;
use crate::notify;
use crate::portal::Portal;
use crate::session::rows::Session;
use crate::session::{Visitor, rows as sessions};
use crate::web::answer::etag_of;
use crate::web::refusal::Refusal;

const LAST_EVENT: HeaderName = HeaderName::from_static("last-event-id");
/// Bytes that may wait for a slow reader; one that lets them pile up is cut off.
const AHEAD: usize = 64 * 1024;
/// A comment comes a little sooner than the contract asks for.
const HEARTBEAT: Duration = Duration::from_secs(HEARTBEAT_SECONDS as u64 * 3 / 4);
/// How long a reader may leave bytes lying.
const SLOW: Duration = Duration::from_secs(30);

/// The addresses of this module.
pub(super) fn routes() -> Router<Arc<Portal>> {
    Router::new().route("/events", get(stream))
}

/// `GET /events`
async fn stream(State(portal): App, visitor: Visitor, headers: HeaderMap) -> Answer {
    let session = visitor.session.ok_or_else(Refusal::sign_in)?;
    let Ok(place) = Arc::clone(&portal.streams).try_acquire_owned() else {
        return Err(Refusal::overloaded());
    };
    let seen = headers.get(LAST_EVENT).map(HeaderValue::to_str);
    let line = match seen {
        // What is no line of ours is answered like one that is long forgotten.
        Some(text) => text.ok().and_then(|text| text.parse().ok()).unwrap_or(-1),
        None => portal.ask(|connection| changes::last(connection)).await?,
    };
    let (reader, writer) = tokio::io::duplex(AHEAD);
    tokio::spawn(async move {
        // Whoever reads has gone away: there is nobody left to tell.
        let _ = Stream {
            portal,
            session,
            line,
            writer,
        }
        .run()
        .await;
        drop(place);
    });
    let headers = [
        (CONTENT_TYPE, HeaderValue::from_static("text/event-stream")),
        (CACHE_CONTROL, HeaderValue::from_static("no-store")),
        // nginx would otherwise hold events back.
        (
            HeaderName::from_static("x-accel-buffering"),
            HeaderValue::from_static("no"),
        ),
    ];
    Ok((headers, Body::from_stream(ReaderStream::new(reader))).into_response())
}

/// One reader.
struct Stream {
    portal: Arc<Portal>,
    session: Session,
    /// The last change that was told.
    line: i64,
    writer: DuplexStream,
}

/// Something to tell: an event, or that the session is over.
enum Told {
    Events(Vec<(&'static str, String)>, i64),
    Over,
}

impl Stream {
    async fn run(mut self) -> std::io::Result<()> {
        let mut bell = self.portal.bell.hear();
        let mut end = self.portal.bell.hear_the_end();
        let mut heartbeat = interval(HEARTBEAT);
        self.write(": cổng báo thay đổi ở đây\n\n").await?;
        loop {
            bell.mark_unchanged();
            match self.news().await {
                Ok(Some(Told::Events(events, line))) => {
                    self.line = line;
                    for (name, data) in events {
                        let event = format!("id: {line}\nevent: {name}\ndata: {data}\n\n");
                        self.write(&event).await?;
                    }
                }
                Ok(Some(Told::Over)) => {
                    return self
                        .write(&format!("event: {EVENT_SESSION}\ndata: {{}}\n\n"))
                        .await;
                }
                // A refusal is in the log already; the next ring tries again.
                Ok(None) | Err(_) => {}
            }
            tokio::select! {
                rung = bell.changed() => if rung.is_err() { return Ok(()) },
                _ = heartbeat.tick() => self.write(":\n\n").await?,
                () = closed(&mut end) => return Ok(()),
            }
        }
    }

    async fn write(&mut self, text: &str) -> std::io::Result<()> {
        let written = tokio::time::timeout(SLOW, self.writer.write_all(text.as_bytes()));
        written
            .await
            .unwrap_or_else(|_| Err(std::io::ErrorKind::TimedOut.into()))
    }

    async fn news(&self) -> Result<Option<Told>, Refusal> {
        let (portal, session, line) = (Arc::clone(&self.portal), self.session.clone(), self.line);
        let now = self.portal.clock.now();
        self.portal
            .ask(move |connection| {
                let mut open = sessions::of_owner(connection, &session.owner, now)?.into_iter();
                if !open.any(|one| one.id == session.id) {
                    return Ok(Some(Told::Over));
                }
                let news = changes::since(connection, &session.owner, line)?;
                let Some(news) = news else {
                    return Ok(None);
                };
                events(&portal, connection, &session, &news).map(Some)
            })
            .await
    }
}

/// Comes true when no stream goes on.
async fn closed(end: &mut watch::Receiver<bool>) {
    while !*end.borrow_and_update() {
        if end.changed().await.is_err() {
            return;
        }
    }
}

fn events(
    portal: &Portal,
    connection: &Connection,
    session: &Session,
    news: &News,
) -> rusqlite::Result<Told> {
    let (dossiers, notifications, last) = match news {
        News::TooMuch(last) => {
            return Ok(Told::Events(vec![(EVENT_RESYNC, "{}".into())], *last));
        }
        News::Changed {
            dossiers,
            notifications,
            last,
        } => (dossiers, *notifications, *last),
    };
    let mut events = Vec::new();
    for id in dossiers {
        let Some(filed) = rows::by_id(connection, *id)? else {
            continue;
        };
        let code: DossierCode = filed.code.clone();
        let whole = Whole::read(connection, *id, filed)?;
        let shown = whole.dossier(&portal.settings, portal.clock.now());
        let changed = DossierChanged {
            code,
            etag: etag_of(&shown),
            needs_you: whole.needs_the_person(),
        };
        events.push((EVENT_DOSSIER, text(&changed)));
    }
    if notifications {
        let unread = notify::unread(connection, &session.owner)?;
        events.push((EVENT_NOTIFICATIONS, text(&NotificationsChanged { unread })));
    }
    Ok(Told::Events(events, last))
}

fn text(value: &impl Serialize) -> String {
    serde_json::to_string(value).expect("the contract's types have string keys only")
}
