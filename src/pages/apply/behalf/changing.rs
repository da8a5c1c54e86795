//! Looking at and changing for whom an application is, among the parts that are to be done.
//!
//! Announces: to whom it was changed, and how many prefilled answers went with that (polite).
//! Focus: on the first option when the question opens; on the section's heading after a change;
//! back on "Đổi người" when one thinks better of it.

use leptos::prelude::*;
use motcua_contract::profile::{Mandate, Mandates};
use serde_json::Value;

use super::asking::{covering, group, may_ask};
use super::{GROUP, Question, Whom, line, named};
use crate::components::fresh::IntoFresh;
use crate::i18n::{behalf as words, fill};
use crate::pages::apply::open::Application;
use crate::remote::Remote;
use crate::{announce, api, focus};

const HEADING: &str = "for-whom";
const CHANGE: &str = "for-whom-change";

/// The section; where nobody can be chosen only whom the application is for, if that is somebody
/// else.
pub(in crate::pages::apply) fn for_whom(application: Application) -> AnyView {
    let may = may_ask();
    (move || match may.get() {
        true => view! { <Mine application /> }.fresh(),
        false => line(application).map_or_else(
            || ().into_any(),
            |line| view! { {line} <p class="hint">{words::sign_in()}</p> }.fresh(),
        ),
    })
    .into_any()
}

#[component]
fn Mine(application: Application) -> impl IntoView {
    let mandates = api::load::<Mandates>(api::path::mandates);
    let draft = application.draft;
    move || {
        mandates.state.with(|state| match state {
            Remote::Ready { value, .. } => {
                let service = draft.read(|draft| draft.content.service.clone());
                let offered = covering(value, &service);
                remember_name(application, &offered);
                let asked =
                    !offered.is_empty() || draft.read(|draft| draft.content.on_behalf_of.is_some());
                asked.then(|| section(application, offered))
            }
            // What was chosen stands; it can be changed once the portal answers.
            _ => line(application),
        })
    }
}

/// A draft from a file or another device knows the mandate, not the name.
fn remember_name(application: Application, offered: &[Mandate]) {
    let draft = application.draft;
    let name = draft.read(|draft| {
        let id = draft.content.on_behalf_of.as_ref()?;
        let mandate = offered.iter().find(|mandate| mandate.id == *id)?;
        (draft.represented.as_ref() != Some(&mandate.name)).then(|| mandate.name.clone())
    });
    if name.is_some() {
        draft.note(|draft| draft.represented = name);
    }
}

fn section(application: Application, offered: Vec<Mandate>) -> AnyView {
    let draft = application.draft;
    let question = Question::new();
    question.offered.set(offered);
    let open = RwSignal::new(false);
    // Counts changes: the words below are drawn anew after each.
    let changed = RwSignal::new(0_u32);
    let now = move || draft.read(|draft| draft.content.on_behalf_of.clone());
    let begin = move |_| {
        question.chosen.set(Some(now()));
        open.set(true);
        request_animation_frame(|| focus::focus_control(GROUP));
    };
    let never_mind = move |_| {
        open.set(false);
        request_animation_frame(|| focus::focus_control(CHANGE));
    };
    let submit = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        let Some(whom) = question.answer() else {
            return;
        };
        change(application, &whom);
        changed.update(|count| *count += 1);
        open.set(false);
        request_animation_frame(|| focus::focus_id(HEADING));
    };
    let shown = move || {
        changed.track();
        let lost = now().is_some_and(|id| {
            let offered = question.offered.read_untracked();
            !offered.iter().any(|mandate| mandate.id == id)
        });
        let whom = match named(draft) {
            Some(whom) => view! {
                <p><strong>{whom}</strong></p>
                <p class="hint">{words::nothing_of_theirs()}</p>
            }
            .fresh(),
            None => view! { <p>{words::yourself()}</p> }.fresh(),
        };
        let lost = lost.then(|| view! { <p class="notice notice--warning">{words::lost()}</p> });
        view! { {whom}{lost} }.fresh()
    };
    let asks = move || {
        if open.get() {
            view! {
                <form novalidate on:submit=submit>
                    {group(question)}
                    <p class="hint">{words::change_what()}</p>
                    <div class="actions">
                        <button class="button">{words::use_this()}</button>
                        <button type="button" class="button button--quiet" on:click=never_mind>{words::never_mind()}</button>
                    </div>
                </form>
            }
            .fresh()
        } else {
            view! {
                <button type="button" class="button button--quiet" id=CHANGE on:click=begin>{words::change()}</button>
            }
            .fresh()
        }
    };
    view! {
        <section class="for-whom" aria-labelledby=HEADING>
            <h2 id=HEADING tabindex="-1">{words::title()}</h2>
            {shown}
            {asks}
        </section>
    }
    .fresh()
}

/// Files for somebody else from now on: what is another's and was not typed goes.
fn change(application: Application, whom: &Whom) {
    let (draft, filling) = (application.draft, application.filling);
    let id = match whom {
        Whom::Oneself => None,
        Whom::Other(mandate) => Some(&mandate.id),
    };
    if draft.read(|draft| draft.content.on_behalf_of.as_ref() == id) {
        return;
    }
    let filled = draft.read(|draft| draft.filled.clone());
    let as_filled = filled
        .iter()
        .filter(|(pointer, filled)| filling.value(pointer) == filled.value);
    let mut cleared = 0_usize;
    for (pointer, _) in as_filled {
        filling.fill_in(pointer, Value::Null);
        cleared += 1;
    }
    whom.keep(draft);
    let whom = named(draft).unwrap_or_else(|| words::yourself().into());
    announce::say(&match cleared {
        0 => fill(words::changed(), &[("whom", &whom)]),
        n => fill(
            words::changed_cleared(),
            &[("whom", &whom), ("n", &n.to_string())],
        ),
    });
}
