//! Which case is yours: one radio button a case.
//!
//! Announces: as the group and its buttons do; the filter says after a pause how many
//! cases are left. Focus: stays in the group; arrow keys move and choose as always.

use std::sync::Arc;
use std::time::Duration;

use leptos::prelude::*;
use motcua_contract::service::{Case, Service};
use motcua_search::fold;

use super::cases::{self, ALL, MANY};
use super::official::start;
use crate::announce;
use crate::i18n::{fill, service as words};

/// Longer names than this are cut here; the whole one heads the list of its papers.
const LONG: usize = 220;

/// Typing has come to rest after this; see the search box.
const AT_REST: Duration = Duration::from_millis(1200);

/// The group of cases.
#[component]
pub(in crate::pages) fn CasePicker(
    /// Whose cases.
    service: Arc<Service>,
    /// The chosen case's id.
    choice: RwSignal<Option<String>>,
    /// A case was chosen.
    on_chosen: Callback<String>,
    /// Whether one may leave it open and see all: for reading, not for filing.
    #[prop(default = true)]
    open: bool,
) -> impl IntoView {
    let total = cases::choices(&service.cases).len();
    let filter = RwSignal::new(String::new());
    let field = (total > MANY).then(|| filter_field(total, filter, Arc::clone(&service)));
    let options = move || {
        let wanted = filter.read();
        let chosen = choice.get_untracked();
        cases::choices(&service.cases)
            .into_iter()
            .filter(|case| is_wanted(case, &wanted) || chosen.as_deref() == Some(&case.id))
            .map(|case| {
                let name = case.name.as_deref().unwrap_or_default();
                let words = match start(name, LONG) {
                    whole if whole == name.trim_end() => name.to_owned(),
                    cut => format!("{cut}…"),
                };
                option(case.id.clone(), words, "vi", choice, on_chosen)
            })
            .collect_view()
    };
    view! {
        <fieldset class="cases">
            <legend class="cases__question">{words::which_case()}</legend>
            {field}
            {options}
            {open.then(|| option(ALL.into(), words::all_cases().into(), "", choice, on_chosen))}
        </fieldset>
    }
}

fn option(
    id: String,
    label: String,
    lang: &'static str,
    choice: RwSignal<Option<String>>,
    on_chosen: Callback<String>,
) -> impl IntoView {
    let checked = {
        let id = id.clone();
        move || choice.with(|choice| choice.as_deref() == Some(&id))
    };
    let value = id.clone();
    let lang = (!lang.is_empty()).then_some(lang);
    view! {
        <label class="radio cases__case">
            <input type="radio" name="case" value=value prop:checked=checked
                on:change=move |_| on_chosen.run(id.clone()) />
            <span lang=lang>{label}</span>
        </label>
    }
}

fn filter_field(total: usize, filter: RwSignal<String>, service: Arc<Service>) -> impl IntoView {
    let mut say = debounce(AT_REST, |message: String| announce::say(&message));
    let typed = move |event| {
        filter.set(fold(&event_target_value(&event)));
        let left = cases::choices(&service.cases)
            .into_iter()
            .filter(|case| filter.with_untracked(|wanted| is_wanted(case, wanted)))
            .count();
        say(fill(words::filter_found(), &[("n", &left.to_string())]));
    };
    view! {
        <div class="cases__filter">
            <label class="cases__label" for="case-filter">{words::filter_cases()}</label>
            <p class="hint" id="case-filter-hint">
                {fill(words::filter_hint(), &[("n", &total.to_string())])}
            </p>
            <input class="cases__input" id="case-filter" type="search" autocomplete="off"
                aria-describedby="case-filter-hint" on:input=typed />
        </div>
    }
}

/// Whether a case's name holds every word typed; `wanted` is folded.
fn is_wanted(case: &Case, wanted: &str) -> bool {
    let name = fold(case.name.as_deref().unwrap_or_default());
    wanted.split_whitespace().all(|word| name.contains(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_case_is_found_by_its_words_in_any_order_and_without_accents() {
        let case = Case {
            id: "x".into(),
            name: Some("Chỗ ở do thuê, mượn".into()),
            for_everyone: false,
            requirements: Vec::new(),
        };
        assert!(is_wanted(&case, &fold("muon thue")));
        assert!(is_wanted(&case, &fold("")));
        assert!(!is_wanted(&case, &fold("của mình")));
    }
}
