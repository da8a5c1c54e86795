//! What is to be done: the form's sections with their states, delivery, review.
//!
//! Announces: on a navigation its heading. Focus: on the heading. A row's link says the
//! task and, in words, its state; a task that cannot be started yet is no link and says
//! what it waits for.

use leptos::prelude::*;

use super::behalf::changing::for_whom;
use super::delivery::lacking;
use super::open::Application;
use super::saved::saved_line;
use crate::components::fresh::IntoFresh;
use crate::components::heading::PageHeading;
use crate::form::{Task, TaskState};
use crate::i18n::{apply as words, fill};
use crate::prefill::Prefill;
use crate::route::Step;
use crate::session::panel::SessionPanel;

/// The list.
pub(super) fn tasks(application: Application) -> AnyView {
    let title = application.title();
    let window_title = fill(words::tasks_window(), &[("name", &title)]);
    let filling = application.filling;
    let tasks = filling.tasks();
    let done = tasks
        .iter()
        .filter(|task| task.state == TaskState::Done)
        .count();
    let sum = fill(
        words::tasks_done(),
        &[
            ("done", &done.to_string()),
            ("total", &tasks.len().to_string()),
        ],
    );
    let go_on = tasks
        .iter()
        .find(|task| task.next.is_some() && !matches!(task.state, TaskState::Later(_)))
        .and_then(|task| {
            let href = application.href(Step::Page(task.next.clone()?, None));
            let label = fill(words::tasks_next(), &[("title", &task.title)]);
            Some(view! { <div class="actions"><a class="button" href=href>{label}</a></div> })
        });
    let all_done = tasks.iter().all(|task| !task.needed);
    let rows: Vec<AnyView> = tasks
        .iter()
        .map(|task| section(application, task))
        .chain(delivery(application))
        .chain([review(application, all_done)])
        .collect();
    view! {
        <p class="apply__way" lang="vi">{title}</p>
        <PageHeading title=words::tasks_title() window_title />
        <p class="lead">{sum}</p>
        <SessionPanel />
        {for_whom(application)}
        <Prefill draft=application.draft filling=application.filling />
        {go_on}
        <ul class="tasks">{rows}</ul>
        {saved_line(application.draft)}
    }
    .fresh()
}

fn section(application: Application, task: &Task) -> AnyView {
    let (class, state) = match &task.state {
        TaskState::NotBegun => ("tag", words::state_not_begun()),
        TaskState::Begun => ("tag tag--info", words::state_begun()),
        TaskState::Done => ("tag tag--ok", words::state_done()),
        TaskState::Later(_) => ("tag", words::state_later()),
    };
    let why = match &task.state {
        TaskState::Later(titles) => {
            Some(fill(words::later_why(), &[("titles", &titles.join(", "))]))
        }
        _ => None,
    };
    let page = match task.state {
        TaskState::Later(_) => None,
        TaskState::Begun => task.next.clone().or_else(|| task.first.clone()),
        TaskState::NotBegun | TaskState::Done => task.first.clone(),
    };
    let href = page.map(|page| application.href(Step::Page(page, None)));
    row(task.title.clone(), href, class, state, why)
}

/// How to get the result, when the form leaves a choice.
fn delivery(application: Application) -> Option<AnyView> {
    let chosen = application
        .draft
        .read(|draft| draft.content.delivery.is_some());
    let offered = application
        .about
        .with_value(|about| !about.delivery.is_empty());
    // Who is not signed in is asked for a way to be reached as well; that they may still be
    // about to sign in is no fault.
    let complete = lacking(application, false).is_empty();
    let (class, state) = match (chosen, complete) {
        (true, true) => ("tag tag--ok", words::state_done()),
        (true, false) => ("tag tag--info", words::state_begun()),
        (false, _) => ("tag", words::state_not_begun()),
    };
    let href = application.href(Step::Delivery);
    offered.then(|| {
        row(
            words::task_delivery().into(),
            Some(href),
            class,
            state,
            None,
        )
    })
}

fn review(application: Application, ready: bool) -> AnyView {
    let why = (!ready).then(|| words::review_why().into());
    let href = application.href(Step::Review);
    let title = words::task_review().into();
    row(title, Some(href), "tag", words::state_not_begun(), why)
}

fn row(
    title: String,
    href: Option<String>,
    class: &'static str,
    state: &'static str,
    why: Option<String>,
) -> AnyView {
    let title = match href {
        Some(href) => view! { <a href=href>{title}</a> }.fresh(),
        None => title.into_any(),
    };
    view! {
        <li class="task">
            <span class="task__title">{title}</span>
            <span class=class>{state}</span>
            {why.map(|why| view! { <span class="task__why hint">{why}</span> })}
        </li>
    }
    .fresh()
}
