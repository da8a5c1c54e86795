//! The services found, with what one compares them by.

use leptos::prelude::*;
use motcua_contract::service::{OnlineLevel, ServiceSummary};

use super::finding::{Found, Source};
use super::marked::marked;
use crate::format;
use crate::i18n::{fill, results};
use crate::route::Route;

/// The id of the link of the service at `place`, counted from 0.
pub(super) fn link_id(place: usize) -> String {
    format!("result-{place}")
}

/// The services, best first.
pub(super) fn list(found: &Found) -> AnyView {
    let from_device = found.source == Source::Device;
    let rows = found.items.iter().enumerate();
    let rows = rows.map(|(place, one)| row(place, one, &found.query.words, from_device));
    view! { <ol class="hits" aria-label=results::list()>{rows.collect_view()}</ol> }.into_any()
}

fn row(
    place: usize,
    one: &ServiceSummary,
    words: &str,
    from_device: bool,
) -> impl IntoView + use<> {
    let href = Route::Service(one.code.clone()).href();
    let shelf = format!("{} · {}", one.field.name, one.agency.name);
    // The snapshot on the device holds no times and fees: saying nothing is the truth.
    let stated = (!from_device).then(|| {
        view! {
            {fact(results::time(), one.time.map(|time| format::time(Some(time))))}
            {fact(results::fee(), one.fee.as_ref().map(format::fee))}
        }
    });
    let levels: Vec<&str> = one.levels.iter().copied().map(format::level).collect();
    let levels = (!levels.is_empty()).then(|| fact(results::level(), Some(levels.join(", "))));
    view! {
        <li class="hit">
            <h2 class="hit__name" lang="vi"><a id=link_id(place) href=href>{marked(&one.name, words)}</a></h2>
            <p class="hit__shelf" lang="vi">{shelf}</p>
            <dl class="hit__facts">{stated}{levels}</dl>
            <p class="hit__end">
                <span class=online_class(one.online)>{format::online(one.online)}</span>
                <span class="hit__code">{fill(results::code(), &[("code", &one.code)])}</span>
            </p>
        </li>
    }
}

/// One figure with its name. The contract leaves it out when the ways of filing differ
/// or state none, so "not stated" would be wrong here: each way says it on the service's
/// own screen.
fn fact(name: &'static str, figure: Option<String>) -> impl IntoView {
    let class = match figure {
        Some(_) => "hit__figure",
        None => "hit__elsewhere",
    };
    let words = figure.unwrap_or_else(|| results::each_way().into());
    view! { <div class="hit__fact"><dt>{name}</dt><dd class=class>{words}</dd></div> }
}

fn online_class(level: OnlineLevel) -> &'static str {
    match level {
        OnlineLevel::Full => "tag tag--ok",
        OnlineLevel::Partial => "tag tag--info",
        OnlineLevel::NotStated | OnlineLevel::None | OnlineLevel::Unknown => "hit__online",
    }
}
