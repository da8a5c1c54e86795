//! The search box: a plain form that works before the app has started, with suggestions
//! as one types once it has.
//!
//! Announces: after a pause in typing how many suggestions there are (polite); the
//! marked suggestion is spoken through `aria-activedescendant`. Choosing says nothing:
//! the screen it leads to takes focus. Focus: always in the text box; the list is never
//! focused. Its name and a hint stand outside it as text, because Orca's reading passes
//! over an empty combobox.

use std::time::Duration;

use leptos::html::Input;
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::use_navigate;
use motcua_contract::search::{QUERY_CHARACTERS, Suggestion};

use super::icon::Icon;
use crate::i18n::{fill, home, search as words};
use crate::route::Route;
use crate::search::{self, Suggester};
use crate::{announce, focus};

mod combobox;

use combobox::{Combobox, Key, Response};

const OPTIONS: &str = "search-options";

/// Typing has come to rest after this: a count spoken earlier is cut off by the next
/// key's echo (accessible-autocomplete waits 1400 ms for the same reason).
const AT_REST: Duration = Duration::from_millis(1200);

/// A form that leads to the results, or by a suggestion straight to a service.
#[component]
pub(crate) fn SearchBox(
    /// What stands in it: at first, and again whenever it changes.
    #[prop(into)]
    initial: Signal<String>,
    /// Whether the screen draws a `<label>` for it; where a heading says the same, none is.
    #[prop(optional)]
    labelled: bool,
) -> impl IntoView {
    let input = NodeRef::<Input>::new();
    let combobox = RwSignal::new(Combobox::default());
    let suggestions = RwSignal::new(Vec::<Suggestion>::new());
    let suggester = StoredValue::new_local(Suggester::default());
    let rest = StoredValue::new(None::<TimeoutHandle>);
    // The browser also sends `blur` while the box is being taken off the page, when all of
    // this is disposed of already.
    let stop = move || {
        let _ = suggester.try_with_value(Suggester::forget);
        if let Some(timer) = rest.try_update_value(Option::take).flatten() {
            timer.clear();
        }
    };
    let close = move || {
        stop();
        let _ = combobox.try_update(Combobox::closed);
    };
    on_cleanup(stop);

    let navigate = use_navigate();
    let go = StoredValue::new(move |href: String| {
        close();
        navigate(&href, NavigateOptions::default());
    });
    let choose = move |option: usize| {
        let Some(chosen) = suggestions.with_untracked(|all| all.get(option).cloned()) else {
            return;
        };
        let href = match &chosen.code {
            Some(code) => Route::Service(code.clone()).href(),
            None => Route::results(&[("q", &chosen.text)]),
        };
        if let (None, Some(input)) = (&chosen.code, input.get_untracked()) {
            input.set_value(&chosen.text);
        }
        go.with_value(|go| go(href));
    };

    let offered = move |found: Vec<Suggestion>| {
        // An answer may come after the box was left; then there is nothing to offer.
        let Some(true) = input.try_get_untracked().map(is_focused) else {
            return;
        };
        let count = found.len();
        suggestions.set(found);
        combobox.update(|combobox| combobox.offered(count));
        let told = set_timeout_with_handle(move || say_count(combobox, count), AT_REST);
        if let Some(earlier) = rest.try_update_value(|timer| std::mem::replace(timer, told.ok())) {
            earlier.inspect(TimeoutHandle::clear);
        }
    };
    let typed = move |event: web_sys::Event| {
        combobox.update(Combobox::typed);
        suggester.with_value(|suggester| suggester.ask(&event_target_value(&event), offered));
    };
    let pressed = move |event: web_sys::KeyboardEvent| {
        // While a word is being composed its keys belong to the input method; 229 is
        // how Chromium and Safari report them without `isComposing`.
        if event.is_composing() || event.key_code() == 229 {
            return;
        }
        let Some(key) = Key::read(&event.key(), event.alt_key()) else {
            return;
        };
        match combobox.try_update(|combobox| combobox.pressed(key)) {
            Some(Response::Taken) => event.prevent_default(),
            Some(Response::Choose(option)) => {
                event.prevent_default();
                choose(option);
            }
            _ => {}
        }
        if let Some(option) = combobox.get_untracked().active() {
            show_option(option);
        }
    };
    let submitted = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        let typed = input.get_untracked().map(|input| input.value());
        let words = typed.unwrap_or_default();
        go.with_value(|go| go(Route::results(&[("q", words.trim())])));
    };
    let option = move |(at, suggestion): (usize, Suggestion)| {
        let icon = if suggestion.code.is_some() {
            "dossier"
        } else {
            "search"
        };
        view! {
            <li class="search__option" id=option_id(at) role="option" lang="vi"
                aria-selected=move || (combobox.get().active() == Some(at)).to_string()
                on:mousedown=|event| event.prevent_default()
                on:click=move |_| choose(at)>
                <Icon name=icon /><span>{suggestion.text}</span>
            </li>
        }
    };
    input.on_load(|input| focus::search_box_appeared(&input));
    view! {
        <form class="search" role="search" action=Route::Results.href() on:submit=submitted>
            <input node_ref=input class="search__input" id="search-input" type="text" name="q"
                prop:value=initial maxlength=QUERY_CHARACTERS
                aria-label=(!labelled).then(home::search_label)
                placeholder=home::search_placeholder() autocomplete="off" autocapitalize="none"
                spellcheck="false" enterkeyhint="search" role="combobox" aria-autocomplete="list"
                aria-controls=OPTIONS aria-expanded=move || combobox.get().is_open().to_string()
                aria-activedescendant=move || combobox.get().active().map(option_id)
                on:input=typed on:keydown=pressed
                on:focus=|_| search::prepare() on:blur=move |_| close() />
            <button class="button search__button">{home::search_button()}</button>
            <ul class="search__options" id=OPTIONS role="listbox" aria-label=words::suggestions()
                hidden=move || !combobox.get().is_open()>
                {move || suggestions.get().into_iter().enumerate().map(option).collect_view()}
            </ul>
        </form>
    }
}

fn option_id(option: usize) -> String {
    format!("search-option-{option}")
}

fn is_focused(input: Option<web_sys::HtmlInputElement>) -> bool {
    let active = document().active_element();
    input.is_some_and(|input| active.as_ref() == Some(input.as_ref()))
}

/// Brings a marked option into the visible part of a list longer than its room.
fn show_option(option: usize) {
    if let Some(option) = document().get_element_by_id(&option_id(option)) {
        let options = web_sys::ScrollIntoViewOptions::new();
        options.set_block(web_sys::ScrollLogicalPosition::Nearest);
        option.scroll_into_view_with_scroll_into_view_options(&options);
    }
}

fn say_count(combobox: RwSignal<Combobox>, count: usize) {
    let message = match (combobox.try_get_untracked(), count) {
        (None, _) => return,
        (Some(_), 0) => return,
        (Some(combobox), _) if !combobox.is_open() => return,
        (Some(_), 1) => words::suggestion_one().into(),
        (Some(_), _) => fill(words::suggestion_count(), &[("n", &count.to_string())]),
    };
    announce::say(&message);
}
