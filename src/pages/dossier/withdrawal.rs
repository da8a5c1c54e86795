//! Taking a dossier back: what follows from it, a reason if one likes, one button.
//!
//! Announces: on a navigation its heading; that it is being sent (polite); what went wrong as
//! `role=alert`. Focus: on the heading after a navigation, and again once it is withdrawn,
//! since the heading then says so; stays on the button while it is sent and after a failure.
//!
//! An answer that got lost is asked for again as it was, so that nothing is done twice: until
//! then the reason must stay. A second withdrawal from elsewhere is refused by the portal.

use leptos::html::Textarea;
use leptos::prelude::*;
use leptos::task::spawn_local;
use motcua_contract::dossier::ending::Withdraw;
use motcua_contract::dossier::{Action, Status};
use serde::Deserialize;
use serde::de::IgnoredAny;

use super::reading::reading;
use super::standing::status_tag;
use crate::api::attempt::Tries;
use crate::api::write::Refusal;
use crate::components::fresh::IntoFresh;
use crate::components::heading::PageHeading;
use crate::components::remote_view::explain;
use crate::i18n::{dossier as words, fill};
use crate::route::Route;
use crate::{announce, api, focus, session};

const REASON: &str = "withdrawal-reason";

/// What is read of the dossier here.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(rename_all = "camelCase")]
struct Withdrawable {
    status: Status,
    #[serde(default)]
    actions: Vec<Action>,
}

/// How far it is.
#[derive(Clone, Debug, PartialEq)]
enum State {
    Asking,
    Sending,
    /// No answer: it may be done, and is asked for again as it was.
    Unclear,
    /// The portal says no; why, in words.
    Refused(String),
    Done,
}

/// The screen.
#[component]
pub(super) fn WithdrawalScreen(code: String) -> impl IntoView {
    let asked = StoredValue::new(code.clone());
    let dossier =
        api::load::<Withdrawable>(move || asked.with_value(|code| api::path::dossier(code)));
    let state = RwSignal::new(State::Asking);
    let title = Signal::derive(move || {
        let done = state.with(|state| *state == State::Done);
        let title = if done {
            words::withdrawal_done()
        } else {
            words::withdrawal_title()
        };
        title.to_owned()
    });
    let ready = Callback::new(move |dossier: Withdrawable| {
        if dossier.actions.contains(&Action::Withdraw) {
            form(asked, state)
        } else {
            view! {
                <p>{status_tag(&dossier.status)}</p>
                <p class="read">{words::withdrawal_not_now()}</p>
            }
            .fresh()
        }
    });
    let line = fill(words::code(), &[("code", &code)]);
    let back = Route::Dossier(code.clone()).href();
    view! {
        <article class="dossier">
            <p class="hint dossier__code">{line}</p>
            <PageHeading title=title />
            {reading(dossier, code, words::no_such_dossier, ready)}
            <p><a class="more" href=back>{move || match state.get() {
                State::Done => words::back_to_dossier(),
                _ => words::withdrawal_keep(),
            }}</a></p>
        </article>
    }
}

fn form(code: StoredValue<String>, state: RwSignal<State>) -> AnyView {
    let reason = NodeRef::<Textarea>::new();
    let tries = Tries::new();
    let submit = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        if state.with_untracked(|state| *state == State::Sending) {
            return;
        }
        let typed = reason.get_untracked().map(|reason| reason.value());
        let typed = typed.filter(|typed| !typed.trim().is_empty());
        let Ok(body) = serde_json::to_string(&Withdraw { reason: typed }) else {
            return;
        };
        state.set(State::Sending);
        announce::say(words::withdrawal_sending());
        spawn_local(async move {
            let path = code.with_value(|code| api::path::withdrawal(code));
            let next = match tries.post::<IgnoredAny>(&path, body).await {
                Ok(_) => State::Done,
                Err(Refusal::Unanswered(_)) => State::Unclear,
                Err(refusal) => {
                    if refusal.needs_sign_in() {
                        session::ended();
                    }
                    let (title, text) = explain(&refusal.into_failure());
                    State::Refused(format!("{title}. {text}"))
                }
            };
            let done = next == State::Done;
            let _ = state.try_set(next);
            if done {
                request_animation_frame(focus::heading_changed);
            }
        });
    };
    let sending = move || state.with(|state| *state == State::Sending);
    let frozen = move || state.with(|state| matches!(state, State::Sending | State::Unclear));
    // Not at each change of the state: what was typed would go with the form.
    let done = Memo::new(move |_| state.with(|state| *state == State::Done));
    (move || {
        if done.get() {
            return ().into_any();
        }
        view! {
            <div class="read">
                <p>{words::withdrawal_what()}</p>
                <p>{words::withdrawal_money()}</p>
            </div>
            <form class="read" novalidate on:submit=submit>
                <div class="q">
                    <label class="q__label" for=REASON>{words::withdrawal_reason()}</label>
                    <p class="hint q__hint" id="withdrawal-hint">{words::withdrawal_reason_hint()}</p>
                    <textarea node_ref=reason class="box box--lines" id=REASON rows="3" maxlength="2000"
                        aria-describedby="withdrawal-hint" readonly=frozen></textarea>
                </div>
                <div role="alert">{move || match state.get() {
                    State::Refused(words) => Some(view! { <p class="fault">{words}</p> }),
                    State::Unclear => Some(view! { <p class="fault">{words::withdrawal_unclear().to_owned()}</p> }),
                    _ => None,
                }}</div>
                <div class="actions">
                    <button class="button" aria-disabled=move || sending().then_some("true")>
                        {move || if sending() { words::withdrawal_sending() } else { words::withdrawal_button() }}
                    </button>
                </div>
            </form>
        }
        .fresh()
    })
    .into_any()
}
