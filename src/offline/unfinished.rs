//! "Đang làm dở": the applications that are not finished, with the way on, away and out.
//!
//! The first screen shows it only while [`drafts::may_have_any`] says so, and fetches all of
//! this only then; the dossiers screen always does, since a draft can be brought back there.
//!
//! Announces (polite): a draft was deleted, taken away or brought back. A file that cannot be
//! read, and a deletion that failed, are a `role=alert` beside their button. Focus: the question
//! before deleting takes it; back on the button when one thinks better of it; on the list's
//! heading after a deletion.

use leptos::html::Input;
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos_router::NavigateOptions;
use leptos_router::hooks::use_navigate;
use motcua_contract::draft::DraftSummary;

use super::copies;
use super::drafts::{self, DraftLine};
use super::file::{self, NotADraft};
use super::shelf::{Unfinished, merge};
use super::taking;
use crate::components::fresh::IntoFresh;
use crate::components::remote_view::explain as explain_failure;
use crate::format;
use crate::i18n::{behalf, drafts as words, fill};
use crate::route::{Route, Step};
use crate::{announce, focus};

const HEADING: &str = "unfinished";

/// The list where there may be something in it; nothing is fetched otherwise.
#[component]
pub(crate) fn UnfinishedIfAny() -> impl IntoView {
    drafts::may_have_any().then(|| view! { <Fetched always=false /> })
}

/// The list, and the way to bring a draft back from a file.
#[component]
pub(crate) fn UnfinishedAlways() -> impl IntoView {
    view! { <Fetched always=true /> }
}

#[component]
fn Fetched(always: bool) -> impl IntoView {
    let part = RwSignal::new_local(None::<Part>);
    spawn_local(async move {
        let fetched = unfinished_part().await;
        let _ = part.try_set(Some(fetched));
    });
    move || part.get().map(|part| part(always))
}

type Part = fn(bool) -> AnyView;

/// The only entrance to the rest of this file.
#[lazy]
fn unfinished_part() -> Part {
    |always| view! { <List always=always /> }.fresh()
}

#[component]
fn List(always: bool) -> impl IntoView {
    let entries = RwSignal::new(None::<Vec<Unfinished>>);
    let unread = RwSignal::new(None::<String>);
    let kept_there = copies::follow_session();
    let refresh = Callback::new(move |()| {
        let ask_portal = kept_there.get_untracked();
        spawn_local(async move {
            let here = drafts::list().await;
            let _ = entries.try_set(Some(merge(here.clone(), Vec::new())));
            if !ask_portal {
                return;
            }
            let there = copies::list().await;
            let _ = unread.try_set(
                there
                    .as_ref()
                    .err()
                    .map(|failure| explain_failure(failure).1),
            );
            let _ = entries.try_set(Some(merge(here, there.unwrap_or_default())));
        });
    });
    Effect::new(move |_| {
        kept_there.track();
        refresh.run(());
    });
    let asking = RwSignal::new(None::<String>);
    let fault = RwSignal::new(None::<String>);
    let rows = move || {
        let entries = entries.get()?;
        if entries.is_empty() {
            return always.then(|| view! { <p>{words::empty()}</p> }.fresh());
        }
        let rows = entries
            .into_iter()
            .map(|entry| row(entry, asking, refresh))
            .collect_view();
        Some(view! { <ul class="drafts">{rows}</ul> }.fresh())
    };
    let shown =
        move || always || entries.with(|all| all.as_ref().is_some_and(|all| !all.is_empty()));
    move || {
        shown().then(|| {
            view! {
                <section class="section section--read" aria-labelledby=HEADING>
                    <h2 id=HEADING tabindex="-1">{words::list_title()}</h2>
                    {rows}
                    {move || unread.get().map(|why| {
                        let words = fill(words::portal_unread(), &[("why", &why)]);
                        view! { <p class="notice notice--warning">{words}</p> }.fresh()
                    })}
                    {always.then(|| view! { <BringBack fault=fault /> })}
                </section>
            }
            .fresh()
        })
    }
}

