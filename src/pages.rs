//! The screens, one a file or folder. Home comes with the app; the others are
//! fetched when first opened, in the parts marked `#[lazy]`.

use leptos::prelude::*;

use crate::route::Route;

mod apply;
mod browse;
mod correspondence;
mod device;
mod dossier;
mod home;
mod info;
mod my_data;
mod results;
mod service;
mod supplement;
mod voice;

/// Draws a screen for a route that it knows.
pub(crate) type Screen = fn(Route) -> AnyView;

/// The screen for `route`, fetched if need be. Never fails: the loader waits for
/// the network and says so.
pub(crate) async fn screen(route: &Route) -> Screen {
    match route {
        Route::Home => |_| home::Home().into_any(),
        Route::Results => results::results_screen().await,
        Route::Service(_) => service::service_screen().await,
        Route::Apply(_) | Route::Draft(..) => apply::apply_screen().await,
        Route::Browse | Route::LifeEvent(_) => browse::browse_screen().await,
        Route::Dossier(_) | Route::Payment(_) | Route::Receipt(_) | Route::Withdrawal(_) => {
            dossier::dossier_screen().await
        }
        Route::Supplement(_) => supplement::supplement_screen().await,
        Route::Rating(_)
        | Route::Feedback
        | Route::WriteFeedback
        | Route::FeedbackCase(_)
        | Route::Quality => voice::voice_screen().await,
        Route::Dossiers | Route::Me | Route::Settings => device::device_screen().await,
        Route::Messages(_) | Route::DossierNotices(_) | Route::Notifications => {
            correspondence::correspondence_screen().await
        }
        Route::MyData => my_data::my_data_screen().await,
        Route::Help | Route::Accessibility | Route::Privacy | Route::About | Route::NotFound => {
            info::info_screen().await
        }
    }
}
