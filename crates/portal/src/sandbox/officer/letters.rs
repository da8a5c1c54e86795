//! The sandbox officer's feedback: what people wrote, and what is answered.

use std::sync::Arc;

use axum::Router;
use axum::extract::rejection::{FormRejection, PathRejection};
use axum::extract::{Form, Path, State};
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::{get, post};
use maud::html;
use motcua_contract::feedback::{Feedback, FeedbackState};
use motcua_contract::text::LocalText;
use serde::Serialize;

use super::form::Typed;
use super::{page, respond};
use crate::dossier::ground::fault;
use crate::feedback::course::{Handling, may_follow};
use crate::feedback::rows;
use crate::notify;
use crate::portal::Portal;
use crate::web::answer::json;
use crate::web::body::Body;
use crate::web::refusal::{Answer, Refusal};

type App = State<Arc<Portal>>;
type Code = Result<Path<String>, PathRejection>;

/// How many are listed.
const SHOWN: u32 = 100;

/// The pages and the API.
pub(super) fn routes() -> Router<Arc<Portal>> {
    Router::new()
        .route("/sandbox/officer/feedback", get(list))
        .route("/sandbox/officer/feedback/{code}", post(act))
        .route("/sandbox/officer/api/feedback", get(list_json))
        .route(
            "/sandbox/officer/api/feedback/{code}/moves",
            post(move_json),
        )
}

/// Feedback with what its dossier said of itself.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Letter {
    feedback: Feedback,
    facts: Option<String>,
}

async fn letters(portal: &Arc<Portal>) -> Result<Vec<Letter>, Refusal> {
    let now = portal.clock.now();
    portal
        .ask(move |connection| {
            let all = rows::latest(connection, SHOWN)?.into_iter().map(|kept| {
                Ok(Letter {
                    feedback: rows::shown(connection, &kept, now)?,
                    facts: kept.facts,
                })
            });
            all.collect::<rusqlite::Result<Vec<_>>>()
        })
        .await
}

async fn list_json(State(portal): App) -> Answer {
    Ok(json(&letters(&portal).await?))
}

async fn move_json(State(portal): App, code: Code, Body { value, .. }: Body<Handling>) -> Answer {
    portal.officer_handles(named(code)?, value).await?;
    Ok(json(&letters(&portal).await?))
}

fn named(code: Code) -> Result<String, Refusal> {
    code.map(|Path(code)| code)
        .map_err(|_| Refusal::not_found())
}

async fn list(State(portal): App) -> Answer {
    Ok(shown(&letters(&portal).await?, None))
}

async fn act(
    State(portal): App,
    code: Code,
    form: Result<Form<Vec<(String, String)>>, FormRejection>,
) -> Answer {
    let code = named(code)?;
    let typed = Typed::new(form.map(|Form(pairs)| pairs).unwrap_or_default());
    let done = match wished(&typed) {
        Ok(what) => portal.officer_handles(code.clone(), what).await,
        Err(refusal) => Err(refusal),
    };
    match done {
        Ok(()) => Ok(Redirect::to("/sandbox/officer/feedback").into_response()),
        Err(refusal) if refusal.is_the_senders() => {
            let again = Again {
                code,
                refusal,
                typed,
            };
            Ok(shown(&letters(&portal).await?, Some(&again)))
        }
        Err(refusal) => Err(refusal),
    }
}

/// What an officer wants to do with feedback.
fn wished(typed: &Typed) -> Result<Handling, Refusal> {
    let text = typed.value("text").trim().to_owned();
    match typed.value("move") {
        "forward" => Ok(Handling::Forward {
            agency: typed.value("agency").trim().into(),
            text,
        }),
        "refuse" => Ok(Handling::Refuse { text }),
        "answer" => Ok(Handling::Answer { text }),
        _ => {
            let message = "Chọn một việc để làm.";
            Err(Refusal::answers(vec![fault("/move", "unknown", message)]))
        }
    }
}

/// What was not done: to which feedback, why, and what was typed.
struct Again {
    code: String,
    refusal: Refusal,
    typed: Typed,
}

impl Again {
    /// What stands in a field of a piece of feedback.
    fn value(&self, code: &str, field: &str) -> &str {
        match self.code == code {
            true => self.typed.value(field),
            false => "",
        }
    }
}

fn shown(letters: &[Letter], again: Option<&Again>) -> Response {
    let refusal = again.map(|again| &again.refusal);
    let main = html! {
        p { a href="/sandbox/officer" { "Tất cả hồ sơ" } }
        h1 { "Phản ánh, kiến nghị" }
        @if let Some(refusal) = refusal { (page::error(refusal)) }
        @if letters.is_empty() { p { "Chưa có phản ánh nào." } }
        @for letter in letters { (one(letter, again)) }
    };
    respond(page::document(
        "Phản ánh, kiến nghị",
        refusal.is_some(),
        &main,
    ))
}

fn one(letter: &Letter, again: Option<&Again>) -> maud::Markup {
    let feedback = &letter.feedback;
    let own = &feedback.code;
    let typed = |field| again.map_or("", |again| again.value(own, field));
    let open = may_follow(feedback.state, FeedbackState::Answered);
    html! {
        h2 { (feedback.title) " (" (own) ")" }
        p { (feedback.text) }
        (page::attached(&feedback.attachments))
        @if let Some(facts) = &letter.facts { p { (facts) } }
        ol { @for event in &feedback.history { li { (event.agency) ": " (event.text.as_deref().unwrap_or("Đã nhận.")) } } }
        @if open {
            form method="post" action=(format!("/sandbox/officer/feedback/{own}")) aria-label=(format!("Trả lời {own}")) {
                p.field {
                    label for=(format!("text-{own}")) { "Trả lời, hoặc lý do" }
                    textarea id=(format!("text-{own}")) name="text" rows="3" { (typed("text")) }
                }
                p.field {
                    label for=(format!("agency-{own}")) { "Chuyển đến cơ quan" }
                    input type="text" id=(format!("agency-{own}")) name="agency" value=(typed("agency")) autocomplete="off";
                }
                button type="submit" name="move" value="answer" { "Trả lời" }
                button type="submit" name="move" value="forward" { "Chuyển cơ quan có thẩm quyền" }
                @if may_follow(feedback.state, FeedbackState::Refused) {
                    button type="submit" name="move" value="refuse" { "Không tiếp nhận" }
                }
            }
        }
    }
}

impl Portal {
    /// Lets an officer handle feedback, and tells whoever gave it.
    pub(crate) async fn officer_handles(
        self: &Arc<Self>,
        code: String,
        what: Handling,
    ) -> Result<(), Refusal> {
        what.check()?;
        let text = what.text().trim().to_owned();
        let now = self.clock.now();
        self.transact(move |transaction| {
            let kept = rows::by_code(transaction, &code)?.ok_or_else(Refusal::not_found)?;
            if !may_follow(kept.state, what.state()) {
                return Err(Refusal::not_now("Phản ánh này không còn chờ việc đó."));
            }
            let agency = match &what {
                Handling::Forward { agency, .. } => agency.trim(),
                _ => kept.agency.as_str(),
            };
            rows::happen(transaction, kept.id, (what.state(), agency), &text, now)?;
            let title = LocalText::new(
                "Phản ánh của bạn có trả lời mới.",
                "There is news about your feedback.",
            );
            let body = LocalText::new(
                format!("Mở phản ánh {code} để đọc."),
                format!("Open feedback {code} to read it."),
            );
            Ok(notify::tell_apart(
                transaction,
                &kept.owner,
                (&title, &body),
                now,
            )?)
        })
        .await
    }
}
