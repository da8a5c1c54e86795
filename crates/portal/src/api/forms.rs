//! The form of a service for a case.

use axum::extract::rejection::PathRejection;
use axum::extract::{Path, RawQuery, State};

use super::{Answer, App, checked, not_text};
use crate::portal::FormOfCase;
use crate::web::answer::{json, json_schema};
use crate::web::query::Query;
use crate::web::refusal::Refusal;

/// Code and case, as the address names them.
type Names = Result<Path<(String, String)>, PathRejection>;

/// `GET /services/{code}/forms/{case}`
pub(super) async fn form(app: App, names: Names, RawQuery(raw): RawQuery) -> Answer {
    Ok(json(&asked(app, names, raw).await?.contract))
}

/// `GET /services/{code}/forms/{case}/answers-schema`
pub(super) async fn answers_schema(app: App, names: Names, RawQuery(raw): RawQuery) -> Answer {
    Ok(json_schema(&asked(app, names, raw).await?.form.schema()))
}

async fn asked(
    State(portal): App,
    names: Names,
    raw: Option<String>,
) -> Result<FormOfCase, Refusal> {
    let Ok(Path((code, case))) = names else {
        return Err(not_text("code"));
    };
    let (code, case) = (checked(code, "code")?, checked(case, "case")?);
    let mut query = Query::new(raw.as_deref());
    let version = query.id("version");
    query.finish()?;
    portal.form(&code, &case, version.as_deref()).await
}
