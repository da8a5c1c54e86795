//! The form engine: what a form asks, the same code in the browser and in the portal.
//!
//! `FORMAT.md` documents the definition that [`Form::parse`] reads. The crate is pure: no
//! web, no I/O, no clock but the day passed in, and it knows no other crate of this
//! workspace.

mod check;
mod computed;
mod day;
mod definition;
mod fault;
mod form;
mod kind;
mod limits;
mod logic;
mod members;
mod parse;
mod prefill;
mod progress;
mod reading;
mod rejected;
mod setting;
mod shown;
mod spot;
mod warning;
mod words;
mod wrong;

pub use check::Complete;
pub use day::Day;
pub use definition::{Definition, Field, Help, Page, PageRule, Required, Rule, Section, VERSION};
pub use fault::Fault;
pub use form::{Dependent, Form};
pub use kind::{Choice, Group, Kind, Limit, Look, Part, PartName, Range};
pub use logic::{Expression, apply};
pub use prefill::Prefilled;
pub use progress::SectionState;
pub use rejected::{Rejected, Why};
pub use setting::{Answers, Papers, Places, Setting};
pub use shown::Shown;
pub use spot::Spot;
pub use words::Words;
