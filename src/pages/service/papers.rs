//! The papers as a list to tick, for the case that was chosen.
//!
//! Announces: after choosing a case how many papers its list has, after each tick how
//! many one has, after filtering how many cases are left; what became of the list on
//! this device (all polite). Focus: stays on the control that was used.

use std::sync::Arc;

use leptos::prelude::*;
use motcua_contract::service::{Case, Requirement, Service};

use super::official::{folded, start};
use super::{cases, list_actions, picker};
use crate::checklist::{self, Checklist};
use crate::components::fresh::IntoFresh;
use crate::i18n::{fill, service as words};
use crate::route::{CASE, Route};
use crate::{address, announce};

/// A list being ticked, and whether it is kept on this device.
#[derive(Clone, Copy, Debug)]
pub(super) struct Ticking {
    /// The chosen case's id; none before a choice.
    pub(super) choice: RwSignal<Option<String>>,
    /// The ticks.
    pub(super) list: RwSignal<Checklist>,
    /// Where the list stands on this device.
    pub(super) keeping: RwSignal<Keeping>,
}

/// Whether a list is on this device.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Keeping {
    /// Not, and nobody has asked for it.
    No,
    /// It is.
    Yes,
    /// The browser does not allow it.
    Refused,
}

impl Ticking {
    fn new(service: &Service) -> Self {
        let asked = address::parameter(CASE);
        let ticking = Self {
            choice: RwSignal::new(cases::choice(&service.cases, asked.as_deref())),
            list: RwSignal::default(),
            keeping: RwSignal::new(Keeping::No),
        };
        ticking.open(service);
        ticking
    }

    /// Takes up the list of the chosen case as it was left.
    fn open(self, service: &Service) {
        let Some(choice) = self.choice.get_untracked() else {
            return;
        };
        let kept = checklist::ticks(&service.code, &choice);
        let groups = cases::groups(&service.cases, Some(&choice));
        let ticks = kept.as_deref().unwrap_or_default();
        self.list.set(Checklist::new(cases::papers(&groups), ticks));
        self.keeping.set(match kept {
            Some(_) => Keeping::Yes,
            None => Keeping::No,
        });
    }

    fn choose(self, service: &Service, id: &str) {
        self.choice.set(Some(id.into()));
        self.open(service);
        address::replace(&Route::service(&service.code, Some(id)));
        announce::say(&self.list.with_untracked(|list| size(list.total())));
    }

    fn tick(self, service: &Service, id: &str, has: bool) {
        self.list.update(|list| list.tick(id, has));
        self.keep(service);
        announce::say(&self.list.with_untracked(progress));
    }

    /// Writes the list to this device; false when the browser refuses.
    pub(super) fn keep(self, service: &Service) -> bool {
        let choice = self.choice.get_untracked().unwrap_or_default();
        let case = service.cases.iter().find(|case| case.id == choice);
        let name = case.and_then(|case| case.name.as_deref());
        let kept = self
            .list
            .with_untracked(|list| checklist::keep(service, &choice, name, list));
        self.keeping
            .set(if kept { Keeping::Yes } else { Keeping::Refused });
        kept
    }

    /// Takes the list off this device, ticks and all.
    pub(super) fn forget(self, service: &Service) {
        checklist::forget(
            &service.code,
            &self.choice.get_untracked().unwrap_or_default(),
        );
        self.open(service);
    }
}

/// The picker, the list and what can be done with it.
#[component]
pub(super) fn Papers(
    /// Whose papers.
    service: Arc<Service>,
) -> impl IntoView {
    let ticking = Ticking::new(&service);
    let has_lines = service
        .cases
        .iter()
        .any(|case| !case.requirements.is_empty());
    if !has_lines {
        return view! { <p>{words::papers_none()}</p> }.fresh();
    }
    let choosing = !cases::choices(&service.cases).is_empty();
    let picker = choosing.then(|| {
        let service = Arc::clone(&service);
        let on_chosen = {
            let service = Arc::clone(&service);
            Callback::new(move |id: String| ticking.choose(&service, &id))
        };
        view! { <picker::CasePicker service choice=ticking.choice on_chosen /> }
    });
    let list = move || {
        let choice = ticking.choice.get();
        let groups = cases::groups(&service.cases, choice.as_deref());
        let prompt = choice.is_none().then(|| {
            view! { <p class="notice">{words::choose_first()}</p> }
        });
        let headed = groups.len() > 1 || choosing;
        let mut before = None;
        let drawn = groups
            .iter()
            .filter(|case| !case.requirements.is_empty())
            .map(|case| {
                // Two cases of one name read as one.
                let headed = headed && before.replace(&case.name) != Some(&case.name);
                group(case, headed, choice.is_some(), &service, ticking)
            });
        let done = choice.is_some().then(|| {
            let service = Arc::clone(&service);
            view! { <list_actions::ListActions service ticking /> }
        });
        view! {
            {prompt}
            <div class="papers">{drawn.collect_view()}</div>
            {done}
        }
    };
    view! { {picker} {list} }.fresh()
}

