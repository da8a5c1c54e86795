//! Papers that the portal already holds, offered before anything is photographed again.
//!
//! Announces (polite): that one is used again, or no longer. Focus: on the button that undoes
//! it; after undoing, on the first way to add a file. Guests, and who files for somebody else,
//! are offered nothing, and where
//! the portal holds nothing for this requirement, nothing is drawn.

use leptos::prelude::*;
use motcua_contract::held_document::{HeldDocument, HeldDocuments};
use motcua_contract::submission;

use super::{Asked, Paper};
use crate::components::fresh::IntoFresh;
use crate::i18n::{fill, papers as say};
use crate::session::{self, Known};
use crate::{announce, api, focus, format};

/// The id of the document that is used in place of files, if one is.
pub(super) fn used(asked: &Asked) -> Memo<Option<String>> {
    let asked = asked.clone();
    Memo::new(move |_| {
        asked.draft.with(|draft| {
            let mut papers = draft.content.papers.iter();
            let mine = papers.find(|paper| paper.requirement == asked.requirement)?;
            mine.held.clone()
        })
    })
}

/// Uses this document in place of files, or none.
fn hold(asked: &Asked, document: Option<String>) {
    asked.draft.change(|draft| {
        let papers = &mut draft.content.papers;
        papers.retain(|paper| paper.requirement != asked.requirement);
        if document.is_some() {
            papers.push(submission::Paper {
                requirement: asked.requirement.clone(),
                uploads: Vec::new(),
                held: document,
            });
        }
    });
}

/// What is offered, or used; nothing for guests.
pub(super) fn held(paper: Paper, asked: Asked) -> AnyView {
    let known = session::ask();
    // What the portal holds is of whoever is signed in, not of whom they file for.
    let theirs = asked
        .draft
        .read(|draft| draft.content.on_behalf_of.is_some());
    let person =
        Memo::new(move |_| !theirs && known.with(|known| matches!(known, Known::Person(_))));
    (move || person.get().then(|| offers(&paper, &asked))).into_any()
}

fn offers(paper: &Paper, asked: &Asked) -> AnyView {
    let service = asked.draft.read(|draft| draft.content.service.clone());
    let requirement = asked.requirement.clone();
    let load =
        api::load::<HeldDocuments>(move || api::path::held_documents(&service, &requirement));
    let chosen = used(asked);
    let (paper, asked) = (paper.clone(), asked.clone());
    let empty = Memo::new({
        let paper = paper.clone();
        move |_| {
            let gathered = paper.gathered();
            gathered.files.is_empty() && gathered.photos.is_empty()
        }
    });
    (move || {
        // That it cannot be offered now hinders nobody: one photographs it as ever.
        let items = load
            .state
            .with(|state| state.value().map(|held| held.items.clone()))
            .unwrap_or_default();
        match chosen.get() {
            Some(id) => Some(in_use(
                &paper,
                &asked,
                items.into_iter().find(|one| one.id == id).as_ref(),
            )),
            None if items.is_empty() || !empty.get() => None,
            None => Some(offered(&paper, &asked, items)),
        }
    })
    .into_any()
}

fn offered(paper: &Paper, asked: &Asked, items: Vec<HeldDocument>) -> AnyView {
    let title = paper.part("held");
    let id = title.clone();
    let rows = items.into_iter().map(|document| {
        let (paper, asked) = (paper.clone(), asked.clone());
        let label = fill(say::held_use_what(), &[("name", &document.name)]);
        let about = about(&document);
        view! {
            <li class="file">
                {about}
                <div class="file__actions">
                    {see(&document)}
                    <button type="button" class="chip" aria-label=label
                        on:click=move |_| take(&paper, &asked, &document)>{say::held_use()}</button>
                </div>
            </li>
        }
        .fresh()
    });
    view! {
        <section class="note" aria-labelledby=title>
            <h2 class="q__label" id=id>{say::held_title()}</h2>
            <p class="hint">{say::held_lead()}</p>
            <ul class="files">{rows.collect_view()}</ul>
        </section>
    }
    .fresh()
}

/// The document in use; its facts are not there while the portal is out of reach.
fn in_use(paper: &Paper, asked: &Asked, document: Option<&HeldDocument>) -> AnyView {
    let (undone, asked) = (paper.clone(), asked.clone());
    view! {
        <div class="file">
            <p class="file__state file__state--ok">{say::held_chosen()}</p>
            {document.map(about)}
            <div class="file__actions">
                {document.and_then(see)}
                <button type="button" class="chip" id=paper.part("held-undo")
                    on:click=move |_| put_back(&undone, &asked)>{say::held_undo()}</button>
            </div>
        </div>
    }
    .fresh()
}

fn about(document: &HeldDocument) -> AnyView {
    let number = document
        .number
        .as_ref()
        .map(|number| fill(say::held_number(), &[("number", number)]));
    let issued = document
        .issued_on
        .as_ref()
        .map(|day| fill(say::held_issued(), &[("day", &format::date(day))]));
    let with = document
        .dossier
        .as_ref()
        .map(|code| fill(say::held_with(), &[("code", code.as_str())]));
    let facts: Vec<String> = [number, issued, document.issued_by.clone(), with]
        .into_iter()
        .flatten()
        .collect();
    view! {
        <p class="file__name" lang="vi">{document.name.clone()}</p>
        <p class="hint">{facts.join(" · ")}</p>
    }
    .fresh()
}

fn see(document: &HeldDocument) -> Option<AnyView> {
    let address = document.file.as_ref()?.address.clone()?;
    let label = fill(say::held_see_what(), &[("name", &document.name)]);
    Some(
        view! {
            <a class="chip" href=address rel="external" target="_blank" aria-label=label>{say::held_see()}</a>
        }
        .fresh(),
    )
}

fn take(paper: &Paper, asked: &Asked, document: &HeldDocument) {
    hold(asked, Some(document.id.clone()));
    announce::say(&fill(say::said_held(), &[("name", &document.name)]));
    let undo = paper.part("held-undo");
    request_animation_frame(move || focus::focus_id(&undo));
}

fn put_back(paper: &Paper, asked: &Asked) {
    hold(asked, None);
    announce::say(say::said_not_held());
    let take = paper.part("take");
    request_animation_frame(move || focus::focus_id(&take));
}
