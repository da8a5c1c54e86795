//! How far the list is, and what can be done with it: keep, print, share.
//!
//! Announces: what became of the list or of the address (polite). Focus: stays on the
//! button; "keep" and "take off" are one button whose words change, so it never vanishes
//! under the finger.

use std::sync::Arc;

use leptos::prelude::*;
use leptos::task::spawn_local;
use motcua_contract::service::Service;

use super::papers::{Keeping, Ticking, progress};
use crate::components::fresh::IntoFresh;
use crate::components::icon::Icon;
use crate::i18n::{fill, service as words};
use crate::route::Route;
use crate::share::{self, Shared};
use crate::{address, announce, clock, format};

/// What `style/print.css` calls the list of papers.
const LIST: &str = "list";

/// Progress, and the three buttons.
#[component]
pub(super) fn ListActions(
    /// Whose list.
    service: Arc<Service>,
    /// The list.
    ticking: Ticking,
) -> impl IntoView {
    let Ticking { list, keeping, .. } = ticking;
    let tickable = move || list.with(|list| list.total() > 0);
    let keep = {
        let service = Arc::clone(&service);
        move |_| announce::say(keep_or_forget(ticking, &service))
    };
    let keep_words = move || match keeping.get() {
        Keeping::Yes => words::forget(),
        Keeping::No | Keeping::Refused => words::keep(),
    };
    let state = move || match keeping.get() {
        Keeping::No => None,
        Keeping::Yes => Some(view! { <p class="list__kept">{words::kept()}</p> }.fresh()),
        Keeping::Refused => {
            Some(view! { <p class="notice notice--warning">{words::keep_refused()}</p> }.fresh())
        }
    };
    let told = RwSignal::new(None::<String>);
    let shared = move |_| share_address(service.name.clone(), shared_url(&service, ticking), told);
    let bar = move || {
        tickable().then(|| {
            view! {
                <p class="list__progress">{move || list.with(progress)}</p>
                <progress class="list__bar" aria-hidden="true"
                    max=move || list.with(|list| list.total().to_string())
                    prop:value=move || list.with(|list| list.done() as f64)></progress>
            }
        })
    };
    view! {
        <div class="list">
            {bar}
            {state}
            <div class="list__actions">
                <Show when=tickable>
                    <button type="button" class="button button--quiet" on:click=keep.clone()>
                        <Icon name="keep" />{keep_words}
                    </button>
                </Show>
                <button type="button" class="button button--quiet" on:click=|_| share::print(LIST)>
                    <Icon name="print" />{words::print()}
                </button>
                <button type="button" class="button button--quiet" on:click=shared>
                    <Icon name="share" />{words::share()}
                </button>
            </div>
            {move || told.get().map(|message| view! { <p class="hint">{message}</p> })}
            <p class="print-only">{printed_from()}</p>
        </div>
    }
}

fn keep_or_forget(ticking: Ticking, service: &Service) -> &'static str {
    if ticking.keeping.get_untracked() == Keeping::Yes {
        ticking.forget(service);
        words::forgotten()
    } else if ticking.keep(service) {
        words::kept()
    } else {
        words::keep_refused()
    }
}

/// The address that shows this list to somebody else.
fn shared_url(service: &Service, ticking: Ticking) -> String {
    let choice = ticking.choice.get_untracked();
    let case = choice.filter(|_| address::parameter(crate::route::CASE).is_some());
    format!(
        "{}{}",
        address::origin(),
        Route::service(&service.code, case.as_deref())
    )
}

/// Shares the address; what came of it is said and shown.
fn share_address(title: String, url: String, told: RwSignal<Option<String>>) {
    spawn_local(async move {
        let message = match share::address(&title, &url).await {
            Shared::Sheet => return,
            Shared::Copied => words::copied().into(),
            Shared::Refused => fill(words::share_refused(), &[("url", &url)]),
        };
        announce::say(&message);
        let _ = told.try_set(Some(message));
    });
}

/// "In từ … ngày …", for paper only.
fn printed_from() -> String {
    let url = address::current();
    fill(
        words::printed_from(),
        &[("url", &url), ("date", &format::date(&clock::today()))],
    )
}