fn group(
    case: &Case,
    headed: bool,
    chosen: bool,
    service: &Arc<Service>,
    ticking: Ticking,
) -> impl IntoView + use<> {
    let heading = headed.then(|| match &case.name {
        Some(name) => view! { <h3 class="papers__case" lang="vi">{name.clone()}</h3> }.fresh(),
        None => view! { <h3 class="papers__case">{words::common_papers()}</h3> }.fresh(),
    });
    let lines = case.requirements.iter().map(|line| {
        // Before a choice there is no list to tick, only lines to read.
        if chosen && line.is_paper() {
            paper(line, service, ticking)
        } else {
            view! { <li class="paper paper--note">{folded(&line.name, LONG)}</li> }.fresh()
        }
    });
    view! { {heading} <ul class="papers__list">{lines.collect_view()}</ul> }
}

/// Longer lines than this show their beginning beside the box and fold the whole below.
const LONG: usize = 260;

fn paper(line: &Requirement, service: &Arc<Service>, ticking: Ticking) -> AnyView {
    let id = line.id.clone();
    let ticked = {
        let id = id.clone();
        move || ticking.list.with(|list| list.has(&id))
    };
    let service = Arc::clone(service);
    let on_change = move |event| ticking.tick(&service, &id, event_target_checked(&event));
    let long = line.name.chars().count() > LONG;
    let label = if long {
        format!("{}…", start(&line.name, LONG / 2))
    } else {
        line.name.clone()
    };
    let whole = long.then(|| {
        view! { <div class="paper__whole">{folded(&line.name, 0)}</div> }
    });
    view! {
        <li class="paper">
            <label class="paper__label">
                <input class="paper__box" type="checkbox" prop:checked=ticked on:change=on_change />
                <span class="paper__words">
                    <span class="paper__name" class:paper__name--cut=long lang="vi">{label}</span>
                    <span class="paper__count">{quantity(line)}</span>
                </span>
            </label>
            {whole}
        </li>
    }
    .fresh()
}

/// "1 bản chính, 2 bản sao".
fn quantity(line: &Requirement) -> String {
    let part = |count: u32, one: &'static str, many: &'static str| match count {
        0 => None,
        1 => Some(one.to_owned()),
        count => Some(fill(many, &[("n", &count.to_string())])),
    };
    let originals = part(line.originals, words::originals_one(), words::originals());
    let copies = part(line.copies, words::copies_one(), words::copies());
    originals
        .into_iter()
        .chain(copies)
        .collect::<Vec<_>>()
        .join(", ")
}

/// "Danh mục có 5 giấy tờ."
fn size(total: usize) -> String {
    match total {
        1 => words::list_of_one().into(),
        total => fill(words::list_of(), &[("n", &total.to_string())]),
    }
}

/// "Bạn đã có 2 trên 5".
pub(super) fn progress(list: &Checklist) -> String {
    let (done, total) = (list.done().to_string(), list.total().to_string());
    if list.total() > 0 && done == total {
        return fill(words::progress_all(), &[("total", &total)]);
    }
    fill(words::progress(), &[("done", &done), ("total", &total)])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn how_many_of_which_kind_is_said_in_words() {
        let line = |originals, copies| {
            quantity(&Requirement {
                id: "x".into(),
                name: "x".into(),
                originals,
                copies,
                form_files: Vec::new(),
            })
        };
        assert_eq!(line(1, 2), "1 bản chính, 2 bản sao");
        assert_eq!(line(0, 1), "1 bản sao");
        assert_eq!(line(3, 0), "3 bản chính");
    }
}
