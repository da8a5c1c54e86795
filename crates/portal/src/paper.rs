//! Papers that the portal issues: tagged PDF/UA-1 files that screen readers can read.
//!
//! [`sheet`] lays out headings, paragraphs, tables and figures on A4 and tags each of them;
//! what a paper says stands in a file of its own.

pub(crate) mod font;
pub(crate) mod letter;
pub(crate) mod receipt;
pub(crate) mod sheet;
