//! The catalogue: everything by life event, field and body; and one life event.

use leptos::prelude::*;

use super::Screen;
use crate::components::fresh::IntoFresh;
use crate::route::Route;

mod catalogue;
mod life_event;
mod shelf_filter;
mod shelves;

/// Fetches these screens.
#[lazy]
pub(super) fn browse_screen() -> Screen {
    |route| match route {
        Route::LifeEvent(id) => view! { <life_event::LifeEventScreen id=id /> }.fresh(),
        _ => view! { <catalogue::Catalogue /> }.fresh(),
    }
}
