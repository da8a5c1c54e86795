//! What depends on what in a form, found out once when it is read.
//!
//! What is shown may depend on answers, and what others see of an answer depends on whether
//! it is shown: that must not go round in a circle. Whether an answer is required may depend
//! on anything, as nobody sees that.

use super::Inner;
use super::expressions::{self, Use};
use super::order::order;
use super::resolve::Target;
use crate::definition::Field;
use crate::kind::{Group, Kind};
use crate::logic::{Expression, Fuel};
use crate::members::expected;
use crate::rejected::{Rejected, Why};

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

/// The field that an expression belongs to, while the form is gone through.
struct Owner<'a> {
    node: Node,
    group: Option<&'a Group>,
}

/// The wiring while it is being found.
struct Found<'a> {
    form: &'a Inner,
    seen_by: Vec<Vec<Node>>,
    needed_by: Vec<Vec<usize>>,
    expressions: usize,
}

impl Wiring {
    pub(super) fn of(form: &Inner) -> Result<Self, Rejected> {
        let count = form.fields.len();
        let mut found = Found {
            form,
            seen_by: vec![Vec::new(); count],
            needed_by: vec![Vec::new(); count],
            expressions: 0,
        };
        let mut inner = vec![Vec::new(); count];
        let (mut page_at, mut field_at) = (0, 0);
        for (section_at, section) in form.definition.sections.iter().enumerate() {
            let within = |why: Rejected| why.at_item(section_at).within("sections");
            let owner = Owner {
                node: Node::Section(section_at),
                group: None,
            };
            found.show(section.show.as_ref(), &owner).map_err(within)?;
            for (at, page) in section.pages.iter().enumerate() {
                let within = |why: Rejected| within(why.at_item(at).within("pages"));
                let owner = Owner {
                    node: Node::Page(page_at),
                    group: None,
                };
                found.show(page.show.as_ref(), &owner).map_err(within)?;
                for (at, field) in page.fields.iter().enumerate() {
                    let within = |why: Rejected| within(why.at_item(at).within("fields"));
                    inner[field_at] = found.field(field, field_at).map_err(within)?;
                    field_at += 1;
                }
                for (at, rule) in page.rules.iter().enumerate() {
                    let within = |why: Rejected| within(why.at_item(at).within("rules"));
                    found
                        .expression(&rule.holds, Use::Right, &owner)
                        .map_err(|why| within(why.within("holds")))?;
                    found
                        .exist(&rule.fields)
                        .map_err(|why| within(why.within("fields")))?;
                }
                page_at += 1;
            }
        }
        let Found {
            mut seen_by,
            mut needed_by,
            expressions,
            ..
        } = found;
        seen_by.iter_mut().for_each(unique);
        needed_by.iter_mut().for_each(unique);
        Ok(Self {
            order: all_in_order(form, &seen_by)?,
            seen_by,
            needed_by,
            inner,
            fuel: Fuel::shared_by(expressions),
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

impl<'a> Found<'a> {
    fn show(&mut self, show: Option<&Expression>, owner: &Owner<'_>) -> Result<(), Rejected> {
        let Some(show) = show else { return Ok(()) };
        self.expression(show, Use::Sight, owner)
            .map(drop)
            .map_err(|why| why.within("show"))
    }

    /// Takes a field in; the order of its own fields if it is a group.
    fn field(&mut self, field: &'a Field, at: usize) -> Result<Vec<usize>, Rejected> {
        self.own(
            field,
            &Owner {
                node: Node::Field(at),
                group: None,
            },
        )?;
        let Kind::Group(group) = &field.kind else {
            return Ok(Vec::new());
        };
        let owner = Owner {
            node: Node::Field(at),
            group: Some(group),
        };
        let mut needs = Vec::with_capacity(group.fields.len());
        for (at, field) in group.fields.iter().enumerate() {
            let siblings = self.own(field, &owner);
            needs.push(siblings.map_err(|why| why.at_item(at).within("fields"))?);
        }
        order(&needs).map_err(|circle| {
            let id = group.fields[circle].id.clone();
            Rejected::new(Why::Circle(id))
                .at_item(circle)
                .within("fields")
        })
    }

    /// Takes a field's own expressions in; the siblings that its sight depends on.
    fn own(&mut self, field: &Field, owner: &Owner<'_>) -> Result<Vec<usize>, Rejected> {
        let mut siblings = Vec::new();
        for (at, expression, purpose) in expressions::of(field) {
            let below = |mut why: Rejected| {
                why.at.insert_str(0, &at);
                why
            };
            siblings.extend(self.expression(expression, purpose, owner).map_err(below)?);
        }
        self.compared(field, owner)?;
        unique(&mut siblings);
        Ok(siblings)
    }

    /// Takes an expression in; the siblings that it looks at, if its use is sight.
    fn expression(
        &mut self,
        expression: &Expression,
        purpose: Use,
        owner: &Owner<'_>,
    ) -> Result<Vec<usize>, Rejected> {
        self.expressions += owner.group.map_or(1, |group| group.maximum);
        let mut siblings = Vec::new();
        expression.references(&mut |reference| {
            match (
                self.form.resolve(reference, owner.group)?,
                purpose,
                owner.node,
            ) {
                (Target::Field(seen), Use::Sight, node) => self.seen_by[seen].push(node),
                (Target::Field(seen), Use::Need, Node::Field(field)) => {
                    self.needed_by[seen].push(field);
                }
                (Target::Sibling(seen), Use::Sight, _) => siblings.push(seen),
                _ => {}
            }
            Ok(())
        })?;
        Ok(siblings)
    }

    /// The fields that a citizen ID is compared with have to be there and of the right kind.
    fn compared(&self, field: &Field, owner: &Owner<'_>) -> Result<(), Rejected> {
        let Kind::CitizenId { birth_date, sex } = &field.kind else {
            return Ok(());
        };
        let find = |id: &String| {
            let inside = owner
                .group
                .and_then(|group| group.fields.iter().find(|field| field.id == *id));
            let found = inside.or_else(|| {
                self.form
                    .field_ids
                    .find(id)
                    .map(|at| self.form.field_at(at))
            });
            found.ok_or_else(|| Rejected::new(Why::Dangling(id.clone())))
        };
        if let Some(id) = birth_date {
            let field = find(id).map_err(|why| why.within("birthDate"))?;
            if !matches!(field.kind, Kind::Date { .. }) {
                return Err(expected("the id of a date").within("birthDate"));
            }
        }
        if let Some(id) = sex {
            let field = find(id).map_err(|why| why.within("sex"))?;
            if !matches!(field.kind, Kind::Choice { .. }) {
                return Err(expected("the id of a choice").within("sex"));
            }
        }
        Ok(())
    }

    fn exist(&self, fields: &[String]) -> Result<(), Rejected> {
        for (at, id) in fields.iter().enumerate() {
            if self.form.field_ids.find(id).is_none() {
                return Err(Rejected::new(Why::Dangling(id.clone())).at_item(at));
            }
        }
        Ok(())
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
