//! What is to be done: the form's sections with their states, delivery, review.
//!
//! Announces: on a navigation its heading. Focus: on the heading. A row's link says the
//! task and, in words, its state; a task that cannot be started yet is no link and says
//! what it waits for. A part that asks for papers says how they stand ([`enclosed`]).

use leptos::prelude::*;

use self::enclosed::Enclosed;
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

mod enclosed;

/// The list.
pub(super) fn tasks(application: Application) -> AnyView {
    let title = application.title();
    let window_title = fill(words::tasks_window(), &[("name", &title)]);
    let filling = application.filling;
    let tasks = filling.tasks();
    let enclosed = Enclosed::of(application.draft, &tasks);
    let states: Vec<TaskState> = tasks.iter().map(|task| task.state.clone()).collect();
    let sum = move || {
        let settled = |(at, state): &(usize, &TaskState)| {
            **state == TaskState::Done && !enclosed.is_held_up(*at)
        };
        let done = states.iter().enumerate().filter(settled).count();
        let (done, total) = (done.to_string(), states.len().to_string());
        fill(words::tasks_done(), &[("done", &done), ("total", &total)])
    };
    let go_on = tasks
        .iter()
        .enumerate()
        .filter(|(_, task)| !matches!(task.state, TaskState::Later(_)))
        .find_map(|(at, task)| {
            let page = task.next.clone().or_else(|| enclosed.to_mend(at))?;
            let href = application.href(Step::Page(page, None));
            let label = fill(words::tasks_next(), &[("title", &task.title)]);
            Some(view! { <div class="actions"><a class="button" href=href>{label}</a></div> })
        });
    let all_done = tasks.iter().all(|task| !task.needed);
    let ready = Signal::derive(move || all_done && !enclosed.any_held_up());
    let rows: Vec<AnyView> = tasks
        .iter()
        .enumerate()
        .map(|(at, task)| {
            section(
                application,
                task,
                (!task.papers.is_empty()).then_some((enclosed, at)),
            )
        })
        .chain(delivery(application))
        .chain([review(application, ready)])
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

fn section(application: Application, task: &Task, papers: Option<(Enclosed, usize)>) -> AnyView {
    let (class, state) = match &task.state {
        TaskState::NotBegun => ("tag", words::state_not_begun()),
        TaskState::Begun => ("tag tag--info", words::state_begun()),
        TaskState::Done => ("tag tag--ok", words::state_done()),
        TaskState::Later(_) => ("tag", words::state_later()),
    };
    let title = task.title.clone();
    let page = match &task.state {
        TaskState::Later(titles) => {
            let why = fill(words::later_why(), &[("titles", &titles.join(", "))]);
            return row(title.into_any(), class, state, Signal::stored(Some(why)));
        }
        TaskState::Begun => task.next.clone().or_else(|| task.first.clone()),
        TaskState::NotBegun | TaskState::Done => task.first.clone(),
    };
    let page = page.unwrap_or_default();
    let href = move |page: String| application.href(Step::Page(page, None));
    let Some((papers, at)) = papers else {
        let link = link(title, href(page));
        return row(link, class, state, Signal::stored(None));
    };
    let href = move || href(papers.to_mend(at).unwrap_or_else(|| page.clone()));
    row(
        view! { <a href=href>{title}</a> }.fresh(),
        Signal::derive(move || papers.state(at).map_or(class, |(class, _)| class)),
        Signal::derive(move || papers.state(at).map_or(state, |(_, state)| state)),
        Signal::derive(move || papers.said(at)),
    )
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
    let link = link(
        words::task_delivery().into(),
        application.href(Step::Delivery),
    );
    offered.then(|| row(link, class, state, Signal::stored(None)))
}

fn review(application: Application, ready: Signal<bool>) -> AnyView {
    let why = Signal::derive(move || (!ready.get()).then(|| words::review_why().into()));
    let link = link(words::task_review().into(), application.href(Step::Review));
    row(link, "tag", words::state_not_begun(), why)
}

fn link(title: String, href: String) -> AnyView {
    view! { <a href=href>{title}</a> }.fresh()
}

/// A row: its name, its state in a tag, and what there is to know beside.
fn row(
    title: AnyView,
    class: impl Into<Signal<&'static str>>,
    state: impl Into<Signal<&'static str>>,
    why: Signal<Option<String>>,
) -> AnyView {
    let (class, state): (Signal<_>, Signal<_>) = (class.into(), state.into());
    let why = move || {
        why.get()
            .map(|why| view! { <span class="task__why hint">{why}</span> })
    };
    view! {
        <li class="task">
            <span class="task__title">{title}</span>
            <span class=class>{state}</span>
            {why}
        </li>
    }
    .fresh()
}
