//! Signing what was reviewed, where the form asks for it.
//!
//! The signing is bound to the SHA-256 of the canonical JSON of the draft's content, which
//! the portal computes from its own copy: so the copy has to be there, whole, first. Beginning
//! without an answer begins nothing twice: it is asked for with the same key until there is one,
//! so that a lost answer does not cost a second code.
//!
//! Announces: what has to be done, by the move of focus to the code's box; a wrong or
//! expired code as `role=alert`. Focus: on the box once a code was sent, and on it again
//! after a wrong one; on the heading when signed, as the screen then goes on.

use leptos::prelude::*;
use leptos::task::spawn_local;
use motcua_contract::problem::kind;
use motcua_contract::signature::{ConfirmSigning, Signing, SigningState, StartSigning};

use super::open::Application;
use crate::api::attempt::Tries;
use crate::api::write::{Refusal, Write};
use crate::api::{self, client};
use crate::canonical_json::canonical;
use crate::components::fresh::IntoFresh;
use crate::components::remote_view::explain;
use crate::digest;
use crate::i18n::{language, submit as words};
use crate::offline::drafts::OpenDraft;
use crate::remote::Failure;
use crate::session::panel::SessionPanel;
use crate::session::{self, Known};
use crate::{announce, focus};

const CODE: &str = "signing-code";
const ERROR: &str = "signing-error";
/// How often a signing that is confirmed in another app is asked about.
const ASKED_EVERY: std::time::Duration = std::time::Duration::from_secs(3);

