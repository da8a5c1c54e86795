//! Papers that the portal already holds, offered before anything is photographed again.
//!
//! Announces (polite): that one is used again, or no longer. Focus: on the button that undoes
//! it; after undoing, on the first way to add a file. Guests, and who files for somebody else,
//! are offered nothing, and where
//! the portal holds nothing for this requirement, nothing is drawn.

use leptos::prelude::*;
use motcua_contract::held_document::{HeldDocument, HeldDocuments};
use motcua_contract::submission;

use super::Paper;
use crate::components::fresh::IntoFresh;
use crate::i18n::{fill, papers as say};
use crate::session::{self, Known};
use crate::{announce, api, focus, format};

impl Paper {
    /// The id of the document that is used again, if one is.
    pub(super) fn held(&self) -> Memo<Option<String>> {
        let (draft, requirement) = (self.draft, self.requirement);
        Memo::new(move |_| {
            draft.with(|draft| {
                let papers = draft.content.papers.iter();
                let mut mine = papers
                    .filter(|paper| requirement.with_value(|asked| paper.requirement == *asked));
                mine.find_map(|paper| paper.held.clone())
            })
        })
    }

    /// Uses this document in place of files, or none.
    fn hold(&self, document: Option<String>) {
        let requirement = self.requirement.get_value();
        self.draft.change(|draft| {
            let papers = &mut draft.content.papers;
            papers.retain(|paper| paper.requirement != requirement);
            if document.is_some() {
                papers.push(submission::Paper {
                    requirement,
                    uploads: Vec::new(),
                    held: document,
                });
            }
        });
    }
}

/// What is offered, or used; nothing for guests.
pub(super) fn held(paper: Paper) -> AnyView {
    let known = session::ask();
    // What the portal holds is of whoever is signed in, not of whom they file for.
    let theirs = paper
        .draft
        .read(|draft| draft.content.on_behalf_of.is_some());
    let person =
        Memo::new(move |_| !theirs && known.with(|known| matches!(known, Known::Person(_))));
    (move || person.get().then(|| offers(&paper))).into_any()
}

fn offers(paper: &Paper) -> AnyView {
    let service = paper.draft.read(|draft| draft.content.service.clone());
    let requirement = paper.requirement.get_value();
    let load =
        api::load::<HeldDocuments>(move || api::path::held_documents(&service, &requirement));
    let chosen = paper.held();
    let paper = paper.clone();
    let empty = Memo::new({
        let paper = paper.clone();
        move |_| paper.gathered(|gathered| gathered.files.is_empty() && gathered.photos.is_empty())
    });
    (move || {
        // That it cannot be offered now hinders nobody: one photographs it as ever.
        let items = load
            .state
            .with(|state| state.value().map(|held| held.items.clone()))
            .unwrap_or_default();
        match chosen.get() {
            Some(id) => Some(used(
                &paper,
                items.into_iter().find(|one| one.id == id).as_ref(),
            )),
            None if items.is_empty() || !empty.get() => None,
            None => Some(offered(&paper, items)),
        }
    })
    .into_any()
}

fn offered(paper: &Paper, items: Vec<HeldDocument>) -> AnyView {
    let title = paper.part("held");
    let id = title.clone();
    let rows = items.into_iter().map(|document| {
        let paper = paper.clone();
        let label = fill(say::held_use_what(), &[("name", &document.name)]);
        let about = about(&document);
        view! {
            <li class="file">
                {about}
                <div class="file__actions">
                    {see(&document)}
                    <button type="button" class="chip" aria-label=label
                        on:click=move |_| take(&paper, &document)>{say::held_use()}</button>
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
fn used(paper: &Paper, document: Option<&HeldDocument>) -> AnyView {
    let undone = paper.clone();
    view! {
        <div class="file">
            <p class="file__state file__state--ok">{say::held_chosen()}</p>
            {document.map(about)}
            <div class="file__actions">
                {document.and_then(see)}
                <button type="button" class="chip" id=paper.part("held-undo")
                    on:click=move |_| put_back(&undone)>{say::held_undo()}</button>
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

fn take(paper: &Paper, document: &HeldDocument) {
    paper.hold(Some(document.id.clone()));
    announce::say(&fill(say::said_held(), &[("name", &document.name)]));
    let undo = paper.part("held-undo");
    request_animation_frame(move || focus::focus_id(&undo));
}

fn put_back(paper: &Paper) {
    paper.hold(None);
    announce::say(say::said_not_held());
    let take = paper.part("take");
    request_animation_frame(move || focus::focus_id(&take));
}
