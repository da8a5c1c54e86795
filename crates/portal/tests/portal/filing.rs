//! Filing: once, checked, duly acknowledged and paid for.

pub(crate) mod applicant;
mod bad_input;
mod behalf;
mod crash;
mod once;
mod paying;
mod receipt;
