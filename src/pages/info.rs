//! Screens that tell: help, accessibility, privacy, about, not found.

use leptos::prelude::*;

use super::Screen;
use crate::components::fresh::IntoFresh;
use crate::route::Route;

mod about;
mod accessibility;
mod capabilities;
mod help;
mod not_found;
mod privacy;
mod prose;
mod voice;

/// Fetches these screens.
#[lazy]
pub(super) fn info_screen() -> Screen {
    |route| match route {
        Route::Help => view! { <help::Help /> }.fresh(),
        Route::Accessibility => view! { <accessibility::Accessibility /> }.fresh(),
        Route::Privacy => view! { <privacy::Privacy /> }.fresh(),
        Route::About => view! { <about::About /> }.fresh(),
        _ => view! { <not_found::NotFound /> }.fresh(),
    }
}
