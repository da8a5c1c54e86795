//! What narrows the list of one's dossiers down: words, how they stand, for whom. Folded up
//! until one wants it, since what waits for the person comes first.
//!
//! Announces: nothing; the list says what it found. Focus: stays where it is.

use leptos::html::{Input, Select};
use leptos::prelude::*;
use motcua_contract::portal::Capability;
use motcua_contract::profile::{Mandate, Mandates};

use super::query::{Query, Which};
use crate::api;
use crate::app::use_app;
use crate::components::fresh::IntoFresh;
use crate::i18n::my_dossiers as words;
use crate::remote::Remote;

const WORDS: &str = "mine-words";
const WHICH: &str = "mine-state";
const WHOSE: &str = "mine-whose";
/// The longest text that the contract takes.
const MOST_CHARACTERS: &str = "200";

/// The fold, and in it the controls.
#[component]
pub(super) fn Narrowing(
    /// What is shown now.
    query: RwSignal<Query>,
    /// Something else is wanted.
    on_narrowed: Callback<Query>,
) -> impl IntoView {
    let open = query.with_untracked(|query| *query != Query::default());
    // Drawn when it is first unfolded, so that nothing is asked for what nobody wants.
    let unfolded = RwSignal::new(open);
    view! {
        <details class="mine__narrow" open=open on:toggle=move |_| unfolded.set(true)>
            <summary>{words::narrow()}</summary>
            {move || unfolded.get().then(|| view! { <Controls query on_narrowed /> })}
        </details>
    }
}

#[component]
fn Controls(query: RwSignal<Query>, on_narrowed: Callback<Query>) -> impl IntoView {
    let app = use_app();
    let input = NodeRef::<Input>::new();
    let select = NodeRef::<Select>::new();
    let change = move |alter: &dyn Fn(&mut Query)| {
        let mut now = query.get_untracked();
        alter(&mut now);
        if now != query.get_untracked() {
            on_narrowed.run(now);
        }
    };
    let submit = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        let typed = input.get_untracked().map(|input| input.value());
        let typed = typed.unwrap_or_default().trim().to_owned();
        change(&|query| query.words.clone_from(&typed));
    };
    let chosen = move |_| {
        let word = select.get_untracked().map(|select| select.value());
        let which = Which::from_word(&word.unwrap_or_default());
        change(&|query| query.which = which);
    };
    let options = Which::EVERY.map(|which| {
        let here = move || query.with(|query| query.which == which);
        view! { <option value=which.word() prop:selected=here>{named(which)}</option> }
    });
    view! {
        <form role="search" novalidate on:submit=submit>
            <label class="q__label" for=WORDS>{words::search_label()}</label>
            <div class="look-up__row">
                <input node_ref=input class="box" id=WORDS type="search" autocomplete="off" maxlength=MOST_CHARACTERS
                    prop:value=move || query.with(|query| query.words.clone()) />
                <button class="button button--quiet">{words::search()}</button>
            </div>
            <label class="q__label" for=WHICH>{words::which()}</label>
            <select node_ref=select class="box box--select" id=WHICH on:change=chosen>{options}</select>
            {move || app.offers(Capability::Profile).then(|| view! { <Whose query on_narrowed /> })}
        </form>
    }
}

fn named(which: Which) -> &'static str {
    match which {
        Which::All => words::all(),
        Which::NeedsYou => words::needs_you(),
        Which::Open => words::open(),
        Which::Finished => words::finished(),
    }
}

/// For whom; nothing for somebody who may act for nobody else.
#[component]
fn Whose(query: RwSignal<Query>, on_narrowed: Callback<Query>) -> impl IntoView {
    let mandates = api::load::<Mandates>(api::path::mandates);
    move || {
        mandates.state.with(|state| match state {
            Remote::Ready { value, .. } if !value.items.is_empty() => {
                persons(&value.items, query, on_narrowed)
            }
            // The list is whole without it, so nothing is said where it fails.
            _ => ().into_any(),
        })
    }
}

fn persons(all: &[Mandate], query: RwSignal<Query>, on_narrowed: Callback<Query>) -> AnyView {
    let select = NodeRef::<Select>::new();
    let chosen = move |_| {
        let mut now = query.get_untracked();
        let id = select.get_untracked().map(|select| select.value());
        now.on_behalf_of = id.unwrap_or_default();
        on_narrowed.run(now);
    };
    let options = all.iter().map(|mandate| {
        let id = mandate.id.clone();
        let here = move || query.with(|query| query.on_behalf_of == id);
        view! { <option value=mandate.id.clone() prop:selected=here lang="vi">{mandate.name.clone()}</option> }
    });
    let everybody = move || query.with(|query| query.on_behalf_of.is_empty());
    view! {
        <label class="q__label" for=WHOSE>{words::whose()}</label>
        <select node_ref=select class="box box--select" id=WHOSE on:change=chosen>
            <option value="" prop:selected=everybody>{words::everybody()}</option>
            {options.collect_view()}
        </select>
    }
    .fresh()
}
