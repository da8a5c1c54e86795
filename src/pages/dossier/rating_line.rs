//! The way from a dossier to its rating: once it may be rated, and for good once it was.

use leptos::prelude::*;
use motcua_contract::dossier::Action;

use super::shown::Dossier;
use crate::components::fresh::IntoFresh;
use crate::format;
use crate::i18n::{fill, rating as words};
use crate::route::Route;

/// The section; nothing while there is nothing to rate.
pub(super) fn rating_line(dossier: &Dossier) -> AnyView {
    let may = dossier.actions.contains(&Action::Rate);
    let (text, link, class) = match (&dossier.rating, may) {
        (None, false) => return ().into_any(),
        (None, true) => (words::line_open().into(), words::line_rate(), "button"),
        (Some(rating), may) => {
            let time = format::date_time(&rating.given_at);
            let link = if may {
                words::line_see()
            } else {
                words::line_read()
            };
            (fill(words::line_given(), &[("time", &time)]), link, "more")
        }
    };
    let href = Route::Rating(dossier.code.as_str().into()).href();
    view! {
        <section class="section section--read" aria-labelledby="rating">
            <h2 id="rating">{words::line_title()}</h2>
            <p>{text}</p>
            <p><a class=class href=href>{link}</a></p>
        </section>
    }
    .fresh()
}
