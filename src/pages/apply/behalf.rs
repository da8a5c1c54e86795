//! For whom one files: for oneself, or for somebody whom one may act for.
//!
//! Asked once before the form, where somebody is signed in who has a mandate that covers the
//! service; nothing of it is drawn for anybody else. The answer is kept in the draft, can be
//! changed until it is sent ([`changing`]), and stands on every step that matters ([`line()`]).
//!
//! Announces: nothing by itself; going on without an answer puts focus on the first option,
//! whose group then says what is missing. Focus: stays in the group.

use leptos::prelude::*;
use motcua_contract::portal::Capability;
use motcua_contract::profile::{Mandate, MandateKind, Mandates};

use super::again::Earlier;
use super::open::Application;
use crate::app::use_app;
use crate::components::fresh::IntoFresh;
use crate::i18n::{behalf as words, common, fill};
use crate::offline::drafts::OpenDraft;
use crate::remote::Remote;
use crate::session::{self, Known};
use crate::{api, focus, format};

pub(super) mod changing;

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

/// Whether somebody is signed in at a portal that knows mandates.
fn may_ask() -> Memo<bool> {
    let app = use_app();
    let known = session::ask();
    Memo::new(move |_| {
        app.offers(Capability::Profile) && known.with(|known| matches!(known, Known::Person(_)))
    })
}

/// Those of them that cover a service.
fn covering(mandates: &Mandates, service: &str) -> Vec<Mandate> {
    let covers = |mandate: &&Mandate| {
        mandate.services.is_empty() || mandate.services.iter().any(|code| code == service)
    };
    mandates.items.iter().filter(covers).cloned().collect()
}

/// The question before one begins; draws nothing where there is nobody to choose.
#[component]
pub(super) fn Ask(service: String, question: Question) -> impl IntoView {
    let may = may_ask();
    move || {
        may.get()
            .then(|| view! { <Offered service=service.clone() question /> })
    }
}

#[component]
fn Offered(service: String, question: Question) -> impl IntoView {
    let mandates = api::load::<Mandates>(api::path::mandates);
    // Whoever signs out may choose nobody any more.
    on_cleanup(move || drop(question.offered.try_set(Vec::new())));
    Effect::new(move |_| {
        let offered = mandates.state.with(|state| {
            state
                .value()
                .map(|mandates| covering(mandates, &service))
                .unwrap_or_default()
        });
        question.offered.set(offered);
    });
    move || {
        mandates.state.with(|state| match state {
            Remote::Slow => view! { <p class="hint" role="status">{words::asking()}</p> }.fresh(),
            Remote::Failed(_) => view! {
                <div class="notice notice--warning">
                    <p>{words::unclear()}</p>
                    <button type="button" class="button button--quiet" on:click=move |_| mandates.retry()>
                        {common::retry()}
                    </button>
                </div>
            }
            .fresh(),
            Remote::Loading | Remote::Ready { .. } => group(question),
        })
    }
}

/// The options; nothing where there is nobody to choose.
fn group(question: Question) -> AnyView {
    (move || {
        let offered = question.offered.get();
        (!offered.is_empty()).then(|| options(question, &offered))
    })
    .into_any()
}

fn options(question: Question, offered: &[Mandate]) -> AnyView {
    let error_id = format!("{GROUP}-error");
    let described = {
        let id = error_id.clone();
        move || question.missing.get().then(|| id.clone())
    };
    let error = move || {
        question
            .missing
            .get()
            .then(|| view! { <p class="q__error" id=error_id.clone()>{words::choose()}</p> })
    };
    let others = offered.iter().enumerate().map(|(at, mandate)| {
        let id = format!("{GROUP}-{}", at + 1);
        let label = view! { <span lang="vi">{mandate.name.clone()}</span> }.fresh();
        option(
            question,
            id,
            Some(mandate.id.clone()),
            label,
            Some(right(mandate)),
        )
    });
    let myself = view! { <span>{words::oneself()}</span> }.fresh();
    view! {
        <fieldset class="q" class:q--wrong=move || question.missing.get() aria-describedby=described>
            <legend class="q__label">{words::question()}</legend>
            {error}
            {option(question, GROUP.into(), None, myself, None)}
            {others.collect_view()}
        </fieldset>
    }
    .fresh()
}

fn option(
    question: Question,
    id: String,
    mandate: Option<String>,
    label: AnyView,
    hint: Option<String>,
) -> AnyView {
    let hint_id = hint.is_some().then(|| format!("{id}-hint"));
    let checked = {
        let mandate = mandate.clone();
        move || {
            question
                .chosen
                .with(|chosen| chosen.as_ref() == Some(&mandate))
        }
    };
    view! {
        <div class="option">
            <label class="radio">
                <input type="radio" name=GROUP id=id aria-describedby=hint_id.clone() prop:checked=checked
                    on:change=move |_| question.choose(mandate.clone()) />
                {label}
            </label>
            {hint.map(|hint| view! { <p class="hint option__hint" id=hint_id>{hint}</p> })}
        </div>
    }
    .fresh()
}

/// By what right, and until when.
fn right(mandate: &Mandate) -> String {
    let how = match mandate.kind {
        MandateKind::Parent => words::as_parent(),
        MandateKind::Guardian => words::as_guardian(),
        MandateKind::Authorised => words::as_authorised(),
        MandateKind::Organisation => words::as_representative(),
        MandateKind::Helper => words::as_helper(),
        MandateKind::Unknown => words::as_other(),
    };
    match &mandate.until {
        Some(until) => fill(
            words::until(),
            &[("how", how), ("day", &format::date(until))],
        ),
        None => how.into(),
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

#[cfg(test)]
mod tests {
    use super::*;

    fn mandates() -> Mandates {
        let answer = include_str!("../../../crates/contract/samples/listMandates.json");
        serde_json::from_str(answer).unwrap()
    }

    #[test]
    fn only_mandates_that_cover_the_service_are_offered() {
        let mut all = mandates();
        let first = &mut all.items[0];
        first.services = vec!["3.000348".into()];
        let id = first.id.clone();
        let offers = |service: &str| {
            let offered = covering(&all, service);
            offered.iter().any(|mandate| mandate.id == id)
        };
        assert!(offers("3.000348") && !offers("1.008924"));
        all.items[0].services.clear();
        assert_eq!(covering(&all, "1.008924").len(), all.items.len());
    }

    #[test]
    fn a_right_says_how_and_until_when_if_it_ends() {
        let mut mandate = mandates().items.remove(0);
        mandate.kind = MandateKind::Helper;
        mandate.until = Some("2026-12-31T23:59:59+07:00".into());
        assert_eq!(
            right(&mandate),
            "Bạn giúp nộp hồ sơ, đến hết ngày 31/12/2026"
        );
        mandate.until = None;
        assert_eq!(right(&mandate), "Bạn giúp nộp hồ sơ");
    }
}
