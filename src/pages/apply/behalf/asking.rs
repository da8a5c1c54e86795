//! The question for whom one files, with those whom one may act for in this service.
//!
//! Announces: that the portal is being asked, if that takes long (`role=status`); what is missing,
//! by the group's own error. Focus: stays in the group.

use leptos::prelude::*;
use motcua_contract::portal::Capability;
use motcua_contract::profile::{Mandate, MandateKind, Mandates};

use super::{GROUP, Question};
use crate::app::use_app;
use crate::components::fresh::IntoFresh;
use crate::i18n::{behalf as words, common, fill};
use crate::remote::Remote;
use crate::session::{self, Known};
use crate::{api, format};

/// Whether somebody is signed in at a portal that knows mandates.
pub(super) fn may_ask() -> Memo<bool> {
    let app = use_app();
    let known = session::ask();
    Memo::new(move |_| {
        app.offers(Capability::Profile) && known.with(|known| matches!(known, Known::Person(_)))
    })
}

/// Those of them that cover a service.
pub(super) fn covering(mandates: &Mandates, service: &str) -> Vec<Mandate> {
    let covers = |mandate: &&Mandate| {
        mandate.services.is_empty() || mandate.services.iter().any(|code| code == service)
    };
    mandates.items.iter().filter(covers).cloned().collect()
}

/// The question before one begins; draws nothing where there is nobody to choose.
#[component]
pub(in crate::pages::apply) fn Ask(service: String, question: Question) -> impl IntoView {
    let may = may_ask();
    move || {
        may.get()
            .then(|| view! { <Offered service=service.clone() question /> })
    }
}

#[component]
fn Offered(service: String, question: Question) -> impl IntoView {
    let mandates = api::load::<Mandates>(api::path::mandates);
    // Whoever signs out may choose nobody any more.
    on_cleanup(move || drop(question.offered.try_set(Vec::new())));
    Effect::new(move |_| {
        let offered = mandates.state.with(|state| {
            state
                .value()
                .map(|mandates| covering(mandates, &service))
                .unwrap_or_default()
        });
        question.offered.set(offered);
    });
    move || {
        mandates.state.with(|state| match state {
            Remote::Slow => view! { <p class="hint" role="status">{words::asking()}</p> }.fresh(),
            Remote::Failed(_) => view! {
                <div class="notice notice--warning">
                    <p>{words::unclear()}</p>
                    <button type="button" class="button button--quiet" on:click=move |_| mandates.retry()>
                        {common::retry()}
                    </button>
                </div>
            }
            .fresh(),
            Remote::Loading | Remote::Ready { .. } => group(question),
        })
    }
}

/// The options; nothing where there is nobody to choose.
pub(super) fn group(question: Question) -> AnyView {
    (move || {
        let offered = question.offered.get();
        (!offered.is_empty()).then(|| options(question, &offered))
    })
    .into_any()
}

fn options(question: Question, offered: &[Mandate]) -> AnyView {
    let error_id = format!("{GROUP}-error");
    let described = {
        let id = error_id.clone();
        move || question.missing.get().then(|| id.clone())
    };
    let error = move || {
        question
            .missing
            .get()
            .then(|| view! { <p class="q__error" id=error_id.clone()>{words::choose()}</p> })
    };
    let others = offered.iter().enumerate().map(|(at, mandate)| {
        let id = format!("{GROUP}-{}", at + 1);
        let label = view! { <span lang="vi">{mandate.name.clone()}</span> }.fresh();
        option(
            question,
            id,
            Some(mandate.id.clone()),
            label,
            Some(right(mandate)),
        )
    });
    let myself = view! { <span>{words::oneself()}</span> }.fresh();
    view! {
        <fieldset class="q" class:q--wrong=move || question.missing.get() aria-describedby=described>
            <legend class="q__label">{words::question()}</legend>
            {error}
            {option(question, GROUP.into(), None, myself, None)}
            {others.collect_view()}
        </fieldset>
    }
    .fresh()
}

fn option(
    question: Question,
    id: String,
    mandate: Option<String>,
    label: AnyView,
    hint: Option<String>,
) -> AnyView {
    let hint_id = hint.is_some().then(|| format!("{id}-hint"));
    let checked = {
        let mandate = mandate.clone();
        move || {
            question
                .chosen
                .with(|chosen| chosen.as_ref() == Some(&mandate))
        }
    };
    view! {
        <div class="option">
            <label class="radio">
                <input type="radio" name=GROUP id=id aria-describedby=hint_id.clone() prop:checked=checked
                    on:change=move |_| question.choose(mandate.clone()) />
                {label}
            </label>
            {hint.map(|hint| view! { <p class="hint option__hint" id=hint_id>{hint}</p> })}
        </div>
    }
    .fresh()
}

/// By what right, and until when.
fn right(mandate: &Mandate) -> String {
    let how = match mandate.kind {
        MandateKind::Parent => words::as_parent(),
        MandateKind::Guardian => words::as_guardian(),
        MandateKind::Authorised => words::as_authorised(),
        MandateKind::Organisation => words::as_representative(),
        MandateKind::Helper => words::as_helper(),
        MandateKind::Unknown => words::as_other(),
    };
    match &mandate.until {
        Some(until) => fill(
            words::until(),
            &[("how", how), ("day", &format::date(until))],
        ),
        None => how.into(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn mandates() -> Mandates {
        let answer = include_str!("../../../../crates/contract/samples/listMandates.json");
        serde_json::from_str(answer).unwrap()
    }

    #[test]
    fn only_mandates_that_cover_the_service_are_offered() {
        let mut all = mandates();
        let first = &mut all.items[0];
        first.services = vec!["3.000348".into()];
        let id = first.id.clone();
        let offers = |service: &str| {
            let offered = covering(&all, service);
            offered.iter().any(|mandate| mandate.id == id)
        };
        assert!(offers("3.000348") && !offers("1.008924"));
        all.items[0].services.clear();
        assert_eq!(covering(&all, "1.008924").len(), all.items.len());
    }

    #[test]
    fn a_right_says_how_and_until_when_if_it_ends() {
        let mut mandate = mandates().items.remove(0);
        mandate.kind = MandateKind::Helper;
        mandate.until = Some("2026-12-31T23:59:59+07:00".into());
        assert_eq!(
            right(&mandate),
            "Bạn giúp nộp hồ sơ, đến hết ngày 31/12/2026"
        );
        mandate.until = None;
        assert_eq!(right(&mandate), "Bạn giúp nộp hồ sơ");
    }
}
