//! `GET /quality`: published figures.

use axum::extract::{OriginalUri, State};
use motcua_contract::quality::{AgencyQuality, Quality};
use motcua_contract::service::OnlineLevel;

use super::{Answer, App};
use crate::dossier::ground::fault;
use crate::dossier::promise::civil;
use crate::quality::{self, Besides, Period};
use crate::rating;
use crate::web::answer::json;
use crate::web::query::Query;
use crate::web::refusal::Refusal;

/// The longest way to write a period.
const PERIOD_CHARACTERS: u32 = 7;

/// `GET /quality`
pub(super) async fn figures(State(portal): App, OriginalUri(uri): OriginalUri) -> Answer {
    let mut query = Query::new(uri.query());
    let asked = query.text("period", PERIOD_CHARACTERS);
    query.finish()?;
    let now = portal.clock.now();
    let period = match &asked {
        Some(text) => Period::read(text),
        None => Period::last_month(civil(now).date()),
    };
    let read = period.and_then(|period| Some((period, period.moments()?)));
    let Some((period, moments)) = read else {
        let message = "Viết một năm (2026), một quý (2026-Q3) hoặc một tháng (2026-10).";
        return Err(Refusal::invalid(vec![fault(
            "?period",
            "malformed",
            message,
        )]));
    };
    let services = &portal.catalogue().services;
    let level = |level| {
        let of_it = services.iter().filter(|one| one.summary.online == level);
        of_it.count() as u32
    };
    // A service whose source does not say how far it goes is neither the one nor the other.
    let full = level(OnlineLevel::Full);
    let full_online = (full, full + level(OnlineLevel::Partial));
    let minimum = portal.least_ratings();
    let levels = portal.settings.ratings.scale.len() as u8;
    let figures = portal
        .ask(move |connection| {
            let ratings = rating::between(connection, None, moments)?;
            let besides = Besides {
                full_online,
                ratings: &ratings,
                minimum,
                levels,
            };
            quality::count(connection, moments, &besides)
        })
        .await?;
    Ok(json(&Quality {
        period: period.written(),
        counted_at: now.rfc3339(),
        // One agency settles everything that is filed here.
        agencies: vec![AgencyQuality {
            agency: portal.settings.filing.agency.clone(),
            figures: figures.clone(),
        }],
        overall: figures,
        method: quality::method(minimum),
    }))
}
