//! The quiet way to the notification centre, with how many are unread, for somebody who is
//! signed in at a portal that has one.
//!
//! Announces: nothing. Focus: stays. Where the portal does not answer, the way stands there
//! without a number.

use leptos::prelude::*;
use motcua_contract::portal::Capability;
use serde::Deserialize;

use crate::app::use_app;
use crate::i18n::{fill, notifications as words};
use crate::route::Route;
use crate::{api, session};

/// The answer to `GET /me/notifications`, of which only the number is shown.
#[derive(Clone, Debug, PartialEq, Deserialize)]
struct Unread {
    unread: u32,
}

/// The line.
#[component]
pub(super) fn NoticesLine() -> impl IntoView {
    let app = use_app();
    let known = session::ask();
    let shown = Memo::new(move |_| {
        app.offers(Capability::Notifications) && known.with(|known| known.person().is_some())
    });
    move || shown.get().then(|| view! { <Counted /> })
}

#[component]
fn Counted() -> impl IntoView {
    let told = api::load::<Unread>(|| api::path::notifications(""));
    let words = move || {
        let unread = told.state.with(|state| Some(state.value()?.unread));
        match unread {
            Some(n @ 1..) => fill(words::line_unread(), &[("n", &n.to_string())]),
            _ => words::line().to_owned(),
        }
    };
    view! { <p><a class="more" href=Route::Notifications.href()>{words}</a></p> }
}

#[cfg(test)]
mod tests {
    use super::Unread;

    #[test]
    fn the_number_is_the_portals() {
        let sample = include_str!("../../../crates/contract/samples/listNotifications.json");
        let unread: Unread = serde_json::from_str(sample).unwrap();
        assert_eq!(unread.unread, 1);
    }
}
