//! "Đang làm dở": the applications that are not finished, with the way on, away and out.
//!
//! The first screen shows it only while [`drafts::may_have_any`] says so, and fetches all of
//! this only then; the dossiers screen always does, since a draft can be brought back there.
//!
//! Announces (polite): a draft was deleted, taken away or brought back. A file that cannot be
//! read, and a deletion that failed, are a `role=alert` beside their button. Focus: the question
//! before deleting takes it; back on the button when one thinks better of it; on the list's
//! heading after a deletion.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::shelf::{Unfinished, merge};
use super::{copies, drafts};
use crate::components::fresh::IntoFresh;
use crate::components::remote_view::explain;
use crate::i18n::{drafts as words, fill};

mod bringing_back;
mod deleting;
mod entry;

use bringing_back::BringBack;

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
            let _ = unread.try_set(there.as_ref().err().map(|failure| explain(failure).1));
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
            .map(|entry| entry::row(entry, asking, refresh))
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
