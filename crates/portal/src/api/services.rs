//! Finding services.

use axum::extract::{RawQuery, State};
use motcua_contract::search::{
    OFFSET_MAX, PAGE_SIZE_DEFAULT, PAGE_SIZE_MAX, SUGGESTIONS_DEFAULT, SUGGESTIONS_MAX,
    ServiceList, Suggestion, Suggestions,
};
use motcua_search as engine;

use super::{Answer, App, guidance};
use crate::catalogue::listing::Filters;
use crate::web::answer::json;
use crate::web::query::Query;

/// `GET /services`
pub(super) async fn search(State(portal): App, RawQuery(raw): RawQuery) -> Answer {
    let mut query = Query::new(raw.as_deref());
    let typed = query.typed("q");
    let filters = Filters {
        fields: query.ids("field"),
        agencies: query.ids("agency"),
        levels: query.values("level"),
        audiences: query.values("audience"),
        online: query.values("online"),
    };
    let limit = query
        .number("limit", 1..=PAGE_SIZE_MAX)
        .unwrap_or(PAGE_SIZE_DEFAULT);
    let offset = query.number("offset", 0..=OFFSET_MAX).unwrap_or(0);
    query.finish()?;

    let catalogue = portal.catalogue();
    let (found, outcome) = if typed.trim().is_empty() {
        (
            (0..catalogue.services.len()).collect(),
            engine::Outcome::default(),
        )
    } else {
        let outcome = catalogue.index.search(&typed);
        let hits = outcome.hits.iter().map(|hit| hit.entry as usize);
        (hits.collect::<Vec<_>>(), outcome)
    };
    let page = catalogue.page(&found, &filters, offset as usize, limit as usize);
    Ok(json(&ServiceList {
        items: page.items,
        total: page.total,
        offset,
        facets: page.facets,
        did_you_mean: outcome.did_you_mean,
        guidance: guidance::of(outcome.scope),
    }))
}

/// `GET /services/suggestions`
pub(super) async fn suggest(State(portal): App, RawQuery(raw): RawQuery) -> Answer {
    let mut query = Query::new(raw.as_deref());
    let typed = query.typed("q");
    let limit = query
        .number("limit", 1..=SUGGESTIONS_MAX)
        .unwrap_or(SUGGESTIONS_DEFAULT);
    query.finish()?;

    let catalogue = portal.catalogue();
    let suggestions = catalogue.index.suggest(&typed, limit as usize).into_iter();
    let items = suggestions.map(|suggestion| match suggestion {
        engine::Suggestion::Saying(text) => Suggestion { text, code: None },
        engine::Suggestion::Service(at) => {
            let one = &catalogue.services[at as usize].summary;
            Suggestion {
                text: one.name.clone(),
                code: Some(one.code.clone()),
            }
        }
    });
    Ok(json(&Suggestions {
        items: items.collect(),
    }))
}
