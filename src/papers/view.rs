//! The part of a screen where a paper is photographed, chosen, sent and watched.
//!
//! Announces (polite): a page added, moved, turned or removed; pages joined; a file added,
//! paused, resumed or removed; the portal has received a file, or refused it. Not each
//! percent: those stand beside the file. What cannot be taken stands in a `role=alert` above
//! the buttons, with the way to mend it. Focus: stays on the button that was pressed; when that
//! goes with its page or file, on the next page or file of the list, or on the first
//! button when there is none; after joining, on the new file.

use leptos::html::Input;
use leptos::prelude::*;
use leptos::task::spawn_local;
use motcua_contract::portal::{Capability, Limits, Portal};

use super::adding::{Added, Place};
use super::{courier, words};
use crate::announce;
use crate::api;
use crate::components::fresh::IntoFresh;
use crate::components::remote_view::RemoteView;
use crate::i18n::{fill, papers as say};
use crate::offline::drafts::OpenDraft;

mod files;
mod held;
mod pages;

/// One paper of an application.
#[derive(Clone)]
struct Paper {
    place: StoredValue<Place>,
    draft: OpenDraft,
    requirement: StoredValue<String>,
    /// What it is called, for names of files and of buttons.
    name: StoredValue<String>,
    /// Begins the ids of its parts.
    id: StoredValue<String>,
    /// What could not be taken.
    refused: RwSignal<Vec<String>>,
    /// A photo is being prepared.
    working: RwSignal<bool>,
}

/// Photographs, chooses, sends and watches the files of one requirement.
#[component]
pub(crate) fn Papers(
    /// The application.
    draft: OpenDraft,
    /// The requirement's id.
    #[prop(into)]
    requirement: String,
    /// What the paper is called.
    #[prop(into)]
    name: String,
    /// The id of the control that error summaries lead to; begins the ids of all its parts.
    #[prop(into)]
    id: String,
) -> impl IntoView {
    let portal = api::load::<Portal>(api::path::portal);
    courier::attend(draft);
    let ready = move |portal: Portal| {
        if portal.capabilities.contains(&Capability::Uploads) {
            let profile = portal.capabilities.contains(&Capability::Profile);
            paper(draft, &requirement, &name, &id, portal.limits, profile)
        } else {
            view! { <p class="notice notice--warning">{say::not_offered()}</p> }.fresh()
        }
    };
    view! { <RemoteView state=portal.state on_retry=move |()| portal.retry() ready=ready /> }
}

fn paper(
    draft: OpenDraft,
    requirement: &str,
    name: &str,
    id: &str,
    limits: Limits,
    profile: bool,
) -> AnyView {
    let hint = limits_in_words(&limits);
    let accept = format!("image/*,{}", limits.upload_types.join(","));
    let place = Place {
        draft,
        requirement: requirement.into(),
        limits,
    };
    let paper = Paper {
        place: StoredValue::new(place),
        draft,
        requirement: StoredValue::new(requirement.into()),
        name: StoredValue::new(name.into()),
        id: StoredValue::new(id.into()),
        refused: RwSignal::new(Vec::new()),
        working: RwSignal::new(false),
    };
    let hint_id = format!("{id}-limits");
    let (refused, working) = (paper.refused, paper.working);
    let faults = move || {
        let faults = refused.get();
        (!faults.is_empty()).then(|| {
            let lines = faults
                .into_iter()
                .map(|fault| view! { <p class="fault">{fault}</p> });
            lines.collect_view()
        })
    };
    let photos = paper.clone();
    let files = paper.clone();
    let photographed = Memo::new({
        let paper = paper.clone();
        move |_| paper.gathered(|gathered| gathered.photos.len())
    });
    let take = move || {
        if photographed.get() > 0 {
            say::take_next()
        } else {
            say::take()
        }
    };
    let held = paper.held();
    let offers = profile.then(|| held::held(paper.clone()));
    view! {
        <div class="gathering">
            {offers}
            <p class="hint" id=hint_id.clone() hidden=move || held.get().is_some()>{hint}</p>
            <div class="papers__faults" role="alert">{faults}</div>
            {pages::photographed(photos)}
            <div class="papers__add" hidden=move || held.get().is_some()>
                {chooser(&paper, take, "image/*".into(), true, &hint_id)}
                {chooser(&paper, say::choose, accept, false, &hint_id)}
            </div>
            <p class="papers__working" role="status">{move || working.get().then(say::working)}</p>
            {files::sent(files)}
        </div>
    }
    .fresh()
}

