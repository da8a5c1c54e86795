//! Notices personal data in a box while somebody types, and says so beside it.
//!
//! Announces: that there is some, and that there is none any more (polite), once each. Focus:
//! stays in the box.

use leptos::prelude::*;
use motcua_forms::Personal;

use crate::announce;
use crate::components::fresh::IntoFresh;
use crate::i18n::rating as words;

/// What to take out, and why.
pub(super) fn to_remove(what: Personal) -> &'static str {
    match what {
        Personal::Number => words::personal_number(),
        Personal::Email => words::personal_email(),
    }
}

/// The words beside the box that hold while `text` has something personal in it.
pub(super) fn noticed(text: Signal<String>) -> AnyView {
    let found = Memo::new(move |_| text.with(|text| Personal::in_text(text)));
    Effect::new(move |before: Option<Option<Personal>>| {
        let now = found.get();
        match (before.flatten(), now) {
            (before, Some(what)) if before != now => announce::say(to_remove(what)),
            (Some(_), None) => announce::say(words::personal_gone()),
            _ => {}
        }
        now
    });
    (move || {
        found
            .get()
            .map(|what| view! { <p class="q__check">{to_remove(what)}</p> }.fresh())
    })
    .into_any()
}
