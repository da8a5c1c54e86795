//! What stands beside the filters: the services found, or why there are none.
//!
//! Announces: a failure as `role=alert`. Focus: "show more" leads to the first service
//! that was not there before, and the page stays where it is; "try again", which goes
//! away with the failure, leads to the count.

use leptos::prelude::*;

use super::COUNT;
use super::empty::empty;
use super::finding::{Finding, Found, Source};
use super::list::list;
use super::query::{MOST, ResultsQuery};
use super::searching::Search;
use crate::components::remote_view::{explain, failed, kept_notice, waiting};
use crate::i18n::{common, fill, results};
use crate::{focus, format};

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
    /// The person asks once more for what could not be had.
    #[prop(into)]
    on_more_again: Callback<()>,
) -> impl IntoView {
    move || {
        search.finding.with(|finding| match finding {
            Finding::Searching {
                before: Some(found),
                ..
            } => {
                let dimmed = list(found);
                view! { <div class="results__before">{dimmed}</div> }.into_any()
            }
            Finding::Searching { slow: false, .. } => waiting(common::loading()),
            Finding::Searching { slow: true, .. } => waiting(common::slow()),
            Finding::Failed { failure, .. } => {
                let again = move |()| {
                    focus::focus_id(COUNT);
                    search.again();
                };
                failed(failure, Callback::new(again))
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
                let words = if *slow {
                    common::slow()
                } else {
                    results::more_coming()
                };
                answer(
                    found,
                    search,
                    end(how_many(found), Some((words.into(), None))),
                )
            }
            Finding::CutShort { found, failure } => {
                let (_, why) = explain(failure);
                let again = Some((common::retry().into(), Some(on_more_again)));
                answer(
                    found,
                    search,
                    end(format!("{}: {why}", results::cut_short()), again),
                )
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
    let afresh = move |_| {
        focus::focus_id(COUNT);
        search.afresh();
    };
    match &found.source {
        Source::Portal => None,
        Source::Kept(time) => Some(kept_notice(time)),
        Source::Device => Some(
            view! {
                <div class="notice notice--warning" role="status">
                    <p>{results::on_device()}</p>
                    <button type="button" class="results__afresh" on:click=afresh>
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
    if shown >= total {
        return end(how_many(found), None);
    }
    if shown >= MOST {
        return end(format!("{} {}", how_many(found), results::most()), None);
    }
    let next = (found.query.more().shown.min(total) - shown).to_string();
    let label = fill(results::more(), &[("n", &next)]);
    end(how_many(found), Some((label, Some(on_more))))
}

fn how_many(found: &Found) -> String {
    let number = |n: usize| format::number(n as u64);
    let (shown, total) = (found.items.len(), found.total);
    if shown >= total {
        return fill(results::shown_all(), &[("total", &number(total))]);
    }
    let values = [("shown", number(shown)), ("total", number(total))];
    fill(
        results::shown(),
        &values
            .each_ref()
            .map(|(name, value)| (*name, value.as_str())),
    )
}

/// The end of the list, in one shape for every state: the button that was pressed keeps
/// its focus while it has nothing to do.
fn end(words: String, button: Option<(String, Option<Callback<()>>)>) -> AnyView {
    let button = button.map(|(label, action)| {
        let pressed = move |_| {
            if let Some(action) = action {
                action.run(());
            }
        };
        view! {
            <button type="button" class="button button--quiet"
                aria-disabled=action.is_none().then_some("true") on:click=pressed>{label}</button>
        }
    });
    view! { <p class="hint">{words}</p>{button} }.into_any()
}
