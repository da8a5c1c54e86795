//! Everything the portal holds about the person, as one file.
//!
//! Announces: that the portal is asked, that it prepares the file, that the file is there
//! (polite); a failure as `role=alert`. Focus: stays on the button, which stays where it is.
//!
//! The key of the request is kept until the portal has answered, so that a second tap or a
//! lost answer starts no second file.

use std::time::Duration;

use leptos::prelude::*;
use leptos::task::spawn_local;
use motcua_contract::file::StoredFile;
use motcua_contract::my_data::{DataExport, ExportState};

use crate::api::attempt::Tries;
use crate::api::client;
use crate::api::write::Refusal;
use crate::components::fresh::IntoFresh;
use crate::i18n::{fill, my_data as words};
use crate::{announce, api, format, session};

const TITLE: &str = "export";
/// How long between two questions whether the file is there.
const AGAIN: Duration = Duration::from_secs(4);

/// How far it is.
#[derive(Clone, Debug, PartialEq)]
enum State {
    /// Nobody asked.
    Idle,
    /// The portal is being asked.
    Asked,
    /// No answer: it may have begun.
    Unclear,
    /// The portal says no, in its words.
    Refused(String),
    /// What the portal says of it.
    Told(DataExport),
}

/// The part.
#[component]
pub(super) fn Export() -> impl IntoView {
    let state = RwSignal::new(State::Idle);
    let tries = Tries::new();
    let start = move |_| {
        if state.with_untracked(is_busy) {
            return;
        }
        state.set(State::Asked);
        announce::say(words::export_asked());
        spawn_local(async move { tell(state, asked(tries).await) });
    };
    view! {
        <section class="section section--read" aria-labelledby=TITLE>
            <h2 id=TITLE>{words::export()}</h2>
            <p>{words::export_lead()}</p>
            {move || state.with(shown)}
            <div class="actions">
                <button type="button" class="button button--quiet" on:click=start
                    aria-disabled=move || state.with(is_busy).then_some("true")>{move || state.with(label)}</button>
            </div>
        </section>
    }
}

/// Whether a file is on its way, so that another is not to be asked for.
fn is_busy(state: &State) -> bool {
    match state {
        State::Asked => true,
        State::Told(export) => export.state == ExportState::Preparing,
        State::Idle | State::Unclear | State::Refused(_) => false,
    }
}

fn label(state: &State) -> &'static str {
    match state {
        State::Told(export) if export.state == ExportState::Ready => words::export_again(),
        _ => words::export_start(),
    }
}

async fn asked(tries: Tries) -> State {
    match tries.post(&api::path::exports(), String::new()).await {
        Ok(export) => State::Told(export),
        Err(refusal) if refusal.needs_sign_in() => {
            session::ended();
            State::Idle
        }
        Err(Refusal::Refused { problem, .. }) => {
            State::Refused(problem.detail.clone().unwrap_or(problem.title))
        }
        Err(Refusal::Unanswered(_)) => State::Unclear,
    }
}

/// Shows what is so, says it, and asks again as long as the file is being prepared.
fn tell(state: RwSignal<State>, now: State) {
    let Some(before) = state.try_get_untracked() else {
        return;
    };
    if let State::Told(export) = &now {
        let said = in_words(export.state);
        let known = matches!(&before, State::Told(told) if told.state == export.state);
        if !known {
            announce::say(said);
        }
        if export.state == ExportState::Preparing {
            let id = export.id.clone();
            set_timeout(move || spawn_local(ask_again(state, id)), AGAIN);
        }
    }
    state.set(now);
}

async fn ask_again(state: RwSignal<State>, id: String) {
    let Some(before) = state.try_get_untracked() else {
        return;
    };
    let answer = client::get(&api::path::data_export(&id), None).await;
    // No answer is no news: it is asked again.
    let now = answer.and_then(|answer| answer.parse().map(State::Told));
    tell(state, now.unwrap_or(before));
}

fn in_words(state: ExportState) -> &'static str {
    match state {
        ExportState::Preparing => words::export_preparing(),
        ExportState::Ready => words::export_ready(),
        ExportState::Expired => words::export_expired(),
        ExportState::Failed => words::export_failed(),
        ExportState::Unknown => words::export_unknown(),
    }
}

fn shown(state: &State) -> AnyView {
    match state {
        State::Idle => ().into_any(),
        State::Asked => view! { <p class="notice">{words::export_asked()}</p> }.fresh(),
        State::Unclear => {
            view! { <p class="fault" role="alert">{words::export_unclear()}</p> }.fresh()
        }
        State::Refused(why) => view! { <p class="fault" role="alert">{why.clone()}</p> }.fresh(),
        State::Told(export) => {
            let file = export.file.as_ref().map(link);
            let until = export.until.as_deref().map(|until| {
                let words = fill(
                    words::export_until(),
                    &[("time", &format::date_time(until))],
                );
                view! { <p>{words}</p> }
            });
            let ready = export.state == ExportState::Ready;
            view! {
                <div class="notice">
                    <p>{in_words(export.state)}</p>
                    {ready.then_some(file)}
                    {ready.then_some(until)}
                </div>
            }
            .fresh()
        }
    }
}

fn link(file: &StoredFile) -> Option<AnyView> {
    let address = file.address.clone()?;
    let size = format!("{}\u{a0}kB", format::number(file.bytes.div_ceil(1000)));
    let words = fill(
        words::export_save(),
        &[("name", &file.name), ("size", &size)],
    );
    let name = file.name.clone();
    Some(
        view! { <p><a class="more" href=address rel="external" download=name>{words}</a></p> }
            .fresh(),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(state: ExportState) -> State {
        State::Told(DataExport {
            id: "x1".into(),
            state,
            requested_at: "2026-10-09T21:05:00+07:00".into(),
            file: None,
            until: None,
        })
    }

    #[test]
    fn another_file_can_be_asked_for_unless_one_is_on_its_way() {
        for state in [State::Asked, told(ExportState::Preparing)] {
            assert!(is_busy(&state), "{state:?}");
        }
        for state in [
            State::Idle,
            State::Unclear,
            told(ExportState::Ready),
            told(ExportState::Unknown),
        ] {
            assert!(!is_busy(&state), "{state:?}");
        }
    }
}
