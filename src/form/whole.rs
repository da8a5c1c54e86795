//! What concerns the whole form: what is wrong, what is to be done, all answers to be read.
//! Asked for when a screen shows it, never on a keystroke.

use leptos::prelude::*;
use std::collections::BTreeMap;

use motcua_forms::{Complete, Fault, Field, Kind, SectionState, Shown};
use serde_json::Value;

use super::filling::{Filling, spot};
use super::group::item_name;
use super::progress::{Part, Path};
use super::question::said;
use super::reading::{self, Reading};
use super::sheet::Remark;
use crate::i18n::{fill, form as words};
use crate::papers::Wanted;
use crate::route::Item;

/// A part of the form in the list of what is to be done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Task {
    /// What it is called.
    pub(crate) title: String,
    /// How far it is.
    pub(crate) state: TaskState,
    /// Its first page.
    pub(crate) first: Option<String>,
    /// Whether it keeps the form from being sent.
    pub(crate) needed: bool,
    /// The first of its pages that still lacks something.
    pub(crate) next: Option<String>,
    /// The papers that it asks for.
    pub(crate) papers: Vec<Wanted>,
}

/// How far a part of the form is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum TaskState {
    /// Nothing is answered.
    NotBegun,
    /// Something is.
    Begun,
    /// Everything that has to be is answered, and well.
    Done,
    /// Parts with these titles come first.
    Later(Vec<String>),
}

/// An answer as the review shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Answered {
    /// The question.
    pub(crate) question: String,
    /// The answer.
    pub(crate) reading: Reading,
    /// What keeps it from being sent.
    pub(crate) fault: Option<String>,
    /// The page on which it is asked.
    pub(crate) page: String,
    /// The item of a group that it is about.
    pub(crate) item: Option<Item>,
}

impl Filling {
    /// The pages that are asked of this person.
    pub(crate) fn path(self) -> Path {
        self.form.with_value(|form| {
            self.shown.with_value(|shown| {
                Path::new(form.definition().sections.iter().map(|section| {
                    Part {
                        section: section.id.clone(),
                        title: said(&section.title),
                        pages: section
                            .pages
                            .iter()
                            .filter(|page| shown.page(&page.id))
                            .map(|page| page.id.clone())
                            .collect(),
                    }
                }))
            })
        })
    }

    /// What is wrong on a page.
    pub(crate) fn faults(self, page: &str) -> Vec<Remark> {
        let faults = self
            .ask(|form, answers, papers, setting| form.page_faults(page, answers, papers, setting));
        remarks(faults)
    }

    /// What to look at again on a page.
    pub(crate) fn warnings(self, page: &str) -> Vec<Remark> {
        let mut warnings = self.shown.with_value(Shown::warnings);
        warnings.retain(|warning| warning.page == page);
        remarks(warnings)
    }

    /// Everything that keeps the form from being sent.
    pub(crate) fn all_faults(self) -> Vec<Remark> {
        let checked =
            self.ask(|form, answers, papers, setting| form.check(answers, papers, setting));
        remarks(checked.err().unwrap_or_default())
    }

    /// The answers as they are sent, once the form has nothing to say against them.
    pub(crate) fn complete(self) -> Option<Complete> {
        self.ask(|form, answers, papers, setting| form.check(answers, papers, setting))
            .ok()
    }

    /// The open answers that `known` (values by the profile's attributes) can fill: the
    /// pointer of each, the attribute it comes from, and the value.
    pub(crate) fn prefillable(
        self,
        known: &BTreeMap<String, Value>,
    ) -> Vec<(String, String, Value)> {
        self.ask(|form, answers, _, _| {
            let filled = form.prefill(answers, |attribute| known.get(attribute));
            filled
                .into_iter()
                .map(|one| (one.pointer, one.attribute.to_owned(), one.value))
                .collect()
        })
    }

    /// The profile's attributes that could fill something in.
    pub(crate) fn prefill_attributes(self) -> Vec<String> {
        self.ask(|form, _, _, _| {
            let all = form.prefill_attributes();
            all.into_iter().map(str::to_owned).collect()
        })
    }

