//! All items on one page, and the button that sends them together.

use std::sync::Arc;

use leptos::prelude::*;
use motcua_contract::dossier::SupplementRequest;
use motcua_contract::dossier::supplement::{REQUESTS_MAX, SupplementTarget};

use super::item::item;
use super::lacking::lacking;
use super::sending::sending;
use super::{Asked, Done};
use crate::components::fresh::IntoFresh;
use crate::form::{About, Remark, Sheet, summary};
use crate::i18n::{fill, supplement as words};
use crate::offline::drafts::OpenDraft;
use crate::outbox::post::{self, Shown};
use crate::outbox::supplement::compose;
use crate::pages::apply::saved::saved_line;
use crate::pages::dossier::standing::paragraph;
use crate::{focus, format};

/// What is being answered, and where the answers are kept.
#[derive(Clone)]
pub(super) struct Answering {
    /// The dossier.
    pub(super) asked: Arc<Asked>,
    /// The request.
    pub(super) request: Arc<SupplementRequest>,
    /// The answer in the making.
    pub(super) draft: OpenDraft,
    /// The form, where an answer of it is to be mended.
    pub(super) sheet: Option<Sheet>,
}

impl Answering {
    /// What is missing or wrong.
    pub(super) fn lacking(&self) -> Vec<Remark> {
        let wrong = self.sheet.map(|sheet| sheet.filling.all_faults());
        self.draft.read(|draft| {
            lacking(
                draft,
                &self.request.items,
                &self.asked.content.answers,
                &wrong.unwrap_or_default(),
            )
        })
    }

    /// Freezes all items and sends them.
    pub(super) fn send(&self) {
        // As the form takes them; as typed where something else of the form has changed
        // since: the portal, which has all of it, judges then.
        let complete = self.sheet.and_then(|sheet| sheet.filling.complete());
        let body = self.draft.read(|draft| {
            let answers = match complete {
                Some(complete) => complete.into_answers(),
                None => draft.content.answers.clone(),
            };
            serde_json::to_string(&compose(draft, &self.request.items, &answers))
        });
        if let Ok(body) = body {
            post::send(self.draft, body);
        }
    }
}

/// The page: the items while nothing is on its way, how it stands afterwards.
pub(super) fn answering(answering: &Answering) -> AnyView {
    let posting = post::posting(answering.draft);
    post::look_anew(&posting);
    let shown = posting.shown.clone();
    let Done(done) = expect_context();
    let tell = posting.shown.clone();
    Effect::new(move |before: Option<Shown>| {
        let now = tell.get();
        if let Some(before) = before
            && std::mem::discriminant(&before) != std::mem::discriminant(&now)
        {
            if matches!(now, Shown::Received { .. }) {
                done.set(true);
                request_animation_frame(focus::heading_changed);
            }
            // The button that was pressed may be gone with the old state.
            request_animation_frame(|| focus::focus_if_lost("state"));
        }
        now
    });
    let draft = answering.draft;
    on_cleanup(move || post::close(draft));
    // What is typed stays in its boxes while the sending is refused and tried again.
    let apart = Memo::new({
        let shown = shown.clone();
        move |_| shown.with(|shown| !matches!(shown, Shown::NotSent | Shown::Refused(_)))
    });
    let answering = answering.clone();
    (move || {
        if apart.get() {
            sending(&answering, shown.clone())
        } else {
            items(&answering, shown.clone())
        }
    })
    .into_any()
}

fn items(answering: &Answering, shown: ArcRwSignal<Shown>) -> AnyView {
    let request = &answering.request;
    let total = request.items.len();
    let remarks = RwSignal::new(Vec::<Remark>::new());
    let lead = match total {
        1 => words::lead_one().into(),
        total => fill(words::lead(), &[("n", &total.to_string())]),
    };
    let until = request.answer_by.as_deref().map(|until| {
        let until = fill(words::answer_by(), &[("time", &format::date_time(until))]);
        view! { <p><strong>{until}</strong></p> }
    });
    let last = (request.round >= REQUESTS_MAX)
        .then(|| view! { <p class="hint">{words::last_round()}</p> });
    let rows = request
        .items
        .iter()
        .enumerate()
        .map(|(at, one)| item(answering, (at + 1, total), one, remarks));
    let tell = remarks;
    let summaries =
        move || tell.with(|all| (!all.is_empty()).then(|| summary(About::Errors, all, |_| None)));
    let submit = {
        let answering = answering.clone();
        move |event: web_sys::SubmitEvent| {
            event.prevent_default();
            let found = answering.lacking();
            let ready = found.is_empty();
            if let Some(sheet) = answering.sheet {
                sheet.faults.set(found.clone());
            }
            remarks.set(found);
            if ready {
                answering.send();
            }
        }
    };
    let refused = super::sending::refused(answering, shown);
    view! {
        <div class="read" lang="vi"><p><strong>{answering.asked.service.name.clone()}</strong></p></div>
        {summaries}
        {refused}
        <div class="read">
            <p class="lead">{lead}</p>
            {paragraph(&request.explanation)}
            {until}
            {last}
        </div>
        <form class="read" novalidate on:submit=submit>
            {rows.collect_view()}
            <div class="actions"><button type="submit" class="button">{words::send()}</button></div>
        </form>
        {saved_line(answering.draft)}
    }
    .fresh()
}

/// Which item a pointer of the portal's problem (`/items/0/uploads`) is about.
pub(super) fn item_at(request: &SupplementRequest, pointer: &str) -> Option<String> {
    let at: usize = pointer
        .strip_prefix("/items/")?
        .split('/')
        .next()?
        .parse()
        .ok()?;
    let item = request.items.get(at)?;
    // A part of an answer is where the form asks for it.
    let part = pointer.splitn(5, '/').nth(4);
    Some(match (&item.target, part) {
        (SupplementTarget::Answer { pointer }, Some(part)) => format!("{pointer}/{part}"),
        _ => super::lacking::pointer(item),
    })
}
