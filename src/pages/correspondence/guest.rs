//! The notification centre for whoever is not signed in: what signing in gives, and how to follow
//! a dossier without.
//!
//! Announces and focus: nothing beyond what [`SessionPanel`] does.

use leptos::prelude::*;

use crate::components::fresh::IntoFresh;
use crate::format;
use crate::i18n::notifications as words;
use crate::route::Route;
use crate::sent::{self, Sent};
use crate::session::panel::SessionPanel;

/// What there is without signing in. The dossiers are those whose codes this device keeps: the
/// portal knows a guest by the browser, and shows them to nobody else.
pub(super) fn guest() -> AnyView {
    let sent = sent::all();
    let known = if sent.is_empty() {
        view! { <p>{words::guest_none()}</p> }.fresh()
    } else {
        let lines = sent.into_iter().map(line);
        view! {
            <p>{words::guest_known()}</p>
            <ul class="kept">{lines.collect_view()}</ul>
        }
        .fresh()
    };
    view! {
        <section class="section section--read" aria-labelledby="signed-in">
            <h2 id="signed-in">{words::guest_sign_in()}</h2>
            <ul class="ready">
                <li>{words::guest_gets_list()}</li>
                <li>{words::guest_gets_ways()}</li>
                <li>{words::guest_gets_devices()}</li>
            </ul>
            <SessionPanel />
        </section>
        <section class="section section--read" aria-labelledby="without">
            <h2 id="without">{words::guest_without()}</h2>
            {known}
            <p><a class="more" href=Route::Dossiers.href()>{words::guest_look_up()}</a></p>
        </section>
    }
    .fresh()
}

fn line(sent: Sent) -> AnyView {
    let hint = format!("{} · {}", sent.code, format::date(&sent.sent_at));
    let href = Route::Dossier(sent.code).href();
    view! {
        <li class="kept__list">
            <div>
                <a class="kept__name" href=href lang="vi">{sent.service}</a>
                <p class="hint">{hint}</p>
            </div>
        </li>
    }
    .fresh()
}
