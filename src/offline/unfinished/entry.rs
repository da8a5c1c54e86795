//! One unfinished application in the list: what it is, how far, and the ways on.
//!
//! Announces: that it was taken away (polite); why it could not be fetched, as `role=alert`.
//! Focus: see [`super`].

use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos_router::NavigateOptions;
use leptos_router::hooks::use_navigate;
use motcua_contract::draft::DraftSummary;

use super::deleting::{question, question_id};
use crate::components::fresh::IntoFresh;
use crate::components::remote_view::explain;
use crate::i18n::{behalf, drafts as words, fill};
use crate::offline::drafts::DraftLine;
use crate::offline::shelf::Unfinished;
use crate::offline::{copies, taking};
use crate::route::{Route, Step};
use crate::{announce, focus, format};

/// One of them; `asking` holds the key of the one whose deletion is in question.
pub(super) fn row(
    entry: Unfinished,
    asking: RwSignal<Option<String>>,
    refresh: Callback<()>,
) -> AnyView {
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
                    let _ = failed.try_set(Some(explain(&failure).1));
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
