//! Keys that the portal makes for itself, once for a data directory.

use rusqlite::{Connection, params};

use crate::random;

/// The key that signs orders and notifications of the sandbox's gateway.
pub(crate) fn gateway(connection: &mut Connection) -> rusqlite::Result<Vec<u8>> {
    key(connection, "gateway")
}

/// The key under which lookups that found nothing are counted.
pub(crate) fn lookups(connection: &mut Connection) -> rusqlite::Result<Vec<u8>> {
    key(connection, "lookups")
}

fn key(connection: &Connection, name: &str) -> rusqlite::Result<Vec<u8>> {
    connection.execute(
        "INSERT OR IGNORE INTO secret (name, value) VALUES (?1, ?2)",
        params![name, random::secret().into_bytes()],
    )?;
    connection.query_row("SELECT value FROM secret WHERE name = ?1", [name], |row| {
        row.get(0)
    })
}
