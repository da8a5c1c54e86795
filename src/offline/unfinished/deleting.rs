//! The question before an unfinished application is deleted.
//!
//! Announces: that it was deleted (polite); that it could not be, as `role=alert`. Focus: on the
//! question; back on the button that asked; on the list's heading after a deletion.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::HEADING;
use crate::components::fresh::IntoFresh;
use crate::i18n::{drafts as words, fill};
use crate::offline::shelf::Unfinished;
use crate::offline::taking;
use crate::{announce, focus};

/// The id of the question's heading.
pub(super) fn question_id(key: &str) -> String {
    format!("delete-question-{key}")
}

/// The question, and what comes of it; `ask_id` is the button that asked it.
pub(super) fn question(
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
