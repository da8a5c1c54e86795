//! The part of a screen where a paper is photographed, chosen, sent and watched.
//!
//! Announces (polite): a page added, moved, turned or removed; pages joined; a file added,
//! paused, resumed or removed; the portal has received a file, or refused it. Not each
//! percent: those stand beside the file. What cannot be taken stands in a `role=alert` above
//! the buttons, with the way to mend it. Focus: stays on the button that was pressed; when that
//! goes with its page or file, on the next page or file of the list, or on the first
//! button when there is none; after joining, on the new file.

use std::sync::Arc;

use leptos::prelude::*;
use motcua_contract::portal::{Capability, Limits, Portal};

use super::adding::{Added, Place};
use super::asked::Asked;
use super::pile::AnyPile;
use super::{Gathered, courier, words};
use crate::announce;
use crate::api;
use crate::components::fresh::IntoFresh;
use crate::components::remote_view::RemoteView;
use crate::i18n::{fill, papers as say};

mod attached;
mod chooser;
mod files;
mod held;
mod pages;

pub(super) use attached::attached;

/// One paper, or what goes with a letter.
#[derive(Clone)]
struct Paper {
    pile: StoredValue<AnyPile>,
    limits: StoredValue<Limits>,
    /// How many files, when the portal says.
    most: Option<u32>,
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
    /// Which application's, for what.
    asked: Asked,
    /// What the paper is called.
    #[prop(into)]
    name: String,
    /// The id of the control that error summaries lead to; begins the ids of all its parts.
    #[prop(into)]
    id: String,
) -> impl IntoView {
    let portal = api::load::<Portal>(api::path::portal);
    let pile: AnyPile = Arc::new(asked.clone());
    courier::attend(&pile);
    let ready = move |portal: Portal| {
        if !portal.capabilities.contains(&Capability::Uploads) {
            return view! { <p class="notice notice--warning">{say::not_offered()}</p> }.fresh();
        }
        let most = portal.limits.uploads_per_paper;
        let paper = Paper::new(pile.clone(), portal.limits, most, &name, &id);
        let used = held::used(&asked);
        let profile = portal.capabilities.contains(&Capability::Profile);
        let offers = profile.then(|| held::held(paper.clone(), asked.clone()));
        let in_use = Signal::derive(move || used.with(Option::is_some));
        view! { <div class="gathering">{offers} {paper.gathering(in_use)}</div> }.fresh()
    };
    view! { <RemoteView state=portal.state on_retry=move |()| portal.retry() ready=ready /> }
}

impl Paper {
    fn new(pile: AnyPile, limits: Limits, most: Option<u32>, name: &str, id: &str) -> Self {
        Self {
            pile: StoredValue::new(pile),
            limits: StoredValue::new(limits),
            most,
            name: StoredValue::new(name.into()),
            id: StoredValue::new(id.into()),
            refused: RwSignal::new(Vec::new()),
            working: RwSignal::new(false),
        }
    }

    /// The ways to add something, and what there is; no way to add while `needless`.
    fn gathering(&self, needless: Signal<bool>) -> AnyView {
        let (refused, working) = (self.refused, self.working);
        let faults = move || {
            let faults = refused.get();
            (!faults.is_empty()).then(|| {
                let lines = faults
                    .into_iter()
                    .map(|fault| view! { <p class="fault">{fault}</p> });
                lines.collect_view()
            })
        };
        let photographed = Memo::new({
            let paper = self.clone();
            move |_| paper.gathered().photos.len()
        });
        let take = move || {
            if photographed.get() > 0 {
                say::take_next()
            } else {
                say::take()
            }
        };
        let hint_id = self.part("limits");
        let hint = self
            .limits
            .with_value(|limits| limits_in_words(limits, self.most));
        let accept = self
            .limits
            .with_value(|limits| format!("image/*,{}", limits.upload_types.join(",")));
        view! {
            <p class="hint" id=hint_id.clone() hidden=needless>{hint}</p>
            <div class="papers__faults" role="alert">{faults}</div>
            {pages::photographed(self.clone())}
            <div class="papers__add" hidden=needless>
                {chooser::chooser(self, take, "image/*".into(), true, &hint_id)}
                {chooser::chooser(self, say::choose, accept, false, &hint_id)}
            </div>
            <p class="papers__working" role="status">{move || working.get().then(say::working)}</p>
            {files::sent(self.clone())}
        }
        .into_any()
    }

    /// The id of a part of it.
    fn part(&self, part: &str) -> String {
        self.id.with_value(|id| format!("{id}-{part}"))
    }

    /// Where things are added.
    fn place(&self) -> Place {
        Place {
            pile: self.pile.get_value(),
            limits: self.limits.get_value(),
            most: self.most,
        }
    }

    /// What is gathered, again whenever it changes.
    fn gathered(&self) -> Gathered {
        self.pile.with_value(|pile| pile.gathered())
    }

    /// Changes what is gathered.
    fn change(&self, change: impl FnOnce(&mut Gathered)) {
        self.pile.with_value(|pile| pile.change(Box::new(change)));
    }

    /// Takes in what was photographed or chosen, one after the other: two photos of 50
    /// million pixels do not fit a cheap phone's memory at once.
    async fn take_in(self, files: Vec<web_sys::File>) {
        self.refused.set(Vec::new());
        self.working.set(!files.is_empty());
        let place = self.place();
        for file in files {
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
fn limits_in_words(limits: &Limits, most: Option<u32>) -> String {
    match (limits.upload_bytes, most) {
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
