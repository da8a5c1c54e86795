//! Two devices have changed the same application: what differs, and which version to keep.
//!
//! Announces: the heading takes no focus by itself, since somebody may be typing; it is said
//! politely that there is something to choose. What was chosen is said (polite). Focus: after
//! choosing, on the screen's heading, since the question is gone.

use leptos::prelude::*;
use leptos::task::spawn_local;
use serde_json::Value;

use super::copies;
use super::copying::{Choice, Conflict, Difference};
use super::drafts::OpenDraft;
use crate::app::use_app;
use crate::components::fresh::IntoFresh;
use crate::i18n::{drafts as words, fill};
use crate::{announce, focus, format};

/// More rows than this tell nobody more.
const MOST_ROWS: usize = 8;

/// The question, while there is one; nothing otherwise. `label` names the answer at a JSON
/// pointer into the content, as the form asks for it.
#[component]
pub(crate) fn ConflictChoice(
    /// The application.
    draft: OpenDraft,
    /// The name of the answer at a pointer (`/answers/childName`); empty when it has none.
    #[prop(into)]
    label: Callback<String, String>,
) -> impl IntoView {
    let conflict = draft.conflict();
    let redraw = use_app().redraw;
    Effect::new(move |_| {
        if conflict.with(Option::is_some) {
            announce::say(words::conflict_title());
        }
    });
    move || {
        conflict
            .get()
            .map(|conflict| question(draft, &conflict, label, redraw))
    }
}

fn question(
    draft: OpenDraft,
    conflict: &Conflict,
    label: Callback<String, String>,
    redraw: RwSignal<u32>,
) -> AnyView {
    let here = draft.read(|draft| format::date_time(&draft.saved_at));
    let there = format::date_time(&conflict.there.updated_at);
    let there = match &conflict.there.device {
        Some(device) => fill(
            words::conflict_there(),
            &[("device", device), ("time", &there)],
        ),
        None => fill(words::conflict_there_unknown(), &[("time", &there)]),
    };
    let rows = conflict
        .differences
        .iter()
        .take(MOST_ROWS)
        .map(|difference| row(difference, label))
        .collect_view();
    let more = conflict.differences.len().saturating_sub(MOST_ROWS);
    let more = (more > 0).then(|| {
        view! { <p class="hint">{fill(words::conflict_more(), &[("n", &more.to_string())])}</p> }
    });
    let choices = [
        (
            Choice::Here,
            "button",
            words::keep_here(),
            words::kept_here(),
        ),
        (
            Choice::There,
            "button button--quiet",
            words::keep_there(),
            words::kept_there(),
        ),
        (
            Choice::Both,
            "button button--quiet",
            words::keep_both(),
            words::kept_both(),
        ),
    ];
    let buttons = choices.map(|(choice, class, name, said)| {
        let choose = move |_| {
            spawn_local(async move {
                copies::settle(draft, choice).await;
                announce::say(said);
                if choice == Choice::There {
                    // Every answer may be another one.
                    focus::navigation_began();
                    redraw.update(|count| *count += 1);
                } else {
                    request_animation_frame(focus::heading_changed);
                }
            });
        };
        view! { <button type="button" class=class on:click=choose>{name}</button> }
    });
    view! {
        <section class="question" aria-labelledby="conflict">
            <p class="question__title" id="conflict">{words::conflict_title()}</p>
            <p>{words::conflict_lead()}</p>
            <ul class="plain-list">
                <li>{fill(words::conflict_here(), &[("time", &here)])}</li>
                <li>{there}</li>
            </ul>
            <table class="differences">
                <thead><tr>
                    <th scope="col">{words::conflict_differs()}</th>
                    <th scope="col">{words::conflict_value_here()}</th>
                    <th scope="col">{words::conflict_value_there()}</th>
                </tr></thead>
                <tbody>{rows}</tbody>
            </table>
            {more}
            <div class="actions">{buttons}</div>
        </section>
    }
    .fresh()
}

fn row(difference: &Difference, label: Callback<String, String>) -> impl IntoView + use<> {
    let mut name = label.run(difference.pointer.clone());
    if name.is_empty() {
        name = match difference.pointer.as_str() {
            "/papers" => words::part_papers().into(),
            "/delivery" => words::part_delivery().into(),
            "/case" => words::part_case().into(),
            _ => words::part_other().into(),
        };
    }
    view! {
        <tr>
            <th scope="row">{name}</th>
            <td>{in_words(&difference.here)}</td>
            <td>{in_words(&difference.there)}</td>
        </tr>
    }
}

/// A value as it was typed; of a group or an address, all its parts.
fn in_words(value: &Value) -> String {
    let parts = match value {
        Value::Null => Vec::new(),
        Value::String(text) => vec![text.clone()],
        Value::Array(items) => items.iter().map(in_words).collect(),
        Value::Object(members) => members.values().map(in_words).collect(),
        Value::Bool(true) => vec![words::yes().into()],
        Value::Bool(false) => vec![words::no().into()],
        Value::Number(number) => vec![number.to_string()],
    };
    let nothing = words::conflict_nothing();
    let parts: Vec<&str> = parts
        .iter()
        .map(|part| part.trim())
        .filter(|part| !part.is_empty() && *part != nothing)
        .collect();
    if parts.is_empty() {
        nothing.into()
    } else {
        parts.join(", ")
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::in_words;

    #[test]
    fn a_value_is_shown_as_it_was_typed() {
        assert_eq!(in_words(&json!("3/2024")), "3/2024");
        assert_eq!(
            in_words(&json!({"province": "01", "detail": " Số 3 "})),
            "Số 3, 01"
        );
        assert_eq!(in_words(&json!([{"name": "An"}, {"name": ""}])), "An");
        assert_eq!(in_words(&json!([])), "(trống)");
    }
}
