//! A form that is ready to be filled in: its definition, and what depends on what in it.

mod expressions;
mod ids;
mod order;
mod resolve;
mod wiring;

use std::fmt;
use std::sync::Arc;

use serde_json::{Map, Value};

use crate::definition::{Definition, Field, Page, Section};
use crate::logic::Fuel;
use crate::members::expected;
use crate::parse;
use crate::rejected::{Rejected, Why};
use ids::Ids;
use wiring::Wiring;

pub(crate) use resolve::{CASE, SERVICE, TODAY};
pub(crate) use wiring::Node;

/// A form. Cheap to clone and to share: clones are the same form.
#[derive(Clone)]
pub struct Form(Arc<Inner>);

struct Inner {
    definition: Definition,
    /// Where each page stands: its section, and its place there.
    pages: Vec<(usize, usize)>,
    /// Where each field outside of groups stands: its page (of all), and its place there.
    fields: Vec<(usize, usize)>,
    section_ids: Ids,
    page_ids: Ids,
    field_ids: Ids,
    wiring: Wiring,
}

/// Something that may be shown or not, and that may depend on an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Dependent<'a> {
    /// The section with this id.
    Section(&'a str),
    /// The page with this id.
    Page(&'a str),
    /// The field with this id; for one inside a group, its group.
    Field(&'a str),
}

impl Form {
    /// Reads a form from its definition's JSON.
    ///
    /// # Errors
    /// Whatever is not a form by `FORMAT.md`; see [`Rejected`].
    pub fn parse(json: &str) -> Result<Self, Rejected> {
        let json: Value = serde_json::from_str(json)
            .map_err(|error| Rejected::new(Why::Json(error.to_string())))?;
        Self::read(json.as_object().ok_or_else(|| expected("an object"))?)
    }

    /// Reads a form from its definition.
    ///
    /// # Errors
    /// Whatever is not a form by `FORMAT.md`; see [`Rejected`].
    pub fn read(json: &Map<String, Value>) -> Result<Self, Rejected> {
        let definition = parse::definition(json)?;
        let sections = definition.sections.iter().enumerate();
        let pages: Vec<_> = sections
            .flat_map(|(at, section)| (0..section.pages.len()).map(move |page| (at, page)))
            .collect();
        let counts = definition.pages().map(|page| page.fields.len()).enumerate();
        let fields = counts
            .flat_map(|(page, fields)| (0..fields).map(move |field| (page, field)))
            .collect();
        let mut inner = Inner {
            section_ids: Ids::new(
                definition
                    .sections
                    .iter()
                    .map(|section| section.id.as_str()),
            ),
            page_ids: Ids::new(definition.pages().map(|page| page.id.as_str())),
            field_ids: Ids::new(definition.fields().map(|field| field.id.as_str())),
            wiring: Wiring::default(),
            definition,
            pages,
            fields,
        };
        inner.wiring = Wiring::of(&inner)?;
        Ok(Self(Arc::new(inner)))
    }

    /// What it asks.
    #[must_use]
    pub fn definition(&self) -> &Definition {
        &self.0.definition
    }

    /// The section with this id.
    #[must_use]
    pub fn section(&self, id: &str) -> Option<&Section> {
        self.definition().sections.get(self.section_index(id)?)
    }

    /// The page with this id.
    #[must_use]
    pub fn page(&self, id: &str) -> Option<&Page> {
        Some(self.0.page_at(self.page_index(id)?))
    }

    /// The field with this id, outside of groups.
    #[must_use]
    pub fn field(&self, id: &str) -> Option<&Field> {
        Some(self.0.field_at(self.field_index(id)?))
    }

    /// The page on which a field outside of groups stands.
    #[must_use]
    pub fn page_of(&self, field: &str) -> Option<&Page> {
        let (page, _) = self.0.fields[self.field_index(field)?];
        Some(self.0.page_at(page))
    }

    /// All that may change when the answer to this field changes, the field itself included,
    /// in the order of the form. Nothing for an unknown field.
    #[must_use]
    pub fn dependents(&self, field: &str) -> Vec<Dependent<'_>> {
        let Some(field) = self.field_index(field) else {
            return Vec::new();
        };
        let mut nodes = self.0.wiring.reach(field, &self.0);
        nodes.sort_unstable();
        nodes.into_iter().map(|node| self.dependent(node)).collect()
    }

    pub(crate) fn dependent(&self, node: Node) -> Dependent<'_> {
        match node {
            Node::Section(at) => Dependent::Section(&self.definition().sections[at].id),
            Node::Page(at) => Dependent::Page(&self.0.page_at(at).id),
            Node::Field(at) => Dependent::Field(&self.0.field_at(at).id),
        }
    }

    pub(crate) fn section_index(&self, id: &str) -> Option<usize> {
        self.0.section_ids.find(id)
    }

    pub(crate) fn page_index(&self, id: &str) -> Option<usize> {
        self.0.page_ids.find(id)
    }

    pub(crate) fn field_index(&self, id: &str) -> Option<usize> {
        self.0.field_ids.find(id)
    }

    pub(crate) fn page_at(&self, at: usize) -> &Page {
        self.0.page_at(at)
    }

    pub(crate) fn field_at(&self, at: usize) -> &Field {
        self.0.field_at(at)
    }

    /// The page of a field.
    pub(crate) fn page_index_of(&self, field: usize) -> usize {
        self.0.fields[field].0
    }

    /// The section of a page.
    pub(crate) fn section_index_of(&self, page: usize) -> usize {
        self.0.pages[page].0
    }

    pub(crate) fn field_count(&self) -> usize {
        self.0.fields.len()
    }

    pub(crate) fn page_count(&self) -> usize {
        self.0.pages.len()
    }

    pub(crate) fn wiring(&self) -> &Wiring {
        &self.0.wiring
    }

    /// What has to be looked at again when this part has changed.
    pub(crate) fn followers(&self, node: Node) -> Vec<Node> {
        self.0.wiring.followers(node, &self.0)
    }

    pub(crate) fn fuel(&self) -> Fuel {
        self.0.wiring.fuel
    }
}

impl Inner {
    fn page_at(&self, at: usize) -> &Page {
        let (section, page) = self.pages[at];
        &self.definition.sections[section].pages[page]
    }

    fn field_at(&self, at: usize) -> &Field {
        let (page, field) = self.fields[at];
        &self.page_at(page).fields[field]
    }
}

impl PartialEq for Form {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0) || self.definition() == other.definition()
    }
}

impl fmt::Debug for Form {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Form")
            .field(&self.definition().service)
            .finish()
    }
}
