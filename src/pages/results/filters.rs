//! Everything that narrows the results down: the panel of facets and the row of what is
//! applied.
//!
//! On a phone the panel opens below its button; on a wide screen it stands beside the
//! results. Announces: the button says whether the panel is open; counts are the
//! screen's business. Focus: stays on what was used. "Show results" closes the panel
//! and leads to the count; taking a chip away leads to the next one, or to the count.

use leptos::prelude::*;

use super::facets::{Choice, FacetGroup, choices};
use super::finding::Finding;
use super::query::ResultsQuery;
use super::{COUNT, words};
use crate::focus;
use crate::format;
use crate::i18n::{fill, results};
use crate::search::facet::{Facet, Filters};

const PANEL: &str = "filters";

/// The button that opens the panel on a phone, and the panel.
#[component]
pub(super) fn FilterPanel(
    /// What the address asks for.
    wanted: Memo<ResultsQuery>,
    /// What was found.
    finding: RwSignal<Finding>,
    /// The person asks for something else.
    #[prop(into)]
    on_wanted: Callback<ResultsQuery>,
) -> impl IntoView {
    let open = RwSignal::new(false);
    let applied = Memo::new(move |_| wanted.with(|query| query.filters.len()));
    let groups = Facet::ALL.map(|facet| {
        let choices: Memo<Vec<Choice>> = Memo::new(move |_| {
            let chosen = wanted.with(|query| query.filters.chosen(facet).to_vec());
            finding.with(|finding| {
                let facets = finding.found().map(|found| facet.of(&found.facets));
                choices(facet, facets.unwrap_or_default(), &chosen)
            })
        });
        let toggled = move |value: String| {
            on_wanted.run(wanted.with_untracked(|query| query.toggled(facet, &value)));
        };
        view! { <FacetGroup facet=facet choices=choices on_toggled=toggled /> }
    });
    let button = move || match applied.get() {
        0 => results::filters_button().to_owned(),
        n => fill(results::filters_button_count(), &[("n", &n.to_string())]),
    };
    let show = move || {
        let total = finding.with(|finding| finding.answer().map_or(0, |found| found.total));
        match total {
            0 => results::filters_show_none().to_owned(),
            n => fill(results::filters_show(), &[("n", &format::number(n as u64))]),
        }
    };
    let shown = move |_| {
        open.set(false);
        focus::focus_id(COUNT);
    };
    let counted = move |finding: &Finding| {
        let facets = finding.found().map(|found| &found.facets);
        facets.is_some_and(|facets| Facet::ALL.iter().any(|one| !one.of(facets).is_empty()))
    };
    let any = move || applied.get() > 0 || finding.with(counted);
    view! {
        <section class="filters" aria-label=results::filters() hidden=move || !any()>
            <button type="button" class="button button--quiet filters__open" aria-controls=PANEL
                aria-expanded=move || open.get().to_string()
                on:click=move |_| open.update(|open| *open = !*open)>{button}</button>
            <div id=PANEL class="filters__panel" class=("filters__panel--open", move || open.get())>
                <p class="filters__title" aria-hidden="true">{results::filters()}</p>
                {groups}
                <div class="filters__end">
                    <button type="button" class="button filters__show" on:click=shown>{show}</button>
                </div>
            </div>
        </section>
    }
}

/// What the results are narrowed down to, each to be taken away.
#[component]
pub(super) fn AppliedFilters(
    /// What the address asks for.
    wanted: Memo<ResultsQuery>,
    /// What was found.
    finding: RwSignal<Finding>,
    /// The person asks for something else.
    #[prop(into)]
    on_wanted: Callback<ResultsQuery>,
) -> impl IntoView {
    let chip = move |(at, (facet, value)): (usize, (Facet, String))| {
        let name = finding.with(|finding| {
            let facets = finding.found().map(|found| facet.of(&found.facets));
            words::value(facet, &value, facets.unwrap_or_default())
        });
        let label = fill(results::filters_remove(), &[("name", &name)]);
        let remove = move |_| {
            let query = wanted.with_untracked(|query| query.toggled(facet, &value));
            let left = query.filters.len();
            on_wanted.run(query);
            // The chip behind it takes its place, or the one before if it was the last.
            request_animation_frame(move || match left.checked_sub(1) {
                Some(last) => focus::focus_control(&chip_id(at.min(last))),
                None => focus::focus_id(COUNT),
            });
        };
        view! {
            <li>
                <button type="button" class="chip applied__chip" id=chip_id(at) aria-label=label on:click=remove>
                    {name}<span class="applied__cross" aria-hidden="true"></span>
                </button>
            </li>
        }
    };
    let clear = move |_| {
        on_wanted.run(wanted.with_untracked(|query| query.narrowed(Filters::default())));
        focus::focus_id(COUNT);
    };
    move || {
        let filters = wanted.with(|query| query.filters.clone());
        (!filters.is_empty()).then(|| {
            let applied = filters.each().map(|(facet, value)| (facet, value.to_owned()));
            let chips: Vec<_> = applied.enumerate().map(chip).collect();
            view! {
                <div class="applied">
                    <ul class="chips applied__chips" aria-label=results::filters_applied()>{chips}</ul>
                    <button type="button" class="applied__clear" on:click=clear>{results::filters_clear()}</button>
                </div>
            }
        })
    }
}

fn chip_id(at: usize) -> String {
    format!("applied-{at}")
}
