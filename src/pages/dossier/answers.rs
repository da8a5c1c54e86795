//! The answers as they were sent, in the words of their questions. The form and the code that
//! reads it are fetched when somebody wants to see them.
//!
//! Announces: as [`RemoteView`] does. Focus: on the section's heading once the answers are
//! there, since the button that asked for them goes.

use leptos::prelude::*;
use leptos::task::spawn_local;
use motcua_contract::form::Form as FormAnswer;
use motcua_forms::Form;

use super::handed_in::short_hash;
use super::shown::Dossier;
use crate::components::fresh::IntoFresh;
use crate::components::remote_view::RemoteView;
use crate::form::{Answered, Filling, reading_view};
use crate::i18n::{dossier as words, fill};
use crate::offline::draft::blank;
use crate::offline::drafts;
use crate::{api, focus};

const ANSWERS: &str = "answers";

/// The section, with the button alone at first.
pub(super) fn answers(dossier: &Dossier) -> AnyView {
    if dossier.content.answers.is_empty() {
        return ().into_any();
    }
    let dossier = StoredValue::new(dossier.clone());
    let part = RwSignal::new_local(None::<Part>);
    let open = move |_| {
        spawn_local(async move {
            let fetched = answers_part().await;
            let _ = part.try_set(Some(fetched));
            request_animation_frame(|| focus::focus_if_lost(ANSWERS));
        });
    };
    let hash = dossier.with_value(|dossier| {
        let hash = dossier.content.answers_sha256.as_deref()?;
        Some(fill(words::hash(), &[("hash", &short_hash(hash))]))
    });
    view! {
        <section class="section section--read" aria-labelledby=ANSWERS>
            <h2 id=ANSWERS>{words::answers()}</h2>
            {hash.map(|hash| view! { <p class="handed__hash">{hash}</p> })}
            {move || match part.get() {
                Some(part) => part(dossier),
                None => view! {
                    <p class="screen-only"><button type="button" class="button button--quiet" on:click=open>{words::show_answers()}</button></p>
                }.fresh(),
            }}
        </section>
    }
    .fresh()
}

type Part = fn(StoredValue<Dossier>) -> AnyView;

/// The only entrance to the form's code from here.
#[lazy]
fn answers_part() -> Part {
    fetched
}

fn fetched(dossier: StoredValue<Dossier>) -> AnyView {
    let path = dossier.with_value(|dossier| {
        let version = &dossier.content.form_version;
        api::path::form_version(&dossier.service.code, &dossier.case.id, version)
    });
    let form = api::load::<FormAnswer>(move || path.clone());
    view! {
        <RemoteView state=form.state on_retry=move |()| form.retry()
            ready=move |answer: FormAnswer| match Form::read(&answer.definition) {
                Ok(form) => dossier.with_value(|dossier| list(dossier, form)),
                Err(_) => view! { <p class="notice notice--warning">{words::answers_unreadable()}</p> }.fresh(),
            } />
    }
    .fresh()
}

fn list(dossier: &Dossier, form: Form) -> AnyView {
    let content = &dossier.content;
    let mut given = blank(
        &dossier.service.code,
        &dossier.case.id,
        &content.form_version,
    );
    given.answers = content.answers.clone();
    let draft = drafts::only_read(&dossier.service.name, given);
    let parts = Filling::new(draft, form).answered();
    let parts = parts.into_iter().map(|(part, lines)| {
        // The papers stand above, each with its files.
        let lines = lines.iter().filter(|line| line.reading.is_something());
        let lines: Vec<AnyView> = lines.map(line).collect();
        (!lines.is_empty()).then(|| {
            view! {
                <div class="answers__part">
                    <h3>{part.title}</h3>
                    <dl class="answers__list">{lines}</dl>
                </div>
            }
        })
    });
    parts.collect_view().into_any()
}

fn line(answered: &Answered) -> AnyView {
    view! {
        <div>
            <dt>{answered.question.clone()}</dt>
            <dd>{reading_view(&answered.reading)}</dd>
        </div>
    }
    .fresh()
}
