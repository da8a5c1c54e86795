//! What the person agreed to, with the way to take it back, and what was taken back.
//!
//! Announces: that a consent is withdrawn (polite); a failure as `role=alert`. Focus: on the
//! question when one wants to withdraw; back on the button when one thinks better of it; on
//! the part's heading once it is done, since the button is gone with it.

use leptos::prelude::*;
use leptos::task::spawn_local;
use motcua_contract::consent::{Consent, Consents as Given};

use crate::api::write::Write;
use crate::components::fresh::IntoFresh;
use crate::components::remote_view::RemoteView;
use crate::i18n::{fill, language, my_data as words};
use crate::offline::clock;
use crate::{announce, api, focus, format, session};

const TITLE: &str = "consents";
const QUESTION: &str = "withdraw-question";

/// How far a withdrawal is.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Withdrawing {
    /// Nobody wants to.
    Idle,
    /// Asked whether to withdraw the consent with this id.
    Question(String),
    /// The portal is being told.
    Asked(String),
    /// It did not answer, or said no.
    Failed(String),
}

impl Withdrawing {
    fn is_of(&self, consent: &str) -> bool {
        match self {
            Self::Idle => false,
            Self::Question(id) | Self::Asked(id) | Self::Failed(id) => id == consent,
        }
    }
}

/// The part.
#[component]
pub(super) fn Consents(
    /// Changes when the portal changed them by itself.
    changed: RwSignal<u32>,
) -> impl IntoView {
    let given = api::load::<Given>(move || {
        changed.track();
        api::path::consents()
    });
    let state = RwSignal::new(Withdrawing::Idle);
    let withdraw = Callback::new(move |id: String| {
        if matches!(state.get_untracked(), Withdrawing::Asked(_)) {
            return;
        }
        state.set(Withdrawing::Asked(id.clone()));
        spawn_local(async move {
            let done = Write::delete(&api::path::consent(&id)).send().await;
            if let Err(refusal) = done {
                if refusal.needs_sign_in() {
                    session::ended();
                }
                let _ = state.try_set(Withdrawing::Failed(id));
                return;
            }
            if state.try_set(Withdrawing::Idle).is_none() {
                announce::say(words::withdrawn());
                focus::focus_id(TITLE);
                given.retry();
            }
        });
    });
    let retry = move |()| {
        focus::focus_id(TITLE);
        given.retry();
    };
    view! {
        <section class="section section--read" aria-labelledby=TITLE>
            <h2 id=TITLE>{words::consents()}</h2>
            <RemoteView state=given.state on_retry=retry ready=move |given: Given| {
                if given.items.is_empty() {
                    return view! { <p>{words::consents_none()}</p> }.fresh();
                }
                let rows = given.items.into_iter().map(|consent| line(consent, state, withdraw));
                view! { <ul class="kept">{rows.collect_view()}</ul> }.fresh()
            } />
        </section>
    }
}

/// Whether a consent still allows anything.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Force {
    Holds,
    Ended,
    Withdrawn,
}

fn force(consent: &Consent, ended: impl FnOnce(&str) -> bool) -> Force {
    if consent.withdrawn_at.is_some() {
        Force::Withdrawn
    } else if consent.until.as_deref().is_some_and(ended) {
        Force::Ended
    } else {
        Force::Holds
    }
}

/// Whether a time has passed on this device.
fn passed(rfc3339: &str) -> bool {
    clock::milliseconds(rfc3339).is_some_and(|time| time <= js_sys::Date::now())
}

