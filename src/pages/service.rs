//! One service: the answer first, then everything published about it.

use leptos::prelude::*;

use super::Screen;
use crate::components::heading::PageHeading;

/// Fetches this screen.
#[lazy]
pub(super) fn service_screen() -> Screen {
    |route| view! { <PageHeading title=format!("{route:?}") /> }.into_any()
}
