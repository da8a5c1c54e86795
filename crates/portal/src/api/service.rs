//! One service.

use std::sync::Arc;

use axum::extract::rejection::PathRejection;
use axum::extract::{Path, State};
use motcua_contract::search::RelatedServices;
use motcua_contract::service::{Filing, FilingState};
use motcua_contract::text::LocalText;

use super::{Answer, App, segment};
use crate::portal::Portal;
use crate::reading;
use crate::store::read::{self, Stored};
use crate::web::answer::json;
use crate::web::refusal::Refusal;

/// `GET /services/{code}`: today's service for a code of today or before, or what is
/// left of one that is no longer in force.
pub(super) async fn one(State(portal): App, code: Result<Path<String>, PathRejection>) -> Answer {
    let asked = segment(code, "code")?;
    let catalogue = portal.catalogue();
    let code = catalogue.current(&asked).unwrap_or(&asked);
    let Some(stored) = stored(&portal, code).await? else {
        return Err(Refusal::unknown_service(catalogue.nearest(&asked)));
    };
    let mut service = catalogue.service(&stored.record()?);
    reading::expire(&mut service, &portal.today());
    if let Some(day) = stored.retired_on {
        service.filing = retired(&day);
    }
    Ok(json(&service))
}

/// `GET /services/{code}/related`
pub(super) async fn related(
    State(portal): App,
    code: Result<Path<String>, PathRejection>,
) -> Answer {
    let asked = segment(code, "code")?;
    let catalogue = portal.catalogue();
    let items = match catalogue.current(&asked) {
        Some(code) => catalogue.related(code),
        // What is no longer in force still has an address, and nothing beside it.
        None if stored(&portal, &asked).await?.is_some() => Vec::new(),
        None => return Err(Refusal::unknown_service(catalogue.nearest(&asked))),
    };
    Ok(json(&RelatedServices { items }))
}

/// What the database has under a code.
pub(super) async fn stored(portal: &Arc<Portal>, code: &str) -> Result<Option<Stored>, Refusal> {
    let code = code.to_owned();
    portal
        .ask(move |connection| read::stored(connection, &code))
        .await
}

/// Why one cannot file a service that a newer catalogue no longer has.
fn retired(day: &str) -> Filing {
    let vietnamese: Vec<&str> = day.rsplit('-').collect();
    Filing {
        state: FilingState::NotOffered,
        reason: Some(LocalText::new(
            format!(
                "Thủ tục này không còn trong danh mục từ ngày {}. Nội dung dưới đây là bản công \
                 bố cuối cùng; bạn tìm thủ tục thay thế trước khi nộp hồ sơ.",
                vietnamese.join("/")
            ),
            format!(
                "This procedure has not been in the catalogue since {day}. Below is what was \
                 last published; look for the one that replaces it before you apply."
            ),
        )),
    }
}
