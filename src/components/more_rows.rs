//! The end of a list that comes page by page.
//!
//! Announces: a failure as `role=alert`. Focus: stays on the button while the next rows are
//! on their way; whoever brings them moves it to the first of them.

use leptos::prelude::*;

use crate::components::fresh::IntoFresh;
use crate::components::remote_view::explain;
use crate::i18n::common;
use crate::remote::More;

/// The button; nothing where there is no more.
#[component]
pub(crate) fn MoreRows(
    /// Whether there is more.
    #[prop(into)]
    has_more: Signal<bool>,
    /// How it stands with it.
    asking: RwSignal<More>,
    /// What the button says.
    words: &'static str,
    /// More is wanted.
    #[prop(into)]
    on_more: Callback<()>,
) -> impl IntoView {
    let waits = move || asking.with(|asking| *asking == More::Asked);
    let button = move || {
        has_more.get().then(|| {
            view! {
                <p><button type="button" class="button button--quiet" on:click=move |_| on_more.run(())
                    aria-disabled=move || waits().then_some("true")>
                    {move || if waits() { common::loading() } else { words }}
                </button></p>
            }
        })
    };
    view! {
        {move || match asking.get() {
            More::Failed(failure) => {
                let (title, text) = explain(&failure);
                view! { <p class="fault" role="alert">{title} ". " {text}</p> }.fresh()
            }
            More::Idle | More::Asked => ().into_any(),
        }}
        {button}
    }
}
