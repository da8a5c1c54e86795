//! Works out one part of a form after the other.

use serde_json::{Map, Value};

use super::{Eyes, Shown};
use crate::definition::{Field, Required};
use crate::form::Node;
use crate::kind::{Choice, Group, Kind};
use crate::logic::Fuel;
use crate::reading::read;
use crate::setting::Answers;

/// How a field stands.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct State {
    pub(crate) shown: bool,
    pub(crate) required: bool,
    /// For each option whether it is offered; empty where all are.
    offered: Vec<bool>,
    /// Of a group: for each item, for each of the group's fields.
    pub(crate) items: Vec<Vec<State>>,
}

impl State {
    pub(crate) fn offers(&self, option: usize) -> bool {
        self.shown && self.offered.get(option).copied().unwrap_or(true)
    }
}

impl Shown {
    /// Works out a part whose forerunners are up to date; whether it or its value changed.
    pub(super) fn settle(&mut self, node: Node, answers: &Answers) -> bool {
        let form = self.form.clone();
        match node {
            Node::Section(at) => {
                let show = form.definition().sections[at].show.as_ref();
                let shown = show.is_none_or(|show| show.holds(&self.eyes(None), form.fuel()));
                std::mem::replace(&mut self.sections[at], shown) != shown
            }
            Node::Page(at) => {
                let show = form.page_at(at).show.as_ref();
                let shown = self.sections[form.section_index_of(at)]
                    && show.is_none_or(|show| show.holds(&self.eyes(None), form.fuel()));
                std::mem::replace(&mut self.pages[at], shown) != shown
            }
            Node::Field(at) => {
                let field = form.field_at(at);
                let typed = answers.get(&field.id).unwrap_or(&Value::Null);
                let on_page = self.pages[form.page_index_of(at)];
                let (mut state, value) = match &field.kind {
                    _ if !on_page => (State::default(), Value::Null),
                    Kind::Group(group) => self.group(at, field, group, typed),
                    _ => settled(field, typed, &self.eyes(None), form.fuel()),
                };
                keep_needs(&self.fields[at], &mut state);
                let before = if value.is_null() {
                    self.read.remove(&field.id)
                } else {
                    self.read.insert(field.id.clone(), value)
                };
                let same_value = before.as_ref() == self.read.get(&field.id);
                let same_state = self.fields[at] == state;
                self.fields[at] = state;
                !(same_value && same_state)
            }
        }
    }

    fn group(&self, at: usize, field: &Field, group: &Group, typed: &Value) -> (State, Value) {
        let fuel = self.form.fuel();
        let shown = field
            .show
            .as_ref()
            .is_none_or(|show| show.holds(&self.eyes(None), fuel));
        if !shown {
            return (State::default(), Value::Null);
        }
        let typed = typed.as_array().map(Vec::as_slice).unwrap_or_default();
        let answered = typed.len().min(group.maximum);
        let mut items = Vec::with_capacity(answered);
        let mut values = Vec::with_capacity(answered);
        for place in 0..answered.max(group.minimum) {
            let typed = typed.get(place).unwrap_or(&Value::Null);
            let mut states = vec![State::default(); group.fields.len()];
            let mut value = Value::Object(Map::new());
            for field_at in &self.form.wiring().inner[at] {
                let field = &group.fields[*field_at];
                let typed = typed.get(&field.id).unwrap_or(&Value::Null);
                let eyes = self.eyes(Some((group, &value)));
                let (state, read) = settled(field, typed, &eyes, fuel);
                states[*field_at] = state;
                if let Value::Object(members) = &mut value
                    && !read.is_null()
                {
                    members.insert(field.id.clone(), read);
                }
            }
            items.push(states);
            if place < answered {
                values.push(value);
            }
        }
        let state = State {
            shown,
            items,
            ..State::default()
        };
        let value = if values.is_empty() {
            Value::Null
        } else {
            Value::Array(values)
        };
        (state, value)
    }