/// How far the signing is.
#[derive(Clone, Debug, PartialEq)]
enum State {
    /// Nobody has begun, or it has to be begun again, for this reason.
    Begin(Option<&'static str>),
    /// The portal is being asked.
    Asked,
    /// It waits for the person; what was wrong with the last code.
    Waits(Signing, Option<&'static str>),
    /// The portal could not be asked.
    Failed(Failure),
}

/// What beginning takes.
#[derive(Clone, Copy)]
struct Beginning {
    draft: OpenDraft,
    tries: Tries,
    state: RwSignal<State>,
}

/// The step; `signature` gets the id once it is signed. `tries` outlive it: it may be drawn anew
/// while beginning has no answer.
pub(super) fn signing(
    application: Application,
    tries: Tries,
    signature: RwSignal<Option<String>>,
) -> AnyView {
    let state = RwSignal::new(State::Begin(None));
    let beginning = Beginning {
        draft: application.draft,
        tries,
        state,
    };
    let draft = application.draft;
    let known = session::ask();
    watch(state, signature);
    let at_portal = Memo::new(move |_| draft.with(|draft| draft.on_portal_since().is_some()));
    view! {
        <section class="act" aria-labelledby="signing">
            <h2 id="signing">{words::sign_title()}</h2>
            <p>{words::sign_text()}</p>
            {move || {
                if !known.with(|known| matches!(known, Known::Person(_))) {
                    return view! { <p>{words::sign_needs_portal()}</p> <SessionPanel /> }.fresh();
                }
                if !at_portal.get() {
                    return view! { <p role="status">{words::sign_waits_for_portal()}</p> }.fresh();
                }
                drawn(beginning, signature)
            }}
        </section>
    }
    .fresh()
}

fn drawn(beginning: Beginning, signature: RwSignal<Option<String>>) -> AnyView {
    let state = beginning.state;
    let begin = move |_| beginning.begin();
    (move || match state.get() {
        State::Begin(why) => view! {
            {why.map(|why| view! { <p class="fault" role="alert">{why}</p> })}
            <button type="button" class="button" on:click=begin>{words::sign_start()}</button>
        }
        .fresh(),
        State::Asked => view! { <p role="status">{words::sign_preparing()}</p> }.fresh(),
        State::Failed(failure) => {
            let (title, text) = explain(&failure);
            view! {
                <p class="fault" role="alert">{words::sign_failed()} " " {title} ". " {text}</p>
                <button type="button" class="button" on:click=begin>{words::sign_start()}</button>
            }
            .fresh()
        }
        State::Waits(signing, wrong) => waits(beginning, &signing, wrong, signature),
    })
    .into_any()
}

fn waits(
    beginning: Beginning,
    signing: &Signing,
    wrong: Option<&'static str>,
    signature: RwSignal<Option<String>>,
) -> AnyView {
    let state = beginning.state;
    let (instruction, lang) = signing.instruction.for_language(language().tag());
    let instruction = view! { <p lang=lang>{instruction.to_owned()}</p> };
    if !signing.asks_for_code {
        return view! { {instruction} <p role="status">{words::sign_elsewhere()}</p> }.fresh();
    }
    let input = NodeRef::<leptos::html::Input>::new();
    input.on_load(|_| request_animation_frame(|| focus::focus_control(CODE)));
    let waiting = signing.clone();
    let confirm = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        let typed = input
            .get_untracked()
            .map(|input| input.value())
            .unwrap_or_default();
        // Messages write codes in groups.
        let code: String = typed.chars().filter(|c| !c.is_whitespace()).collect();
        if code.is_empty() {
            state.set(State::Waits(waiting.clone(), Some(words::sign_empty())));
            return;
        }
        confirm(waiting.clone(), code, state, signature);
    };
    let error = wrong.map(|wrong| view! { <p class="q__error" id=ERROR role="alert">{wrong}</p> });
    view! {
        {instruction}
        <form novalidate on:submit=confirm>
            <div class="q" class:q--wrong=wrong.is_some()>
                <label class="q__label" for=CODE>{words::sign_code()}</label>
                <p class="hint q__hint" id="signing-hint">{words::sign_code_hint()}</p>
                {error}
                <input node_ref=input class="box box--short" id=CODE inputmode="numeric" autocomplete="one-time-code"
                    spellcheck="false" maxlength="40" aria-required="true"
                    aria-invalid=wrong.map(|_| "true")
                    aria-describedby=if wrong.is_some() { "signing-hint signing-error" } else { "signing-hint" } />
            </div>
            <div class="actions">
                <button class="button">{words::sign_confirm()}</button>
                <button type="button" class="button button--quiet" on:click=move |_| beginning.begin()>{words::sign_again()}</button>
            </div>
        </form>
    }
    .fresh()
}

impl Beginning {
    /// Hashes what the portal holds too, and begins.
    fn begin(self) {
        if self.state.with_untracked(|state| *state == State::Asked) {
            return;
        }
        self.state.set(State::Asked);
        spawn_local(async move {
            let content = self.draft.read(|draft| {
                let id = draft.portal_id()?.to_owned();
                Some((id, serde_json::to_value(&draft.content).ok()?))
            });
            let Some((id, content)) = content else {
                let _ = self.state.try_set(State::Begin(None));
                return;
            };
            let next = match digest::sha256_hex(canonical(&content).as_bytes()).await {
                Some(sha256) => start(self.tries, StartSigning { draft: id, sha256 }).await,
                // No crypto.subtle outside a secure context.
                None => State::Failed(Failure::Garbled),
            };
            let _ = self.state.try_set(next);
        });
    }
}

async fn start(tries: Tries, start: StartSigning) -> State {
    let Ok(body) = serde_json::to_string(&start) else {
        return State::Failed(Failure::Garbled);
    };
    match tries.post::<Signing>(&api::path::signatures(), body).await {
        // A signing of something else is none of ours.
        Ok(signing) if signing.sha256 == start.sha256 => State::Waits(signing, None),
        Ok(_) => State::Begin(Some(words::sign_changed())),
        Err(refusal) => refused(refusal),
    }
}

fn refused(refusal: Refusal) -> State {
    if refusal.needs_sign_in() {
        session::ended();
    }
    let changed = refusal.problem().is_some_and(|problem| {
        problem
            .errors
            .iter()
            .any(|fault| fault.pointer == "/sha256")
    });
    if changed {
        return State::Begin(Some(words::sign_changed()));
    }
    State::Failed(refusal.into_failure())
}

fn confirm(
    signing: Signing,
    code: String,
    state: RwSignal<State>,
    signature: RwSignal<Option<String>>,
) {
    state.set(State::Asked);
    spawn_local(async move {
        let Ok(body) = serde_json::to_string(&ConfirmSigning { code }) else {
            return;
        };
        let path = api::path::signing_confirmation(&signing.id);
        let next = match Write::post(&path).body(&body).send().await {
            Ok(answer) => match answer.parse::<Signing>() {
                Ok(answered) => after(answered, signature),
                Err(failure) => Some(State::Failed(failure)),
            },
            Err(Refusal::Refused { problem, .. }) if problem.status == 422 => {
                Some(State::Waits(signing, Some(words::sign_wrong())))
            }
            Err(Refusal::Refused { problem, .. })
                if problem.kind == kind::NOT_NOW || problem.kind == kind::GONE =>
            {
                Some(State::Begin(Some(words::sign_expired())))
            }
            // The code may have been taken: ask how it stands rather than send it again.
            Err(Refusal::Unanswered(_)) => ask(&signing, signature).await,
            Err(refusal) => Some(refused(refusal)),
        };
        if let Some(next) = next {
            let _ = state.try_set(next);
        }
    });
}

/// How the signing stands at the portal.
async fn ask(signing: &Signing, signature: RwSignal<Option<String>>) -> Option<State> {
    let answer = client::get(&api::path::signing(&signing.id), None).await;
    match answer.and_then(|answer| answer.parse::<Signing>()) {
        Ok(answered) => after(answered, signature),
        Err(failure) => Some(State::Failed(failure)),
    }
}

/// What follows from an answer; nothing when it is signed and the screen goes on.
fn after(signing: Signing, signature: RwSignal<Option<String>>) -> Option<State> {
    match signing.state {
        SigningState::Signed => {
            let _ = signature.try_set(Some(signing.id));
            announce::say(words::signed());
            request_animation_frame(focus::heading_changed);
            None
        }
        SigningState::Expired => Some(State::Begin(Some(words::sign_expired()))),
        SigningState::Refused => Some(State::Begin(Some(words::sign_refused()))),
        SigningState::Waiting | SigningState::Unknown => Some(State::Waits(signing, None)),
    }
}

/// Asks about a signing that the person confirms elsewhere.
fn watch(state: RwSignal<State>, signature: RwSignal<Option<String>>) {
    let look = move || {
        let waiting = state.try_with_untracked(|state| match state {
            State::Waits(signing, _) if !signing.asks_for_code => Some(signing.clone()),
            _ => None,
        });
        if let Some(Some(signing)) = waiting {
            spawn_local(async move {
                if let Some(next) = ask(&signing, signature).await
                    && next != State::Waits(signing, None)
                    && !matches!(next, State::Failed(_))
                {
                    let _ = state.try_set(next);
                }
            });
        }
    };
    if let Ok(timer) = set_interval_with_handle(look, ASKED_EVERY) {
        on_cleanup(move || timer.clear());
    }
}
