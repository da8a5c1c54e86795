//! Filling in a form: before you start, what is to be done, the questions, the review.

use leptos::prelude::*;

use super::Screen;
use crate::components::fresh::IntoFresh;
use crate::route::Route;

mod again;
mod before;
mod begin;
mod behalf;
mod delivery;
mod open;
mod other_ways;
mod question;
mod review;
pub(super) mod saved;
mod sending;
mod signing;
mod tasks;
mod who_may;

/// Fetches these screens.
#[lazy]
pub(super) fn apply_screen() -> Screen {
    |route| match route {
        Route::Apply(code) => view! { <before::Before code /> }.fresh(),
        Route::Draft(id, _) => view! { <open::Draft id /> }.fresh(),
        _ => ().into_any(),
    }
}
