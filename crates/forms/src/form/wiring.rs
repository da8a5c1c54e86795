//! What depends on what in a form, found out once when it is read.
//!
//! What is shown may depend on answers, and what others see of an answer depends on whether
//! it is shown: that must not go round in a circle. Whether an answer is required may depend
//! on anything, as nobody sees that.

mod looks;

use super::Inner;
use super::order::order;
use crate::logic::Fuel;
use crate::rejected::{Rejected, Why};
use looks::Looks;

/// A part of the form that is worked out for itself; parts stand in the form's order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Node {
    /// A section, by its place.
    Section(usize),
    /// A page, by its place among all.
    Page(usize),
    /// A field outside of groups, by its place among all.
    Field(usize),
}

#[derive(Default)]
pub(crate) struct Wiring {
    /// All parts, each after those that it depends on.
    pub(crate) order: Vec<Node>,
    /// For each field: the parts whose own expressions look at its answer.
    pub(crate) seen_by: Vec<Vec<Node>>,
    /// For each field: the fields that are required or not by its answer.
    pub(crate) needed_by: Vec<Vec<usize>>,
    /// For each field that is a group: its fields, each after those it depends on.
    pub(crate) inner: Vec<Vec<usize>>,
    /// What each expression may cost.
    pub(crate) fuel: Fuel,
}

impl Wiring {
    pub(super) fn of(form: &Inner) -> Result<Self, Rejected> {
        let mut looks = Looks::at(form);
        looks.look()?;
        looks.seen_by.iter_mut().for_each(unique);
        looks.needed_by.iter_mut().for_each(unique);
        Ok(Self {
            order: all_in_order(form, &looks.seen_by)?,
            seen_by: looks.seen_by,
            needed_by: looks.needed_by,
            inner: looks.inner,
            fuel: Fuel::shared_by(looks.expressions),
        })
    }

    /// All that may change when the answer to a field does, the field itself included.
    pub(super) fn reach(&self, field: usize, form: &Inner) -> Vec<Node> {
        let mut reached = vec![Node::Field(field)];
        let mut next = 0;
        while let Some(node) = reached.get(next).copied() {
            next += 1;
            for follower in self.followers(node, form) {
                if !reached.contains(&follower) {
                    reached.push(follower);
                }
            }
        }
        for at in 0..reached.len() {
            if let Node::Field(field) = reached[at] {
                let needed = self.needed_by[field]
                    .iter()
                    .map(|field| Node::Field(*field));
                reached.extend(needed);
            }
        }
        unique(&mut reached);
        reached
    }

    /// What has to be looked at again when this part has changed: what it holds, or who
    /// looks at its answer.
    pub(super) fn followers(&self, node: Node, form: &Inner) -> Vec<Node> {
        match node {
            Node::Section(at) => {
                let pages = form.pages.iter().enumerate();
                let own = pages.filter(|(_, (section, _))| *section == at);
                own.map(|(page, _)| Node::Page(page)).collect()
            }
            Node::Page(at) => {
                let fields = form.fields.iter().enumerate();
                let own = fields.filter(|(_, (page, _))| *page == at);
                own.map(|(field, _)| Node::Field(field)).collect()
            }
            Node::Field(at) => self.seen_by[at].clone(),
        }
    }
}

/// Sections first, then pages, then fields, as numbers.
fn all_in_order(form: &Inner, seen_by: &[Vec<Node>]) -> Result<Vec<Node>, Rejected> {
    let sections = form.definition.sections.len();
    let pages = form.pages.len();
    let number = |node: Node| match node {
        Node::Section(at) => at,
        Node::Page(at) => sections + at,
        Node::Field(at) => sections + pages + at,
    };
    let node = |number: usize| match number.checked_sub(sections) {
        None => Node::Section(number),
        Some(page) => page
            .checked_sub(pages)
            .map_or(Node::Page(page), Node::Field),
    };
    let mut needs = vec![Vec::new(); sections + pages + form.fields.len()];
    for (at, (section, _)) in form.pages.iter().enumerate() {
        needs[sections + at].push(*section);
    }
    for (at, (page, _)) in form.fields.iter().enumerate() {
        needs[sections + pages + at].push(sections + page);
    }
    for (field, seen_by) in seen_by.iter().enumerate() {
        for seer in seen_by {
            needs[number(*seer)].push(sections + pages + field);
        }
    }
    match order(&needs) {
        Ok(order) => Ok(order.into_iter().map(node).collect()),
        Err(circle) => Err(Rejected::new(Why::Circle(match node(circle) {
            Node::Section(at) => form.definition.sections[at].id.clone(),
            Node::Page(at) => form.page_at(at).id.clone(),
            Node::Field(at) => form.field_at(at).id.clone(),
        }))),
    }
}

fn unique<T: Ord>(items: &mut Vec<T>) {
    items.sort_unstable();
    items.dedup();
}
