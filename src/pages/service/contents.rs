//! What stands on the page, and the way to it.
//!
//! Announces: the heading that a jump leads to, because it takes focus. Focus: on that
//! heading. The links have their own handler: the router would swallow the jump (see
//! [`crate::focus`]).

use leptos::prelude::*;
use motcua_contract::service::Service;

use crate::components::fresh::IntoFresh;
use crate::focus;
use crate::i18n::service as words;

/// Ids of the sections' headings; also the fragments of their links.
pub(super) const PAPERS: &str = "giay-to";
pub(super) const CHANNELS: &str = "cach-nop";
pub(super) const STEPS: &str = "cac-buoc";
pub(super) const CONDITIONS: &str = "dieu-kien";
pub(super) const RESULTS: &str = "ket-qua";
pub(super) const LEGAL: &str = "can-cu";
pub(super) const RELATED: &str = "lien-quan";
pub(super) const RECORD: &str = "nguon";

/// The sections that `service` has, with their headings.
fn sections(service: &Service) -> Vec<(&'static str, &'static str)> {
    [
        (PAPERS, words::papers(), true),
        (CHANNELS, words::channels(), true),
        (STEPS, words::steps(), !service.steps.is_empty()),
        (
            CONDITIONS,
            words::conditions(),
            service.conditions.is_some(),
        ),
        (RESULTS, words::results(), !service.results.is_empty()),
        (LEGAL, words::legal(), !service.legal_basis.is_empty()),
        (RECORD, words::record(), true),
    ]
    .into_iter()
    .filter_map(|(id, heading, there)| there.then_some((id, heading)))
    .collect()
}

/// The links to all sections.
pub(super) fn list(service: &Service) -> AnyView {
    let links = sections(service)
        .into_iter()
        .map(|(id, heading)| view! { <li>{jump(id, heading.into())}</li> });
    view! {
        <nav class="contents" aria-label=words::contents()>
            <ul class="contents__list">{links.collect_view()}</ul>
        </nav>
    }
    .fresh()
}

/// A link to a section.
pub(super) fn jump(id: &'static str, words: String) -> AnyView {
    view! {
        <a class="contents__link" href=format!("#{id}") on:click=move |event| {
            event.prevent_default();
            focus::focus_id(id);
        }>{words}</a>
    }
    .fresh()
}

/// A section with its heading.
pub(super) fn section(id: &'static str, heading: &'static str, body: AnyView) -> AnyView {
    view! {
        <section class="section service__section" aria-labelledby=id>
            <h2 id=id>{heading}</h2>
            {body}
        </section>
    }
    .fresh()
}
