//! The catalogue by field, agency and life event.

use leptos::prelude::*;

use super::Screen;
use crate::components::heading::PageHeading;

/// Fetches these screens.
#[lazy]
pub(super) fn browse_screen() -> Screen {
    |route| view! { <PageHeading title=format!("{route:?}") /> }.into_any()
}
