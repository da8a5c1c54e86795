//! The answer first: what one gets, how long, how much, where, who.
//!
//! Announces: nothing. Focus: only on the links to the sections that say more.

use leptos::prelude::*;
use motcua_contract::service::Service;

use super::contents::{self, jump};
use super::official::folded;
use super::summary::{self, Answer};
use crate::components::fresh::IntoFresh;
use crate::format;
use crate::i18n::{common, fill, service as words};

/// Longer names of bodies and places than this are folded.
const LONG: usize = 160;

/// The card.
pub(super) fn card(service: &Service, today: &str) -> AnyView {
    let time = summary::time(&service.channels, &service.defects);
    let fee = summary::fee(&service.channels, today);
    let side_by_side = is_short(&time) && is_short(&fee);
    view! {
        <dl class="answer">
            {gets(service)}
            {figure(words::how_long(), &time, side_by_side)}
            {figure(words::how_much(), &fee, side_by_side)}
            {place(service)}
            {who(service)}
        </dl>
    }
    .fresh()
}

fn fact(name: &'static str, value: AnyView) -> AnyView {
    view! { <div class="answer__fact"><dt>{name}</dt><dd>{value}</dd></div> }.fresh()
}

/// Whether an answer fits into half a row: with it stands at most "tùy cách nộp".
fn is_short(answer: &Answer) -> bool {
    let hints: usize = answer.hints.iter().map(|hint| hint.chars().count()).sum();
    answer.note.is_none() && hints < 24
}

/// Time or fee, which may share a row.
fn figure(name: &'static str, value: &Answer, half: bool) -> AnyView {
    view! {
        <div class="answer__fact" class:answer__fact--figure=half>
            <dt>{name}</dt>
            <dd>{answer(value)}</dd>
        </div>
    }
    .fresh()
}

fn answer(answer: &Answer) -> AnyView {
    let hints = answer.hints.iter().map(|hint| {
        view! { <span class="answer__hint">{hint.clone()}</span> }
    });
    let note = answer.note.clone().map(|note| {
        view! { <span class="answer__hint" lang="vi">{note}</span> }
    });
    view! {
        <span class="answer__line">{answer.line.clone()}</span>
        {note}
        {hints.collect_view()}
    }
    .fresh()
}

/// The first result; the others stand in their section.
fn gets(service: &Service) -> Option<AnyView> {
    let first = service.results.first()?;
    let more = (service.results.len() > 1).then(|| {
        let count = service.results.len().to_string();
        jump(
            contents::RESULTS,
            fill(words::all_results(), &[("n", &count)]),
        )
    });
    let value = view! {
        <div class="answer__line">{folded(&first.name, LONG)}</div>
        {more}
    };
    Some(fact(words::you_get(), value.fresh()))
}

fn place(service: &Service) -> Option<AnyView> {
    let does = service.executing_agency.as_deref();
    let decides = service
        .authority
        .as_deref()
        .filter(|name| Some(*name) != does);
    let levels: Vec<_> = service
        .levels
        .iter()
        .map(|level| format::level(*level))
        .collect();
    let line = match does {
        Some(name) => view! { <div class="answer__line">{folded(name, LONG)}</div> }.fresh(),
        None if levels.is_empty() => common::not_stated().into_any(),
        None => view! { <span class="answer__line">{levels.join(", ")}</span> }.fresh(),
    };
    let hint = |message: &'static str, name: Option<&str>| {
        let words = fill(message, &[("name", name?)]);
        Some(view! { <div class="answer__hint">{folded(&words, LONG)}</div> })
    };
    let value = view! {
        {line}
        {hint(words::decided_by(), decides)}
        {hint(words::with_help_of(), service.coordinating_agency.as_deref())}
    };
    let hand_in = service.receiving_address.as_deref().map(|address| {
        let value = view! { <div class="answer__line">{folded(address, LONG)}</div> };
        fact(words::hand_in_at(), value.fresh())
    });
    Some(view! { {fact(words::where_to(), value.fresh())} {hand_in} }.fresh())
}

fn who(service: &Service) -> Option<AnyView> {
    if service.audience.is_empty() {
        return None;
    }
    let people = service.audience.iter().map(|audience| {
        view! { <li>{format::audience(*audience)}</li> }
    });
    let value = view! { <ul class="answer__people">{people.collect_view()}</ul> };
    Some(fact(words::who_may(), value.fresh()))
}
