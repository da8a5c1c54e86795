//! No service has this code: the nearest ones, and the way to search by name.
//!
//! Announces: its heading, which takes focus as on any screen. Focus: heading.

use leptos::prelude::*;
use motcua_contract::problem::Problem;

use crate::components::fresh::IntoFresh;
use crate::components::search_box::SearchBox;
use crate::i18n::service as words;
use crate::route::Route;

/// What stands below the heading.
pub(super) fn missing(problem: &Problem) -> AnyView {
    let nearest = problem.nearest.iter().map(|service| {
        let href = Route::Service(service.code.clone()).href();
        view! {
            <li>
                <a class="related__link" href=href lang="vi">{service.name.clone()}</a>
                <span class="hint">{service.code.clone()}</span>
            </li>
        }
    });
    let suggestions = (!problem.nearest.is_empty()).then(|| {
        view! {
            <section class="section" aria-labelledby="nearest">
                <h2 id="nearest">{words::missing_nearest()}</h2>
                <ul class="related">{nearest.collect_view()}</ul>
            </section>
        }
    });
    view! {
        <div class="read">
            <p>{words::missing()}</p>
            {suggestions}
            <section class="section" aria-labelledby="by-name">
                <h2 id="by-name">{words::missing_search()}</h2>
                <SearchBox initial="" />
            </section>
        </div>
    }
    .fresh()
}
