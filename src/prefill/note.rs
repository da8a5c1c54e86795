//! Beside an answer: where it comes from, of which day, and "this is wrong".
//!
//! Announces: that a report was received (polite), a failure as `role=alert`. Focus: on
//! the note's box when the form opens; back on "Không đúng?" when it closes. The answer
//! itself can be changed at any time, without a report.

use leptos::prelude::*;
use leptos::task::spawn_local;
use motcua_contract::profile::{ReportReceived, WrongValueReport};

use crate::api::write::{Key, Write};
use crate::components::fresh::IntoFresh;
use crate::form::{Filling, id_of};
use crate::i18n::{fill, language, prefill as words};
use crate::offline::draft::Filled;
use crate::offline::drafts::OpenDraft;
use crate::{announce, api, focus, format};

/// How far a report is.
#[derive(Clone, Debug, PartialEq)]
enum Report {
    Closed,
    Open,
    Asked,
    Failed,
    Received(String),
}

/// What is said beside the answer at `pointer` and its parts; nothing where all of it was
/// typed by hand.
pub(crate) fn note(draft: OpenDraft, filling: Filling, pointer: &str) -> AnyView {
    let below = format!("{pointer}/");
    let filled: Vec<(String, Filled)> = draft.read(|draft| {
        let own = |at: &str| at == pointer || at.starts_with(&below);
        let filled = draft.filled.iter().filter(|(at, _)| own(at));
        filled
            .map(|(at, filled)| (at.clone(), filled.clone()))
            .collect()
    });
    let Some((_, first)) = filled.first() else {
        return ().into_any();
    };
    // What has been changed since is the person's own.
    if !filled
        .iter()
        .any(|(at, filled)| filled.disputed || filling.value(at) == filled.value)
    {
        return ().into_any();
    }
    let (source, _) = first.source.name.for_language(language().tag());
    let from = match &first.as_of {
        Some(day) => fill(
            words::from_on(),
            &[("source", source), ("day", &format::date(day))],
        ),
        None => fill(words::from(), &[("source", source)]),
    };
    let disputed = filled.iter().any(|(_, filled)| filled.disputed);
    let state = RwSignal::new(Report::Closed);
    let ask = format!("{}-wrong", id_of(pointer));
    // What is wrong about somebody else is theirs to report.
    let theirs = draft.read(|draft| draft.content.on_behalf_of.is_some());
    let tail = if theirs {
        ().into_any()
    } else if disputed {
        view! { <span>" · " {words::disputed()}</span> }.fresh()
    } else {
        report(draft, filling, filled, state, ask)
    };
    view! { <div class="from"><p class="from__words">{from}</p>{tail}</div> }.fresh()
}

fn report(
    draft: OpenDraft,
    filling: Filling,
    filled: Vec<(String, Filled)>,
    state: RwSignal<Report>,
    ask: String,
) -> AnyView {
    let filled = StoredValue::new(filled);
    let ask = StoredValue::new(ask);
    let open = move |_| {
        state.set(Report::Open);
        let note = ask.with_value(|ask| format!("{ask}-note"));
        request_animation_frame(move || focus::focus_control(&note));
    };
    let close = move |_| {
        state.set(Report::Closed);
        let ask = ask.get_value();
        request_animation_frame(move || focus::focus_control(&ask));
    };
    let input = NodeRef::<leptos::html::Textarea>::new();
    let send = move |_| {
        if state.with_untracked(|state| *state == Report::Asked) {
            return;
        }
        let note = input
            .get_untracked()
            .map(|input| input.value())
            .unwrap_or_default();
        state.set(Report::Asked);
        let reports = filled.with_value(|filled| reports(filling, filled, note.trim()));
        spawn_local(async move {
            let outcome = tell(reports).await;
            match outcome {
                Some(received) => {
                    draft.change(|draft| {
                        filled.with_value(|all| {
                            for (pointer, _) in all {
                                if let Some(filled) = draft.filled.get_mut(pointer) {
                                    filled.disputed = true;
                                }
                            }
                        });
                    });
                    let (to, _) = received.forwarded_to.for_language(language().tag());
                    let said = fill(words::reported(), &[("to", to), ("id", &received.id)]);
                    announce::say(&said);
                    let _ = state.try_set(Report::Received(said));
                }
                None => {
                    let _ = state.try_set(Report::Failed);
                }
            }
        });
    };
    (move || match state.get() {
        Report::Closed => view! {
            <button type="button" class="from__wrong" id=ask.get_value() on:click=open>{words::wrong()}</button>
        }
        .fresh(),
        Report::Received(said) => view! { <p>{said}</p> }.fresh(),
        now => {
            let note = ask.with_value(|ask| format!("{ask}-note"));
            view! {
                <div class="from__report">
                    <p>{words::wrong_lead()}</p>
                    <label class="q__label" for=note.clone()>{words::wrong_note()}</label>
                    <textarea node_ref=input class="box" id=note maxlength="1000" rows="2"></textarea>
                    {(now == Report::Failed).then(|| view! { <p class="fault" role="alert">{words::report_failed()}</p> })}
                    <div class="actions">
                        <button type="button" class="button" aria-disabled=(now == Report::Asked).then_some("true") on:click=send>{words::report()}</button>
                        <button type="button" class="button button--quiet" on:click=close>{words::not_now()}</button>
                    </div>
                </div>
            }
            .fresh()
        }
    })
    .into_any()
}

/// A report for each value that was changed, or for all when none was.
fn reports(filling: Filling, filled: &[(String, Filled)], note: &str) -> Vec<WrongValueReport> {
    let changed = |(at, filled): &&(String, Filled)| filling.value(at) != filled.value;
    let any = filled.iter().any(|one| changed(&one));
    filled
        .iter()
        .filter(|one| !any || changed(one))
        .map(|(at, filled)| {
            let now = filling.value(at);
            WrongValueReport {
                attribute: filled.attribute.clone(),
                shown: filled.value.clone(),
                correct: (now != filled.value && !now.is_null()).then_some(now),
                note: (!note.is_empty()).then(|| note.to_owned()),
            }
        })
        .collect()
}

/// Sends them; the last answer, or nothing when one was not taken.
async fn tell(reports: Vec<WrongValueReport>) -> Option<ReportReceived> {
    let mut last = None;
    for report in reports {
        let body = serde_json::to_string(&report).ok()?;
        let key = Key::fresh();
        let path = api::path::wrong_values();
        let answer = Write::post(&path).key(&key).body(&body).send().await.ok()?;
        last = Some(answer.parse().ok()?);
    }
    last
}
