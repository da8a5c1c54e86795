//! What a person typed and photographed, kept on this device until the portal has it.
//!
//! From the bottom up: [`database`] is `IndexedDB` and nothing else; [`vault`] encrypts what
//! goes into it with a key that never leaves the browser and that signing out destroys;
//! [`draft`] says what is kept of an application; [`drafts`] opens, lists and saves them.
//! [`unfinished`] is their list on a screen; [`copying`] keeps the portal's copies in step.
//! [`receipts`] keeps what came of it, to be read without a network.
//! On a shared device ([`shared`]) the vault is a map in memory and nothing is written.

pub(crate) mod choice;
pub(crate) mod clock;
pub(crate) mod copies;
pub(crate) mod copying;
mod database;
pub(crate) mod draft;
pub(crate) mod drafts;
mod file;
mod pace;
pub(crate) mod receipts;
pub(crate) mod shared;
mod shelf;
mod taking;
pub(crate) mod unfinished;
pub(crate) mod unsaved;
pub(crate) mod vault;
