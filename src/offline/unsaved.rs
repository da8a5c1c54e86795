//! A change that could not be saved: why, and what can be done so that it is not lost.
//!
//! Announces: the reason, at once (`role=alert`). Focus: stays where one types.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::drafts::{OpenDraft, SaveFailure};
use super::taking;
use crate::announce;
use crate::components::fresh::IntoFresh;
use crate::i18n::{drafts as words, fill};

/// The notice.
pub(crate) fn unsaved(draft: OpenDraft, failure: SaveFailure) -> AnyView {
    let (why, again) = match failure {
        SaveFailure::Full => (words::full(), Some(words::try_again())),
        SaveFailure::NoStorage => (words::no_storage(), Some(words::try_again())),
        // Whoever signed out wanted nothing to stay here.
        SaveFailure::Gone => (words::gone(), None),
        SaveFailure::OtherTab => (words::other_tab(), Some(words::keep_this_tab())),
    };
    let take = move |_| {
        spawn_local(async move {
            if let Some(name) = taking::take_away(&draft.id()).await {
                announce::say(&fill(words::taken_away(), &[("file", &name)]));
            }
        });
    };
    let again = again.map(|again| {
        view! { <button type="button" class="chip" on:click=move |_| draft.save_over()>{again}</button> }
    });
    view! {
        <div class="notice notice--warning" role="alert">
            <p>{why}</p>
            <div class="draft__actions">
                {again}
                <button type="button" class="chip" on:click=take>{words::take_away_file()}</button>
            </div>
        </div>
    }
    .fresh()
}
