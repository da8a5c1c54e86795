//! For whom one files: for oneself, or for somebody whom one may act for.
//!
//! Asked once before the form, where somebody is signed in who has a mandate that covers the
//! service; nothing of it is drawn for anybody else. The answer is kept in the draft, can be
//! changed until it is sent ([`changing`]), and stands on every step that matters ([`line()`]).
//!
//! Announces: nothing by itself; going on without an answer puts focus on the first option,
//! whose group then says what is missing. Focus: stays in the group.

use leptos::prelude::*;
use motcua_contract::profile::Mandate;

use super::again::Earlier;
use super::open::Application;
use crate::components::fresh::IntoFresh;
use crate::i18n::{behalf as words, fill};
use crate::offline::drafts::OpenDraft;
use crate::{focus, session};

mod asking;
pub(super) mod changing;

pub(super) use asking::Ask;

/// The name and the id of the group's buttons; the first bears it as it is.
const GROUP: &str = "whom";

/// For whom one files.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Whom {
    /// For whoever is signed in, or a guest.
    Oneself,
    /// By this mandate.
    Other(Mandate),
}

impl Whom {
    /// Writes it into a draft.
    pub(super) fn keep(&self, draft: OpenDraft) {
        draft.change(|draft| match self {
            Self::Oneself => draft.is_for(None),
            Self::Other(mandate) => draft.is_for(Some((&mandate.id, &mandate.name))),
        });
    }
}

/// The question while it stands open.
#[derive(Clone, Copy)]
pub(super) struct Question {
    /// Whom one may choose; nothing is asked where there is nobody.
    offered: RwSignal<Vec<Mandate>>,
    /// The mandate's id, or none for oneself; nothing while nobody has chosen.
    chosen: RwSignal<Option<Option<String>>>,
    /// Somebody wanted to go on without an answer.
    missing: RwSignal<bool>,
}

impl Question {
    /// One that nobody has answered.
    pub(super) fn new() -> Self {
        Self {
            offered: RwSignal::default(),
            chosen: RwSignal::new(None),
            missing: RwSignal::new(false),
        }
    }

    /// The answer. Without one the group says so, and focus goes there.
    pub(super) fn answer(self) -> Option<Whom> {
        let offered = self.offered.get_untracked();
        if offered.is_empty() {
            return Some(Whom::Oneself);
        }
        let Some(chosen) = self.chosen.get_untracked() else {
            self.missing.set(true);
            request_animation_frame(|| focus::focus_control(GROUP));
            return None;
        };
        let Some(id) = chosen else {
            return Some(Whom::Oneself);
        };
        let mandate = offered.into_iter().find(|mandate| mandate.id == id);
        mandate.map(Whom::Other)
    }

    /// Whether an earlier dossier's answers are those of whom one files for now: nobody's are put
    /// in as somebody else's.
    pub(super) fn fits(self, earlier: &Earlier) -> bool {
        let chosen = self.chosen.get().flatten();
        let name = chosen.and_then(|id| {
            self.offered.with(|offered| {
                let mandate = offered.iter().find(|mandate| mandate.id == id)?;
                Some(mandate.name.clone())
            })
        });
        let me = session::known().with(|known| known.person().map(|me| me.name.clone()));
        earlier.is_of(name.as_deref(), me.as_deref())
    }

    fn choose(self, id: Option<String>) {
        self.chosen.set(Some(id));
        self.missing.set(false);
    }
}

/// For whom a draft is, if for somebody else; by name where this device knows it.
pub(super) fn named(draft: OpenDraft) -> Option<String> {
    draft.read(|draft| {
        draft.content.on_behalf_of.as_ref()?;
        Some(match &draft.represented {
            Some(name) => fill(words::for_name(), &[("name", name)]),
            None => words::for_somebody().into(),
        })
    })
}

/// "Nộp thay cho …", as it stands now; nothing where one files for oneself.
pub(super) fn line(application: Application) -> Option<AnyView> {
    let words = named(application.draft)?;
    Some(view! { <p class="for-whom"><strong>{words}</strong></p> }.fresh())
}
