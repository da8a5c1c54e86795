//! Keys that the portal makes for itself, once for a data directory.

use rusqlite::Connection;

use crate::random;

/// The key that signs orders and notifications of the sandbox's gateway.
pub(crate) fn gateway(connection: &mut Connection) -> rusqlite::Result<Vec<u8>> {
    connection.execute(
        "INSERT OR IGNORE INTO secret (name, value) VALUES ('gateway', ?1)",
        [random::secret().into_bytes()],
    )?;
    connection.query_row(
        "SELECT value FROM secret WHERE name = 'gateway'",
        [],
        |row| row.get(0),
    )
}
