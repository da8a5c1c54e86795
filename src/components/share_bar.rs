//! A bar of which a part is filled: for the eye alone. The words beside it say the same, and the
//! outline around the whole keeps it readable without colour.

use leptos::prelude::*;

use super::fresh::IntoFresh;
use crate::format;

/// The bar for `part` of `of`.
pub(crate) fn share_bar(part: u32, of: u32) -> AnyView {
    let filled = format::permille(part, of).to_string();
    view! {
        <svg class="bar" viewBox="0 0 1000 20" preserveAspectRatio="none" aria-hidden="true">
            <rect class="bar__part" width=filled height="20" />
        </svg>
    }
    .fresh()
}