fn row(entry: Unfinished, asking: RwSignal<Option<String>>, refresh: Callback<()>) -> AnyView {
    let title = entry.title().to_owned();
    let key = entry.key().to_owned();
    let time = format::date_time(entry.changed_at());
    let changed = fill(words::changed_at(), &[("time", &time)]);
    let named = |message| fill(message, &[("name", &title)]);
    let ask_id = format!("delete-{key}");
    let asks = {
        let key = key.clone();
        Memo::new(move |_| asking.with(|asking| asking.as_ref() == Some(&key)))
    };
    let question = {
        let (entry, ask_id) = (entry.clone(), ask_id.clone());
        move || {
            asks.get()
                .then(|| question(&entry, &ask_id, asking, refresh))
        }
    };
    let ask = move |_| {
        asking.set(Some(key.clone()));
        let question = question_id(&key);
        request_animation_frame(move || focus::focus_id(&question));
    };
    let on = match &entry {
        Unfinished::Here(line) => here(
            line,
            &named(words::continue_name()),
            &named(words::take_away_name()),
        ),
        Unfinished::Portal(summary) => there(summary, &named(words::continue_name())),
    };
    view! {
        <li class="draft">
            <p class="draft__name" lang="vi">{title.clone()}</p>
            {for_whom(&entry)}
            <p class="hint">{changed}</p>
            <p class="hint">{facts(&entry)}</p>
            <div class="draft__actions">
                {on}
                <button type="button" class="chip" id=ask_id aria-label=named(words::delete_name())
                    on:click=ask>{words::delete()}</button>
            </div>
            {question}
        </li>
    }
    .fresh()
}

fn here(line: &DraftLine, go_on: &str, take_away: &str) -> AnyView {
    let id = line.id.clone();
    let take = move |_| {
        let id = id.clone();
        spawn_local(async move {
            if let Some(name) = taking::take_away(&id).await {
                announce::say(&fill(words::taken_away(), &[("file", &name)]));
            }
        });
    };
    let route = match &line.supplement {
        Some((dossier, _)) => Route::Supplement(dossier.clone()),
        None => Route::Draft(line.id.clone(), Step::Tasks),
    };
    // A file brings back an application; an answer to an officer belongs to its dossier.
    let away = line.supplement.is_none().then(|| {
        view! { <button type="button" class="chip" aria-label=take_away.to_owned() on:click=take>{words::take_away()}</button> }
    });
    view! {
        <a class="chip" href=route.href() aria-label=go_on.to_owned()>{words::continue_()}</a>
        {away}
    }
    .fresh()
}

/// A draft of another device: fetched first, then gone on with.
fn there(summary: &DraftSummary, go_on: &str) -> AnyView {
    let navigate = use_navigate();
    let failed = RwSignal::new(None::<String>);
    let summary = summary.clone();
    let fetch = move |_| {
        let (summary, navigate) = (summary.clone(), navigate.clone());
        spawn_local(async move {
            match copies::fetch(&summary).await {
                Ok(draft) => navigate(
                    &Route::Draft(draft.id(), Step::Tasks).href(),
                    NavigateOptions::default(),
                ),
                Err(failure) => {
                    let _ = failed.try_set(Some(explain_failure(&failure).1));
                }
            }
        });
    };
    view! {
        <button type="button" class="chip" aria-label=go_on.to_owned() on:click=fetch>{words::continue_()}</button>
        <span role="alert">{move || failed.get().map(|why| view! { <span class="fault">{why}</span> })}</span>
    }
    .fresh()
}

/// For whom, where that is somebody else.
fn for_whom(entry: &Unfinished) -> Option<AnyView> {
    let Unfinished::Here(line) = entry else {
        return None;
    };
    let name = line.represented.as_ref()?;
    let words = fill(behalf::for_name(), &[("name", name)]);
    Some(view! { <p>{words}</p> }.fresh())
}

