//! Following a dossier: what the person does after filing, and what they may take away.

use std::sync::{Arc, OnceLock};

use axum::Router;
use axum::body::Body as Bytes;
use axum::extract::rejection::PathRejection;
use axum::extract::{OriginalUri, Path, State};
use axum::response::IntoResponse;
use axum::routing::{get, post};
use http::header::{CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_TYPE};
use http::{HeaderValue, StatusCode};
use motcua_contract::dossier::ending::Withdraw;
use motcua_contract::dossier::message::{Messages, WriteMessage};
use motcua_contract::dossier::supplement::AnswerSupplement;
use rusqlite::Transaction;
use serde_json::Value;
use tokio_util::io::ReaderStream;

use super::dossiers::{followed, number};
use super::{Answer, App, checked, segment};
use crate::attachment::OF_MESSAGES;
use crate::dossier::answering::{self, Rules};
use crate::dossier::desk::{Desk, NotTaken};
use crate::dossier::ground::fault;
use crate::dossier::life::{Illegal, Step, Who};
use crate::dossier::messages::{self, Reader};
use crate::dossier::moves::TEXT_CHARACTERS;
use crate::dossier::papers::ATTACHMENTS;
use crate::dossier::show::Whole;
use crate::dossier::{audit, calendar, export, handlers, rows};
use crate::idempotency::{Call, Keyed};
use crate::moment::Moment;
use crate::portal::Portal;
use crate::session::{Owner, Visitor};
use crate::web::answer::json;
use crate::web::query::Query;
use crate::web::refusal::Refusal;
use crate::web::reply::Reply;

/// The addresses of this module.
pub(super) fn routes() -> Router<Arc<Portal>> {
    Router::new()
        .route("/dossiers/{code}/supplements/{id}/answer", post(answer))
        .route("/dossiers/{code}/withdrawal", post(withdraw))
        .route("/dossiers/{code}/messages", get(messages).post(write))
        .route("/dossiers/{code}/calendar", get(calendar))
        .route("/dossiers/{code}/export", get(export))
}

type Code = Result<Path<String>, PathRejection>;

/// `POST /dossiers/{code}/supplements/{id}/answer`
async fn answer(
    State(portal): App,
    visitor: Visitor,
    path: Result<Path<(String, String)>, PathRejection>,
    Keyed { value, call }: Keyed<AnswerSupplement>,
) -> Answer {
    let Ok(Path((code, asked))) = path else {
        return Err(Refusal::not_found());
    };
    let (code, asked) = (checked(code, "code")?, checked(asked, "id")?);
    let whole = followed(&portal, visitor.known()?.clone(), code.clone()).await?;
    let filed = whole.filed();
    let form = portal
        .form(&filed.service, &filed.case, Some(&filed.form_version))
        .await?;
    let within = Arc::clone(&portal);
    step(&portal, visitor, call, code, Step::AnswerSupplement, {
        move |desk, owner| {
            let rules = Rules {
                form: &form.form,
                places: &within.places,
            };
            answering::answer(desk, owner, &asked, &value, &rules)
        }
    })
    .await
}

/// `POST /dossiers/{code}/withdrawal`
async fn withdraw(
    State(portal): App,
    visitor: Visitor,
    code: Code,
    Keyed { value, call }: Keyed<Withdraw>,
) -> Answer {
    let code = segment(code, "code")?;
    followed(&portal, visitor.known()?.clone(), code.clone()).await?;
    step(&portal, visitor, call, code, Step::Withdraw, {
        move |desk, _| answering::withdraw(desk, value.reason.as_deref())
    })
    .await
}

/// Takes a step of the person's, once; the dossier as it is then. What the law forbids
/// stands in the audit trail all the same.
async fn step(
    portal: &Arc<Portal>,
    visitor: Visitor,
    call: Call,
    code: String,
    step: Step,
    take: impl FnOnce(&mut Desk<'_>, &Owner) -> Result<(), NotTaken> + Send + 'static,
) -> Answer {
    let dossier = number(portal, visitor.known()?, &code).await?;
    let forbidden: Arc<OnceLock<Illegal>> = Arc::default();
    let (within, told) = (Arc::clone(portal), Arc::clone(&forbidden));
    let done = portal
        .create(visitor, call, move |transaction, owner, now| {
            let mut desk = own(transaction, &within, owner, &code, now)?;
            let taken = take(&mut desk, owner);
            taken.map_err(|not| {
                if let NotTaken::Illegal(why) = not {
                    let _ = told.set(why);
                }
                Refusal::from(not)
            })?;
            let filed = rows::by_id(transaction, dossier)?.ok_or_else(Refusal::not_found)?;
            let whole = Whole::read(transaction, dossier, filed)?;
            let shown = whole.dossier(&within.settings, now);
            Ok(Reply::json(StatusCode::OK, &shown).tagged())
        })
        .await;
    if let Some(why) = forbidden.get().copied() {
        let now = portal.clock.now();
        let tried = (Who::Citizen, step);
        portal
            .transact(move |transaction| {
                let detail = Value::Null;
                Ok(audit::note(
                    transaction,
                    dossier,
                    tried,
                    Some(why),
                    &detail,
                    now,
                )?)
            })
            .await?;
    }
    done
}

/// The owner's dossier on the desk; another's is not there.
fn own<'a>(
    transaction: &'a Transaction<'a>,
    portal: &'a Portal,
    owner: &Owner,
    code: &str,
    now: Moment,
) -> Result<Desk<'a>, Refusal> {
    let found = rows::find(transaction, owner, code)?;
    let (id, _) = found.ok_or_else(Refusal::not_found)?;
    Desk::open(transaction, &portal.settings, id, now)
}

