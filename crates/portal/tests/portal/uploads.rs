//! Papers on their way in: resumed, counted truly, looked into, and refused with a reason.

mod bad_input;
mod bounds;
mod crash;
mod inside;
mod resuming;
mod scanner;
pub(crate) mod sender;
