//! Screens that tell: help, accessibility, privacy, about, not found.

use leptos::prelude::*;

use super::Screen;
use crate::components::heading::PageHeading;

/// Fetches these screens.
#[lazy]
pub(super) fn info_screen() -> Screen {
    |route| view! { <PageHeading title=format!("{route:?}") /> }.into_any()
}
