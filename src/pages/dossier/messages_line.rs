//! The way from a dossier to its messages, with how many are unread, and to the choice of how
//! to hear of it. Each only where the portal has it.

use leptos::prelude::*;
use motcua_contract::portal::Capability;

use super::shown::Dossier;
use crate::app::use_app;
use crate::components::fresh::IntoFresh;
use crate::i18n::{fill, messages as words};
use crate::route::Route;

const TITLE: &str = "correspondence";

/// The part of the dossier's screen.
pub(super) fn messages_line(dossier: &Dossier) -> AnyView {
    let app = use_app();
    let (code, unread) = (dossier.code.as_str().to_owned(), dossier.unread_messages);
    (move || {
        let messages = app.offers(Capability::Tracking).then(|| {
            let words = match unread {
                0 => words::line_open().to_owned(),
                _ => fill(words::line_unread(), &[("n", &unread.to_string())]),
            };
            let href = Route::Messages(code.clone()).href();
            view! { <p><a class="more" href=href>{words}</a></p> }.fresh()
        });
        let ways = app.offers(Capability::Notifications).then(|| {
            let href = Route::DossierNotices(code.clone()).href();
            view! { <p><a class="more" href=href>{words::line_ways()}</a></p> }.fresh()
        });
        (messages.is_some() || ways.is_some()).then(|| {
            view! {
                <section class="section section--read screen-only" aria-labelledby=TITLE>
                    <h2 id=TITLE>{words::line_title()}</h2>
                    {messages}
                    {ways}
                </section>
            }
            .fresh()
        })
    })
    .into_any()
}
