//! Saying that an answer does not do.
//!
//! Announces and focus: see [`super::case`]; a reason that is missing is told at its box, which
//! takes focus.

use leptos::prelude::*;
use leptos::task::spawn_local;
use motcua_contract::feedback::{Feedback, ReopenFeedback};
use serde::{Deserialize, Serialize};

use super::case::STATE;
use crate::api::attempt::Pending;
use crate::api::{self, Load};
use crate::components::fresh::IntoFresh;
use crate::form::{PlainBox, Remark};
use crate::i18n::feedback as words;
use crate::pages::voice::refused::remarks;
use crate::pages::voice::sending::{Outcome, Sending, button, told};
use crate::remote::Remote;
use crate::{announce, focus, unsent};

const REASON: &str = "/reason";

/// What is kept until the portal has answered.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
struct Objection {
    reason: String,
    /// Sent and not answered yet: once more as long as the reason is the same.
    sent: Pending,
}

/// The form; `load` learns what the feedback is then.
pub(super) fn form(code: &str, load: Load<Feedback>) -> AnyView {
    let name = StoredValue::new(format!("reopening/{code}"));
    let path = api::path::feedback_reopening(code);
    let kept = name.with_value(|name| unsent::kept::<Objection>(name));
    let objection = RwSignal::new(kept.unwrap_or_default());
    let keep = move || {
        objection.with_untracked(|now| name.with_value(|name| unsent::keep(name, now)));
    };
    let faults = RwSignal::new(Vec::<Remark>::new());
    let state = RwSignal::new(Sending::Idle);
    let reason = PlainBox {
        pointer: REASON,
        label: words::reopen_label(),
        hint: None,
        value: Signal::stored(objection.with_untracked(|now| now.reason.clone())),
        on_typed: Callback::new(move |typed: String| {
            objection.update(|now| now.reason = typed);
            keep();
        }),
        remarks: faults,
    };
    let wrong = move |found: Vec<Remark>| {
        if faults.try_set(found).is_none() {
            focus::focus_control(&reason.id());
        }
    };
    let submit = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        if state.with_untracked(|state| *state == Sending::Asked) {
            return;
        }
        let reason = objection.with_untracked(|now| now.reason.trim().to_owned());
        if reason.is_empty() {
            wrong(vec![Remark {
                pointer: REASON.into(),
                message: words::fault_reason().into(),
            }]);
            return;
        }
        let Ok(body) = serde_json::to_string(&ReopenFeedback { reason }) else {
            return;
        };
        let Some(attempt) = objection.try_update(|now| now.sent.say(body)) else {
            return;
        };
        keep();
        faults.set(Vec::new());
        state.set(Sending::Asked);
        announce::say(words::reopening());
        let path = path.clone();
        spawn_local(async move {
            let answer = attempt.post::<Feedback>(&path).await;
            if objection
                .try_update(|now| now.sent.heard(&answer))
                .is_some()
            {
                keep();
            }
            match Outcome::of(answer) {
                Outcome::Done(value) => {
                    name.try_with_value(|name| unsent::forget(name));
                    announce::say(words::reopen_done());
                    let ready = Remote::Ready {
                        value,
                        kept_at: None,
                    };
                    if load.state.set(ready) {
                        request_animation_frame(|| focus::focus_id(STATE));
                    }
                }
                Outcome::Refused(problem) => {
                    let _ = state.try_set(Sending::Idle);
                    wrong(remarks(&problem, REASON, |_| None));
                }
                Outcome::Still(now) => drop(state.try_set(now)),
            }
        });
    };
    view! {
        <section class="section section--read" aria-labelledby="reopen">
            <h2 id="reopen">{words::reopen_title()}</h2>
            <p>{words::reopen_lead()}</p>
            <form novalidate on:submit=submit>
                {reason.lines()}
                {told(state, words::reopen_not_known())}
                <div class="actions">{button(state, words::reopen(), words::reopening())}</div>
            </form>
        </section>
    }
    .fresh()
}
