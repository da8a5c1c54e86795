//! What is left where the form cannot be filled in here. Says why, in a heading of its own;
//! never a dead end.

use leptos::prelude::*;
use motcua_contract::service::Service;

use crate::components::fresh::IntoFresh;
use crate::pages::service::{official_page, start};

/// The reason, and the ways that the service's record names.
pub(super) fn other_ways(title: &'static str, reason: &'static str, service: &Service) -> AnyView {
    view! {
        <section class="section" aria-labelledby="other-ways">
            <h2 id="other-ways">{title}</h2>
            <p>{reason}</p>
            <ul class="start__ways">{start::ways(service, official_page(service))}</ul>
        </section>
    }
    .fresh()
}
