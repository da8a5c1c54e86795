//! Before you start: who may apply, what it takes, what to have at hand.
//!
//! Announces: on a navigation its heading; after choosing a case nothing but the radio,
//! since what follows from it stands right below. Focus: on the heading after a
//! navigation; on the first case when one wants to start without having chosen.

use std::sync::Arc;

use leptos::prelude::*;
use motcua_contract::form::DEFAULT_CASE;
use motcua_contract::service::{FilingState, Service};

use super::begin;
use crate::components::fresh::IntoFresh;
use crate::components::heading::PageHeading;
use crate::components::remote_view::RemoteView;
use crate::i18n::{apply as words, fill};
use crate::pages::service::{cases, picker, start, summary};
use crate::route::{CASE, Route};
use crate::{address, api, clock, format};

/// The screen.
#[component]
pub(super) fn Before(code: String) -> impl IntoView {
    let service = api::load::<Service>(move || api::path::service(&code));
    let name = Memo::new(move |_| {
        service
            .state
            .with(|state| state.value().map(|service| service.name.clone()))
    });
    let window_title = Signal::derive(move || match name.get() {
        Some(name) => fill(words::before_window(), &[("name", &name)]),
        None => words::before_title().into(),
    });
    view! {
        <article class="apply read">
            <PageHeading title=words::before_title() window_title />
            <RemoteView state=service.state on_retry=move |()| service.retry()
                ready=move |service: Service| about(&Arc::new(service)) />
        </article>
    }
}

fn about(service: &Arc<Service>) -> AnyView {
    let href = Route::Service(service.code.clone()).href();
    let asked = address::parameter(CASE);
    let choice = RwSignal::new(case(service, asked.as_deref()));
    let choosing = !cases::choices(&service.cases).is_empty();
    let picker = (choosing && service.filing.state == FilingState::Open).then(|| {
        let code = service.code.clone();
        let on_chosen = Callback::new(move |id: String| {
            address::replace(&Route::apply(&code, Some(&id)));
            choice.set(Some(id));
        });
        let service = Arc::clone(service);
        view! { <picker::CasePicker service choice on_chosen open=false /> }
    });
    let filing = {
        let service = Arc::clone(service);
        move || match (service.filing.state, choice.get()) {
            (FilingState::Open, Some(case)) => begin::begin(&service, case),
            (FilingState::Open, None) => {
                view! { <p class="notice">{words::choose_case()}</p> }.fresh()
            }
            _ => start::start(&service),
        }
    };
    view! {
        <p class="lead" lang="vi">{service.name.clone()}</p>
        <p><a class="more" href=href>{words::back_to_service()}</a></p>
        {facts(service)}
        {picker}
        {filing}
    }
    .fresh()
}

/// The case to file: the one asked for, or the only one there is.
fn case(service: &Service, asked: Option<&str>) -> Option<String> {
    let choice = cases::choice(&service.cases, asked)?;
    if choice != cases::ALL {
        return Some(choice);
    }
    service.cases.is_empty().then(|| DEFAULT_CASE.into())
}

/// Who may apply, how long it takes, what it costs.
fn facts(service: &Service) -> AnyView {
    let people: Vec<_> = service
        .audience
        .iter()
        .map(|audience| format::audience(*audience))
        .collect();
    let who = (!people.is_empty()).then(|| summary::Answer {
        line: people.join(", "),
        ..summary::Answer::default()
    });
    let facts = [
        (words::who_may(), who),
        (
            words::how_long(),
            Some(summary::time(&service.channels, &service.defects)),
        ),
        (
            words::how_much(),
            Some(summary::fee(&service.channels, &clock::today())),
        ),
    ];
    let facts = facts.into_iter().filter_map(|(name, answer)| {
        let answer = answer?;
        let more = answer.hints.into_iter().chain(answer.note);
        let more = more.map(|words| view! { <p class="hint">{words}</p> });
        Some(view! {
            <div class="fact">
                <dt>{name}</dt>
                <dd><p>{answer.line}</p>{more.collect_view()}</dd>
            </div>
        })
    });
    view! { <dl class="facts">{facts.collect_view()}</dl> }.fresh()
}
