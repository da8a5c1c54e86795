//! One application, whatever its step: opens the draft and its form, then shows the step.
//!
//! Announces: nothing while all is quick; a failure as `role=alert`. Focus: on the heading
//! of each step. The screen stays while one moves between steps ([`Shown`]), so that
//! neither draft nor form is read again.
//!
//! The form's address is one of the service's, which the service worker keeps: once
//! opened, an application goes on without a network.

use std::collections::BTreeMap;

use leptos::prelude::*;
use leptos::task::spawn_local;
use motcua_contract::form::Form as FormAnswer;
use motcua_forms::Form;

use super::{delivery, question, review, sending, tasks};
use crate::api;
use crate::components::fresh::IntoFresh;
use crate::components::heading::PageHeading;
use crate::components::remote_view::{RemoteView, waiting};
use crate::form::{Filling, said};
use crate::i18n::{apply as words, common};
use crate::offline::choice::ConflictChoice;
use crate::offline::copies;
use crate::offline::drafts::{self, OpenDraft, OpenFailure};
use crate::outlet::Shown;
use crate::papers;
use crate::remote::Remote;
use crate::route::{Route, Step};
use crate::session::leaving;

/// Where the opening of a draft stands.
#[derive(Clone)]
enum Opening {
    /// Being looked for on the device, which takes no longer than a blink.
    Looking,
    /// Not to be had.
    Failed(OpenFailure),
    /// There.
    Open(OpenDraft),
}

/// An open application, for the steps and the parts that stand in them.
#[derive(Clone, Copy)]
pub(crate) struct Application {
    /// What is kept of it.
    pub(crate) draft: OpenDraft,
    /// Its form's answer from the portal: ways of delivery, statement, signature, guests.
    pub(crate) about: StoredValue<FormAnswer>,
    /// Its form, with the answers.
    pub(crate) filling: Filling,
}

impl Application {
    /// The address of one of its steps.
    pub(crate) fn href(self, step: Step) -> String {
        Route::Draft(self.draft.id(), step).href()
    }

    /// What it applies for.
    pub(crate) fn title(self) -> String {
        self.draft.read(|draft| draft.title.clone())
    }
}

/// The screen of the draft with this id.
#[component]
pub(super) fn Draft(id: String) -> impl IntoView {
    let opening = RwSignal::new(Opening::Looking);
    let attempt = RwSignal::new(0_u32);
    Effect::new(move |_| {
        attempt.track();
        let id = id.clone();
        spawn_local(async move {
            let opened = drafts::open(&id).await;
            let _ = opening.try_set(match opened {
                Ok(draft) => Opening::Open(draft),
                Err(failure) => Opening::Failed(failure),
            });
        });
    });
    view! {
        <article class="apply read">
            {move || match opening.get() {
                Opening::Looking => waiting(words::draft_loading()),
                Opening::Failed(failure) => failed(failure, attempt),
                Opening::Open(draft) => view! { <Opened draft /> }.fresh(),
            }}
        </article>
    }
}

/// Why it cannot be opened, and the way on.
fn failed(failure: OpenFailure, attempt: RwSignal<u32>) -> AnyView {
    let (title, text) = match failure {
        OpenFailure::Missing => (words::draft_missing_title(), words::draft_missing()),
        OpenFailure::KeyGone => (words::draft_locked_title(), words::draft_locked()),
        OpenFailure::Damaged | OpenFailure::NoStorage => {
            (words::draft_unreadable_title(), words::draft_unreadable())
        }
    };
    let may_pass = matches!(failure, OpenFailure::Damaged | OpenFailure::NoStorage);
    let retry = may_pass.then(|| {
        view! {
            <button type="button" class="button" on:click=move |_| attempt.update(|count| *count += 1)>
                {common::retry()}
            </button>
        }
    });
    view! {
        <PageHeading title=title />
        <p class="lead">{text}</p>
        <div class="actions">
            {retry}
            <a class="button button--quiet" href=Route::Me.href()>{words::drafts_elsewhere()}</a>
            <a class="button button--quiet" href=Route::Results.href()>{words::find_service()}</a>
        </div>
    }
    .fresh()
}

/// The draft is there; its form comes next.
#[component]
fn Opened(draft: OpenDraft) -> impl IntoView {
    let path = draft.read(|draft| {
        let content = &draft.content;
        api::path::form_version(&content.service, &content.case, &content.form_version)
    });
    let form = api::load::<FormAnswer>(move || path.clone());
    let title = draft.read(|draft| draft.title.clone());
    // Only once there is something to say, so that on a quick answer the heading that takes
    // focus is the step's own.
    let waits = Memo::new(move |_| {
        form.state
            .with(|state| matches!(state, Remote::Slow | Remote::Failed(_)))
    });
    let heading = move || {
        let title = title.clone();
        waits.get().then(|| view! { <PageHeading title /> })
    };
    // A form that this app cannot read is found out once, not at each step.
    view! {
        {heading}
        <RemoteView state=form.state on_retry=move |()| form.retry()
            ready=move |answer: FormAnswer| match Form::read(&answer.definition) {
                Ok(form) => steps(draft, answer, form),
                Err(_) => unreadable(draft),
            } />
    }
}

fn unreadable(draft: OpenDraft) -> AnyView {
    let service = draft.read(|draft| draft.content.service.clone());
    view! {
        <PageHeading title=words::newer_form_title() />
        <p class="lead">{words::newer_form()}</p>
        <div class="actions">
            <a class="button" href=Route::Service(service).href()>{words::back_to_service()}</a>
        </div>
    }
    .fresh()
}

fn steps(draft: OpenDraft, answer: FormAnswer, form: Form) -> AnyView {
    copies::follow_session();
    papers::attend(draft);
    let labels: BTreeMap<String, String> = form
        .definition()
        .fields()
        .map(|field| (format!("/answers/{}", field.id), said(&field.label)))
        .collect();
    let label = move |pointer: String| labels.get(&pointer).cloned().unwrap_or_default();
    let application = Application {
        draft,
        filling: Filling::new(draft, form),
        about: StoredValue::new(answer),
    };
    // Whatever leaves the app (signing in) waits until all that was typed is on the device.
    leaving::before_leaving(move || async move {
        let _ = draft.flush().await;
    });
    let Shown(shown) = expect_context();
    let step = move || match shown.get() {
        Route::Draft(_, Step::Tasks) => tasks::tasks(application),
        Route::Draft(_, Step::Page(page, item)) => question::question(application, &page, item),
        Route::Draft(_, Step::Delivery) => delivery::delivery(application),
        Route::Draft(_, Step::Review) => review::review(application),
        Route::Draft(_, Step::Send) => sending::send(application),
        // Not ours, while the next screen is on its way.
        _ => ().into_any(),
    };
    view! { <ConflictChoice draft label /> {step} }.into_any()
}
