//! What stands beside the filters: the services found, or why there are none.
//!
//! Announces: a failure as `role=alert`. Focus: "show more" leads to the first service
//! that was not there before, and the page stays where it is.

use leptos::prelude::*;

use super::empty::empty;
use super::finding::{Finding, Found, Source};
use super::list::list;
use super::query::{MOST, ResultsQuery};
use super::searching::Search;
use crate::components::remote_view::{explain, failed, kept_notice, waiting};
use crate::format;
use crate::i18n::{common, fill, results};

/// The list, in each of its states.
#[component]
pub(super) fn Outcome(
    /// The search.
    search: Search,
    /// The person asks for something else.
    #[prop(into)]
    on_wanted: Callback<ResultsQuery>,
    /// The person asks for more of the same.
    #[prop(into)]
    on_more: Callback<()>,
) -> impl IntoView {
    move || {
        search.finding.with(|finding| match finding {
            Finding::Searching { before: Some(found), .. } => {
                let dimmed = list(found);
                view! { <div class="results__before">{dimmed}</div> }.into_any()
            }
            Finding::Searching { slow: false, .. } => waiting(common::loading()),
            Finding::Searching { slow: true, .. } => waiting(common::slow()),
            Finding::Failed { failure, .. } => {
                failed(failure, Callback::new(move |()| search.again()))
            }
            Finding::Ready(found) if found.items.is_empty() => {
                let query = found.query.clone();
                view! {
                    {origin(found, search)}
                    {empty(&query, on_wanted)}
                }
                .into_any()
            }
            Finding::Ready(found) => answer(found, search, more(found, on_more)),
            Finding::Extending { found, slow } => {
                let words = if *slow { common::slow() } else { results::more_coming() };
                let coming = view! { <p class="hint">{words}</p> }.into_any();
                answer(found, search, coming)
            }
            Finding::CutShort { found, failure } => {
                let (_, why) = explain(failure);
                let again = view! {
                    <div role="alert">
                        <p><strong>{results::cut_short()}</strong></p>
                        <p>{why}</p>
                    </div>
                    <button type="button" class="button button--quiet" on:click=move |_| search.again()>
                        {common::retry()}
                    </button>
                };
                answer(found, search, again.into_any())
            }
        })
    }
}

/// One shape for all states with a list, so that its rows stay in place between them.
fn answer(found: &Found, search: Search, end: AnyView) -> AnyView {
    view! {
        {origin(found, search)}
        {list(found)}
        <div class="results__end">{end}</div>
    }
    .into_any()
}

/// Says so when the results are not the portal's of this moment.
fn origin(found: &Found, search: Search) -> Option<AnyView> {
    match &found.source {
        Source::Portal => None,
        Source::Kept(time) => Some(kept_notice(time)),
        Source::Device => Some(
            view! {
                <div class="notice notice--warning" role="status">
                    <p>{results::on_device()}</p>
                    <button type="button" class="results__afresh" on:click=move |_| search.afresh()>
                        {common::retry()}
                    </button>
                </div>
            }
            .into_any(),
        ),
    }
}

/// How many are shown, and the way to the next ones.
fn more(found: &Found, on_more: Callback<()>) -> AnyView {
    let (shown, total) = (found.items.len(), found.total);
    let number = |n: usize| format::number(n as u64);
    if shown >= total {
        let words = fill(results::shown_all(), &[("total", &number(total))]);
        return (total > 1)
            .then(|| view! { <p class="hint">{words}</p> })
            .into_any();
    }
    let words = fill(
        results::shown(),
        &[("shown", &number(shown)), ("total", &number(total))],
    );
    if shown >= MOST {
        return view! { <p class="hint">{words}" "{results::most()}</p> }.into_any();
    }
    let next = (found.query.more().shown.min(total) - shown).to_string();
    view! {
        <p class="hint">{words}</p>
        <button type="button" class="button button--quiet" on:click=move |_| on_more.run(())>
            {fill(results::more(), &[("n", &next)])}
        </button>
    }
    .into_any()
}
