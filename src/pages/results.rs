//! Search results. The question, its filters and how many results are shown live in the
//! address, so that it can be shared, kept and come back to.
//!
//! Announces: how many services were found, once for each question (polite); how many
//! more came; that it takes long; a failure as `role=alert`. Focus: on the heading when
//! other words are searched for; on the control when a filter changes; on the first new
//! service after "show more". Coming back restores the place in the list.

use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::{use_location, use_navigate};
use leptos_router::location::State;

use super::Screen;
use crate::components::fresh::IntoFresh;
use crate::components::heading::PageHeading;
use crate::components::remote_view::explain;
use crate::components::search_box::SearchBox;
use crate::i18n::{common, fill, home, language, results};
use crate::route::Route;
use crate::{announce, focus, format, scroll};

mod empty;
mod facets;
mod filters;
mod finding;
mod list;
mod marked;
mod outcome;
mod query;
mod searching;
mod words;

use filters::{AppliedFilters, FilterPanel};
use finding::{Finding, Found};
use outcome::Outcome;
use query::ResultsQuery;
use searching::Search;

/// The id of the line that says how many there are.
const COUNT: &str = "results-count";

/// Fetches this screen.
#[lazy]
pub(super) fn results_screen() -> Screen {
    |_| view! { <Results /> }.fresh()
}

/// The screen.
#[component]
fn Results() -> impl IntoView {
    let wanted = wanted();
    let search = Search::follow(wanted);
    let finding = search.finding;
    let heading = Signal::derive(move || wanted.with(words::title));
    let typed = Signal::derive(move || wanted.with(|query| query.words.clone()));
    follow_address(wanted);

    let navigate = use_navigate();
    let replace = navigate.clone();
    let go = Callback::new(move |query: ResultsQuery| {
        let options = NavigateOptions {
            scroll: false,
            ..NavigateOptions::default()
        };
        navigate(&query.href(), options);
    });
    // The place in the list that takes focus once it is there.
    let expected = StoredValue::new(None::<usize>);
    let expect_more = move || {
        expected.set_value(finding.with_untracked(|f| f.answer().map(|found| found.items.len())));
    };
    let more_again = Callback::new(move |()| {
        expect_more();
        search.again();
    });
    let more = Callback::new(move |()| {
        expect_more();
        let options = NavigateOptions {
            scroll: false,
            replace: true,
            state: State::from(scroll::history_state()),
            ..NavigateOptions::default()
        };
        replace(&wanted.with_untracked(ResultsQuery::more).href(), options);
    });
    tell(finding, expected);

    view! {
        <div class="results">
            <label class="search__label" for="search-input">{home::search_label()}</label>
            <SearchBox initial=typed labelled=true />
            <PageHeading title=heading />
            <p class="results__count" id=COUNT>{move || finding.with(count)}</p>
            {move || wanted.with(|query| query.words.is_empty()).then(lead_to_browse)}
            {move || finding.with(|finding| finding.answer().map(beside))}
            <AppliedFilters wanted=wanted finding=finding on_wanted=go />
            <div class="results__columns">
                <FilterPanel wanted=wanted finding=finding on_wanted=go />
                <section class="results__found" aria-label=results::list()>
                    <Outcome search=search on_wanted=go on_more=more on_more_again=more_again />
                </section>
            </div>
        </div>
    }
}

/// What the address asks for. While another screen's part of the app is on its way its
/// address already stands, and this screen must not take it for its own.
fn wanted() -> Memo<ResultsQuery> {
    let location = use_location();
    Memo::new(move |before: Option<&ResultsQuery>| {
        let here = Route::parse(&location.pathname.read()) == Route::Results;
        match before {
            Some(before) if !here => before.clone(),
            _ => ResultsQuery::parse(&location.search.read()),
        }
    })
}

/// Keeps history and focus right while the screen stays and its address changes.
fn follow_address(wanted: Memo<ResultsQuery>) {
    Effect::new(move |before: Option<ResultsQuery>| {
        let query = wanted.get();
        if let Some(before) = before {
            scroll::address_changed();
            if before.words != query.words {
                focus::heading_changed();
            }
        }
        query
    });
}

/// Says what came, moves to the first new result, lets the page go where it was.
fn tell(finding: RwSignal<Finding>, expected: StoredValue<Option<usize>>) {
    Effect::new(move |before: Option<Option<(ResultsQuery, usize)>>| {
        let before = before.flatten();
        finding.with(|finding| match finding {
            Finding::Searching { slow: true, .. } | Finding::Extending { slow: true, .. } => {
                announce::say(common::slow());
                before
            }
            Finding::Ready(found) => {
                scroll::ready();
                let first = expected.try_update_value(Option::take).flatten();
                let said = before.filter(|(query, _)| query.same_question(&found.query));
                match (said, first) {
                    (Some((_, shown)), Some(first)) if shown < found.items.len() => {
                        announce::say(&shown_of(found));
                        request_animation_frame(move || {
                            focus::focus_control(&list::link_id(first));
                        });
                    }
                    (Some(_), _) => {}
                    (None, _) => announce::say(&words::count(found.total)),
                }
                Some((found.query.clone(), found.items.len()))
            }
            Finding::CutShort { failure, .. } => {
                let (_, why) = explain(failure);
                announce::say(&format!("{}. {why}", results::cut_short()));
                before
            }
            _ => before,
        })
    });
}

fn count(finding: &Finding) -> String {
    match finding {
        Finding::Searching { slow: false, .. } => results::searching().into(),
        Finding::Searching { slow: true, .. } => common::slow().into(),
        Finding::Failed { .. } => String::new(),
        Finding::Ready(found)
        | Finding::Extending { found, .. }
        | Finding::CutShort { found, .. } => words::count(found.total),
    }
}

fn shown_of(found: &Found) -> String {
    let number = |n: usize| format::number(n as u64);
    let (shown, total) = (number(found.items.len()), number(found.total));
    fill(results::shown(), &[("shown", &shown), ("total", &total)])
}

fn lead_to_browse() -> impl IntoView {
    view! {
        <p class="results__lead">
            {results::lead_all()}" "<a href=Route::Browse.href()>{results::lead_browse()}</a>"."
        </p>
    }
}

/// What the portal says beside the results: another spelling, or where to turn.
fn beside(found: &Found) -> impl IntoView + use<> {
    let meant = found.did_you_mean.as_ref().map(|words| {
        let href = ResultsQuery::about(words).href();
        view! {
            <p class="results__meant">
                {results::did_you_mean()}" "<a href=href lang="vi">{words.clone()}</a>"?"
            </p>
        }
    });
    let guidance = found.guidance.as_ref().map(|guidance| {
        let (text, lang) = guidance.text.for_language(language().tag());
        let lines = text.lines().map(|line| view! { <p>{line.to_owned()}</p> });
        view! { <div class="notice" lang=lang>{lines.collect_view()}</div> }
    });
    view! { {meant}{guidance} }
}
