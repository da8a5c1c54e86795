//! The search box: a plain form that works before the app has started.

use leptos::html::Input;
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::use_navigate;

use crate::i18n::home;
use crate::route::Route;

/// A form that leads to the results.
#[component]
pub(crate) fn SearchBox(
    /// What stands in it at first.
    #[prop(into)]
    initial: String,
) -> impl IntoView {
    let navigate = use_navigate();
    let input = NodeRef::<Input>::new();
    let submit = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        let words = input
            .get_untracked()
            .map(|input| input.value())
            .unwrap_or_default();
        navigate(
            &Route::results(&[("q", words.trim())]),
            NavigateOptions::default(),
        );
    };
    view! {
        <form class="search" role="search" action=Route::Results.href() on:submit=submit>
            <input node_ref=input class="search__input" id="search-input" type="search" name="q" value=initial aria-label=home::search_label()
                placeholder=home::search_placeholder() autocomplete="off" enterkeyhint="search" />
            <button class="button search__button">{home::search_button()}</button>
        </form>
    }
}