/// A button that opens the camera or the device's files: a file input over its whole face.
fn chooser(
    paper: &Paper,
    words: impl Fn() -> &'static str + Clone + Send + Sync + 'static,
    accept: String,
    camera: bool,
    hint: &str,
) -> AnyView {
    let input = NodeRef::<Input>::new();
    let id = if camera {
        paper.part("take")
    } else {
        paper.id.get_value()
    };
    let label = {
        let (paper, words) = (paper.clone(), words.clone());
        move || {
            paper
                .name
                .with_value(|name| fill(say::for_paper(), &[("action", words()), ("name", name)]))
        }
    };
    let taking = paper.clone();
    let chosen = move |_| {
        let Some(input) = input.get_untracked() else {
            return;
        };
        let files: Vec<web_sys::File> = input
            .files()
            .map(|files| (0..files.length()).filter_map(|i| files.get(i)).collect())
            .unwrap_or_default();
        let taking = taking.clone();
        spawn_local(async move {
            taking.take_in(files).await;
            // The same photo chosen again must be a change again.
            input.set_value("");
        });
    };
    let class = if camera {
        "button papers__choose"
    } else {
        "button button--quiet papers__choose"
    };
    view! {
        <span class=class>
            <span aria-hidden="true">{words}</span>
            <input node_ref=input class="papers__input" type="file" id=id accept=accept
                capture=camera.then_some("environment") multiple=!camera
                aria-label=label aria-describedby=hint.to_owned() on:change=chosen />
        </span>
    }
    .fresh()
}

impl Paper {
    /// The id of a part of it.
    fn part(&self, part: &str) -> String {
        self.id.with_value(|id| format!("{id}-{part}"))
    }

    /// Looks at what is gathered, again whenever the draft changes.
    fn gathered<T>(&self, look: impl FnOnce(&super::Gathered) -> T) -> T {
        self.requirement.with_value(|requirement| {
            self.draft
                .with(|draft| match draft.papers.get(requirement) {
                    Some(gathered) => look(gathered),
                    None => look(&super::Gathered::default()),
                })
        })
    }

    /// Changes what is gathered.
    fn change(&self, change: impl FnOnce(&mut super::Gathered)) {
        self.requirement.with_value(|requirement| {
            self.draft.change(|draft| {
                if let Some(gathered) = draft.papers.get_mut(requirement) {
                    change(gathered);
                }
                courier::publish(draft, requirement);
            });
        });
    }

    /// Takes in what was photographed or chosen, one after the other: two photos of 50
    /// million pixels do not fit a cheap phone's memory at once.
    async fn take_in(self, files: Vec<web_sys::File>) {
        self.refused.set(Vec::new());
        self.working.set(!files.is_empty());
        for file in files {
            let place = self.place.get_value();
            let added = place.add(&file).await;
            self.tell(added);
        }
        let _ = self.working.try_set(false);
    }

    /// Tells what became of something that was added.
    fn tell(&self, added: Added) {
        match added {
            Added::Page(page) => {
                announce::say(&fill(say::said_page(), &[("n", &page.to_string())]));
            }
            Added::File(name) => announce::say(&fill(say::said_added(), &[("name", &name)])),
            Added::Refused(why) => {
                let _ = self.refused.try_update(|refused| refused.push(why));
            }
        }
    }
}

/// What may be chosen, said before it is.
fn limits_in_words(limits: &Limits) -> String {
    match (limits.upload_bytes, limits.uploads_per_paper) {
        (Some(bytes), Some(files)) if !limits.upload_types.is_empty() => fill(
            say::limits(),
            &[
                ("types", &words::types(&limits.upload_types)),
                ("size", &words::size(bytes)),
                ("n", &files.to_string()),
            ],
        ),
        _ => say::limits_unknown().into(),
    }
}
