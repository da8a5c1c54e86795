//! The devices on which one is signed in, and the way to sign out everywhere.
//!
//! Announces: which device was signed out (polite); a failure as `role=alert`. Focus: on
//! the list's heading after a device went, whose button is gone with it.

use leptos::prelude::*;
use leptos::task::spawn_local;
use motcua_contract::portal::Capability;
use motcua_contract::session::{Device, Devices};

use super::kept::kept_part;
use super::{Known, ask};
use crate::api::write::Write;
use crate::app::use_app;
use crate::components::fresh::IntoFresh;
use crate::components::remote_view::RemoteView;
use crate::i18n::{fill, session as words};
use crate::{announce, api, focus, format};

const TITLE: &str = "devices";

/// The list, for somebody who is signed in at a portal that keeps one.
#[component]
pub(crate) fn SignedInDevices() -> impl IntoView {
    let portal = use_app().portal.state;
    let known = ask();
    let shown = Memo::new(move |_| {
        let kept = portal.with(|state| {
            state
                .value()
                .is_some_and(|portal| portal.capabilities.contains(&Capability::MyData))
        });
        kept && known.with(|known| matches!(known, Known::Person(_)))
    });
    move || shown.get().then(|| view! { <List /> })
}

#[component]
fn List() -> impl IntoView {
    let devices = api::load::<Devices>(api::path::devices);
    let failed = RwSignal::new(false);
    let end = Callback::new(move |device: Device| {
        spawn_local(async move {
            let done = Write::delete(&api::path::device(&device.id))
                .send()
                .await
                .is_ok();
            let _ = failed.try_set(!done);
            if done {
                announce::say(&fill(words::device_ended(), &[("name", &device.name)]));
                focus::focus_id(TITLE);
                devices.retry();
            }
        });
    });
    let end_all = move |_| {
        spawn_local(async move {
            let done = Write::delete(&api::path::devices()).send().await.is_ok();
            let _ = failed.try_set(!done);
            if done {
                // This device too: its key goes, and the session is asked for anew.
                (kept_part().await.forget)().await;
                announce::say(words::everywhere_done());
                super::ask_again();
            }
        });
    };
    view! {
        <section class="section section--read" aria-labelledby=TITLE>
            <h2 id=TITLE>{words::devices()}</h2>
            <p>{words::devices_lead()}</p>
            {move || failed.get().then(|| view! { <p class="fault" role="alert">{words::device_failed()}</p> }.fresh())}
            <RemoteView state=devices.state on_retry=move |()| devices.retry()
                ready=move |devices: Devices| {
                    let rows = devices.items.into_iter().map(|device| row(device, end));
                    let rows = rows.collect_view();
                    (!rows.is_empty()).then(|| view! { <ul class="kept">{rows}</ul> }).fresh()
                } />
            <div class="actions">
                <button type="button" class="button button--quiet" on:click=end_all>{words::everywhere()}</button>
            </div>
        </section>
    }
}

fn row(device: Device, end: Callback<Device>) -> impl IntoView {
    let seen = fill(
        words::device_seen(),
        &[("time", &format::date_time(&device.last_seen_at))],
    );
    let label = fill(words::device_end(), &[("name", &device.name)]);
    let name = device.name.clone();
    let action = if device.current {
        view! { <p><span class="tag tag--ok">{words::device_this()}</span></p> }.fresh()
    } else {
        view! {
            <button type="button" class="button button--quiet" aria-label=label
                on:click=move |_| end.run(device.clone())>{words::device_end_short()}</button>
        }
        .fresh()
    };
    view! {
        <li class="kept__list">
            <div>
                <p class="kept__name">{name}</p>
                <p class="hint">{seen}</p>
            </div>
            {action}
        </li>
    }
}
