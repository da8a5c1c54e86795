//! A box for text, in one line or several.
//!
//! Announces: where the length is limited and nearly used up, after a pause in typing how
//! many characters are left (polite). Nothing is cut off: who pastes too much sees it all
//! and shortens it.

use std::time::Duration;

use leptos::prelude::*;

use crate::announce;
use crate::components::fresh::IntoFresh;
use crate::form::question::{Question, labelled};
use crate::form::sheet::Sheet;
use crate::form::typed::{amount, citizen_id, phone};
use crate::i18n::{fill, form as words};

/// How a line of text is typed.
#[derive(Clone, Copy)]
pub(crate) struct Line {
    /// The keyboard a phone shows.
    pub(crate) inputmode: &'static str,
    /// `text`, `tel` or `email`.
    pub(crate) kind: &'static str,
    /// Whether the browser may underline it: not names and numbers.
    pub(crate) spellcheck: bool,
    /// How wide the box is: its modifier in `style/form.css`.
    pub(crate) width: &'static str,
    /// What stands under the box for reading back, when that differs from what is typed.
    pub(crate) reads: Option<fn(&str) -> Option<String>>,
}

impl Line {
    /// Words in one line.
    pub(crate) const WORDS: Self = Self {
        inputmode: "text",
        kind: "text",
        spellcheck: true,
        width: "",
        reads: None,
    };
    /// A person's name.
    pub(crate) const NAME: Self = Self {
        spellcheck: false,
        ..Self::WORDS
    };
    /// A citizen ID number, read back in groups of three.
    pub(crate) const CITIZEN_ID: Self = Self {
        reads: Some(|typed| Some(citizen_id(typed))),
        ..Self::DIGITS
    };
    /// A telephone number, read back in groups.
    pub(crate) const PHONE: Self = Self {
        kind: "tel",
        inputmode: "tel",
        reads: Some(|typed| Some(phone(typed))),
        ..Self::DIGITS
    };
    /// An email address.
    pub(crate) const EMAIL: Self = Self {
        kind: "email",
        inputmode: "email",
        ..Self::NAME
    };
    /// Whole đồng, read back with thousands grouped.
    pub(crate) const MONEY: Self = Self {
        reads: Some(|typed| {
            let amount = amount(typed)?;
            Some(fill(words::amount_reads(), &[("amount", &amount)]))
        }),
        ..Self::DIGITS
    };
    /// Digits.
    pub(crate) const DIGITS: Self = Self {
        inputmode: "numeric",
        spellcheck: false,
        width: "box--short",
        ..Self::WORDS
    };
}

/// A box of one line.
pub(crate) fn line(question: &Question, sheet: Sheet, line: Line) -> AnyView {
    let pointer = question.pointer.clone();
    let first = sheet.filling.text(&pointer);
    let typed = RwSignal::new(first.clone());
    let read_back = line.reads.map(|reads| {
        let words = move || typed.with(|typed| reads(typed).filter(|words| words != typed));
        view! { <p class="hint q__reads" aria-hidden="true">{words}</p> }
    });
    let on_input = move |event| {
        let value = event_target_value(&event);
        if line.reads.is_some() {
            typed.set(value.clone());
        }
        sheet.filling.type_in(&pointer, value);
    };
    let control = view! {
        <input class=format!("box {}", line.width) id=question.id() type=line.kind
            inputmode=line.inputmode autocomplete=question.autocomplete
            spellcheck=if line.spellcheck { "true" } else { "false" }
            aria-required=question.demanded() aria-invalid=question.invalid(sheet)
            aria-describedby=question.described_by(sheet)
            prop:value=first on:input=on_input />
        {read_back}
    };
    labelled(question, sheet, control.fresh())
}

/// Typing has come to rest after this; see the search box.
const AT_REST: Duration = Duration::from_millis(1200);

/// From this share of the limit on, what is left is worth saying aloud.
fn worth_saying(typed: usize, most: usize) -> bool {
    typed * 10 >= most * 8
}

/// How many characters are left of `most`, in words.
fn left(typed: usize, most: usize) -> String {
    let (message, count) = match most.checked_sub(typed) {
        Some(left) => (words::characters_left(), left),
        None => (words::characters_over(), typed - most),
    };
    fill(message, &[("n", &count.to_string())])
}

/// A box of several lines with a count of what is left.
pub(crate) fn lines(question: &Question, sheet: Sheet, most: usize) -> AnyView {
    let pointer = question.pointer.clone();
    let first = sheet.filling.text(&pointer);
    let typed = RwSignal::new(first.chars().count());
    let mut say = debounce(AT_REST, |message: String| announce::say(&message));
    let on_input = move |event| {
        let value = event_target_value(&event);
        let count = value.chars().count();
        typed.set(count);
        if worth_saying(count, most) {
            say(left(count, most));
        }
        sheet.filling.type_in(&pointer, value);
    };
    let control = view! {
        <textarea class="box box--lines" id=question.id() rows="4"
            autocomplete=question.autocomplete
            aria-required=question.demanded() aria-invalid=question.invalid(sheet)
            aria-describedby=question.described_by(sheet)
            prop:value=first on:input=on_input></textarea>
        <p class="hint q__reads">{move || left(typed.get(), most)}</p>
    };
    labelled(question, sheet, control.fresh())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_left_is_said_only_when_it_becomes_little() {
        assert!(!worth_saying(79, 100));
        assert!(worth_saying(80, 100));
        assert_eq!(left(80, 100), "Còn 20 ký tự");
        assert_eq!(left(103, 100), "Quá 3 ký tự");
    }
}
