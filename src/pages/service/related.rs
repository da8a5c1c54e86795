//! Services that people need together with this one.
//!
//! Announces: nothing; it comes late and stands last. Focus: only on its links and, when
//! it could not be loaded, on "try again". A failure here is a quiet line, no alarm: the
//! service itself is on the screen.

use leptos::prelude::*;
use motcua_contract::search::RelatedServices;

use super::contents::{RELATED, section};
use crate::api;
use crate::components::fresh::IntoFresh;
use crate::i18n::{common, service as words};
use crate::remote::Remote;
use crate::route::Route;

/// The section; nothing while it loads or when there is nothing.
#[component]
pub(super) fn Related(
    /// The service's code.
    code: String,
) -> impl IntoView {
    let related = api::load::<RelatedServices>(move || api::path::related(&code));
    move || {
        related.state.with(|state| match state {
            Remote::Loading | Remote::Slow => None,
            Remote::Failed(_) => Some(failed(Callback::new(move |()| related.retry()))),
            Remote::Ready { value, .. } if value.items.is_empty() => None,
            Remote::Ready { value, .. } => Some(list(value)),
        })
    }
}

fn list(related: &RelatedServices) -> AnyView {
    let items = related.items.iter().map(|service| {
        let href = Route::Service(service.code.clone()).href();
        view! {
            <li>
                <a class="related__link" href=href lang="vi">{service.name.clone()}</a>
                <span class="hint" lang="vi">{service.field.name.clone()}</span>
            </li>
        }
    });
    let body = view! { <ul class="related">{items.collect_view()}</ul> };
    section(RELATED, words::related(), body.fresh())
}

fn failed(on_retry: Callback<()>) -> AnyView {
    let body = view! {
        <p>{words::related_failed()}</p>
        <button type="button" class="button button--quiet" on:click=move |_| on_retry.run(())>
            {common::retry()}
        </button>
    };
    section(RELATED, words::related(), body.fresh())
}
