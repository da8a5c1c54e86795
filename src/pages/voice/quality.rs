//! The quality board: how well the portal and each authority serve, in the groups of Decision
//! 766.
//!
//! Announces: on a navigation its heading; that figures of another period are there (polite).
//! Focus: on the heading after a navigation; stays on the list of periods. The charts are hidden
//! from screen readers: the sentences and the table beside them say the same.

use leptos::prelude::*;
use motcua_contract::portal::Capability;
use motcua_contract::quality::Quality;

use super::offered::offered;
use crate::components::contact::local;
use crate::components::fresh::IntoFresh;
use crate::components::heading::PageHeading;
use crate::components::remote_view::RemoteView;
use crate::i18n::{fill, quality as words};
use crate::{announce, api, format};

mod board;
mod figures;
mod period;

const PERIOD: &str = "period";

/// The screen.
#[component]
pub(super) fn QualityScreen() -> impl IntoView {
    view! {
        <PageHeading title=words::title() />
        <p class="lead">{words::lead()}</p>
        {offered(Capability::Quality, words::not_offered(), figures_of_a_period)}
    }
}

fn figures_of_a_period() -> AnyView {
    // Empty: the portal's own choice, its last full month.
    let period = RwSignal::new(String::new());
    let load = api::load::<Quality>(move || api::path::quality(&period.read()));
    // The portal's clock, not the device's, says which month is this one.
    let now = RwSignal::new(None::<String>);
    Effect::new(move |chosen: Option<String>| {
        let loaded = load.state.with(|state| {
            state
                .value()
                .map(|all| (all.counted_at.clone(), all.period.clone()))
        });
        let (Some((counted_at, days)), current) = (loaded, period.get_untracked()) else {
            return chosen.unwrap_or_default();
        };
        if chosen.is_some_and(|chosen| chosen != current) {
            announce::say(&between(words::arrived(), &days, &[]));
        }
        if now.with_untracked(Option::is_none) {
            now.set(Some(counted_at));
        }
        current
    });
    let periods = move || {
        now.get().map(|now| {
            let options = period::periods(&now).into_iter().map(|(value, words)| {
                view! { <option value=value>{words()}</option> }
            });
            view! {
                <div class="q">
                    <label class="q__label" for=PERIOD>{words::period()}</label>
                    <select class="box box--select box--short" id=PERIOD on:change=move |event| period.set(event_target_value(&event))>
                        {options.collect_view()}
                    </select>
                </div>
            }
            .fresh()
        })
    };
    view! {
        {periods}
        <RemoteView state=load.state on_retry=move |()| load.retry() ready=|quality: Quality| shown(&quality) />
    }
    .fresh()
}

/// `message` with the first and last day of a period in it.
fn between(message: &str, days: &str, more: &[(&str, &str)]) -> String {
    let (from, to) = days.split_once('/').unwrap_or((days, days));
    let (from, to) = (format::date(from), format::date(to));
    let mut values = vec![("from", from.as_str()), ("to", to.as_str())];
    values.extend(more);
    fill(message, &values)
}

fn shown(quality: &Quality) -> AnyView {
    let time = format::date_time(&quality.counted_at);
    let counted = between(words::counted(), &quality.period, &[("time", &time)]);
    let alone = match &quality.agencies[..] {
        // One authority that is the whole portal need not be told twice.
        [only] => only.figures == quality.overall,
        _ => false,
    };
    let whole =
        (!alone).then(|| board::board("whole", words::whole_portal(), "", &quality.overall));
    let agencies = quality.agencies.iter().enumerate().map(|(at, one)| {
        let id = format!("agency-{at}");
        board::board(&id, &one.agency.name, "vi", &one.figures)
    });
    let method = quality.method.iter().map(local).collect_view();
    view! {
        <p class="hint">{counted}</p>
        {whole}
        {agencies.collect_view()}
        <section class="section section--read" aria-labelledby="method">
            <h2 id="method">{words::method()}</h2>
            {method}
            <p>{words::groups_note()}</p>
        </section>
    }
    .fresh()
}
