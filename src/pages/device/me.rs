//! Me: who is signed in, the lists of papers kept on this device, and the way to settings
//! and help.
//!
//! Announces: on a navigation its heading; which list was taken away (polite); what
//! [`SessionPanel`] says. Focus: on
//! the heading after a navigation; on the lists' heading after one was taken away, whose
//! button is gone with it.

use leptos::prelude::*;
use motcua_contract::portal::Capability;

use super::notices_line::NoticesLine;
use crate::app::use_app;
use crate::checklist::{self, Kept};
use crate::components::fresh::IntoFresh;
use crate::components::heading::PageHeading;
use crate::components::icon::Icon;
use crate::i18n::{common, device, fill, my_data};
use crate::route::Route;
use crate::session::panel::SessionPanel;
use crate::{announce, focus, session};

const LISTS: &str = "kept-lists";

/// The screen.
#[component]
pub(super) fn Me() -> impl IntoView {
    let portal = use_app().portal.state;
    let missing = move || {
        portal.with(|state| {
            let portal = state.value()?;
            (!portal.capabilities.contains(&Capability::SignIn)).then(device::sign_in_missing)
        })
    };
    let links = [
        (
            Route::Dossiers,
            "dossier",
            common::place_dossiers(),
            device::dossiers_text(),
        ),
        (
            Route::Settings,
            "person",
            common::settings(),
            device::settings_text(),
        ),
        (Route::Help, "info", common::help(), device::help_text()),
    ];
    let cards = links.map(|(route, icon, title, text)| {
        view! {
            <li>
                <a class="card" href=route.href()>
                    <Icon name=icon />
                    <span class="card__title">{title}</span>
                    <span class="card__text">{text}</span>
                </a>
            </li>
        }
    });
    view! {
        <PageHeading title=common::place_me() />
        <p class="lead">{device::me_lead()}</p>
        {move || missing().map(|words| view! { <p class="notice read">{words}</p> })}
        <SessionPanel />
        <NoticesLine />
        <KeptLists />
        <MyDataLine />
        <section class="section" aria-labelledby="more">
            <h2 id="more">{device::me_more()}</h2>
            <ul class="grid grid--three">{cards}</ul>
        </section>
    }
}

/// The way to what the portal knows of the person, for somebody who is signed in at a portal
/// that tells.
#[component]
fn MyDataLine() -> impl IntoView {
    let app = use_app();
    let known = session::ask();
    let shown = Memo::new(move |_| {
        app.offers(Capability::MyData) && known.with(|known| known.person().is_some())
    });
    move || {
        shown.get().then(|| {
            view! {
                <section class="section section--read" aria-labelledby="my-data">
                    <h2 id="my-data">{my_data::title()}</h2>
                    <p><a class="more" href=Route::MyData.href()>{my_data::entry()}</a></p>
                </section>
            }
        })
    }
}

/// The lists; where to start one while there is none.
#[component]
fn KeptLists() -> impl IntoView {
    let lists = RwSignal::new(checklist::kept());
    let forget = Callback::new(move |list: Kept| {
        checklist::forget(&list.code, &list.case_id);
        lists.set(checklist::kept());
        announce::say(&fill(device::list_forgotten(), &[("name", &list.name)]));
        focus::focus_id(LISTS);
    });
    view! {
        <section class="section section--read" aria-labelledby=LISTS>
            <h2 id=LISTS>{device::lists()}</h2>
            {move || {
                let lists = lists.get();
                if lists.is_empty() {
                    return view! {
                        <p>{device::lists_empty()}</p>
                        <p><a class="more" href=Route::Browse.href()>{common::browse()}</a></p>
                    }.fresh();
                }
                let rows = lists.into_iter().map(|list| row(list, forget));
                view! { <ul class="kept">{rows.collect_view()}</ul> }.fresh()
            }}
        </section>
    }
}

fn row(list: Kept, forget: Callback<Kept>) -> impl IntoView {
    let kept = list.clone();
    let href = list.href();
    let (done, total) = (list.done.to_string(), list.total.to_string());
    let progress = fill(
        device::list_progress(),
        &[("done", &done), ("total", &total)],
    );
    let forget_words = fill(device::list_forget(), &[("name", &list.name)]);
    view! {
        <li class="kept__list">
            <div>
                <a class="kept__name" href=href lang="vi">{list.name}</a>
                {list.case.map(|case| view! { <p class="hint" lang="vi">{case}</p> })}
                <p class="hint">{progress}</p>
            </div>
            <button type="button" class="button button--quiet" aria-label=forget_words
                on:click=move |_| forget.run(kept.clone())>{device::list_forget_short()}</button>
        </li>
    }
}
