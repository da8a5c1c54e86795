//! Having deleted what the law allows: first what goes and what stays and why, then the
//! request, then what is so.
//!
//! Announces: that the portal is asked (polite); a failure or a box left empty as
//! `role=alert` or by the box's own error. Focus: on the box when it was left empty; on the
//! part's heading once the portal has taken the request, since the button is gone.
//!
//! The key of the request is kept until the portal has answered.

use leptos::html::Input;
use leptos::prelude::*;
use leptos::task::spawn_local;
use motcua_contract::my_data::{Deletion as Outlook, KeptData};
use motcua_contract::text::LocalText;

use crate::api::attempt::Tries;
use crate::api::write::Refusal;
use crate::components::fresh::IntoFresh;
use crate::components::remote_view::RemoteView;
use crate::i18n::{fill, language, my_data as words};
use crate::route::Route;
use crate::{announce, api, focus, format, session};

const TITLE: &str = "deletion";
const BOX: &str = "deletion-understood";
const FAULT: &str = "deletion-fault";

/// How far the request is.
#[derive(Clone, Debug, PartialEq)]
enum State {
    /// Nobody asked.
    Idle,
    /// The box was left empty.
    NotTicked,
    /// The portal is being asked.
    Asked,
    /// No answer: it may be done.
    Unclear,
    /// The portal says no, in its words.
    Refused(String),
    /// The portal took it, and says what goes and what stays.
    Taken(Outlook),
}

/// The part.
#[component]
pub(super) fn Deletion(
    /// The portal took the request.
    #[prop(into)]
    on_deleted: Callback<()>,
) -> impl IntoView {
    let outlook = api::load::<Outlook>(api::path::deletion);
    let state = RwSignal::new(State::Idle);
    let tries = Tries::new();
    let delete = Callback::new(move |()| {
        if state.get_untracked() == State::Asked {
            return;
        }
        state.set(State::Asked);
        announce::say(words::deletion_asked());
        spawn_local(async move {
            let now = asked(tries).await;
            let taken = matches!(now, State::Taken(_));
            if state.try_set(now).is_none() && taken {
                on_deleted.run(());
                request_animation_frame(|| focus::focus_id(TITLE));
            }
        });
    });
    let retry = move |()| {
        focus::focus_id(TITLE);
        outlook.retry();
    };
    view! {
        <section class="section section--read goes" aria-labelledby=TITLE>
            <h2 id=TITLE>{words::deletion()}</h2>
            {move || match state.get() {
                State::Taken(done) => taken(&done),
                _ => ().into_any(),
            }}
            <div hidden=move || state.with(|state| matches!(state, State::Taken(_)))>
                <p>{words::deletion_lead()}</p>
                <RemoteView state=outlook.state on_retry=retry
                    ready=move |outlook| offered(&outlook, state, delete) />
            </div>
            <p><a class="more" href=Route::Settings.href()>{words::deletion_here()}</a></p>
        </section>
    }
}

async fn asked(tries: Tries) -> State {
    match tries.post(&api::path::deletion(), String::new()).await {
        Ok(outlook) => State::Taken(outlook),
        Err(refusal) if refusal.needs_sign_in() => {
            session::ended();
            State::Idle
        }
        Err(Refusal::Refused { problem, .. }) => {
            let why = problem.detail.clone();
            State::Refused(why.unwrap_or_else(|| words::deletion_refused().into()))
        }
        Err(Refusal::Unanswered(_)) => State::Unclear,
    }
}

/// What would go and stay, and the request.
fn offered(outlook: &Outlook, state: RwSignal<State>, delete: Callback<()>) -> AnyView {
    let before = outlook.requested_at.as_deref().map(|time| {
        let words = fill(
            words::deletion_before(),
            &[("time", &format::date_time(time))],
        );
        view! { <p class="notice">{words}</p> }
    });
    let ticked = NodeRef::<Input>::new();
    let submit = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        if ticked.get_untracked().is_some_and(|input| input.checked()) {
            delete.run(());
        } else {
            state.set(State::NotTicked);
            focus::focus_control(BOX);
        }
    };
    let fault = move || match state.get() {
        State::NotTicked => Some(words::deletion_tick().to_owned()),
        State::Unclear => Some(words::deletion_unclear().to_owned()),
        State::Refused(why) => Some(why),
        State::Idle | State::Asked | State::Taken(_) => None,
    };
    let lacking = move || state.with(|state| *state == State::NotTicked);
    let busy = move || state.with(|state| *state == State::Asked);
    view! {
        {before}
        <h3>{words::deletion_goes()}</h3>
        {list(&outlook.removed)}
        {stays(&outlook.kept)}
        <form novalidate on:submit=submit>
            <div class="q">
                <label class="radio radio--statement">
                    <input node_ref=ticked type="checkbox" id=BOX aria-required="true" aria-describedby=FAULT
                        aria-invalid=move || lacking().then_some("true") />
                    <span>{words::deletion_understood()}</span>
                </label>
                <p class="q__error" id=FAULT role="alert">{fault}</p>
            </div>
            <div class="actions">
                <button class="button" aria-disabled=move || busy().then_some("true")>
                    {move || if busy() { words::deletion_asked() } else { words::deletion_do() }}
                </button>
            </div>
        </form>
    }
    .fresh()
}

/// What is so after the portal took the request.
fn taken(done: &Outlook) -> AnyView {
    let at = |message: &str, time: &str| fill(message, &[("time", &format::date_time(time))]);
    let when = done.requested_at.as_deref();
    let by = done.done_by.as_deref();
    view! {
        <div class="notice">
            {when.map(|time| view! { <p>{at(words::deletion_done(), time)}</p> })}
            {by.map(|time| view! { <p>{at(words::deletion_by(), time)}</p> })}
        </div>
        <h3>{words::deletion_went()}</h3>
        {list(&done.removed)}
        {stays(&done.kept)}
    }
    .fresh()
}

fn list(texts: &[LocalText]) -> AnyView {
    let rows = texts.iter().map(|text| {
        let (text, lang) = text.for_language(language().tag());
        view! { <li lang=lang>{text.to_owned()}</li> }
    });
    view! { <ul class="plain-list">{rows.collect_view()}</ul> }.fresh()
}

fn stays(kept: &[KeptData]) -> Option<AnyView> {
    let rows = kept.iter().map(|kept| {
        let (what, what_lang) = kept.what.for_language(language().tag());
        let (why, why_lang) = kept.why.for_language(language().tag());
        view! {
            <li>
                <p lang=what_lang>{what.to_owned()}</p>
                <p class="hint" lang=why_lang>{why.to_owned()}</p>
            </li>
        }
    });
    let list = view! {
        <h3>{words::deletion_stays()}</h3>
        <ul class="plain-list">{rows.collect_view()}</ul>
    };
    (!kept.is_empty()).then(|| list.fresh())
}
