//! One option out of a list that opens: the browser's own, in which one types ahead.

use leptos::prelude::*;

use crate::components::fresh::IntoFresh;
use crate::form::question::{Question, labelled};
use crate::form::sheet::Sheet;

use super::choice::Choice;

/// The list. `none` is what stands in it before a choice.
pub(crate) fn select(
    question: &Question,
    sheet: Sheet,
    none: &'static str,
    choices: Vec<Choice>,
) -> AnyView {
    let pointer = question.pointer.clone();
    let chosen = sheet.filling.text(&pointer);
    let options = choices.into_iter().map(|choice| {
        let value = choice.value.as_str().unwrap_or_default().to_owned();
        let (selected, offered) = (value == chosen, choice.offered);
        view! {
            <option value=value prop:selected=selected hidden=move || !offered.get()
                disabled=move || !offered.get()>{choice.label}</option>
        }
    });
    let on_change = move |event| sheet.filling.type_in(&pointer, event_target_value(&event));
    let control = view! {
        <select class="box box--select" id=question.id() autocomplete=question.autocomplete
            aria-required=question.demanded() aria-invalid=question.invalid(sheet)
            aria-describedby=question.described_by(sheet) on:change=on_change>
            <option value="">{none}</option>
            {options.collect_view()}
        </select>
    };
    labelled(question, sheet, control.fresh())
}
