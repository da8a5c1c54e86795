//! The sandbox officer: small pages and a JSON API to move dossiers with, so that what a
//! person sees afterwards is real.
//!
//! Whoever opens them is the officer: a portal for trying out has no real ones. Neither exists
//! on any other portal. What the law forbids is refused here as everywhere.

use std::sync::Arc;

use axum::Router;
use axum::extract::rejection::{FormRejection, PathRejection};
use axum::extract::{Form, OriginalUri, Path, State};
use axum::middleware::{from_fn, from_fn_with_state};
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::{get, post};
use http::StatusCode;
use motcua_contract::dossier::status::Action;
use motcua_contract::dossier::{Dossier, DossierSummary};
use motcua_contract::search::{OFFSET_MAX, PAGE_SIZE_DEFAULT};
use motcua_contract::text::LocalText;
use serde::{Deserialize, Serialize};

use crate::dossier::audit::{self, Line};
use crate::dossier::desk::Desk;
use crate::dossier::essence;
use crate::dossier::life::{Step, Who};
use crate::dossier::list::Brief;
use crate::dossier::messages::{self, Reader};
use crate::dossier::moves::{self, Move};
use crate::dossier::show::Whole;
use crate::dossier::{behalf, handlers, rows};
use crate::forms::kept;
use crate::notify::{self, News};
use crate::portal::Portal;
use crate::web::answer::json;
use crate::web::body::Body;
use crate::web::cross_site;
use crate::web::query::Query;
use crate::web::refusal::{Answer, Refusal};

mod form;
mod letters;
mod own_file;
mod page;

use form::Typed;

type App = State<Arc<Portal>>;
type Code = Result<Path<String>, PathRejection>;

/// Every step that an officer can take, in the order of a dossier's life.
const STEPS: [Step; 12] = [
    Step::Receive,
    Step::HandOn,
    Step::AskSupplement,
    Step::SetFee,
    Step::Decide,
    Step::Post,
    Step::Return,
    Step::Pause,
    Step::Resume,
    Step::Postpone,
    Step::Refuse,
    Step::Stop,
];

/// What takes a file, behind the same doors.
pub(super) fn file_routes(portal: &Arc<Portal>) -> Router<Arc<Portal>> {
    own_file::routes()
        .layer(from_fn(cross_site::keep_private))
        .layer(from_fn_with_state(Arc::clone(portal), cross_site::refuse))
}

/// The pages and the API.
pub(super) fn routes(portal: &Arc<Portal>) -> Router<Arc<Portal>> {
    Router::new()
        .route("/sandbox/officer", get(list))
        .route("/sandbox/officer/dossiers/{code}", get(show).post(act))
        .route("/sandbox/officer/api/dossiers", get(list_json))
        .route("/sandbox/officer/api/dossiers/{code}", get(show_json))
        .route(
            "/sandbox/officer/api/dossiers/{code}/moves",
            post(move_json),
        )
        .route(
            "/sandbox/officer/api/dossiers/{code}/messages",
            post(write_json),
        )
        .merge(letters::routes())
        .layer(from_fn(cross_site::keep_private))
        .layer(from_fn_with_state(Arc::clone(portal), cross_site::refuse))
}

/// A dossier as the officer has it.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Case {
    dossier: Dossier,
    /// What can be done now.
    moves: Vec<Step>,
    /// Who did what, and what was refused.
    audit: Vec<Line>,
    /// What can be asked for: the form's papers and answers.
    #[serde(skip)]
    parts: Vec<PartOfForm>,
    #[serde(skip)]
    messages: Vec<motcua_contract::dossier::message::Message>,
}

/// A part of the form that an officer can ask for again.
struct PartOfForm {
    id: String,
    requirement: Option<String>,
    label: String,
}

/// A page of the list.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Listed {
    items: Vec<DossierSummary>,
    total: u32,
    offset: u32,
}

async fn listed(portal: &Arc<Portal>, uri: &http::Uri) -> Result<Listed, Refusal> {
    let mut query = Query::new(uri.query());
    let offset = query.number("offset", 0..=OFFSET_MAX).unwrap_or(0);
    query.finish()?;
    let (within, now) = (Arc::clone(portal), portal.clock.now());
    portal
        .ask(move |connection| {
            let (page, total) = rows::everyones(connection, (offset, PAGE_SIZE_DEFAULT))?;
            let items = page
                .into_iter()
                .map(|id| Ok(Brief::read(connection, id)?.summary(&within.settings, now)));
            Ok(Listed {
                items: items.collect::<rusqlite::Result<_>>()?,
                total,
                offset,
            })
        })
        .await
}

async fn list(State(portal): App, OriginalUri(uri): OriginalUri) -> Answer {
    let listed = listed(&portal, &uri).await?;
    Ok(page::list(&listed))
}

async fn list_json(State(portal): App, OriginalUri(uri): OriginalUri) -> Answer {
    Ok(json(&listed(&portal, &uri).await?))
}

/// The number of a dossier, whoever's.
async fn number(portal: &Arc<Portal>, code: Code) -> Result<i64, Refusal> {
    let Ok(Path(code)) = code else {
        return Err(Refusal::not_found());
    };
    let found = portal
        .ask(move |connection| rows::anyones(connection, &code))
        .await?;
    found.map(|(id, _)| id).ok_or_else(Refusal::not_found)
}

