//! The dossiers a person has sent: the portal's list for somebody who is signed in, and
//! the codes kept on this device.
//!
//! Announces: how many there are after one looked for some (polite); which code was taken off
//! the device. Focus: stays on what narrows the list; on the first new line after "show
//! more"; on the list's heading after "show all" and "try again", whose buttons go.
//!
//! Which group and for whom stands in the address, so that coming back, a reload and a kept
//! link find the same list. The words one looks for do not: they may be somebody's name, and
//! an address stays in histories and logs. They are kept in memory, like how many lines were
//! shown, until the page goes or somebody else signs in.

use std::cell::{Cell, RefCell};

use leptos::prelude::*;
use motcua_contract::portal::Capability;
use serde::Deserialize;

use crate::api::pages::{Page, Pages};
use crate::app::use_app;
use crate::components::fresh::IntoFresh;
use crate::components::more_rows::MoreRows;
use crate::components::remote_view::RemoteView;
use crate::i18n::{dossier as dossier_words, fill, my_dossiers as words};
use crate::remote::Remote;
use crate::session::{self, Known};
use crate::{address, announce, api, focus};

mod from_here;
mod line;
mod narrowing;
mod query;

use line::{Line, line, line_id};
use narrowing::Narrowing;
use query::Query;

const TITLE: &str = "mine";
/// How many lines a page has, and how many come at once when one comes back.
const PAGE: usize = 10;
const MOST: usize = 50;
/// From how many dossiers on it is worth to narrow the list down.
const MANY: u32 = 6;

thread_local! {
    /// Whose list it was, so that the words of one person are not shown to another.
    static WHOSE: RefCell<String> = const { RefCell::new(String::new()) };
    static WORDS: RefCell<String> = const { RefCell::new(String::new()) };
    static SHOWN: Cell<usize> = const { Cell::new(PAGE) };
}

/// The answer to `GET /dossiers`, as far as this list shows it; the whole type would add
/// 6 kB of code.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(rename_all = "camelCase")]
struct Mine {
    items: Vec<Line>,
    total: u32,
    #[serde(default)]
    offset: u32,
    #[serde(default)]
    needing_you: u32,
}

impl Page for Mine {
    type Row = Line;

    fn into_parts(self) -> (Vec<Line>, Option<String>) {
        let shown = self.offset + u32::try_from(self.items.len()).unwrap_or(0);
        let next = (shown < self.total && !self.items.is_empty()).then(|| shown.to_string());
        (self.items, next)
    }
}

/// Both lists, each only where there is something to say.
#[component]
pub(super) fn MyDossiers() -> impl IntoView {
    let app = use_app();
    let known = session::ask();
    let person = Memo::new(move |_| {
        known.with(|known| match known {
            Known::Person(person) if app.offers(Capability::Tracking) => Some(person.name.clone()),
            _ => None,
        })
    });
    view! {
        {move || person.get().map(|me| view! { <AtThePortal me /> })}
        <from_here::FromHere />
    }
}

#[component]
fn AtThePortal(
    /// The name of whoever is signed in.
    me: String,
) -> impl IntoView {
    if WHOSE.replace(me.clone()) != me {
        WORDS.take();
        SHOWN.set(PAGE);
    }
    let parameter = |name: &str| address::parameter(name).unwrap_or_default();
    let query = RwSignal::new(Query::read(WORDS.with_borrow(Clone::clone), parameter));
    let mine = api::load::<Mine>(move || {
        let limit = SHOWN.get().clamp(PAGE, MOST).to_string();
        query.with(|query| api::path::dossiers_with(&query.parameters(&limit, "")))
    });
    let narrowed = RwSignal::new(false);
    let on_narrowed = Callback::new(move |now: Query| {
        WORDS.set(now.words.clone());
        SHOWN.set(PAGE);
        address::replace(&now.href());
        narrowed.set(true);
        query.set(now);
    });
    // Whether there are many is known from the whole list; it stays so while it is narrowed.
    let many = RwSignal::new(query.with_untracked(|query| *query != Query::default()));
    Effect::new(move |_| {
        mine.state.with(|state| {
            let Remote::Ready { value, .. } = state else {
                return;
            };
            if value.total >= MANY {
                many.set(true);
            }
            if narrowed.try_update(std::mem::take) == Some(true) {
                let n = value.total.to_string();
                announce::say(&fill(words::found(), &[("n", &n)]));
            }
        });
    });
    let everything = Callback::new(move |()| {
        on_narrowed.run(Query::default());
        focus::focus_id(TITLE);
    });
    let me = StoredValue::new(me);
    let retry = move |()| {
        focus::focus_id(TITLE);
        mine.retry();
    };
    view! {
        <section class="section section--read" aria-labelledby=TITLE>
            <h2 id=TITLE>{dossier_words::mine()}</h2>
            {move || many.get().then(|| view! { <Narrowing query on_narrowed /> })}
            <RemoteView state=mine.state on_retry=retry
                ready=move |found| listed(found, me, query, everything) />
        </section>
    }
}

