//! Bringing an application back from a file.
//!
//! Announces: that it was brought back (polite); why a file cannot be read, as `role=alert`.
//! Focus: the screen it leads to takes it.

use leptos::html::Input;
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos_router::NavigateOptions;
use leptos_router::hooks::use_navigate;

use crate::announce;
use crate::i18n::{drafts as words, fill};
use crate::offline::file::{self, NotADraft};
use crate::offline::taking;
use crate::route::{Route, Step};

/// Opens a draft from a file that was taken away.
#[component]
pub(super) fn BringBack(fault: RwSignal<Option<String>>) -> impl IntoView {
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
