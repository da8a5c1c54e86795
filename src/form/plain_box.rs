//! A box for words on a screen that is no page of a form definition: its label, its hint, what
//! is wrong with it.
//!
//! Announces and focus: see [`super::summary`], whose links lead to it by its pointer. Like the
//! boxes of a form it is not controlled: the browser holds what is typed.

use leptos::prelude::*;

use super::question::id_of;
use super::sheet::Remark;
use crate::components::fresh::IntoFresh;

/// One box.
#[derive(Clone, Copy)]
pub(crate) struct PlainBox {
    /// What a fault is named by; gives the control's id.
    pub(crate) pointer: &'static str,
    /// What is asked.
    pub(crate) label: &'static str,
    /// What helps to answer it.
    pub(crate) hint: Option<&'static str>,
    /// What stands in it when it is drawn.
    pub(crate) value: Signal<String>,
    /// What was typed, at each keystroke.
    pub(crate) on_typed: Callback<String>,
    /// What is wrong on this screen.
    pub(crate) remarks: RwSignal<Vec<Remark>>,
}

impl PlainBox {
    /// The control's id.
    pub(crate) fn id(self) -> String {
        id_of(self.pointer)
    }

    /// What is wrong with it.
    pub(crate) fn fault(self) -> Option<String> {
        self.remarks.with(|all| {
            let found = all.iter().find(|remark| remark.pointer == self.pointer)?;
            Some(found.message.clone())
        })
    }

    /// `true` while something is wrong with it.
    pub(crate) fn invalid(self) -> impl Fn() -> Option<&'static str> + Clone {
        move || self.fault().map(|_| "true")
    }

    /// The ids of all that describes the control.
    pub(crate) fn described_by(self) -> impl Fn() -> Option<String> + Clone {
        move || {
            let hint = self.hint.map(|_| format!("{}-hint", self.id()));
            let error = self.fault().map(|_| format!("{}-error", self.id()));
            let ids: Vec<String> = hint.into_iter().chain(error).collect();
            (!ids.is_empty()).then(|| ids.join(" "))
        }
    }

    /// The label, the hint and what is wrong around a control.
    pub(crate) fn labelled(self, control: AnyView) -> AnyView {
        let hint = self.hint.map(|hint| {
            view! { <p class="hint q__hint" id=format!("{}-hint", self.id())>{hint}</p> }
        });
        let error = move || {
            self.fault().map(|message| {
                view! { <p class="q__error" id=format!("{}-error", self.id())>{message}</p> }
            })
        };
        view! {
            <div class="q" class:q--wrong=move || self.fault().is_some()>
                <label class="q__label" for=self.id()>{self.label}</label>
                {hint}
                {error}
                {control}
            </div>
        }
        .fresh()
    }

    /// One line; `kind` is an input's type.
    pub(crate) fn line(
        self,
        kind: &'static str,
        autocomplete: &'static str,
        class: &'static str,
    ) -> AnyView {
        let value = self.value.get_untracked();
        let mode = if kind == "tel" { Some("tel") } else { None };
        let control = view! {
            <input class=class id=self.id() type=kind inputmode=mode autocomplete=autocomplete
                prop:value=value aria-invalid=self.invalid() aria-describedby=self.described_by()
                on:input=move |event| self.on_typed.run(event_target_value(&event)) />
        };
        self.labelled(control.fresh())
    }

    /// Several lines.
    pub(crate) fn lines(self) -> AnyView {
        let value = self.value.get_untracked();
        let control = view! {
            <textarea class="box box--lines" id=self.id() rows="5" autocomplete="off"
                prop:value=value aria-invalid=self.invalid() aria-describedby=self.described_by()
                on:input=move |event| self.on_typed.run(event_target_value(&event))></textarea>
        };
        self.labelled(control.fresh())
    }
}
