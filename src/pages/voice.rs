//! What people say afterwards, and what comes of it: ratings, feedback, the quality board.

use leptos::prelude::*;

use super::Screen;
use crate::components::fresh::IntoFresh;
use crate::route::Route;

mod feedback;
mod offered;
mod personal;
mod quality;
mod rating;
mod refused;
mod sending;

/// Fetches these screens.
#[lazy]
pub(super) fn voice_screen() -> Screen {
    |route| match route {
        Route::Rating(code) => view! { <rating::RatingScreen code /> }.fresh(),
        Route::Feedback => view! { <feedback::FeedbackScreen /> }.fresh(),
        Route::WriteFeedback => view! { <feedback::WriteScreen /> }.fresh(),
        Route::FeedbackCase(code) => view! { <feedback::CaseScreen code /> }.fresh(),
        _ => view! { <quality::QualityScreen /> }.fresh(),
    }
}
