//! Help: questions and answers about this app, and where to ask a person.
//!
//! Announces: on a navigation its heading; the portal's part as [`RemoteView`] does.
//! Focus: on the heading after a navigation. Each question is a native disclosure, so
//! that its state is spoken and the browser's own search opens it.

use leptos::prelude::*;
use motcua_contract::portal::Portal;

use super::prose::Words;
use super::voice;
use crate::api;
use crate::components::contact::contact;
use crate::components::fresh::IntoFresh;
use crate::components::heading::PageHeading;
use crate::components::remote_view::RemoteView;
use crate::i18n::{common, info};

const FINDING: &[(Words, Words)] = &[
    (info::ask_typing, info::answer_typing),
    (info::ask_nothing_found, info::answer_nothing_found),
    (info::ask_code, info::answer_code),
    (info::ask_missing_body, info::answer_missing_body),
];

const READING: &[(Words, Words)] = &[
    (info::ask_not_stated, info::answer_not_stated),
    (info::ask_fee_note, info::answer_fee_note),
    (info::ask_case, info::answer_case),
    (info::ask_checklist, info::answer_checklist),
    (info::ask_print, info::answer_print),
];

const APPLYING: &[(Words, Words)] = &[
    (info::ask_apply_here, info::answer_apply_here),
    (info::ask_no_internet, info::answer_no_internet),
    (info::ask_other_person, info::answer_other_person),
];

const APP: &[(Words, Words)] = &[
    (info::ask_offline, info::answer_offline),
    (info::ask_text_size, info::answer_text_size),
    (info::ask_keyboard, info::answer_keyboard),
    (info::ask_failed, info::answer_failed),
];

/// The screen.
#[component]
pub(super) fn Help() -> impl IntoView {
    let portal = api::load::<Portal>(api::path::portal);
    view! {
        <PageHeading title=common::help() />
        <p class="lead">{info::help_lead()}</p>
        <section class="section section--read" aria-labelledby="ask">
            <h2 id="ask">{info::ask_a_person()}</h2>
            <RemoteView state=portal.state on_retry=move |()| portal.retry()
                ready=|portal: Portal| view! { {contact(&portal)} {voice::feedback(&portal.capabilities)} }.fresh() />
        </section>
        {questions(info::about_finding, FINDING)}
        {questions(info::about_reading, READING)}
        {questions(info::about_applying, APPLYING)}
        {questions(info::about_app, APP)}
    }
}

fn questions(title: Words, questions: &[(Words, Words)]) -> AnyView {
    let questions = questions.iter().map(|(question, answer)| {
        let lines = answer().lines().map(|line| view! { <p>{line}</p> });
        view! {
            <details class="question-answer">
                <summary>{question()}</summary>
                {lines.collect_view()}
            </details>
        }
    });
    view! {
        <section class="section section--read">
            <h2>{title()}</h2>
            {questions.collect_view()}
        </section>
    }
    .fresh()
}