    /// Works out what a field requires; all values are up to date. Whether that changed.
    pub(super) fn require(&mut self, at: usize) -> bool {
        let form = self.form.clone();
        let field = form.field_at(at);
        let mut state = std::mem::take(&mut self.fields[at]);
        let before = state.clone();
        state.required = state.shown && needed(field, &self.eyes(None), form.fuel());
        if let Kind::Group(group) = &field.kind {
            let nothing = Value::Null;
            for (place, states) in state.items.iter_mut().enumerate() {
                let item = self.read.get(&field.id).and_then(|items| items.get(place));
                let eyes = self.eyes(Some((group, item.unwrap_or(&nothing))));
                for (state, field) in states.iter_mut().zip(&group.fields) {
                    state.required = state.shown && needed(field, &eyes, form.fuel());
                }
            }
        }
        let changed = state != before;
        self.fields[at] = state;
        changed
    }

    /// Works a field out again, and whatever follows from it; what changed.
    pub(super) fn follow(&mut self, first: Node, answers: &Answers) -> Vec<Node> {
        let form = self.form.clone();
        let wiring = form.wiring();
        let mut changed = Vec::new();
        let mut needs = Vec::new();
        let mut due = vec![first];
        for node in &wiring.order {
            if !due.contains(node) || !self.settle_again(*node, answers, &mut needs) {
                continue;
            }
            changed.push(*node);
            due.extend(form.followers(*node));
            if let Node::Field(at) = *node {
                needs.extend(&wiring.needed_by[at]);
            }
        }
        needs.sort_unstable();
        needs.dedup();
        for field in needs {
            if self.require(field) {
                changed.push(Node::Field(field));
            }
        }
        changed
    }

    /// Settles a node; a field that is settled anew has its needs looked at anew.
    fn settle_again(&mut self, node: Node, answers: &Answers, needs: &mut Vec<usize>) -> bool {
        if let Node::Field(at) = node {
            needs.push(at);
        }
        self.settle(node, answers)
    }
}

/// How a field that is no group stands, and what is read of its answer.
fn settled(field: &Field, typed: &Value, eyes: &Eyes<'_>, fuel: Fuel) -> (State, Value) {
    let shown = field
        .show
        .as_ref()
        .is_none_or(|show| show.holds(eyes, fuel));
    if !shown {
        return (State::default(), Value::Null);
    }
    let mut state = State {
        shown,
        ..State::default()
    };
    let value = match &field.compute {
        Some(compute) => {
            let computed = compute.evaluate(eyes, fuel).unwrap_or(Value::Null);
            read(&field.kind, &computed).value
        }
        None => read(&field.kind, typed).value,
    };
    let Kind::Choice { options, .. } = &field.kind else {
        return (state, value);
    };
    if options.iter().any(|option| option.show.is_some()) {
        let offered = |option: &Choice| {
            option
                .show
                .as_ref()
                .is_none_or(|show| show.holds(eyes, fuel))
        };
        state.offered = options.iter().map(offered).collect();
    }
    let value = only_offered(&state, options, value);
    (state, value)
}

/// Without what was chosen before it ceased to be offered.
fn only_offered(state: &State, options: &[Choice], value: Value) -> Value {
    let offers = |value: &Value| {
        let at = options
            .iter()
            .position(|option| value.as_str() == Some(&option.value));
        at.is_some_and(|at| state.offers(at))
    };
    match value {
        Value::Array(mut values) => {
            values.retain(offers);
            if values.is_empty() {
                Value::Null
            } else {
                Value::Array(values)
            }
        }
        value if offers(&value) => value,
        _ => Value::Null,
    }
}

fn needed(field: &Field, eyes: &Eyes<'_>, fuel: Fuel) -> bool {
    match &field.required {
        Required::Never => false,
        Required::Always => true,
        Required::When(condition) => condition.holds(eyes, fuel),
    }
}

/// Takes over what was required, which is looked at last: else each field would seem changed.
fn keep_needs(before: &State, after: &mut State) {
    after.required = before.required && after.shown;
    for (before, after) in before.items.iter().zip(&mut after.items) {
        for (before, after) in before.iter().zip(after) {
            keep_needs(before, after);
        }
    }
}