/// `GET /dossiers/{code}/messages`
async fn messages(
    State(portal): App,
    visitor: Visitor,
    code: Code,
    OriginalUri(uri): OriginalUri,
) -> Answer {
    let code = segment(code, "code")?;
    let owner = visitor.known()?.clone();
    let mut query = Query::new(uri.query());
    let cursor = query.cursor();
    query.finish()?;
    let before = match cursor {
        // What no page gave leads to none.
        Some(cursor) => Some(cursor.parse().map_err(|_| Refusal::not_found())?),
        None => None,
    };
    let dossier = number(&portal, &owner, &code).await?;
    let now = portal.clock.now();
    let page = portal
        .transact(move |transaction| {
            messages::mark_read(transaction, dossier, Reader::Citizen, now)?;
            Ok(messages::page(transaction, (dossier, &code), before)?)
        })
        .await?;
    Ok(json(&Messages {
        items: page.items,
        earlier: page.earlier.map(|id| id.to_string()),
    }))
}

/// `POST /dossiers/{code}/messages`
async fn write(
    State(portal): App,
    visitor: Visitor,
    code: Code,
    Keyed { value, call }: Keyed<WriteMessage>,
) -> Answer {
    let code = segment(code, "code")?;
    visitor.known()?;
    refuse_strange(&value)?;
    let within = Arc::clone(&portal);
    portal
        .create(visitor, call, move |transaction, owner, now| {
            let desk = own(transaction, &within, owner, &code, now)?;
            if desk.life.status.is_final() {
                return Err(Refusal::not_now(Illegal::Ended.words()));
            }
            let sender = handlers::citizen();
            let text = value.text.trim();
            let by = Reader::Citizen;
            let id = messages::write(transaction, desk.id, by, &sender, text, now)?;
            let message = (id, code.as_str());
            OF_MESSAGES.keep(transaction, owner, message, &value.attachments, now)?;
            rows::touch(transaction, desk.id, now)?;
            let page = messages::page(transaction, (desk.id, &code), None)?;
            let written = page.items.last().ok_or_else(Refusal::internal)?;
            Ok(Reply::json(StatusCode::CREATED, written))
        })
        .await
}

fn refuse_strange(message: &WriteMessage) -> Result<(), Refusal> {
    let mut faults = Vec::new();
    if message.text.trim().is_empty() {
        faults.push(fault("/text", "required", "Viết nội dung tin nhắn."));
    } else if message.text.chars().count() > TEXT_CHARACTERS {
        let words = format!("Viết tối đa {TEXT_CHARACTERS} ký tự.");
        faults.push(fault("/text", "tooLong", &words));
    }
    if message.attachments.len() > ATTACHMENTS {
        let words = format!("Đính kèm tối đa {ATTACHMENTS} tệp.");
        faults.push(fault("/attachments", "tooLong", &words));
    }
    if faults.is_empty() {
        Ok(())
    } else {
        Err(Refusal::answers(faults))
    }
}

/// `GET /dossiers/{code}/calendar`
async fn calendar(State(portal): App, visitor: Visitor, code: Code) -> Answer {
    let code = segment(code, "code")?;
    let whole = followed(&portal, visitor.known()?.clone(), code).await?;
    let now = portal.clock.now();
    let dossier = whole.dossier(&portal.settings, now);
    let filed = whole.filed();
    let (Some(deadline), Ok(promise)) = (&dossier.deadline, &filed.promise) else {
        return Err(Refusal::not_found());
    };
    let event = calendar::event(filed, deadline, promise.due, now);
    let name = format!("attachment; filename=\"hen-tra-{}.ics\"", filed.code);
    let headers = [
        (
            CONTENT_TYPE,
            HeaderValue::from_static("text/calendar; charset=utf-8"),
        ),
        (CACHE_CONTROL, HeaderValue::from_static("no-store")),
        (CONTENT_DISPOSITION, header(&name)?),
    ];
    Ok((headers, event).into_response())
}

/// `GET /dossiers/{code}/export`
async fn export(State(portal): App, visitor: Visitor, code: Code) -> Answer {
    let code = segment(code, "code")?;
    let owner = visitor.known()?.clone();
    let whole = followed(&portal, owner.clone(), code.clone()).await?;
    let id = number(&portal, &owner, &code).await?;
    let dossier = whole.dossier(&portal.settings, portal.clock.now());
    let file = portal
        .on_a_thread(move |portal| {
            let files = &portal.intake.files;
            portal.look_up(|connection| Ok(export::archive(connection, files, id, &dossier)))?
        })
        .await?;
    let length = file.metadata().map_or(0, |file| file.len());
    let name = format!("attachment; filename=\"ho-so-{code}.zip\"");
    let headers = [
        (CONTENT_TYPE, HeaderValue::from_static("application/zip")),
        (CACHE_CONTROL, HeaderValue::from_static("no-store")),
        (CONTENT_DISPOSITION, header(&name)?),
        (http::header::CONTENT_LENGTH, HeaderValue::from(length)),
    ];
    let bytes = ReaderStream::new(tokio::fs::File::from_std(file));
    Ok((headers, Bytes::from_stream(bytes)).into_response())
}

fn header(value: &str) -> Result<HeaderValue, Refusal> {
    HeaderValue::from_str(value).map_err(|_| Refusal::not_found())
}
