//! What is kept on this device: my things, dossiers, settings.

use leptos::prelude::*;

use super::Screen;
use crate::components::heading::PageHeading;

/// Fetches these screens.
#[lazy]
pub(super) fn device_screen() -> Screen {
    |route| view! { <PageHeading title=format!("{route:?}") /> }.into_any()
}
