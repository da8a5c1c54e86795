//! Something one states by ticking it: the label is what one states.

use leptos::prelude::*;
use serde_json::Value;

use crate::components::fresh::IntoFresh;
use crate::form::question::{Question, marks};
use crate::form::sheet::Sheet;

/// The box to tick.
pub(crate) fn statement(question: &Question, sheet: Sheet) -> AnyView {
    let pointer = question.pointer.clone();
    let checked = sheet.filling.value(&pointer) == Value::Bool(true);
    let wrong = {
        let pointer = pointer.clone();
        move || sheet.fault(&pointer).is_some()
    };
    let marks = marks(&pointer, &question.id(), sheet);
    let hint = question.hint.clone().map(|hint| {
        view! { <p class="hint q__hint" id=format!("{}-hint", question.id())>{hint}</p> }
    });
    let on_change = move |event| {
        // Taken back, it is no answer rather than a "no".
        let value = event_target_checked(&event).then_some(Value::Bool(true));
        sheet.filling.answer(&pointer, value.unwrap_or_default());
    };
    view! {
        <div class="q" class:q--wrong=wrong>
            {marks}
            <label class="radio radio--statement">
                <input type="checkbox" id=question.id() aria-required=question.demanded()
                    aria-invalid=question.invalid(sheet) aria-describedby=question.described_by(sheet)
                    prop:checked=checked on:change=on_change />
                <span>{question.label.clone()}</span>
            </label>
            {hint}
        </div>
    }
    .fresh()
}
