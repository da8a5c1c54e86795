//! What the portal asks of the database.

use rusqlite::{Connection, OptionalExtension};
use tracing::error;

use crate::reading::record::Record;
use crate::web::refusal::Refusal;

/// The catalogue in force.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct InForce {
    pub(crate) id: i64,
    pub(crate) version: String,
    pub(crate) as_of: Option<String>,
}

/// A published line, and since when it is out of force, if it is.
pub(crate) struct Stored {
    pub(crate) record: String,
    /// `yyyy-MM-dd`
    pub(crate) retired_on: Option<String>,
}

/// The catalogue in force; none before the first import.
pub(crate) fn in_force(connection: &Connection) -> rusqlite::Result<Option<InForce>> {
    connection
        .prepare_cached("SELECT id, version, as_of FROM catalogue ORDER BY id DESC LIMIT 1")?
        .query_row([], |row| {
            Ok(InForce {
                id: row.get(0)?,
                version: row.get(1)?,
                as_of: row.get(2)?,
            })
        })
        .optional()
}

impl Stored {
    /// The line as a record. What cannot be read was read when it was imported, so that is a
    /// fault of the program.
    pub(crate) fn record(&self) -> Result<Record, Refusal> {
        Record::read(&self.record).map_err(|error| {
            error!(error, "a stored procedure cannot be read");
            Refusal::internal()
        })
    }
}

/// Calls `each` with every line of a catalogue.
pub(crate) fn each_record<E: From<rusqlite::Error>>(
    connection: &Connection,
    catalogue: i64,
    mut each: impl FnMut(&str) -> Result<(), E>,
) -> Result<(), E> {
    let mut statement =
        connection.prepare_cached("SELECT record FROM service WHERE last_seen = ?1")?;
    let mut rows = statement.query([catalogue])?;
    while let Some(row) = rows.next()? {
        each(row.get_ref(0)?.as_str().map_err(rusqlite::Error::from)?)?;
    }
    Ok(())
}

/// Pairs of a former code and today's.
pub(crate) fn former_codes(connection: &Connection) -> rusqlite::Result<Vec<(String, String)>> {
    connection
        .prepare_cached("SELECT former, code FROM former_code ORDER BY former")?
        .query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?
        .collect()
}

/// The line of a code, in force or not.
pub(crate) fn stored(connection: &Connection, code: &str) -> rusqlite::Result<Option<Stored>> {
    connection
        .prepare_cached(
            "SELECT record, (SELECT min(imported_on) FROM catalogue WHERE id > service.last_seen)
             FROM service WHERE code = ?1",
        )?
        .query_row([code], |row| {
            Ok(Stored {
                record: row.get(0)?,
                retired_on: row.get(1)?,
            })
        })
        .optional()
}
