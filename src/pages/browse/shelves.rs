//! Lists of fields and bodies, each leading to its services.
//!
//! Announces: how many fields the filter leaves, once typing has come to rest (polite).
//! Focus: stays in the filter's box while the list below it changes.

use std::time::Duration;

use leptos::prelude::*;
use motcua_contract::catalogue::Shelf;

use super::shelf_filter::{Letter, matching};
use crate::i18n::{browse, fill};
use crate::route::Route;
use crate::{announce, format};

/// A count spoken earlier is cut off by the next key's echo.
const AT_REST: Duration = Duration::from_millis(1200);

/// Fields by letter, with a box that narrows them down.
#[component]
pub(super) fn Fields(shelves: Vec<Shelf>) -> impl IntoView {
    let typed = RwSignal::new(String::new());
    let letters = Memo::new(move |_| typed.with(|typed| matching(&shelves, typed)));
    let told = StoredValue::new(None::<TimeoutHandle>);
    let stop = move || {
        if let Some(timer) = told.try_update_value(Option::take).flatten() {
            timer.clear();
        }
    };
    on_cleanup(stop);
    let on_input = move |event: web_sys::Event| {
        typed.set(event_target_value(&event));
        stop();
        let timer = set_timeout_with_handle(
            move || {
                if let Some(count) = letters.try_with_untracked(|letters| count(letters)) {
                    announce::say(&count);
                }
            },
            AT_REST,
        );
        told.set_value(timer.ok());
    };
    view! {
        <label class="find" for="field-filter">
            <span class="find__label">{browse::filter()}</span>
            <span class="hint" id="field-filter-hint">{browse::filter_hint()}</span>
        </label>
        <input class="find__input" id="field-filter" type="search" autocomplete="off"
            aria-describedby="field-filter-hint" on:input=on_input />
        <p class="hint">{move || letters.with(|letters| count(letters))}</p>
        <div class="letters">
            {move || letters.with(|letters| letters.iter().map(letter).collect_view())}
        </div>
    }
}

/// Bodies, in one list.
#[component]
pub(super) fn Agencies(shelves: Vec<Shelf>) -> impl IntoView {
    let rows = shelves.iter().map(|shelf| row("agency", shelf));
    view! { <ul class="shelves">{rows.collect_view()}</ul> }
}

fn count(letters: &[Letter]) -> String {
    match letters.iter().map(|letter| letter.shelves.len()).sum() {
        0 => browse::fields_none().into(),
        n => fill(browse::fields_shown(), &[("n", &format::number(n as u64))]),
    }
}

fn letter(letter: &Letter) -> impl IntoView + use<> {
    let rows = letter.shelves.iter().map(|shelf| row("field", shelf));
    view! {
        <section class="letter">
            <h3 class="letter__title">{letter.letter.clone()}</h3>
            <ul class="shelves">{rows.collect_view()}</ul>
        </section>
    }
}

/// `parameter` is what narrows the results down to the shelf.
fn row(parameter: &str, shelf: &Shelf) -> impl IntoView + use<> {
    let message = match shelf.count {
        1 => browse::service_one(),
        _ => browse::services(),
    };
    let count = fill(message, &[("n", &format::number(shelf.count.into()))]);
    view! {
        <li>
            <a class="shelf" href=Route::results(&[(parameter, &shelf.id)])>
                <span class="shelf__name" lang="vi">{shelf.name.clone()}</span>" "
                <span class="shelf__count">{count}</span>
            </a>
        </li>
    }
}