    /// The parts of the form with their states.
    pub(crate) fn tasks(self) -> Vec<Task> {
        let path = self.path();
        let (states, faults) = self.ask(|form, answers, papers, setting| {
            let states = form.section_states(answers, papers, setting);
            let states: Vec<_> = states
                .into_iter()
                .map(|(id, state)| (id.to_owned(), state))
                .collect();
            let faults = form.check(answers, papers, setting).err();
            (states, faults.unwrap_or_default())
        });
        let state_of = |id: &str| {
            let found = states.iter().find(|(section, _)| section == id);
            found.map(|(_, state)| *state)
        };
        let task = |part: &Part| {
            let open = |page: &&String| faults.iter().any(|fault| fault.page == **page);
            Task {
                title: part.title.clone(),
                state: match state_of(&part.section) {
                    Some(SectionState::CannotStart) => {
                        TaskState::Later(self.waits_for(&part.section, state_of))
                    }
                    Some(SectionState::NotStarted | SectionState::Optional) | None => {
                        TaskState::NotBegun
                    }
                    Some(SectionState::InProgress) => TaskState::Begun,
                    Some(SectionState::Done) => TaskState::Done,
                },
                needed: state_of(&part.section).is_none_or(|state| !state.can_be_sent()),
                first: part.pages.first().cloned(),
                next: part.pages.iter().find(open).cloned(),
                papers: self.papers_of(part),
            }
        };
        path.parts().iter().map(task).collect()
    }

    /// The papers that a part asks for.
    fn papers_of(self, part: &Part) -> Vec<Wanted> {
        let mut papers = Vec::new();
        self.form.with_value(|form| {
            self.shown.with_value(|shown| {
                for page in part.pages.iter().filter_map(|id| form.page(id)) {
                    for field in &page.fields {
                        let id = field.id.as_str();
                        if let Kind::Papers { requirement, .. } = &field.kind
                            && shown.field(id)
                        {
                            papers.push(Wanted {
                                page: page.id.clone(),
                                requirement: requirement.clone(),
                                required: shown.required(id),
                            });
                        }
                    }
                }
            });
        });
        papers
    }

    /// The titles of the sections that have to be done before this one.
    fn waits_for(
        self,
        section: &str,
        state_of: impl Fn(&str) -> Option<SectionState>,
    ) -> Vec<String> {
        self.form.with_value(|form| {
            let after = form.section(section).map(|section| &section.after[..]);
            let open = after
                .unwrap_or_default()
                .iter()
                .filter(|id| state_of(id).is_some_and(|state| !state.can_be_sent()));
            open.filter_map(|id| form.section(id))
                .map(|section| said(&section.title))
                .collect()
        })
    }

    /// A page was left with all in order: remembered, so that lists of drafts can say how
    /// far this one is and the way back leads to it.
    pub(crate) fn passed(self, page: &str) {
        let tasks = self.tasks();
        let done = tasks.iter().filter(|task| !task.needed).count();
        self.draft().change(|draft| {
            draft.content.page = Some(page.into());
            draft.content.sections = count(tasks.len());
            draft.content.sections_done = count(done);
        });
    }

    /// Every answer of this person's form, part by part.
    pub(crate) fn answered(self) -> Vec<(Part, Vec<Answered>)> {
        let faults = self.all_faults();
        let path = self.path();
        let lines_of = |part: &Part| {
            let pages = part.pages.iter().filter_map(|id| self.page(id));
            pages
                .flat_map(|page| {
                    let fields = page.fields.iter();
                    let lines = fields.flat_map(|field| self.lines(&page.id, field, &faults));
                    lines.collect::<Vec<_>>()
                })
                .collect()
        };
        path.parts()
            .iter()
            .map(|part| (part.clone(), lines_of(part)))
            .collect()
    }

