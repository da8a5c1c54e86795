//! Filing: once, checked, duly acknowledged and paid for.

mod applicant;
mod bad_input;
mod crash;
mod once;
mod paying;
mod receipt;
