//! The form engine: what a form asks, the same code in the browser and in the portal.
//!
//! So far it reads a definition and holds it to its rules ([`Definition::parse`]).
//! Conditions, validation of answers and their schema stand on these types and
//! arrive with the first form that can be filed. The crate is pure: no web, no
//! I/O, no clock, and it knows no other crate of this workspace.

mod definition;

pub use definition::{Definition, Field, FieldKind, Page, Rejected, Section, VERSION, Words};
