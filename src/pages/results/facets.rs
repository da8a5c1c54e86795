//! One way to narrow down: the values of a facet as check boxes with counts.
//!
//! Announces: nothing; the screen says the new count once it is there. Focus: stays on
//! the box that was ticked. A facet's own choice does not change its own counts, so its
//! rows keep their places under the finger.

use leptos::prelude::*;
use motcua_contract::search::FacetValue;

use super::words;
use crate::format;
use crate::i18n::{fill, results};
use crate::search::facet::Facet;

/// How many values of a facet are shown before one asks for all of them.
const FIRST: usize = 6;
/// From how many values on, a list is worth a box to search it with.
const LONG: usize = 16;

/// A value as it is drawn.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Choice {
    /// What the parameter takes.
    pub(super) value: String,
    /// What it is called.
    pub(super) name: String,
    /// How many services it would give.
    pub(super) count: u32,
    /// Whether it is chosen.
    pub(super) chosen: bool,
}

/// The values of a facet: those counted, then those chosen that give nothing.
pub(super) fn choices(facet: Facet, counted: &[FacetValue], chosen: &[String]) -> Vec<Choice> {
    let choice = |value: &str, count| Choice {
        name: words::value(facet, value, counted),
        chosen: chosen.iter().any(|one| one == value),
        value: value.into(),
        count,
    };
    let empty = chosen
        .iter()
        .filter(|value| counted.iter().all(|one| one.value != **value));
    counted
        .iter()
        .map(|one| choice(&one.value, one.count))
        .chain(empty.map(|value| choice(value, 0)))
        .collect()
}

/// The part of `choices` in sight: all of them or the first and the chosen, and of
/// these the ones whose name holds `sought`, marks or no marks; each with its place.
fn in_sight(choices: Vec<Choice>, all: bool, sought: &str) -> Vec<(usize, Choice)> {
    let sought = motcua_search::fold(sought);
    let shown = |(at, choice): &(usize, Choice)| {
        let here = all || *at < FIRST || choice.chosen;
        here && (sought.is_empty() || motcua_search::fold(&choice.name).contains(&sought))
    };
    choices.into_iter().enumerate().filter(shown).collect()
}

/// A facet.
#[component]
pub(super) fn FacetGroup(
    /// Which.
    facet: Facet,
    /// Its values; a facet without any is not shown.
    choices: Memo<Vec<Choice>>,
    /// A value was ticked or unticked.
    #[prop(into)]
    on_toggled: Callback<String>,
) -> impl IntoView {
    let all = RwSignal::new(false);
    let sought = RwSignal::new(String::new());
    let count = Memo::new(move |_| choices.with(Vec::len));
    let row = move |(at, choice): (usize, Choice)| {
        let value = choice.value.clone();
        let toggled = move |_| {
            // A row that is in sight only because it was chosen must not vanish, with
            // the focus on it, when it no longer is.
            if at >= FIRST {
                all.set(true);
            }
            on_toggled.run(value.clone());
        };
        // Official names are Vietnamese in either language of the interface.
        let lang = matches!(facet, Facet::Field | Facet::Agency).then_some("vi");
        view! {
            <label class="facet__choice">
                <input type="checkbox" name=facet.parameter() prop:checked=choice.chosen
                    on:change=toggled />
                <span class="facet__name" lang=lang>{choice.name}</span>
                <span class="facet__count">{format::number(choice.count.into())}</span>
            </label>
        }
    };
    let rows = move || {
        let rows = in_sight(choices.get(), all.get(), &sought.read());
        if rows.is_empty() {
            return view! { <p class="hint">{results::facet_none()}</p> }.into_any();
        }
        rows.into_iter().map(row).collect_view().into_any()
    };
    let find = move || {
        (all.get() && count.get() >= LONG).then(|| {
            view! {
                <input class="facet__find" type="search" aria-label=results::facet_find()
                    placeholder=results::facet_find() autocomplete="off"
                    prop:value=move || sought.get()
                    on:input=move |event| sought.set(event_target_value(&event)) />
            }
        })
    };
    let toggle = move || {
        (count.get() > FIRST).then(|| {
            let words = move || match all.get() {
                true => results::facet_fewer().to_owned(),
                false => fill(results::facet_all(), &[("n", &count.get().to_string())]),
            };
            let turn = move |_| {
                sought.set(String::new());
                all.update(|all| *all = !*all);
            };
            view! {
                <button type="button" class="facet__all" aria-expanded=move || all.get().to_string()
                    on:click=turn>{words}</button>
            }
        })
    };
    view! {
        <fieldset class="facet" hidden=move || count.get() == 0>
            <legend class="facet__title">{words::facet(facet)}</legend>
            {find}
            <div class="facet__choices">{rows}</div>
            {toggle}
        </fieldset>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn counted(values: &[(&str, u32)]) -> Vec<FacetValue> {
        let value = |(value, count): &(&str, u32)| FacetValue {
            value: (*value).into(),
            label: Some((*value).into()),
            count: *count,
        };
        values.iter().map(value).collect()
    }

    fn names(choices: &[Choice]) -> Vec<&str> {
        choices.iter().map(|one| one.name.as_str()).collect()
    }

    #[test]
    fn a_choice_that_gives_nothing_can_still_be_taken_back() {
        let choices = choices(Facet::Field, &counted(&[("a", 3)]), &["b".into()]);
        assert_eq!(names(&choices), ["a", "b"]);
        assert_eq!((choices[1].count, choices[1].chosen), (0, true));
    }

    #[test]
    fn a_long_list_shows_its_beginning_and_what_is_chosen() {
        let values: Vec<(&str, u32)> = ["a", "b", "c", "d", "e", "f", "g", "h"]
            .map(|v| (v, 1))
            .into();
        let choices = choices(Facet::Field, &counted(&values), &["h".into()]);
        let shown = in_sight(choices.clone(), false, "");
        let shown: Vec<Choice> = shown.into_iter().map(|(_, choice)| choice).collect();
        assert_eq!(names(&shown), ["a", "b", "c", "d", "e", "f", "h"]);
        assert_eq!(in_sight(choices, true, "").len(), 8);
    }

    #[test]
    fn a_list_is_searched_without_marks() {
        let values = counted(&[("Hộ tịch", 2), ("Cư trú", 1)]);
        let choices = choices(Facet::Field, &values, &[]);
        let (_, found) = &in_sight(choices, true, "ho ti")[0];
        assert_eq!(found.name, "Hộ tịch");
    }
}
