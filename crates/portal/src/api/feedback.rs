//! Feedback: giving it, following it by its code, and what is published.

use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::extract::rejection::PathRejection;
use axum::extract::{Extension, OriginalUri, Path, Request, State};
use axum::routing::{get, post};
use http::header::LOCATION;
use http::{HeaderMap, StatusCode};
use motcua_contract::feedback::{FeedbackState, GiveFeedback, PublishedFeedback, ReopenFeedback};
use motcua_contract::search::{OFFSET_MAX, PAGE_SIZE_DEFAULT, PAGE_SIZE_MAX};
use motcua_search::fold;
use tokio::time::{Instant, sleep_until};

use super::lookups::{caller, too_many};
use super::{Answer, App, segment};
use crate::attachment::OF_FEEDBACK;
use crate::dossier::ground::fault;
use crate::feedback::rows::{self, Kept};
use crate::feedback::{self, is_reopenable};
use crate::idempotency::Keyed;
use crate::lookup::guessing::{self, Slate};
use crate::portal::Portal;
use crate::server::Peer;
use crate::session::Visitor;
use crate::web::answer::json;
use crate::web::query::Query;
use crate::web::refusal::Refusal;
use crate::web::reply::Reply;

/// No answer about a code comes sooner; see the lookups.
const FLOOR: Duration = Duration::from_millis(50);
/// The longest reason to open feedback again, in characters.
const REASON_CHARACTERS: usize = 2000;

/// The addresses of this module.
pub(super) fn routes() -> Router<Arc<Portal>> {
    Router::new()
        .route("/feedback", post(give))
        .route("/feedback/published", get(published))
        .route("/feedback/{code}", get(follow))
        .route("/feedback/{code}/files/{id}", get(file))
        .route("/feedback/{code}/reopening", post(reopen))
}

/// `POST /feedback`
async fn give(
    State(portal): App,
    visitor: Visitor,
    Keyed { value, call }: Keyed<GiveFeedback>,
) -> Answer {
    let within = Arc::clone(&portal);
    portal
        .create(visitor, call, move |transaction, owner, now| {
            let settings = &within.settings;
            let id = feedback::receive(transaction, settings, owner, &value, now)?;
            let kept = rows::by_id(transaction, id)?.ok_or_else(Refusal::internal)?;
            let shown = rows::shown(transaction, &kept, now)?;
            Ok(Reply::json(StatusCode::CREATED, &shown)
                .header(LOCATION, &rows::address(&kept.code)))
        })
        .await
}

/// `GET /feedback/published`
async fn published(State(portal): App, OriginalUri(uri): OriginalUri) -> Answer {
    let mut query = Query::new(uri.query());
    let words = fold(&query.typed("q"));
    let limit = query
        .number("limit", 1..=PAGE_SIZE_MAX)
        .unwrap_or(PAGE_SIZE_DEFAULT);
    let offset = query.number("offset", 0..=OFFSET_MAX).unwrap_or(0);
    query.finish()?;
    let mut all = portal.ask(|connection| rows::published(connection)).await?;
    all.retain(|one| {
        let text = fold(&format!("{} {} {}", one.title, one.question, one.answer));
        words.split_whitespace().all(|word| text.contains(word))
    });
    // Words in the title say more than words in an answer; otherwise the latest is first.
    all.sort_by_key(|one| {
        let title = fold(&one.title);
        !words.split_whitespace().all(|word| title.contains(word))
    });
    let total = all.len() as u32;
    let items = all.into_iter().skip(offset as usize).take(limit as usize);
    Ok(json(&PublishedFeedback {
        items: items.collect(),
        total,
        offset,
    }))
}

/// `GET /feedback/{code}`
async fn follow(
    State(portal): App,
    peer: Option<Extension<Peer>>,
    headers: HeaderMap,
    code: Result<Path<String>, PathRejection>,
) -> Answer {
    let kept = with_code(&portal, caller(peer, &headers), code).await?;
    let now = portal.clock.now();
    let shown = portal
        .ask(move |connection| rows::shown(connection, &kept, now))
        .await?;
    Ok(json(&shown))
}

/// `GET /feedback/{code}/files/{id}`
async fn file(
    State(portal): App,
    peer: Option<Extension<Peer>>,
    path: Result<Path<(String, String)>, PathRejection>,
    request: Request,
) -> Answer {
    let Ok(Path((code, id))) = path else {
        return Err(Refusal::not_found());
    };
    let from = caller(peer, request.headers());
    let kept = with_code(&portal, from, Ok(Path(code))).await?;
    let found = portal
        .ask(move |connection| OF_FEEDBACK.find(connection, kept.id, &id))
        .await?;
    let file = found.ok_or_else(Refusal::not_found)?;
    portal.intake.files.answer(request, &file.download()).await
}

/// `POST /feedback/{code}/reopening`
async fn reopen(
    State(portal): App,
    visitor: Visitor,
    peer: Option<Extension<Peer>>,
    headers: HeaderMap,
    code: Result<Path<String>, PathRejection>,
    Keyed { value, call }: Keyed<ReopenFeedback>,
) -> Answer {
    let reason = checked(&value)?;
    let kept = with_code(&portal, caller(peer, &headers), code).await?;
    portal
        .create(visitor, call, move |transaction, _, now| {
            let kept = rows::by_id(transaction, kept.id)?.ok_or_else(Refusal::not_found)?;
            let answered = rows::answered_at(transaction, kept.id)?;
            if !is_reopenable(kept.state, answered, now) {
                let why = "Chỉ mở lại được phản ánh đã trả lời trong 30 ngày gần đây.";
                return Err(Refusal::not_now(why));
            }
            let next = (FeedbackState::Reopened, kept.agency.as_str());
            rows::happen(transaction, kept.id, next, &reason, now)?;
            let kept = rows::by_id(transaction, kept.id)?.ok_or_else(Refusal::not_found)?;
            let shown = rows::shown(transaction, &kept, now)?;
            Ok(Reply::json(StatusCode::OK, &shown))
        })
        .await
}

fn checked(sent: &ReopenFeedback) -> Result<String, Refusal> {
    let reason = sent.reason.trim();
    if reason.is_empty() || reason.chars().count() > REASON_CHARACTERS {
        let message =
            format!("Viết vì sao câu trả lời chưa được, tối đa {REASON_CHARACTERS} ký tự.");
        return Err(Refusal::answers(vec![fault(
            "/reason", "required", &message,
        )]));
    }
    Ok(reason.to_owned())
}

/// The feedback with a code; who guesses is slowed.
async fn with_code(
    portal: &Arc<Portal>,
    from: Option<String>,
    code: Result<Path<String>, PathRejection>,
) -> Result<Kept, Refusal> {
    let floor = Instant::now() + FLOOR;
    let code = feedback::typed(&segment(code, "code")?);
    let (key, now) = (portal.lookup_key.clone(), portal.clock.now());
    let slates: Vec<Slate> = from
        .map(|from| Slate::of("feedback", &from, &key))
        .into_iter()
        .collect();
    let found = portal
        .transact(move |transaction| {
            let wait = guessing::wait(transaction, &slates, now)?;
            if !wait.is_zero() {
                return Err(too_many(wait));
            }
            let found = rows::by_code(transaction, &code)?;
            if found.is_none() {
                guessing::mistake(transaction, &slates, now)?;
            }
            Ok(found)
        })
        .await;
    sleep_until(floor).await;
    found?.ok_or_else(Refusal::not_found)
}
