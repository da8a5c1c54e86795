//! What the portal holds about a person, where it comes from, and by which consent.
//!
//! Nothing is asked of a register before the person consents; what was fetched stands in
//! the profile as long as the consent is in force, and each use of it in the access log,
//! where [`access::note`] writes it.

pub(crate) mod access;
pub(crate) mod consents;
pub(crate) mod deletion;
pub(crate) mod export;
pub(crate) mod mandates;
pub(crate) mod profile;
mod registers;
pub(crate) mod reports;
