//! Screens that tell: help, accessibility, privacy, about, not found.

use leptos::prelude::*;

use super::Screen;
use crate::route::Route;

mod about;
mod accessibility;
mod capabilities;
mod help;
mod not_found;
mod privacy;
mod prose;

/// Fetches these screens.
#[lazy]
pub(super) fn info_screen() -> Screen {
    |route| match route {
        Route::Help => view! { <help::Help /> }.into_any(),
        Route::Accessibility => view! { <accessibility::Accessibility /> }.into_any(),
        Route::Privacy => view! { <privacy::Privacy /> }.into_any(),
        Route::About => view! { <about::About /> }.into_any(),
        _ => view! { <not_found::NotFound /> }.into_any(),
    }
}
