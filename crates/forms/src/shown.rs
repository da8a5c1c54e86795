//! What of a form is there, given the answers.

mod settle;
mod sight;

use serde_json::{Map, Value};

use crate::form::{Dependent, Form, Node};
use crate::kind::{Group, Kind};
use crate::setting::{Answers, Setting};
use crate::spot::Spot;

pub(crate) use settle::State;
pub(crate) use sight::{Eyes, Given};

/// Which sections, pages, fields and options are there, what is required, and what the
/// answers come to. What is hidden has no value that anything else could see.
#[derive(Clone, Debug, PartialEq)]
pub struct Shown {
    pub(crate) form: Form,
    pub(crate) given: Given,
    /// For each section.
    sections: Vec<bool>,
    /// For each page.
    pages: Vec<bool>,
    /// For each field outside of groups.
    fields: Vec<State>,
    /// All that could be read of what is shown, in the shapes in which it is sent.
    pub(crate) read: Map<String, Value>,
}

impl Form {
    /// What is there, with these answers in this setting.
    #[must_use]
    pub fn shown(&self, answers: &Answers, setting: &Setting<'_>) -> Shown {
        let mut shown = Shown {
            form: self.clone(),
            given: Given::new(&self.definition().service, setting),
            sections: vec![false; self.definition().sections.len()],
            pages: vec![false; self.page_count()],
            fields: vec![State::default(); self.field_count()],
            read: Map::new(),
        };
        for node in &self.wiring().order {
            shown.settle(*node, answers);
        }
        for field in 0..self.field_count() {
            shown.require(field);
        }
        shown
    }

    /// Brings `shown` up to date after the answer to one field has changed; only what that
    /// can affect is worked out again. What did change, in the order of the form.
    ///
    /// `shown` is of this form, and was up to date before.
    pub fn update<'f>(
        &'f self,
        shown: &mut Shown,
        field: &str,
        answers: &Answers,
    ) -> Vec<Dependent<'f>> {
        let Some(field) = self.field_index(field) else {
            return Vec::new();
        };
        let mut changed = shown.follow(Node::Field(field), answers);
        changed.sort_unstable();
        changed.dedup();
        changed
            .into_iter()
            .map(|node| self.dependent(node))
            .collect()
    }
}

impl Shown {
    /// Whether the section with this id is there.
    #[must_use]
    pub fn section(&self, id: &str) -> bool {
        self.form
            .section_index(id)
            .is_some_and(|at| self.sections[at])
    }

    /// Whether the page with this id is there.
    #[must_use]
    pub fn page(&self, id: &str) -> bool {
        self.form.page_index(id).is_some_and(|at| self.pages[at])
    }

    /// The ids of all pages that are there, in order.
    pub fn pages(&self) -> impl Iterator<Item = &str> {
        let pages = self.form.definition().pages().zip(&self.pages);
        pages
            .filter(|(_, shown)| **shown)
            .map(|(page, _)| page.id.as_str())
    }

    /// Whether a field is there.
    #[must_use]
    pub fn field<'s>(&self, spot: impl Into<Spot<'s>>) -> bool {
        self.state(spot.into()).is_some_and(|state| state.shown)
    }

    /// Whether a field is there and has to be answered.
    #[must_use]
    pub fn required<'s>(&self, spot: impl Into<Spot<'s>>) -> bool {
        self.state(spot.into()).is_some_and(|state| state.required)
    }

    /// Whether an option of a field is offered.
    #[must_use]
    pub fn option<'s>(&self, spot: impl Into<Spot<'s>>, value: &str) -> bool {
        let spot = spot.into();
        let field = self
            .group_field(spot)
            .or_else(|| self.form.field(spot.field));
        let Some((field, state)) = field.zip(self.state(spot)) else {
            return false;
        };
        match &field.kind {
            Kind::Choice { options, .. } => {
                let mut options = options.iter().enumerate();
                options.any(|(at, option)| option.value == value && state.offers(at))
            }
            _ => false,
        }
    }

    /// How many items of a group there are to show: those answered, and those to come to the
    /// minimum.
    #[must_use]
    pub fn items(&self, group: &str) -> usize {
        self.state(group.into())
            .map_or(0, |state| state.items.len())
    }

    /// What could be read of an answer, or what was computed; `null` for nothing.
    #[must_use]
    pub fn value<'s>(&self, spot: impl Into<Spot<'s>>) -> &Value {
        let spot = spot.into();
        match spot.item {
            None => self.read.get(spot.field).unwrap_or(&Value::Null),
            Some((group, item)) => &self.read.get(group).unwrap_or(&Value::Null)[item][spot.field],
        }
    }

    pub(crate) fn page_at(&self, page: usize) -> bool {
        self.pages[page]
    }

    pub(crate) fn section_at(&self, section: usize) -> bool {
        self.sections[section]
    }

    pub(crate) fn state_at(&self, field: usize) -> &State {
        &self.fields[field]
    }

    /// What an expression sees that stands on a field of `item`, or outside of groups.
    pub(crate) fn eyes<'a>(&'a self, item: Option<(&'a Group, &'a Value)>) -> Eyes<'a> {
        Eyes {
            given: &self.given,
            read: &self.read,
            item,
        }
    }

    fn group_field(&self, spot: Spot<'_>) -> Option<&crate::definition::Field> {
        match &self.form.field(spot.item?.0)?.kind {
            Kind::Group(group) => group.fields.iter().find(|field| field.id == spot.field),
            _ => None,
        }
    }

    fn state(&self, spot: Spot<'_>) -> Option<&State> {
        let Some((group, item)) = spot.item else {
            return self.fields.get(self.form.field_index(spot.field)?);
        };
        let group_at = self.form.field_index(group)?;
        let Kind::Group(group) = &self.form.field_at(group_at).kind else {
            return None;
        };
        let place = group
            .fields
            .iter()
            .position(|field| field.id == spot.field)?;
        self.fields[group_at].items.get(item)?.get(place)
    }
}
