//! The files that go with a letter.
//!
//! Announces and focus: see [`super`]. What is wrong with them stands above them and describes
//! the first control. Where the portal takes no files, nothing is drawn.

use std::sync::Arc;

use leptos::prelude::*;
use motcua_contract::portal::{Capability, Limits};
use serde::Deserialize;

use super::Paper;
use crate::api;
use crate::components::fresh::IntoFresh;
use crate::components::remote_view::RemoteView;
use crate::i18n::papers as say;
use crate::papers::courier;
use crate::papers::pile::AnyPile;
use crate::unsent::Envelope;

/// What is read of the portal here.
#[derive(Clone, Debug, PartialEq, Deserialize)]
struct Takes {
    #[serde(default)]
    capabilities: Vec<Capability>,
    limits: Limits,
}

/// Photographs, chooses, sends and watches what goes with the letter in `envelope`. `id` begins
/// the ids of its parts.
pub(in crate::papers) fn attached(
    envelope: Envelope,
    id: String,
    fault: Signal<Option<String>>,
) -> AnyView {
    let pile: AnyPile = Arc::new(envelope);
    courier::attend(&pile);
    let portal = api::load::<Takes>(api::path::portal);
    let ready = move |portal: Takes| {
        let offered = portal.capabilities.contains(&Capability::Uploads);
        offered.then(|| {
            let most = portal.limits.attachments;
            let paper = Paper::new(pile.clone(), portal.limits, most, say::attached(), &id);
            let error = paper.part("error");
            let (described, set) = (error.clone(), paper.part("set"));
            view! {
                <fieldset class="q" class:q--wrong=move || fault.with(Option::is_some) id=set aria-describedby=described>
                    <legend class="q__label">{say::attached_optional()}</legend>
                    <p class="q__error" id=error>{move || fault.get()}</p>
                    <div class="gathering">{paper.gathering(Signal::stored(false))}</div>
                </fieldset>
            }
            .fresh()
        })
        .into_any()
    };
    view! { <RemoteView state=portal.state on_retry=move |()| portal.retry() ready=ready /> }
        .fresh()
}

#[cfg(test)]
mod tests {
    use motcua_contract::portal::Portal;

    use super::Takes;

    #[test]
    fn what_is_read_of_the_portal_is_what_the_contract_says() {
        let sample = include_str!("../../../crates/contract/samples/getPortal.json");
        let takes: Takes = serde_json::from_str(sample).unwrap();
        let whole: Portal = serde_json::from_str(sample).unwrap();
        assert_eq!(takes.capabilities, whole.capabilities);
        assert_eq!(takes.limits, whole.limits);
    }
}
