//! Sessions: which browser asks, and whose things it may see.
//!
//! A session is a cookie (`HttpOnly`, `SameSite=Lax`) whose SHA-256 stands in the database.
//! It belongs to an [`Owner`]: a person who signed in, or a guest, who gets a session with
//! the first thing they create. Rows that belong to somebody have a column
//! `owner TEXT NOT NULL`; a module that adds such a table names it in [`owner::OWNED`], and
//! what a guest owns moves to the person when they sign in.
//!
//! How a handler asks:
//! - [`Visitor`]: whoever it is. `visitor.owner()` to read what they own, if anything;
//!   `visitor.known()?` where a guest without anything gets 401.
//! - [`SignedIn`]: a person, or 401.
//! - to create, pass either to `portal.create(visitor, call, …)` (module `idempotency`):
//!   it begins a guest's session in the same transaction and sets the cookie.
//! - to change what exists, `portal.transact(…)` with `WHERE id = ?1 AND owner = ?2`: what is
//!   another's answers 404, as if it did not exist.

pub(crate) mod cookie;
pub(crate) mod device;
pub(crate) mod owner;
pub(crate) mod people;
pub(crate) mod rows;
mod visitor;

pub(crate) use owner::{Owner, PersonId};
pub(crate) use visitor::{SignedIn, Visitor};
