//! Nothing was found: what one can do now.

use leptos::prelude::*;

use super::query::ResultsQuery;
use crate::app::use_app;
use crate::components::fresh::IntoFresh;
use crate::i18n::fill;
use crate::i18n::results;
use crate::route::Route;
use crate::search::facet::Filters;

/// Ways out of an empty list, the likeliest first.
pub(super) fn empty(query: &ResultsQuery, on_wanted: Callback<ResultsQuery>) -> AnyView {
    let unfiltered = query.narrowed(Filters::default());
    let filtered = !query.filters.is_empty();
    let words = !query.words.is_empty();
    let remove = filtered.then(|| {
        let remove = move |_| on_wanted.run(unfiltered.clone());
        view! {
            <li><button type="button" class="button button--quiet" on:click=remove>{results::empty_filters()}</button></li>
        }
    });
    view! {
        <div class="results__none">
            <p>{results::empty_lead()}</p>
            <ul class="results__ways">
                {remove}
                {words.then(|| view! { <li>{results::empty_words()}</li> })}
                <li><a class="more" href=Route::Browse.href()>{results::empty_browse()}</a></li>
                {hotline}
            </ul>
        </div>
    }
    .fresh()
}

fn hotline() -> Option<impl IntoView> {
    let portal = use_app().portal.state;
    let phone = portal.with(|state| Some(state.value()?.hotline.as_ref()?.phone.clone()))?;
    let href = format!("tel:{}", phone.replace(' ', ""));
    let words = fill(results::empty_hotline(), &[("phone", &phone)]);
    Some(view! { <li><a class="more" href=href>{words}</a></li> })
}
