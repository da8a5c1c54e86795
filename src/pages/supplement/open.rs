//! Opens the answer in the making: the draft on this device, and the form where an answer of
//! it is to be mended.

use std::sync::Arc;

use leptos::prelude::*;
use leptos::task::spawn_local;
use motcua_contract::dossier::SupplementRequest;
use motcua_contract::dossier::supplement::SupplementTarget;
use motcua_contract::draft::DraftContent;
use motcua_contract::form::Form as FormAnswer;
use motcua_contract::submission::Paper;
use motcua_forms::Form;

use super::Asked;
use super::answering::{Answering, answering};
use crate::api;
use crate::components::fresh::IntoFresh;
use crate::components::remote_view::{RemoteView, waiting};
use crate::form::{Filling, Sheet};
use crate::i18n::{apply, supplement as words};
use crate::offline::draft::blank;
use crate::offline::drafts::{self, OpenDraft};
use crate::session::leaving;
use crate::{outbox, papers};

/// The part of the screen below its heading, once the dossier is known.
#[component]
pub(super) fn Answer(asked: Asked, request: SupplementRequest) -> impl IntoView {
    let draft = RwSignal::new(None::<OpenDraft>);
    let (asked, request) = (Arc::new(asked), Arc::new(request));
    {
        let (asked, request) = (Arc::clone(&asked), Arc::clone(&request));
        spawn_local(async move {
            let code = asked.code.as_str();
            let opened = drafts::supplement(code, &request.id, &asked.service.name, || {
                content(&asked, &request)
            });
            let opened = opened.await;
            papers::attend(opened);
            let _ = draft.try_set(Some(opened));
        });
    }
    move || match draft.get() {
        Some(draft) => opened(&asked, &request, draft),
        None => waiting(apply::draft_loading()),
    }
}

/// What stands in the dossier now, without the papers that are asked for again: they are
/// gathered anew. The others count as there, since the form may ask for them.
fn content(asked: &Asked, request: &SupplementRequest) -> DraftContent {
    let mut content = blank(
        &asked.service.code,
        &asked.case.id,
        &asked.content.form_version,
    );
    content.answers = asked.content.answers.clone();
    let wanted = |id: &str| {
        let mut items = request.items.iter();
        items.any(|item| outbox::supplement::requirement(item) == id)
    };
    let there = asked.content.papers.iter();
    content.papers = there
        .filter(|paper| !wanted(&paper.requirement))
        .map(|paper| Paper {
            requirement: paper.requirement.clone(),
            uploads: Vec::new(),
            held: Some(paper.requirement.clone()),
        })
        .collect();
    content
}

fn opened(asked: &Arc<Asked>, request: &Arc<SupplementRequest>, draft: OpenDraft) -> AnyView {
    // Whatever leaves the app (signing in) waits until all that was typed is on the device.
    leaving::before_leaving(move || async move {
        let _ = draft.flush().await;
    });
    let (asked, request) = (Arc::clone(asked), Arc::clone(request));
    let answers = request
        .items
        .iter()
        .any(|item| matches!(item.target, SupplementTarget::Answer { .. }));
    let with = move |sheet| {
        answering(&Answering {
            asked: Arc::clone(&asked),
            request: Arc::clone(&request),
            draft,
            sheet,
        })
    };
    if !answers {
        return with(None);
    }
    let path = draft.read(|draft| {
        let content = &draft.content;
        api::path::form_version(&content.service, &content.case, &content.form_version)
    });
    let form = api::load::<FormAnswer>(move || path.clone());
    view! {
        <RemoteView state=form.state on_retry=move |()| form.retry()
            ready=move |answer: FormAnswer| match Form::read(&answer.definition) {
                Ok(form) => with(Some(Sheet::new(Filling::new(draft, form)))),
                Err(_) => view! { <p class="notice notice--warning read">{words::newer_form()}</p> }.fresh(),
            } />
    }
    .fresh()
}
