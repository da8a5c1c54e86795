//! Messages with the officer, what happened to one's dossiers, and the ways to hear of it.

use leptos::prelude::*;

use super::Screen;
use crate::components::fresh::IntoFresh;
use crate::route::Route;

mod channel;
mod channels;
mod dossier_notices;
mod guest;
mod messages;
mod notifications;
mod push;
mod thread;
mod writing;

/// Fetches these screens.
#[lazy]
pub(super) fn correspondence_screen() -> Screen {
    |route| match route {
        Route::Messages(code) => view! { <messages::Messages code /> }.fresh(),
        Route::DossierNotices(code) => view! { <dossier_notices::DossierNotices code /> }.fresh(),
        _ => view! { <notifications::Notifications /> }.fresh(),
    }
}
