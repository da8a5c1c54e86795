//! Feedback (phản ánh, kiến nghị): what it is, the answers that were published, and the box to
//! follow one's own by its code.
//!
//! Announces: on a navigation its heading; how many answers a search found (polite); a code
//! that is missing at its box. Focus: on the heading after a navigation; stays in the box after
//! a search; on the first of the answers that "more" brought.

use leptos::html::Input;
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::use_navigate;
use motcua_contract::portal::Capability;

use super::offered::offered;
use crate::components::fresh::IntoFresh;
use crate::components::heading::PageHeading;
use crate::focus;
use crate::i18n::feedback as words;
use crate::route::Route;

mod about_dossier;
mod case;
mod letter;
mod published;
mod reopening;
mod subject;
mod write;

pub(super) use case::CaseScreen;
pub(super) use write::WriteScreen;

const CODE: &str = "feedback-code";

/// The screen.
#[component]
pub(super) fn FeedbackScreen() -> impl IntoView {
    view! {
        <PageHeading title=words::title() />
        <p class="lead">{words::lead()}</p>
        {offered(Capability::Feedback, words::not_offered(), || view! {
            <div class="actions"><a class="button" href=Route::WriteFeedback.href()>{words::write()}</a></div>
            {published::search()}
            {follow()}
        }.fresh())}
    }
}

/// The box for a code.
fn follow() -> AnyView {
    let input = NodeRef::<Input>::new();
    let lacking = RwSignal::new(false);
    let navigate = use_navigate();
    let submit = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        let typed = input.get_untracked().map(|input| input.value());
        let code = typed_code(&typed.unwrap_or_default());
        lacking.set(code.is_empty());
        if code.is_empty() {
            focus::focus_control(CODE);
        } else {
            navigate(
                &Route::FeedbackCase(code).href(),
                NavigateOptions::default(),
            );
        }
    };
    view! {
        <section class="section section--read" aria-labelledby="follow">
            <h2 id="follow">{words::follow_title()}</h2>
            <form novalidate on:submit=submit>
                <div class="q">
                    <label class="q__label" for=CODE>{words::follow_label()}</label>
                    <p class="hint q__hint" id="feedback-code-hint">{words::follow_hint()}</p>
                    <p class="q__error" id="feedback-code-error">{move || lacking.get().then(words::follow_lacks)}</p>
                    <input node_ref=input class="box" id=CODE type="text" autocomplete="off" spellcheck="false"
                        aria-describedby="feedback-code-hint feedback-code-error"
                        aria-invalid=move || lacking.get().then_some("true") />
                </div>
                <div class="actions"><button class="button button--quiet">{words::follow()}</button></div>
            </form>
        </section>
    }
    .fresh()
}

/// A code as people type it: spaces and small letters change nothing.
fn typed_code(typed: &str) -> String {
    let plain = typed.chars().filter(|c| !c.is_whitespace());
    plain.map(|c| c.to_ascii_uppercase()).collect()
}

#[cfg(test)]
mod tests {
    use super::typed_code;

    #[test]
    fn a_code_may_be_typed_with_spaces_and_small_letters() {
        assert_eq!(typed_code(" pa-7k2m -9qxd-4trh"), "PA-7K2M-9QXD-4TRH");
        assert_eq!(typed_code("  "), "");
    }
}
