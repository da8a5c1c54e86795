//! Forms and their fields.

use maud::{Markup, html};

use super::super::form::Typed;

/// A form that posts a move to its own page.
pub(super) fn form(own: &str, button: &str, fields: &Markup) -> Markup {
    html! {
        form method="post" aria-label=(button) {
            input type="hidden" name="move" value=(own);
            (fields)
            button type="submit" { (button) }
        }
    }
}

pub(super) fn line(id: &str, label: &str, hint: &str, typed: &Typed) -> Markup {
    html! {
        p.field {
            label for=(id) { (label) }
            @if !hint.is_empty() { span.hint id=(format!("{id}-hint")) { (hint) } }
            input type="text" id=(id) name=(id) value=(typed.value(id)) autocomplete="off"
                aria-describedby=[(!hint.is_empty()).then(|| format!("{id}-hint"))];
        }
    }
}

pub(super) fn area(id: &str, label: &str, hint: &str, typed: &Typed) -> Markup {
    html! {
        p.field {
            label for=(id) { (label) }
            @if !hint.is_empty() { span.hint id=(format!("{id}-hint")) { (hint) } }
            textarea id=(id) name=(id) rows="3"
                aria-describedby=[(!hint.is_empty()).then(|| format!("{id}-hint"))] { (typed.value(id)) }
        }
    }
}