fn line(
    consent: Consent,
    state: RwSignal<Withdrawing>,
    withdraw: Callback<String>,
) -> impl IntoView {
    let (text, lang) = consent.text.for_language(language().tag());
    let text = text.to_owned();
    let force = force(&consent, passed);
    let at = |message: &str, time: &str| fill(message, &[("time", &format::date_time(time))]);
    let mut when = at(words::given(), &consent.given_at);
    let second = match (force, &consent.withdrawn_at, &consent.until) {
        (Force::Withdrawn, Some(time), _) => Some(at(words::withdrawn_at(), time)),
        (Force::Ended, _, Some(until)) => Some(at(words::ended(), until)),
        (Force::Holds, _, Some(until)) => Some(at(words::lasts(), until)),
        _ => None,
    };
    if let Some(second) = second {
        when = format!("{when} · {second}");
    }
    let action = match force {
        Force::Holds => withdrawal(consent.id, text.clone(), state, withdraw),
        Force::Ended => view! { <p><span class="tag">{words::ended_tag()}</span></p> }.fresh(),
        Force::Withdrawn => {
            view! { <p><span class="tag">{words::withdrawn_tag()}</span></p> }.fresh()
        }
    };
    view! {
        <li class="kept__list">
            <div>
                <p lang=lang>{text}</p>
                <p class="hint">{when}</p>
            </div>
            {action}
        </li>
    }
}

/// The button, and the question it asks first.
fn withdrawal(
    id: String,
    text: String,
    state: RwSignal<Withdrawing>,
    withdraw: Callback<String>,
) -> AnyView {
    let mine = StoredValue::new(id.clone());
    let open = Memo::new(move |_| mine.with_value(|id| state.with(|state| state.is_of(id))));
    let button = StoredValue::new(format!("withdraw-{id}"));
    let label = StoredValue::new(fill(words::withdraw_which(), &[("text", &text)]));
    let want = move |_| {
        state.set(Withdrawing::Question(mine.get_value()));
        request_animation_frame(|| focus::focus_id(QUESTION));
    };
    let keep = move |_| {
        state.set(Withdrawing::Idle);
        request_animation_frame(move || button.with_value(|id| focus::focus_control(id)));
    };
    let asked = move || state.with(|state| matches!(state, Withdrawing::Asked(_)));
    let failed = move || state.with(|state| matches!(state, Withdrawing::Failed(_)));
    (move || {
        if !open.get() {
            return view! {
                <button type="button" class="button button--quiet" id=button.get_value()
                    aria-label=label.get_value() on:click=want>{words::withdraw()}</button>
            }
            .fresh();
        }
        view! {
            <div class="question" role="group" aria-labelledby=QUESTION>
                <h3 id=QUESTION>{words::withdraw_question()}</h3>
                <p>{words::withdraw_follows()}</p>
                {move || failed().then(|| view! { <p class="fault" role="alert">{words::withdraw_failed()}</p> }.fresh())}
                <div class="actions">
                    <button type="button" class="button" on:click=move |_| withdraw.run(mine.get_value())
                        aria-disabled=move || asked().then_some("true")>{words::withdraw_yes()}</button>
                    <button type="button" class="button button--quiet" on:click=keep>{words::withdraw_no()}</button>
                </div>
            </div>
        }
        .fresh()
    })
    .into_any()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn consent(until: Option<&str>, withdrawn_at: Option<&str>) -> Consent {
        Consent {
            id: "c1".into(),
            purpose: "prefill".into(),
            text: motcua_contract::text::LocalText::new("a", "b"),
            given_at: "2026-10-08T09:02:00+07:00".into(),
            until: until.map(Into::into),
            withdrawn_at: withdrawn_at.map(Into::into),
        }
    }

    #[test]
    fn only_a_consent_in_force_can_be_withdrawn() {
        let until = Some("2027-10-08T09:02:00+07:00");
        assert_eq!(force(&consent(None, None), |_| true), Force::Holds);
        assert_eq!(force(&consent(until, None), |_| false), Force::Holds);
        assert_eq!(force(&consent(until, None), |_| true), Force::Ended);
        assert_eq!(force(&consent(until, until), |_| true), Force::Withdrawn);
    }

    #[test]
    fn the_question_stands_at_its_own_consent() {
        let state = Withdrawing::Failed("c1".into());
        assert!(state.is_of("c1") && !state.is_of("c2"));
        assert!(!Withdrawing::Idle.is_of("c1"));
    }
}
