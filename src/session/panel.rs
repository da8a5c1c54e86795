//! Says on a screen who is signed in, with the way in and out.
//!
//! Announces: nothing while the portal is asked; why a sign-in failed as `role=alert`,
//! once. Focus: stays; the question before signing out takes it, and the button gets it
//! back. Nothing is drawn where the portal has no signing in.

use leptos::prelude::*;
use leptos::task::spawn_local;
use motcua_contract::session::{Assurance, SignedIn, SignedOut};

use super::kept::kept_part;
use super::{Known, ask, known, leaving};
use crate::api::write::{Refusal, Write};
use crate::app::use_app;
use crate::components::fresh::IntoFresh;
use crate::i18n::session as words;
use crate::{announce, api, focus};

const OUT: &str = "sign-out";
const QUESTION: &str = "sign-out-question";

/// How far signing out is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Leaving {
    /// Nobody wants to.
    Idle,
    /// Asked whether to, since drafts on this device would go with it.
    Question,
    /// The portal is being told.
    Asked,
    /// It did not answer: the session still stands.
    Failed,
}

/// Who is signed in, with the way in and out.
#[component]
pub(crate) fn SessionPanel() -> impl IntoView {
    let known = ask();
    let failed = leaving::take_failure().map(|failure| {
        view! {
            <div class="failure session__failure" role="alert">
                <h2 class="failure__title">{words::failed_title()}</h2>
                <p>{leaving::explain(failure)}</p>
                <p>{words::failed_else()}</p>
            </div>
        }
        .fresh()
    });
    let state = RwSignal::new(Leaving::Idle);
    view! {
        {failed}
        {move || match known.get() {
            Known::NotOffered => ().into_any(),
            Known::Asking => view! { <p class="session hint">{words::asking()}</p> }.fresh(),
            Known::Unclear(_) => unclear(),
            Known::Guest => guest(words::guest()),
            Known::Expired => guest(words::over_text()),
            Known::Person(person) => signed_in(&person, state),
        }}
    }
}

fn guest(text: &'static str) -> AnyView {
    view! {
        <div class="session">
            <p>{text}</p>
            <button type="button" class="button button--quiet" on:click=|_| leaving::sign_in()>{words::sign_in()}</button>
        </div>
    }
    .fresh()
}

fn unclear() -> AnyView {
    view! {
        <div class="session">
            <p>{words::unclear()}</p>
            <button type="button" class="button button--quiet" on:click=|_| super::ask_again()>{words::ask_again()}</button>
        </div>
    }
    .fresh()
}

fn signed_in(person: &SignedIn, state: RwSignal<Leaving>) -> AnyView {
    let name = person.name.clone();
    let low = (person.assurance != Assurance::High)
        .then(|| view! { <p class="hint">{words::assurance_low()}</p> }.fresh());
    let redraw = use_app().redraw;
    view! {
        <div class="session">
            <div>
                <p>{words::signed_in_as()} " " <strong lang="vi">{name}</strong></p>
                {low}
            </div>
            {move || match state.get() {
                Leaving::Question => question(state, redraw),
                Leaving::Idle | Leaving::Asked | Leaving::Failed => view! {
                    <button type="button" class="button button--quiet" id=OUT
                        aria-disabled=move || (state.get() == Leaving::Asked).then_some("true")
                        on:click=move |_| want_out(state, redraw)>{words::sign_out()}</button>
                }.fresh(),
            }}
            {move || (state.get() == Leaving::Failed).then(|| view! {
                <p class="fault" role="alert">{words::sign_out_failed()}</p>
            }.fresh())}
        </div>
    }
    .fresh()
}

fn question(state: RwSignal<Leaving>, redraw: RwSignal<u32>) -> AnyView {
    let stay = move |_| {
        state.set(Leaving::Idle);
        request_animation_frame(|| focus::focus_control(OUT));
    };
    view! {
        <div class="question" role="group" aria-labelledby=QUESTION>
            <h3 id=QUESTION>{words::sign_out_question()}</h3>
            <p>{words::sign_out_loses()}</p>
            <div class="actions">
                <button type="button" class="button" on:click=move |_| sign_out(state, redraw)>{words::sign_out_yes()}</button>
                <button type="button" class="button button--quiet" on:click=stay>{words::stay()}</button>
            </div>
        </div>
    }
    .fresh()
}

/// Signs out at once, or asks first where something would go that exists nowhere else.
fn want_out(state: RwSignal<Leaving>, redraw: RwSignal<u32>) {
    if state.get_untracked() == Leaving::Asked {
        return;
    }
    spawn_local(async move {
        leaving::keep_all().await;
        if (kept_part().await.only_here)().await {
            state.set(Leaving::Question);
            request_animation_frame(|| focus::focus_id(QUESTION));
        } else {
            sign_out(state, redraw);
        }
    });
}

/// Ends the session at the portal first: only then is anything on the device destroyed.
fn sign_out(state: RwSignal<Leaving>, redraw: RwSignal<u32>) {
    state.set(Leaving::Asked);
    spawn_local(async move {
        let answer = Write::delete(&api::path::session()).send().await;
        let told = match answer {
            Ok(answer) => answer.parse::<SignedOut>().ok(),
            // It had ended already: that is what was wanted.
            Err(refusal) if refusal.needs_sign_in() => Some(SignedOut { continue_to: None }),
            Err(Refusal::Unanswered(_) | Refusal::Refused { .. }) => None,
        };
        let Some(told) = told else {
            let _ = state.try_set(Leaving::Failed);
            return;
        };
        (kept_part().await.forget)().await;
        known().set(Known::Guest);
        match told.continue_to.filter(|address| leaving::is_web(address)) {
            Some(address) => leaving::leave_for(address),
            None => {
                focus::navigation_began();
                redraw.update(|count| *count += 1);
                announce::say(words::signed_out());
            }
        }
    });
}
