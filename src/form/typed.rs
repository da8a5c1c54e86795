//! Answers as they stand in the boxes one types into.
//!
//! An answer in progress is kept exactly as it was typed (crates/forms/FORMAT.md), so
//! that nothing is lost and nothing changes under the fingers. What is here only takes
//! it apart for several boxes and groups its digits for reading.

mod date;
mod digits;

pub(crate) use date::DateBoxes;
pub(crate) use digits::{amount, citizen_id, phone};
