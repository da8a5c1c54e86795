//! The form engine: what a form asks, the same code in the browser and in the portal.
//!
//! `FORMAT.md` documents the definition that [`Form::parse`] reads. The crate is pure: no
//! web, no I/O, no clock but the day passed in, and it knows no other crate of this
//! workspace.

mod day;
mod definition;
mod form;
mod kind;
mod logic;
mod members;
mod parse;
mod rejected;
mod words;

pub use day::Day;
pub use definition::{Definition, Field, Help, Page, PageRule, Required, Rule, Section, VERSION};
pub use form::{Dependent, Form};
pub use kind::{Choice, Group, Kind, Limit, Look, Part, PartName, Range};
pub use logic::{Expression, apply};
pub use rejected::{Rejected, Why};
pub use words::Words;
