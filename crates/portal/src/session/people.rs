//! People, as far as signing in says who they are.

use rusqlite::{Connection, OptionalExtension, Transaction, params};

use super::owner::PersonId;
use crate::moment::Moment;
use crate::random;

/// The person whom an identity provider calls `subject`, met before or not, under the name
/// that it gives today.
pub(crate) fn met(
    transaction: &Transaction<'_>,
    (issuer, subject): (&str, &str),
    name: &str,
    now: Moment,
) -> rusqlite::Result<PersonId> {
    transaction.query_row(
        "INSERT INTO person (id, issuer, subject, name, created_at) VALUES (?1, ?2, ?3, ?4, ?5)
         ON CONFLICT (issuer, subject) DO UPDATE SET name = excluded.name
         RETURNING id",
        params![random::id(), issuer, subject, name, now],
        |row| row.get(0),
    )
}

/// A person's full name.
pub(crate) fn name(connection: &Connection, person: &PersonId) -> rusqlite::Result<String> {
    let name = connection
        .prepare_cached("SELECT name FROM person WHERE id = ?1")?
        .query_row([person], |row| row.get(0))
        .optional()?;
    Ok(name.unwrap_or_default())
}

/// By which identity provider a person is known, and what that calls them.
pub(crate) fn subject(
    connection: &Connection,
    person: &PersonId,
) -> rusqlite::Result<Option<(String, String)>> {
    connection
        .prepare_cached("SELECT issuer, subject FROM person WHERE id = ?1")?
        .query_row([person], |row| Ok((row.get(0)?, row.get(1)?)))
        .optional()
}
