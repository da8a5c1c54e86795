//! Papers that the portal already holds for a person.

use std::sync::Arc;

use axum::Router;
use axum::extract::rejection::PathRejection;
use axum::extract::{Path, RawQuery, Request, State};
use axum::routing::get;
use motcua_contract::held_document::HeldDocuments;
use motcua_search::fold;

use super::{Answer, App, segment, service};
use crate::files::download::Download;
use crate::held::{self, Held};
use crate::portal::Portal;
use crate::session::SignedIn;
use crate::web::answer::json;
use crate::web::query::Query;
use crate::web::refusal::Refusal;

/// The addresses of this module.
pub(super) fn routes() -> Router<Arc<Portal>> {
    Router::new()
        .route("/me/documents", get(all))
        .route("/me/documents/{id}/content", get(content))
}

/// `GET /me/documents`
async fn all(State(portal): App, who: SignedIn, RawQuery(raw): RawQuery) -> Answer {
    let mut query = Query::new(raw.as_deref());
    let wanted = Wanted {
        service: query.id("service"),
        requirement: query.id("requirement"),
        name: None,
    };
    query.finish()?;
    let wanted = wanted.named(&portal).await?;
    let owner = who.owner().clone();
    let held = portal
        .ask(move |connection| held::all(connection, &owner))
        .await?;
    let fitting = held.into_iter().filter(|paper| wanted.is_fit_by(paper));
    Ok(json(&HeldDocuments {
        items: fitting.map(Held::described).collect(),
    }))
}

/// What a paper is wanted for.
struct Wanted {
    service: Option<String>,
    requirement: Option<String>,
    /// The requirement's name in the catalogue, folded.
    name: Option<String>,
}

impl Wanted {
    /// Looks the requirement's name up: the same paper has another id in each service, and
    /// mostly the same name.
    async fn named(mut self, portal: &Arc<Portal>) -> Result<Self, Refusal> {
        let (Some(code), Some(requirement)) = (&self.service, &self.requirement) else {
            return Ok(self);
        };
        let catalogue = portal.catalogue();
        let code = catalogue.current(code).unwrap_or(code);
        let Some(stored) = service::stored(portal, code).await? else {
            return Ok(self);
        };
        let service = catalogue.service(&stored.record()?);
        let mut all = service.cases.iter().flat_map(|case| &case.requirements);
        let found = all.find(|one| one.id == *requirement);
        self.name = found.map(|one| fold(&one.name));
        Ok(self)
    }

    fn is_fit_by(&self, paper: &Held) -> bool {
        if let Some(name) = &self.name
            && fold(&paper.name) == *name
        {
            return true;
        }
        let same =
            |wanted: &Option<String>, has: &str| wanted.as_ref().is_none_or(|wanted| wanted == has);
        same(&self.service, &paper.service) && same(&self.requirement, &paper.requirement)
    }
}

/// `GET /me/documents/{id}/content`
async fn content(
    State(portal): App,
    who: SignedIn,
    id: Result<Path<String>, PathRejection>,
    request: Request,
) -> Answer {
    let id = segment(id, "id")?;
    let owner = who.owner().clone();
    let paper = portal
        .ask(move |connection| held::one(connection, &owner, &id))
        .await?;
    let paper = paper.ok_or_else(Refusal::not_found)?;
    let file = Download {
        hash: &paper.hash,
        name: &paper.file_name,
        media_type: paper.media_type.media_type(),
    };
    portal.intake.files.answer(request, &file).await
}
