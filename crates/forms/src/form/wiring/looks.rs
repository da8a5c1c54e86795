//! Finds out which parts of a form look at which answers.

use super::{Node, unique};
use crate::definition::{Field, Page, PageRule};
use crate::form::Inner;
use crate::form::expressions::{self, Use};
use crate::form::order::order;
use crate::form::resolve::Target;
use crate::kind::{Group, Kind};
use crate::logic::Expression;
use crate::members::expected;
use crate::rejected::{Rejected, Why};

/// What has been found so far; each list as in [`Wiring`](super::Wiring), with repetitions.
pub(super) struct Looks<'a> {
    form: &'a Inner,
    pub(super) seen_by: Vec<Vec<Node>>,
    pub(super) needed_by: Vec<Vec<usize>>,
    pub(super) inner: Vec<Vec<usize>>,
    /// How many there are; one in a group counts for each item there may be.
    pub(super) expressions: usize,
}

/// The part that an expression belongs to, and the group within which it stands.
struct Owner<'a> {
    node: Node,
    group: Option<&'a Group>,
}

impl Owner<'_> {
    fn of(node: Node) -> Self {
        Self { node, group: None }
    }
}

impl<'a> Looks<'a> {
    pub(super) fn at(form: &'a Inner) -> Self {
        let count = form.fields.len();
        Self {
            form,
            seen_by: vec![Vec::new(); count],
            needed_by: vec![Vec::new(); count],
            inner: vec![Vec::new(); count],
            expressions: 0,
        }
    }

    /// Goes through the whole form.
    pub(super) fn look(&mut self) -> Result<(), Rejected> {
        let (mut page_at, mut field_at) = (0, 0);
        for (at, section) in self.form.definition.sections.iter().enumerate() {
            let within = |why: Rejected| why.at_item(at).within("sections");
            let owner = Owner::of(Node::Section(at));
            self.show(section.show.as_ref(), &owner).map_err(within)?;
            for (at, page) in section.pages.iter().enumerate() {
                let looked = self.page(page, page_at, field_at);
                looked.map_err(|why| within(why.at_item(at).within("pages")))?;
                page_at += 1;
                field_at += page.fields.len();
            }
        }
        Ok(())
    }

    /// Takes a page in: its place among all, and that of its first field.
    fn page(&mut self, page: &'a Page, at: usize, first: usize) -> Result<(), Rejected> {
        let owner = Owner::of(Node::Page(at));
        self.show(page.show.as_ref(), &owner)?;
        for (at, field) in page.fields.iter().enumerate() {
            let inner = self.field(field, first + at);
            self.inner[first + at] = inner.map_err(|why| why.at_item(at).within("fields"))?;
        }
        for (at, rule) in page.rules.iter().enumerate() {
            let looked = self.page_rule(rule, &owner);
            looked.map_err(|why| why.at_item(at).within("rules"))?;
        }
        Ok(())
    }

    fn page_rule(&mut self, rule: &PageRule, owner: &Owner<'_>) -> Result<(), Rejected> {
        self.expression(&rule.holds, Use::Right, owner)
            .map_err(|why| why.within("holds"))?;
        for (at, id) in rule.fields.iter().enumerate() {
            if self.form.field_ids.find(id).is_none() {
                let why = Rejected::new(Why::Dangling(id.clone()));
                return Err(why.at_item(at).within("fields"));
            }
        }
        Ok(())
    }

    fn show(&mut self, show: Option<&Expression>, owner: &Owner<'_>) -> Result<(), Rejected> {
        let Some(show) = show else { return Ok(()) };
        self.expression(show, Use::Sight, owner)
            .map(drop)
            .map_err(|why| why.within("show"))
    }

    /// Takes a field in; the order of its own fields if it is a group.
    fn field(&mut self, field: &'a Field, at: usize) -> Result<Vec<usize>, Rejected> {
        self.own(field, &Owner::of(Node::Field(at)))?;
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
}
