//! A dossier by its code, without signing in: how far it is, and with one proof more all that
//! happened to it. The code and the proof travel in a body, never in an address.
//!
//! Announces (polite): that it is being looked for, and what was found; a refusal likewise,
//! since it stands where the person just pressed. Focus: stays in the box; after a proof was
//! given, whose box goes, on the heading of what was found, on the new box when the proof was
//! wrong, on the code otherwise.

use leptos::html::Input;
use leptos::prelude::*;
use leptos::task::spawn_local;
use motcua_contract::dossier::DossierCode;
use motcua_contract::lookup::{Lookup, Proof, ProofKind, PublicDossier};

use crate::api::write::{Refusal, Write};
use crate::components::fresh::IntoFresh;
use crate::components::remote_view::explain;
use crate::i18n::{common, fill, home, lookup as words};
use crate::pages::dossier::standing::{paragraph, promised, status_tag};
use crate::pages::dossier::timeline::timeline;
use crate::remote::Failure;
use crate::{announce, api, focus};

const FOUND: &str = "found-dossier";
const DIGITS: &str = "proof-digits";
/// The box that the code was typed into.
pub(super) const CODE: &str = "dossier-code";

/// How a lookup stands.
#[derive(Clone, Debug, PartialEq)]
enum State {
    /// Asked.
    Looking,
    /// There; what was wrong with the proof that was given, if it was.
    Found(Box<PublicDossier>, Option<&'static str>),
    /// No such code, or the proof does not fit: the portal does not tell which.
    None,
    /// Too many tries: wait so many seconds, when the portal says how many.
    Locked(Option<u32>),
    /// Could not be asked.
    Failed(Failure),
}

/// Looks `code` up and shows what comes of it.
pub(super) fn look_up(code: String) -> AnyView {
    let state = RwSignal::new(State::Looking);
    let code = StoredValue::new(code);
    let ask = Callback::new(move |proof: Option<Proof>| {
        let before = state.get_untracked();
        let given = proof.is_some();
        let code = code.get_value();
        announce::say(&fill(words::looking_for(), &[("code", &code)]));
        spawn_local(async move {
            let now = asked(code, proof, &before).await;
            announce::say(&told(&now));
            let wrong = matches!(now, State::Found(_, Some(_)));
            let found = matches!(now, State::Found(_, None));
            // The box in which a proof was given goes with what stood there before.
            if state.try_set(now).is_none() && given {
                request_animation_frame(move || match (found, wrong) {
                    (true, _) => focus::focus_id(FOUND),
                    (_, true) => focus::focus_control(DIGITS),
                    _ => focus::focus_control(CODE),
                });
            }
        });
    });
    ask.run(None);
    (move || drawn(&state.get(), ask)).into_any()
}

async fn asked(code: String, proof: Option<Proof>, before: &State) -> State {
    let code = DossierCode::new(code);
    let proves = proof.is_some();
    let Ok(body) = serde_json::to_string(&Lookup { code, proof }) else {
        return State::None;
    };
    let answer = Write::post(&api::path::lookups()).body(&body).send().await;
    match answer {
        Ok(answer) => match answer.parse::<PublicDossier>() {
            Ok(dossier) => State::Found(Box::new(dossier), None),
            Err(failure) => State::Failed(failure),
        },
        Err(Refusal::Refused {
            problem,
            retry_after,
            ..
        }) => match (problem.status, before) {
            (404, State::Found(dossier, _)) if proves => {
                State::Found(dossier.clone(), Some(words::proof_wrong()))
            }
            (404 | 400 | 422, _) => State::None,
            (429, _) => State::Locked(retry_after),
            (status, _) => State::Failed(Failure::from_answer(status, "")),
        },
        Err(Refusal::Unanswered(failure)) => State::Failed(failure),
    }
}

/// The outcome in one sentence.
fn told(state: &State) -> String {
    match state {
        State::Looking => words::looking().into(),
        State::Found(_, Some(wrong)) => (*wrong).into(),
        State::Found(dossier, None) => {
            let stage = dossier.status.code.official_term();
            let stage = stage.unwrap_or(&dossier.status.portal_text.vi);
            fill(words::found(), &[("status", stage)])
        }
        State::None => words::none().into(),
        State::Locked(seconds) => locked(*seconds),
        State::Failed(failure) => {
            let (title, text) = explain(failure);
            format!("{title}. {text}")
        }
    }
}

fn locked(seconds: Option<u32>) -> String {
    match seconds {
        Some(seconds) => {
            let minutes = seconds.div_ceil(60).to_string();
            fill(words::locked_for(), &[("n", &minutes)])
        }
        None => words::locked().into(),
    }
}

fn drawn(state: &State, ask: Callback<Option<Proof>>) -> AnyView {
    match state {
        State::Looking => view! { <p>{words::looking()}</p> }.fresh(),
        State::Found(dossier, wrong) => found(dossier, *wrong, ask),
        State::None => view! {
            <div class="notice notice--warning">
                <p>{words::none()}</p>
                <p>{words::none_why()}</p>
            </div>
        }
        .fresh(),
        State::Locked(seconds) => {
            view! { <p class="notice notice--warning">{locked(*seconds)}</p> }.fresh()
        }
        State::Failed(_) => view! {
            <div class="notice notice--warning">
                <p>{told(state)}</p>
                <p><button type="button" class="button button--quiet" on:click=move |_| ask.run(None)>{common::retry()}</button></p>
            </div>
        }
        .fresh(),
    }
}

fn found(
    dossier: &PublicDossier,
    wrong: Option<&'static str>,
    ask: Callback<Option<Proof>>,
) -> AnyView {
    let title = fill(words::found_title(), &[("code", dossier.code.as_str())]);
    let service = dossier
        .service
        .as_ref()
        .map(|service| view! { <p lang="vi"><strong>{service.name.clone()}</strong></p> });
    let deadline = dossier.deadline.as_ref().map(|deadline| {
        view! { <p><span class="hint">{words::promised()}" "</span>{promised(deadline)}</p> }
    });
    let happened = (!dossier.timeline.is_empty()).then(|| timeline(&dossier.timeline));
    let more = (happened.is_none()).then(|| proofs(&dossier.proofs, wrong, ask));
    view! {
        <section class="act act--wait" aria-labelledby=FOUND>
            <h3 id=FOUND tabindex="-1">{title}</h3>
            {service}
            <p>{status_tag(&dossier.status)}</p>
            {paragraph(&dossier.status.meaning)}
            {deadline}
            {more}
        </section>
        {happened}
    }
    .fresh()
}

/// One proof more shows more; nothing where the portal takes none that this app knows.
fn proofs(
    kinds: &[ProofKind],
    wrong: Option<&'static str>,
    ask: Callback<Option<Proof>>,
) -> Option<AnyView> {
    let known: Vec<ProofKind> = kinds
        .iter()
        .copied()
        .filter(|kind| *kind != ProofKind::Unknown)
        .collect();
    let first = *known.first()?;
    let chosen = RwSignal::new(first);
    let lacking = RwSignal::new(wrong);
    let input = NodeRef::<Input>::new();
    let ways = (known.len() > 1).then(|| {
        let rows = known.iter().map(|kind| {
            let kind = *kind;
            view! {
                <label class="radio">
                    <input type="radio" name="proof" prop:checked=move || chosen.get() == kind
                        on:change=move |_| chosen.set(kind) />
                    <span>{of(kind)}</span>
                </label>
            }
        });
        view! { <fieldset class="q"><legend class="q__label">{words::proof_which()}</legend>{rows.collect_view()}</fieldset> }
    });
    let submit = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        let typed = input.get_untracked().map(|input| input.value());
        let digits: String = typed
            .unwrap_or_default()
            .chars()
            .filter(|c| !c.is_whitespace())
            .collect();
        if digits.len() != 4 || !digits.bytes().all(|b| b.is_ascii_digit()) {
            lacking.set(Some(words::proof_shape()));
            focus::focus_control(DIGITS);
            return;
        }
        ask.run(Some(Proof {
            kind: chosen.get_untracked(),
            digits,
        }));
    };
    let label = move || fill(words::proof_label(), &[("of", of(chosen.get()))]);
    Some(
        view! {
            <form novalidate on:submit=submit>
                <p>{words::proof_lead()}</p>
                {ways}
                <div class="q">
                    <label class="q__label" for=DIGITS>{label}</label>
                    <p class="q__error" id="proof-error">{move || lacking.get()}</p>
                    <input node_ref=input class="box box--short" id=DIGITS type="text" inputmode="numeric"
                        autocomplete="off" maxlength="8" aria-describedby="proof-error"
                        aria-invalid=move || lacking.get().is_some().then_some("true") />
                </div>
                <div class="actions"><button class="button button--quiet">{home::lookup_button()}</button></div>
            </form>
        }
        .fresh(),
    )
}

fn of(kind: ProofKind) -> &'static str {
    match kind {
        ProofKind::CitizenId => words::proof_citizen_id(),
        _ => words::proof_phone(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_wait_is_told_in_whole_minutes() {
        assert!(locked(Some(61)).contains('2'));
        assert!(locked(Some(1)).contains('1'));
        assert_eq!(locked(None), words::locked());
    }

    #[test]
    fn an_unknown_code_and_a_wrong_proof_are_told_alike() {
        assert_eq!(told(&State::None), words::none());
    }
}