    /// The lines for one field: one for each item of a group, none for what is not there.
    fn lines(self, page: &str, field: &Field, faults: &[Remark]) -> Vec<Answered> {
        let pointer = format!("/{}", field.id);
        let there = self
            .shown
            .with_value(|shown| shown.field(field.id.as_str()));
        if !there || matches!(field.kind, Kind::Note | Kind::Signature) {
            return Vec::new();
        }
        let line = |question: String, reading, below: &str, item| Answered {
            question,
            reading,
            fault: fault_below(faults, below),
            page: page.into(),
            item,
        };
        if let Kind::Papers { requirement, .. } = &field.kind {
            let below = format!("/papers/{requirement}");
            return vec![line(
                said(&field.label),
                self.papers(requirement),
                &below,
                None,
            )];
        }
        let Kind::Group(group) = &field.kind else {
            let reading = reading::read(field, &self.told(field, &pointer));
            return vec![line(said(&field.label), reading, &pointer, None)];
        };
        let items = self.items(&pointer);
        if items.is_empty() {
            return vec![line(said(&field.label), Reading::Nothing, &pointer, None)];
        }
        let lines = items.iter().enumerate().map(|(at, _)| {
            let below = format!("{pointer}/{at}");
            let parts = group.fields.iter().filter_map(|field| {
                let pointer = format!("{below}/{}", field.id);
                let there = self.shown.with_value(|shown| shown.field(spot(&pointer)));
                let reading = there.then(|| reading::read(field, &self.told(field, &pointer)))?;
                reading
                    .is_something()
                    .then(|| (said(&field.label), reading))
            });
            let item = Item {
                group: field.id.clone(),
                at,
            };
            let reading = Reading::Parts(parts.collect());
            line(item_name(group, at), reading, &below, Some(item))
        });
        lines.collect()
    }

    /// What was typed, or what was computed in its place.
    fn told(self, field: &Field, pointer: &str) -> Value {
        match field.compute {
            Some(_) => self
                .shown
                .with_value(|shown| shown.value(spot(pointer)).clone()),
            None => self.value(pointer),
        }
    }

    /// The papers handed in for a requirement, by their number.
    fn papers(self, requirement: &str) -> Reading {
        let count = self.ask(|_, _, papers, _| papers.count(requirement));
        match count {
            0 => Reading::Nothing,
            count => Reading::Text(fill(words::files(), &[("n", &count.to_string())])),
        }
    }

    /// The page on which the answer at `pointer` is given, and the item of a group.
    pub(crate) fn place_of(self, pointer: &str) -> Option<(String, Option<Item>)> {
        let spot = spot(pointer);
        let item = spot.item.map(|(group, at)| Item {
            group: group.into(),
            at,
        });
        let asks = |field: &Field| match (&field.kind, pointer.strip_prefix("/papers/")) {
            (Kind::Papers { requirement, .. }, Some(wanted)) => requirement == wanted,
            _ => field.id == item.as_ref().map_or(spot.field, |item| &item.group),
        };
        self.form.with_value(|form| {
            let mut pages = form.definition().pages();
            let page = pages.find(|page| page.fields.iter().any(asks))?;
            Some((page.id.clone(), item.clone()))
        })
    }
}

fn count(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

fn remarks(faults: Vec<Fault>) -> Vec<Remark> {
    let remarks = faults.into_iter().map(|fault| Remark {
        message: said(&fault.message),
        pointer: fault.pointer,
    });
    remarks.collect()
}

/// What is wrong with an answer or with one of its parts.
fn fault_below(faults: &[Remark], pointer: &str) -> Option<String> {
    let found = faults.iter().find(|fault| {
        let rest = fault.pointer.strip_prefix(pointer);
        rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
    })?;
    Some(found.message.clone())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_part_at_fault_is_said_at_the_whole_and_at_nothing_else() {
        let faults = [Remark {
            pointer: "/mother/citizenId".into(),
            message: "x".into(),
        }];
        assert!(fault_below(&faults, "/mother").is_some());
        assert!(fault_below(&faults, "/mother/citizenId").is_some());
        assert!(fault_below(&faults, "/moth").is_none());
        assert!(fault_below(&faults, "/mother/fullName").is_none());
    }
}
