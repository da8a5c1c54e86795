//! The portal said no and kept nothing: why, and the way back to what has to be mended.

use leptos::prelude::*;
use motcua_contract::problem::{Problem, kind};

use super::Desk;
use crate::components::fresh::IntoFresh;
use crate::form::{About, Remark, summary};
use crate::i18n::{fill, submit as words};
use crate::pages::apply::open::Application;
use crate::route::{Route, Step};

/// What is wrong.
pub(super) fn refused(desk: Desk, draft: &str, problem: &Problem) -> AnyView {
    match problem.kind.as_str() {
        kind::DUPLICATE if problem.dossier.is_some() => duplicate(desk, problem),
        kind::KEY_REUSED => view! {
            <section class="act" role="alert" aria-labelledby="state">
                <h2 id="state">{words::key_reused()}</h2>
                <p>{words::key_reused_text()}</p>
                <p><a class="button" href=Route::Dossiers.href()>{words::to_dossiers()}</a></p>
            </section>
        }
        .fresh(),
        _ if problem.errors.is_empty() => plain(desk, draft, problem),
        _ => faults(desk, problem),
    }
}

/// Filed before: open that one, or file all the same.
fn duplicate(desk: Desk, problem: &Problem) -> AnyView {
    let Some(code) = problem.dossier.clone() else {
        return ().into_any();
    };
    let text = match &problem.detail {
        Some(detail) => detail.clone(),
        None => fill(words::duplicate_text(), &[("code", code.as_str())]),
    };
    let href = Route::Dossier(code.as_str().into()).href();
    let all_the_same = move |_| {
        desk.despite.set(Some(code.clone()));
        desk.send();
    };
    view! {
        <section class="act" role="alert" aria-labelledby="state">
            <h2 id="state">{words::duplicate()}</h2>
            <p>{text}</p>
            <div class="actions">
                <a class="button" href=href>{words::duplicate_open()}</a>
                <button type="button" class="button button--quiet" on:click=all_the_same>{words::duplicate_despite()}</button>
            </div>
        </section>
    }
    .fresh()
}

/// Each thing at fault, as a link to the question it is about.
fn faults(desk: Desk, problem: &Problem) -> AnyView {
    let remarks: Vec<Remark> = problem
        .errors
        .iter()
        .map(|fault| Remark {
            pointer: fault.pointer.clone(),
            message: fault.message.clone(),
        })
        .collect();
    let application = desk.application;
    view! {
        {summary(About::Errors, &remarks, move |pointer| Some(place(application, pointer)))}
        <section class="act" aria-labelledby="state">
            <h2 id="state">{words::refused()}</h2>
            <p>{words::refused_text()}</p>
            {again(desk)}
        </section>
    }
    .fresh()
}

/// Where what a pointer into the submission names is answered.
fn place(application: Application, pointer: &str) -> String {
    let answer = pointer.strip_prefix("/answers");
    let step = answer
        .and_then(|answer| application.filling.place_of(answer))
        .map(|(page, item)| Step::Page(page, item));
    let step = step.unwrap_or_else(|| {
        if pointer.starts_with("/delivery") || pointer.starts_with("/contact") {
            Step::Delivery
        } else {
            Step::Tasks
        }
    });
    application.href(step)
}

/// No pointer: the portal's own words, and what they come to.
fn plain(desk: Desk, draft: &str, problem: &Problem) -> AnyView {
    let what = match (problem.status, problem.kind.as_str()) {
        (_, kind::ASSURANCE) => words::refused_assurance(),
        (_, kind::GONE) => words::refused_gone(),
        (412 | 428, _) => words::refused_changed(),
        _ => words::refused_plain(),
    };
    let told = problem
        .detail
        .clone()
        .unwrap_or_else(|| problem.title.clone());
    let href = Route::Draft(draft.into(), Step::Tasks).href();
    view! {
        <section class="act" role="alert" aria-labelledby="state">
            <h2 id="state">{words::refused()}</h2>
            <p lang="vi">{told}</p>
            <p>{what}</p>
            <div class="actions">
                <a class="button" href=href>{words::to_tasks()}</a>
                {again(desk)}
            </div>
        </section>
    }
    .fresh()
}

/// Another try: another thing with another key, since the first was not kept.
fn again(desk: Desk) -> impl IntoView {
    view! {
        <button type="button" class="button button--quiet" on:click=move |_| desk.send()>{words::send_again()}</button>
    }
}
