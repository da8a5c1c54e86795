//! My data: who used it, what one agreed to, the devices signed in, taking it away, having
//! it deleted.
//!
//! Announces: on a navigation its heading; in each part what that part's module says.
//! Focus: on the heading after a navigation; within a part as its module says.

use leptos::prelude::*;
use motcua_contract::portal::Capability;

use super::Screen;
use crate::components::fresh::IntoFresh;
use crate::components::heading::PageHeading;
use crate::i18n::my_data as words;
use crate::session::devices::SignedInDevices;
use crate::session::required::required;

mod access_log;
mod consents;
mod deletion;
mod export;

/// Fetches this screen.
#[lazy]
pub(super) fn my_data_screen() -> Screen {
    |_| view! { <MyData /> }.fresh()
}

/// The screen.
#[component]
fn MyData() -> impl IntoView {
    view! {
        <PageHeading title=words::title() />
        <p class="lead">{words::lead()}</p>
        {required(Capability::MyData, parts)}
    }
}

fn parts() -> AnyView {
    // What a deletion does shows in the consents.
    let changed = RwSignal::new(0_u32);
    view! {
        <access_log::AccessLog />
        <consents::Consents changed />
        <SignedInDevices />
        <export::Export />
        <deletion::Deletion on_deleted=move |()| changed.update(|count| *count += 1) />
    }
    .fresh()
}
