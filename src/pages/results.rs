//! Search results.

use leptos::prelude::*;

use super::Screen;
use crate::components::heading::PageHeading;

/// Fetches this screen.
#[lazy]
pub(super) fn results_screen() -> Screen {
    |route| view! { <PageHeading title=format!("{route:?}") /> }.into_any()
}
