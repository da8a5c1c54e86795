//! One question: the words around its control, the same for every kind.
//!
//! Announces: the control's name is the visible label (so that one can say it), then its
//! hint, then what is wrong with it or worth a second look (`aria-describedby`, in that
//! order, all of which stand before the control). Focus: on its control only.
//! `aria-required` rather than `required`: the latter makes an untouched box "invalid
//! entry" before anyone has typed (notes of the screen reader's tests, three browsers).

use leptos::prelude::*;
use motcua_forms::Words;

use super::sheet::Sheet;
use crate::components::fresh::IntoFresh;
use crate::i18n::{fill, form as words, language};

/// The words in the language of the interface.
pub(crate) fn said(words: &Words) -> String {
    words.of(language().tag()).to_owned()
}

/// The id of the control for the answer at `pointer`. Ids of fields hold letters, digits
/// and hyphens only, so no two pointers share one.
pub(crate) fn id_of(pointer: &str) -> String {
    format!("q{}", pointer.replace('/', "_"))
}

/// A question as it is asked on a page.
#[derive(Clone)]
pub(crate) struct Question {
    /// Which answer it asks for.
    pub(crate) pointer: String,
    /// What is asked.
    pub(crate) label: String,
    /// The larger question that it is a part of, in its name for those who do not see that.
    pub(crate) within: Option<String>,
    /// What helps to answer it.
    pub(crate) hint: Option<String>,
    /// Help on request: its title and text.
    pub(crate) help: Option<(String, String)>,
    /// What the official form calls it.
    pub(crate) official: Option<String>,
    /// Whether the form can be sent without it.
    pub(crate) required: Signal<bool>,
    /// What the browser may fill in; `off` for what is not about the person who fills in.
    pub(crate) autocomplete: &'static str,
}

impl Question {
    /// A part of a larger question: its label alone, required as `required` says.
    pub(crate) fn part(of: &Self, name: &str, label: &str, required: Signal<bool>) -> Self {
        Self {
            pointer: format!("{}/{name}", of.pointer),
            label: label.into(),
            within: Some(of.label.clone()),
            hint: None,
            help: None,
            official: None,
            required,
            autocomplete: "off",
        }
    }

    /// The id of its first control.
    pub(crate) fn id(&self) -> String {
        id_of(&self.pointer)
    }

    /// The ids of all that describes the control, in reading order.
    pub(crate) fn described_by(&self, sheet: Sheet) -> impl Fn() -> Option<String> + Clone + use<> {
        let (id, pointer) = (self.id(), self.pointer.clone());
        let hinted = self.hint.is_some() || self.official.is_some();
        move || {
            let mut ids = Vec::new();
            if hinted {
                ids.push(format!("{id}-hint"));
            }
            if sheet.fault(&pointer).is_some() {
                ids.push(format!("{id}-error"));
            }
            if sheet.warning(&pointer).is_some() {
                ids.push(format!("{id}-check"));
            }
            (!ids.is_empty()).then(|| ids.join(" "))
        }
    }

    /// `true` for a control whose answer is at fault.
    pub(crate) fn invalid(
        &self,
        sheet: Sheet,
    ) -> impl Fn() -> Option<&'static str> + Clone + use<> {
        let pointer = self.pointer.clone();
        move || sheet.fault(&pointer).is_some().then_some("true")
    }

    /// `true` for a control whose answer must be given.
    pub(crate) fn demanded(&self) -> impl Fn() -> Option<&'static str> + Clone + use<> {
        let required = self.required;
        move || required.get().then_some("true")
    }

    /// The label, and in words whether one may leave the answer out.
    fn name(&self) -> AnyView {
        let required = self.required;
        let optional = move || {
            (!required.get()).then(|| {
                view! { " " <span class="q__optional">{words::optional()}</span> }
            })
        };
        view! { {self.label.clone()}{optional} }.fresh()
    }

    /// Everything between the label and the control.
    fn words(&self, sheet: Sheet) -> AnyView {
        let id = self.id();
        let official = self
            .official
            .as_ref()
            .map(|name| fill(words::official_name(), &[("name", name)]));
        let hint = match (&self.hint, official) {
            (None, None) => None,
            (hint, official) => Some(view! {
                <div class="hint q__hint" id=format!("{id}-hint")>
                    {hint.clone().map(|hint| view! { <p>{hint}</p> })}
                    {official.map(|name| view! { <p>{name}</p> })}
                </div>
            }),
        };
        let help = self.help.clone().map(|(title, text)| {
            view! {
                <details class="q__help">
                    <summary>{title}</summary>
                    <p>{text}</p>
                </details>
            }
        });
        view! { {hint}{help}{marks(&self.pointer, &id, sheet)} }.fresh()
    }
}

/// What is wrong with an answer, or worth a second look.
pub(super) fn marks(pointer: &str, id: &str, sheet: Sheet) -> AnyView {
    let (pointer, id) = (pointer.to_owned(), id.to_owned());
    (move || {
        let error = sheet.fault(&pointer).map(|message| {
            view! {
                <p class="q__error" id=format!("{id}-error")>
                    <span class="visually-hidden">{words::error()}" "</span>{message}
                </p>
            }
        });
        let check = sheet.warning(&pointer).map(|message| {
            view! {
                <p class="q__check" id=format!("{id}-check")>
                    <strong>{words::check()}</strong>" "{message}
                </p>
            }
        });
        view! { {error}{check} }.fresh()
    })
    .into_any()
}

/// A question with one control, whose label names it.
pub(super) fn labelled(question: &Question, sheet: Sheet, control: AnyView) -> AnyView {
    let pointer = question.pointer.clone();
    view! {
        <div class="q" class:q--wrong=move || sheet.fault(&pointer).is_some()>
            <label class="q__label" for=question.id()>{question.name()}</label>
            {question.words(sheet)}
            {control}
        </div>
    }
    .fresh()
}

/// A question with several controls, which its legend names together. A group knows neither
/// "required" nor "invalid", and as a radiogroup it could hold no hint: its words say it.
pub(super) fn grouped(question: &Question, sheet: Sheet, controls: AnyView) -> AnyView {
    let pointer = question.pointer.clone();
    // A page that asks for father and mother has two dates of birth.
    let within = question.within.as_ref().map(|whole| {
        view! { <span class="visually-hidden">": "{whole.clone()}</span> }
    });
    view! {
        <fieldset class="q" class:q--wrong=move || sheet.fault(&pointer).is_some()
            id=format!("{}-set", question.id())
            aria-describedby=question.described_by(sheet)>
            <legend class="q__label">{question.name()}{within}</legend>
            {question.words(sheet)}
            {controls}
        </fieldset>
    }
    .fresh()
}

#[cfg(test)]
mod tests {
    use super::id_of;

    #[test]
    fn answers_of_different_names_have_different_controls() {
        assert_eq!(id_of("/children/0/name"), "q_children_0_name");
        assert_ne!(id_of("/a/b"), id_of("/a-b"));
    }
}
