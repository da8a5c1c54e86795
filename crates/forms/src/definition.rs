//! What a form asks: sections of pages of fields, as the definition states it.
//!
//! These types only come out of [`Form::parse`](crate::Form::parse), so whoever holds one
//! holds a definition in which ids are unique and every condition refers to a real answer.
//! `FORMAT.md` says what each member means.

use crate::kind::Kind;
use crate::logic::Expression;
use crate::words::Words;

/// The version of the definition's format that this crate reads.
pub const VERSION: u32 = 1;

/// A whole form.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Definition {
    /// The code of the service it files.
    pub service: String,
    /// The official form or circular it is true to.
    pub source: String,
    /// What is asked, in order.
    pub sections: Vec<Section>,
}

/// A part of a form that one can leave and come back to.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Section {
    /// Unique among the form's sections.
    pub id: String,
    /// What the task list calls it.
    pub title: Words,
    /// When it is asked at all; always without.
    pub show: Option<Expression>,
    /// The sections that have to be done before this one can be started.
    pub after: Vec<String>,
    /// One thing a page.
    pub pages: Vec<Page>,
}

/// What is asked on one screen.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Page {
    /// Unique among the form's pages; stands in the address.
    pub id: String,
    /// The screen's heading.
    pub title: Words,
    /// Words below the heading.
    pub lead: Option<Words>,
    /// When it is asked at all; always without.
    pub show: Option<Expression>,
    /// The questions, in order.
    pub fields: Vec<Field>,
    /// What must hold between answers.
    pub rules: Vec<PageRule>,
}

/// One question.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Field {
    /// The answer's name; unique within the form, inside a group within the group.
    pub id: String,
    /// The question.
    pub label: Words,
    /// What helps to answer it.
    pub hint: Option<Words>,
    /// More help, shown on request.
    pub help: Option<Help>,
    /// What the official form calls it, when the label says it more plainly.
    pub official: Option<Words>,
    /// What kind of answer it takes.
    pub kind: Kind,
    /// Whether the form can be sent without it.
    pub required: Required,
    /// When it is asked at all; always without.
    pub show: Option<Expression>,
    /// What its answer follows from; such a field is read-only.
    pub compute: Option<Expression>,
    /// The profile's attribute that may fill it.
    pub prefill: Option<String>,
    /// What must hold once it is answered.
    pub rules: Vec<Rule>,
}

/// Help that one asks for.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Help {
    /// What it is about.
    pub title: Words,
    /// What it says.
    pub text: Words,
}

/// Whether a form can be sent without an answer.
#[derive(Clone, Debug, PartialEq)]
pub enum Required {
    /// It can.
    Never,
    /// It cannot, as long as the field is shown.
    Always,
    /// It cannot while this holds.
    When(Expression),
}

/// What must hold once a field is answered.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Rule {
    /// The condition.
    pub holds: Expression,
    /// What to say when it does not hold.
    pub message: Words,
}

/// What must hold between the answers of several fields.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct PageRule {
    /// The condition; asked only once all of `fields` are answered.
    pub holds: Expression,
    /// What to say when it does not hold.
    pub message: Words,
    /// The fields at fault; never empty.
    pub fields: Vec<String>,
}

impl Definition {
    /// Every page, in order.
    pub fn pages(&self) -> impl Iterator<Item = &Page> {
        self.sections.iter().flat_map(|section| &section.pages)
    }

    /// Every field outside of groups, in order.
    pub fn fields(&self) -> impl Iterator<Item = &Field> {
        self.pages().flat_map(|page| &page.fields)
    }
}
