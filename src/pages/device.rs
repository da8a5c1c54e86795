//! What is kept on this device: my things, dossiers, settings.

use leptos::prelude::*;

use super::Screen;
use crate::components::fresh::IntoFresh;
use crate::route::Route;

mod dossier_code;
mod dossiers;
mod forget;
mod looking_up;
mod me;
mod my_dossiers;
mod notices_line;
mod scanning;
mod settings;
mod statuses;

/// Fetches these screens.
#[lazy]
pub(super) fn device_screen() -> Screen {
    |route| match route {
        Route::Dossiers => view! { <dossiers::Dossiers /> }.fresh(),
        Route::Me => view! { <me::Me /> }.fresh(),
        _ => view! { <settings::SettingsScreen /> }.fresh(),
    }
}
