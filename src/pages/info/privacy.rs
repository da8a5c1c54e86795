//! Privacy: what stays on the device, what the portal sees, how to erase it.
//!
//! Announces: on a navigation its heading. Focus: on the heading after a navigation.
//! Needs nothing from the portal, so it can be read whatever else fails.

use leptos::prelude::*;

use super::prose::{points, section};
use crate::components::heading::PageHeading;
use crate::i18n::{common, info};
use crate::route::Route;

/// The screen.
#[component]
pub(super) fn Privacy() -> impl IntoView {
    view! {
        <PageHeading title=common::privacy() />
        <p class="lead">{info::privacy_lead()}</p>
        {points(info::privacy_device, &[
            info::privacy_device_settings, info::privacy_device_lists, info::privacy_device_own,
            info::privacy_device_codes, info::privacy_device_pages, info::privacy_device_scroll,
        ])}
        {points(info::privacy_portal, &[
            info::privacy_portal_asks, info::privacy_portal_address, info::privacy_portal_codes,
            info::privacy_portal_push,
        ])}
        {points(info::privacy_never, &[
            info::privacy_never_cookies, info::privacy_never_others, info::privacy_never_place,
        ])}
        {section(info::privacy_erase, &[info::privacy_erase_how])}
        <p><a class="more" href=Route::Settings.href()>{info::privacy_settings()}</a></p>
        {section(info::privacy_law, &[info::privacy_law_text])}
    }
}
