//! What a portal can and cannot do, in words.

use leptos::prelude::*;
use motcua_contract::portal::Capability;

use super::prose::Words;
use crate::components::fresh::IntoFresh;
use crate::i18n::info;

/// Every capability that means something to a person, nearest first. Those that only
/// concern programs (drafts, uploads, live changes, measurement) are left out.
const CAPABILITIES: [(Capability, Words); 14] = [
    (Capability::LifeEvents, info::can_life_events),
    (Capability::CatalogueSnapshot, info::can_offline_search),
    (Capability::SignIn, info::can_sign_in),
    (Capability::Filing, info::can_filing),
    (Capability::GuestFiling, info::can_guest_filing),
    (Capability::Payments, info::can_payments),
    (Capability::Signatures, info::can_signatures),
    (Capability::Tracking, info::can_tracking),
    (Capability::Lookups, info::can_lookups),
    (Capability::Notifications, info::can_notifications),
    (Capability::Ratings, info::can_ratings),
    (Capability::Feedback, info::can_feedback),
    (Capability::Help, info::can_help),
    (Capability::Quality, info::can_quality),
];

/// The list for a portal that offers `offered`.
pub(super) fn list(offered: &[Capability]) -> AnyView {
    let rows = CAPABILITIES.map(|(capability, words)| {
        let (class, answer) = if offered.contains(&capability) {
            ("tag tag--ok", info::yes())
        } else {
            ("tag", info::not_yet())
        };
        view! {
            <li class="can">
                <span>{words()}</span>" "<span class=class>{answer}</span>
            </li>
        }
    });
    view! { <ul class="cans">{rows}</ul> }.fresh()
}
