//! What is kept on this device: my things, dossiers, settings.

use leptos::prelude::*;

use super::Screen;
use crate::route::Route;

mod dossier_code;
mod dossiers;
mod forget;
mod me;
mod settings;
mod statuses;

/// Fetches these screens.
#[lazy]
pub(super) fn device_screen() -> Screen {
    |route| match route {
        Route::Dossiers => view! { <dossiers::Dossiers /> }.into_any(),
        Route::Me => view! { <me::Me /> }.into_any(),
        _ => view! { <settings::SettingsScreen /> }.into_any(),
    }
}
