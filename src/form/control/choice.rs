//! Options in sight: one of them (radios) or several (checkboxes).

use leptos::prelude::*;
use serde_json::Value;

use crate::components::fresh::IntoFresh;
use crate::form::question::{Question, grouped};
use crate::form::sheet::Sheet;
use crate::i18n::form as words;

/// One option as it stands on the page.
#[derive(Clone)]
pub(crate) struct Choice {
    /// The answer it stands for.
    pub(crate) value: Value,
    /// What it says.
    pub(crate) label: String,
    /// What helps to decide.
    pub(crate) hint: Option<String>,
    /// Whether it is offered.
    pub(crate) offered: Signal<bool>,
}

impl Choice {
    /// An option that is always offered.
    pub(crate) fn new(value: impl Into<Value>, label: impl Into<String>) -> Self {
        Self {
            value: value.into(),
            label: label.into(),
            hint: None,
            offered: Signal::stored(true),
        }
    }
}

/// Yes or no.
pub(crate) fn yes_no(question: &Question, sheet: Sheet) -> AnyView {
    let choices = vec![
        Choice::new(true, words::yes()),
        Choice::new(false, words::no()),
    ];
    radios(question, sheet, choices)
}

/// Options of which one is chosen.
pub(crate) fn radios(question: &Question, sheet: Sheet, choices: Vec<Choice>) -> AnyView {
    let chosen = sheet.filling.value(&question.pointer);
    let name = question.id();
    let options = choices.into_iter().enumerate().map(|(index, choice)| {
        let checked = chosen == choice.value;
        let (pointer, value) = (question.pointer.clone(), choice.value.clone());
        let on_change = move |_| sheet.filling.answer(&pointer, value.clone());
        option(&name, index, "radio", checked, on_change, &choice)
    });
    grouped(question, sheet, options.collect_view().fresh())
}

/// Options of which several may be ticked.
pub(crate) fn checkboxes(question: &Question, sheet: Sheet, choices: Vec<Choice>) -> AnyView {
    let values: Vec<Value> = choices.iter().map(|choice| choice.value.clone()).collect();
    let values = StoredValue::new(values);
    let name = question.id();
    let ticked = sheet.filling.value(&question.pointer);
    let ticked = ticked.as_array().cloned().unwrap_or_default();
    let options = choices.into_iter().enumerate().map(|(index, choice)| {
        let checked = ticked.contains(&choice.value);
        let (pointer, value) = (question.pointer.clone(), choice.value.clone());
        let on_change = move |event| {
            let before = sheet.filling.value(&pointer);
            let before = before.as_array().map_or(&[][..], Vec::as_slice);
            let now =
                values.with_value(|all| ticks(all, before, &value, event_target_checked(&event)));
            sheet.filling.answer(&pointer, Value::Array(now));
        };
        option(&name, index, "checkbox", checked, on_change, &choice)
    });
    grouped(question, sheet, options.collect_view().fresh())
}

/// What is ticked after `value` was ticked or unticked, in the order of `all`.
fn ticks(all: &[Value], before: &[Value], value: &Value, ticked: bool) -> Vec<Value> {
    let is_ticked = |one: &&Value| {
        if *one == value {
            ticked
        } else {
            before.contains(one)
        }
    };
    all.iter().filter(is_ticked).cloned().collect()
}

fn option(
    name: &str,
    index: usize,
    kind: &'static str,
    checked: bool,
    on_change: impl FnMut(web_sys::Event) + 'static,
    choice: &Choice,
) -> AnyView {
    // The first bears the question's own id, so that a fault leads to it.
    let id = match index {
        0 => name.to_owned(),
        more => format!("{name}-{more}"),
    };
    let hint = choice.hint.clone();
    let hint_id = hint.is_some().then(|| format!("{id}-hint-of"));
    let offered = choice.offered;
    let on_change: Box<dyn FnMut(web_sys::Event)> = Box::new(on_change);
    view! {
        <div class="option" hidden=move || !offered.get()>
            <label class="radio">
                <input type=kind name=name.to_owned() id=id aria-describedby=hint_id.clone()
                    prop:checked=checked on:change=on_change />
                <span>{choice.label.clone()}</span>
            </label>
            {hint.map(|hint| view! { <p class="hint option__hint" id=hint_id>{hint}</p> })}
        </div>
    }
    .fresh()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ticks_keep_the_order_of_the_options_and_nothing_else() {
        let all = [Value::from("a"), Value::from("b"), Value::from("c")];
        let before = [Value::from("c"), Value::from("gone")];
        assert_eq!(
            ticks(&all, &before, &all[0], true),
            [all[0].clone(), all[2].clone()]
        );
        assert_eq!(ticks(&all, &before, &all[2], false), Vec::<Value>::new());
    }
}
