//! The ways to speak up and to see how well the portal serves, each where the portal has it.

use leptos::prelude::*;
use motcua_contract::portal::Capability;

use crate::components::fresh::IntoFresh;
use crate::i18n::info;
use crate::route::Route;

/// The way to feedback.
pub(super) fn feedback(offered: &[Capability]) -> Option<AnyView> {
    link(
        offered,
        Capability::Feedback,
        &Route::Feedback,
        info::to_feedback(),
    )
}

/// The way to the quality board.
pub(super) fn quality(offered: &[Capability]) -> Option<AnyView> {
    link(
        offered,
        Capability::Quality,
        &Route::Quality,
        info::to_quality(),
    )
}

fn link(
    offered: &[Capability],
    what: Capability,
    to: &Route,
    words: &'static str,
) -> Option<AnyView> {
    let href = to.href();
    offered
        .contains(&what)
        .then(|| view! { <p><a class="more" href=href>{words}</a></p> }.fresh())
}
