//! Screens that stand only where the portal can do what they are for.
//!
//! Announces: as [`RemoteView`] does. Focus: on the main region after "try again".

use leptos::prelude::*;
use motcua_contract::portal::Capability;

use crate::app::use_app;
use crate::components::fresh::IntoFresh;
use crate::components::remote_view::RemoteView;
use crate::focus;

/// Draws with `draw` where the portal offers `what`; says `instead` where it does not.
pub(super) fn offered(
    what: Capability,
    instead: &'static str,
    draw: impl Fn() -> AnyView + Send + Sync + 'static,
) -> AnyView {
    let portal = use_app().portal;
    let retry = move |()| {
        focus::focus_id("main");
        portal.retry();
    };
    view! {
        <RemoteView state=portal.state on_retry=retry ready=move |portal: crate::api::front::PortalFront| {
            if portal.capabilities.contains(&what) {
                draw()
            } else {
                view! { <p class="notice read">{instead}</p> }.fresh()
            }
        } />
    }
    .fresh()
}
