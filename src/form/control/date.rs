//! A day in three boxes, each with its own name: quicker and surer than a calendar for a
//! day one knows by heart, and no order to guess.

use leptos::prelude::*;

use crate::components::fresh::IntoFresh;
use crate::form::autocomplete::date_tokens;
use crate::form::question::{Question, grouped};
use crate::form::sheet::Sheet;
use crate::form::typed::DateBoxes;
use crate::i18n::form as words;

/// Finds one of the boxes.
type OneBox = fn(&mut DateBoxes) -> &mut String;

/// The three boxes. A fault concerns them all; its link leads to the first.
pub(crate) fn date(question: &Question, sheet: Sheet) -> AnyView {
    let boxes = StoredValue::new(DateBoxes::read(&sheet.filling.value(&question.pointer)));
    let tokens = date_tokens(question.autocomplete);
    let id = question.id();
    let parts: [(String, &str, OneBox); 3] = [
        (id.clone(), words::day(), |boxes| &mut boxes.day),
        (format!("{id}-month"), words::month(), |boxes| {
            &mut boxes.month
        }),
        (format!("{id}-year"), words::year(), |boxes| &mut boxes.year),
    ];
    let parts = parts
        .into_iter()
        .zip(tokens)
        .map(|((id, label, part), token)| {
            let pointer = question.pointer.clone();
            let first = boxes.with_value(|boxes| part(&mut boxes.clone()).clone());
            let on_input = move |event| {
                boxes.update_value(|boxes| *part(boxes) = event_target_value(&event));
                let answer = boxes.with_value(DateBoxes::answer);
                sheet.filling.answer(&pointer, answer);
            };
            view! {
                <div class="date__part">
                    <label class="date__label" for=id.clone()>{label}</label>
                    <input class="box date__box" id=id type="text" inputmode="numeric"
                        autocomplete=token spellcheck="false"
                        aria-required=question.demanded() aria-invalid=question.invalid(sheet)
                        prop:value=first on:input=on_input />
                </div>
            }
        });
    let controls = view! { <div class="date">{parts.collect_view()}</div> };
    let mut question = question.clone();
    question
        .hint
        .get_or_insert_with(|| words::date_hint().into());
    grouped(&question, sheet, controls.fresh())
}