/// How far it is and where it lies, in one line.
fn facts(entry: &Unfinished) -> String {
    let (done, all) = match entry {
        Unfinished::Here(line) => line.sections,
        Unfinished::Portal(summary) => (summary.sections_done, summary.sections),
    };
    let place = match entry {
        Unfinished::Here(line) if line.supplement.is_some() => words::supplement().to_owned(),
        Unfinished::Here(line) if line.sending => words::sending().to_owned(),
        Unfinished::Here(line) if line.portal.is_some() => words::here_and_portal().into(),
        Unfinished::Here(_) => words::here().into(),
        Unfinished::Portal(summary) => match &summary.device {
            Some(device) => fill(words::portal_only(), &[("device", device)]),
            None => words::portal_only_unknown().into(),
        },
    };
    if all == 0 {
        return place;
    }
    let values = [("done", &*done.to_string()), ("total", &*all.to_string())];
    format!("{}. {place}", fill(words::sections(), &values))
}

fn question_id(key: &str) -> String {
    format!("delete-question-{key}")
}

fn question(
    entry: &Unfinished,
    ask_id: &str,
    asking: RwSignal<Option<String>>,
    refresh: Callback<()>,
) -> AnyView {
    let title = entry.title().to_owned();
    let id = question_id(entry.key());
    let words_id = id.clone();
    let failed = RwSignal::new(false);
    let keep = {
        let ask_id = ask_id.to_owned();
        move |_| {
            asking.set(None);
            let ask_id = ask_id.clone();
            request_animation_frame(move || focus::focus_control(&ask_id));
        }
    };
    let delete = {
        let (entry, title) = (entry.clone(), title.clone());
        move |_| {
            let (entry, title) = (entry.clone(), title.clone());
            spawn_local(async move {
                if !taking::delete(&entry).await {
                    let _ = failed.try_set(true);
                    return;
                }
                let _ = asking.try_set(None);
                announce::say(&fill(words::deleted(), &[("name", &title)]));
                refresh.run(());
                request_animation_frame(|| focus::focus_id(HEADING));
            });
        }
    };
    view! {
        <div class="question" role="group" aria-labelledby=words_id>
            <h3 id=id>{fill(words::delete_question(), &[("name", &title)])}</h3>
            <p>{words::delete_what()}</p>
            <div role="alert">{move || failed.get().then(|| view! { <p class="fault">{words::delete_failed()}</p> })}</div>
            <div class="actions">
                <button type="button" class="button" on:click=delete>{words::delete_yes()}</button>
                <button type="button" class="button button--quiet" on:click=keep>{words::delete_no()}</button>
            </div>
        </div>
    }
    .fresh()
}

/// Opens a draft from a file that was taken away.
#[component]
fn BringBack(fault: RwSignal<Option<String>>) -> impl IntoView {
    let input = NodeRef::<Input>::new();
    let navigate = use_navigate();
    let chosen = move |_| {
        let Some(element) = input.get_untracked() else {
            return;
        };
        let Some(chosen) = element.files().and_then(|files| files.get(0)) else {
            return;
        };
        let navigate = navigate.clone();
        spawn_local(async move {
            let brought = taking::bring_back(&chosen).await;
            element.set_value("");
            match brought {
                Ok((id, title)) => {
                    announce::say(&fill(words::brought_back(), &[("name", &title)]));
                    navigate(
                        &Route::Draft(id, Step::Tasks).href(),
                        NavigateOptions::default(),
                    );
                }
                Err(why) => {
                    let _ = fault.try_set(Some(explain(&why)));
                }
            }
        });
    };
    view! {
        <p class="hint" id="bring-back-hint">{words::bring_back_hint()}</p>
        <div role="alert">{move || fault.get().map(|why| view! { <p class="fault">{why}</p> })}</div>
        <span class="button button--quiet papers__choose">
            <span aria-hidden="true">{words::bring_back()}</span>
            <input node_ref=input class="papers__input" type="file" id="bring-back"
                accept=".json,application/json" aria-label=words::bring_back()
                aria-describedby="bring-back-hint" on:change=chosen />
        </span>
    }
}

fn explain(why: &NotADraft) -> String {
    match why {
        NotADraft::NotJson => words::file_not_json().into(),
        NotADraft::Other => words::file_other().into(),
        NotADraft::Newer => words::file_newer().into(),
        NotADraft::Part(part) => fill(words::file_part(), &[("part", part)]),
        NotADraft::TooLarge => fill(words::file_too_large(), &[("size", &file::largest())]),
    }
}