async fn case(portal: &Arc<Portal>, id: i64) -> Result<Case, Refusal> {
    portal.refresh_payments(id).await?;
    portal.issue_receipts(id).await?;
    let (within, now) = (Arc::clone(portal), portal.clock.now());
    portal
        .transact(move |transaction| {
            let settings = &within.settings;
            let desk = Desk::open(transaction, settings, id, now)?;
            let can = |step: &Step| desk.allows(Who::Officer, *step).is_ok();
            let moves = STEPS.into_iter().filter(can).collect();
            messages::mark_read(transaction, id, Reader::Officer, now)?;
            let code = desk.filed.code.as_str().to_owned();
            let form = kept::find(transaction, &desk.filed.form_version)?;
            let definition = form
                .and_then(Result::ok)
                .map(|form| form.for_case(&desk.filed.case).definition);
            let parts = definition.as_ref().map(essence::parts).unwrap_or_default();
            let parts = parts.into_iter().map(|part| PartOfForm {
                id: part.id.into(),
                requirement: part.requirement.map(Into::into),
                label: part.label.vi,
            });
            Ok(Case {
                moves,
                audit: audit::of_dossier(transaction, id)?,
                parts: parts.collect(),
                messages: messages::page(transaction, (id, &code), None)?.items,
                dossier: Whole::read(transaction, id, desk.filed.clone())?.dossier(settings, now),
            })
        })
        .await
}

async fn show(State(portal): App, code: Code) -> Answer {
    let id = number(&portal, code).await?;
    let case = looked_at(&portal, id).await?;
    Ok(page::case(&case, None, &Typed::default()))
}

async fn show_json(State(portal): App, code: Code) -> Answer {
    let id = number(&portal, code).await?;
    Ok(json(&looked_at(&portal, id).await?))
}

/// The dossier, and a line in the access log of whoever it concerns.
async fn looked_at(portal: &Arc<Portal>, id: i64) -> Result<Case, Refusal> {
    let case = case(portal, id).await?;
    let code = case.dossier.code.to_string();
    portal.officer_looks(id, code).await?;
    Ok(case)
}

/// `POST` of a page's form: on to the dossier when it is done, or the page again with what
/// is wrong and what was typed.
async fn act(
    State(portal): App,
    code: Code,
    form: Result<Form<Vec<(String, String)>>, FormRejection>,
) -> Answer {
    let id = number(&portal, code).await?;
    let typed = Typed::new(form.map(|Form(pairs)| pairs).unwrap_or_default());
    let done = match typed.read() {
        Ok(form::Wish::Move(wish)) => portal.officer_does(id, wish).await,
        Ok(form::Wish::Write(text)) => write(&portal, id, &text).await,
        Err(refusal) => Err(refusal),
    };
    let case = case(&portal, id).await?;
    let own = format!("/sandbox/officer/dossiers/{}", case.dossier.code);
    match done {
        Ok(()) => Ok(Redirect::to(&own).into_response()),
        Err(refusal) if refusal.is_the_senders() => Ok(page::case(&case, Some(&refusal), &typed)),
        Err(refusal) => Err(refusal),
    }
}

/// `POST` of a [`Move`]; the dossier as it is then.
async fn move_json(State(portal): App, code: Code, Body { value, .. }: Body<Move>) -> Answer {
    let id = number(&portal, code).await?;
    portal.officer_does(id, value).await?;
    Ok(json(&case(&portal, id).await?))
}

/// What an officer writes to the person.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Letter {
    text: String,
}

async fn write_json(State(portal): App, code: Code, Body { value, .. }: Body<Letter>) -> Answer {
    let id = number(&portal, code).await?;
    write(&portal, id, &value.text).await?;
    Ok(StatusCode::NO_CONTENT.into_response())
}

async fn write(portal: &Arc<Portal>, id: i64, text: &str) -> Result<(), Refusal> {
    let mut faults = Vec::new();
    moves::text("/text", text, &mut faults);
    if !faults.is_empty() {
        return Err(Refusal::answers(faults));
    }
    let text = text.trim().to_owned();
    let (within, now) = (Arc::clone(portal), portal.clock.now());
    portal
        .transact(move |transaction| {
            let desk = Desk::open(transaction, &within.settings, id, now)?;
            let sender = match desk.officer() {
                has if has.officer.is_some() => has,
                _ => handlers::at_the_counter(&within.settings),
            };
            messages::write(transaction, id, Reader::Officer, &sender, &text, now)?;
            let news = News {
                dossier: id,
                code: desk.filed.code.as_str(),
                title: LocalText::new(
                    "Cán bộ nhắn tin cho bạn về hồ sơ.",
                    "An officer wrote to you about your dossier.",
                ),
                text: LocalText::new(
                    "Mở hồ sơ để đọc và trả lời.",
                    "Open the dossier to read it and answer.",
                ),
                action: Some(Action::Message),
            };
            for party in behalf::parties(transaction, id)? {
                notify::tell(transaction, &party, &news, now)?;
            }
            Ok(rows::touch(transaction, id, now)?)
        })
        .await
}

/// A page of the officer's.
fn respond(page: maud::Markup) -> Response {
    (StatusCode::OK, axum::response::Html(page.into_string())).into_response()
}