fn listed(
    found: Mine,
    me: StoredValue<String>,
    query: RwSignal<Query>,
    everything: Callback<()>,
) -> AnyView {
    let waiting = waiting(&found);
    if found.items.is_empty() {
        return view! { {waiting} {none(query, everything)} }.fresh();
    }
    let total = found.total;
    let pages = Pages::begin(found);
    let rows = move || {
        pages.rows.with(|rows| {
            SHOWN.set(rows.len());
            let lines = rows.iter().enumerate();
            let lines = lines.map(|(at, one)| me.with_value(|me| line(at, one, me)));
            lines.collect_view()
        })
    };
    let shown = move || {
        let n = pages.rows.with(Vec::len).to_string();
        let total = total.to_string();
        fill(words::shown(), &[("n", &n), ("total", &total)])
    };
    let more = move |()| {
        let path = |offset: &str| {
            let limit = PAGE.to_string();
            query
                .with_untracked(|query| api::path::dossiers_with(&query.parameters(&limit, offset)))
        };
        pages.more::<Mine>(path, line_id);
    };
    view! {
        {waiting}
        <ul class="kept">{rows}</ul>
        <p class="hint">{shown}</p>
        <MoreRows has_more=Signal::derive(move || pages.has_more()) asking=pages.asking
            words=words::more() on_more=more />
    }
    .fresh()
}

/// How many of all wait for the person, whatever is shown.
fn waiting(found: &Mine) -> Option<AnyView> {
    let n = found.needing_you.to_string();
    let words = fill(words::needing_you(), &[("n", &n)]);
    (found.needing_you > 0).then(|| view! { <p class="notice notice--warning">{words}</p> }.fresh())
}

fn none(query: RwSignal<Query>, everything: Callback<()>) -> AnyView {
    if query.with_untracked(|query| *query == Query::default()) {
        return view! { <p>{dossier_words::mine_none()}</p> }.fresh();
    }
    view! {
        <p>{words::none_found()}</p>
        <p><button type="button" class="button button--quiet" on:click=move |_| everything.run(())>
            {words::everything()}
        </button></p>
    }
    .fresh()
}

#[cfg(test)]
mod tests {
    use motcua_contract::dossier::Dossiers;

    use super::*;

    #[test]
    fn what_is_shown_of_the_list_is_what_the_portal_says() {
        let sample = include_str!("../../../crates/contract/samples/listDossiers.json");
        let mine: Mine = serde_json::from_str(sample).unwrap();
        let whole: Dossiers = serde_json::from_str(sample).unwrap();
        assert_eq!((mine.total, mine.offset), (whole.total, whole.offset));
        assert_eq!(mine.needing_you, whole.needing_you);
        let pairs = mine.items.iter().zip(&whole.items);
        for (shown, one) in pairs {
            assert!(shown.says_the_same_as(one), "{shown:?}");
        }
    }

    #[test]
    fn the_next_page_begins_where_this_one_ends_and_an_empty_one_is_the_last() {
        let sample = include_str!("../../../crates/contract/samples/listDossiers.json");
        let page = |offset, total| Mine {
            offset,
            total,
            ..serde_json::from_str(sample).unwrap()
        };
        assert_eq!(page(10, 25).into_parts().1.as_deref(), Some("11"));
        assert_eq!(page(10, 11).into_parts().1, None);
        let empty = Mine {
            items: Vec::new(),
            ..page(10, 25)
        };
        assert_eq!(empty.into_parts().1, None);
    }
}
