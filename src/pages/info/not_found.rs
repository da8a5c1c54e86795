//! An address that leads nowhere: says so, and offers the ways on.
//!
//! Announces: on a navigation its heading. Focus: on the heading after a navigation.

use leptos::prelude::*;

use crate::components::heading::PageHeading;
use crate::components::search_box::SearchBox;
use crate::i18n::{common, info};
use crate::route::Route;

/// The screen.
#[component]
pub(super) fn NotFound() -> impl IntoView {
    let links = [
        (Route::Home, common::place_home()),
        (Route::Browse, common::browse()),
        (Route::Help, common::help()),
    ];
    let links = links.map(|(route, words)| {
        view! {
            <li><a class="chip" href=route.href()>{words}</a></li>
        }
    });
    view! {
        <PageHeading title=info::not_found() />
        <p class="lead">{info::not_found_text()}</p>
        <div class="lost"><SearchBox initial="" /></div>
        <ul class="chips">{links}</ul>
    }
}
