//! The embedded database: one `SQLite` file, WAL, foreign keys, versioned migrations.
//!
//! It holds records as they were published, not as we read them: a later version of the
//! portal that reads them better needs no second import.

use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use rusqlite::Connection;

pub(crate) mod import;
pub(crate) mod json;
mod migrations;
pub(crate) mod read;
pub(crate) mod secrets;

/// How long a connection waits for another one that writes.
const BUSY: Duration = Duration::from_secs(10);
/// Connections kept open between uses; more are opened when needed, and closed after.
const KEPT: usize = 8;

/// The database file and the connections that are free.
pub(crate) struct Store {
    file: PathBuf,
    free: Mutex<Vec<Connection>>,
    writing: Mutex<()>,
}

impl Store {
    /// Opens `DIR/portal.sqlite`, creating both where they are missing, and brings it
    /// up to date.
    pub(crate) fn open(directory: &Path) -> Result<Self, StoreError> {
        std::fs::create_dir_all(directory).map_err(|error| StoreError::Directory {
            path: directory.into(),
            error,
        })?;
        let store = Self {
            file: directory.join("portal.sqlite"),
            free: Mutex::default(),
            writing: Mutex::default(),
        };
        store.with(migrations::run)?;
        Ok(store)
    }

    /// Lends a connection. Blocks: call it away from the async threads.
    pub(crate) fn with<T, E: From<rusqlite::Error>>(
        &self,
        work: impl FnOnce(&mut Connection) -> Result<T, E>,
    ) -> Result<T, E> {
        let free = self.free().pop();
        let mut connection = match free {
            Some(connection) => connection,
            None => self.connect()?,
        };
        let result = work(&mut connection);
        let mut free = self.free();
        if free.len() < KEPT {
            free.push(connection);
        }
        result
    }

    /// A turn to write: writers within this process wait for one another here. `SQLite` lets
    /// them sleep and try again instead, and of eight who file one in a hundred then waits a
    /// quarter of a second (`benches/filing.rs`).
    pub(crate) fn turn(&self) -> std::sync::MutexGuard<'_, ()> {
        self.writing.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Closes the connections; the last one to close folds the WAL into the file.
    pub(crate) fn close(&self) {
        self.free().clear();
    }

    fn free(&self) -> std::sync::MutexGuard<'_, Vec<Connection>> {
        self.free.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn connect(&self) -> Result<Connection, rusqlite::Error> {
        let connection = Connection::open(&self.file)?;
        connection.busy_timeout(BUSY)?;
        connection.pragma_update(None, "journal_mode", "wal")?;
        // What people were told is kept must outlive a loss of power too: in WAL mode only
        // FULL waits for the disk at each commit.
        connection.pragma_update(None, "synchronous", "full")?;
        connection.pragma_update(None, "foreign_keys", true)?;
        Ok(connection)
    }
}

/// The number of a row, out of an id that people and apps know it by: a letter that says what it
/// is of, and the number, `m3`.
pub(crate) fn numbered(id: &str, letter: char) -> Option<i64> {
    id.strip_prefix(letter)?.parse().ok()
}

/// Why the database cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// The data directory cannot be made.
    #[error("cannot use the data directory {}: {error}", path.display())]
    Directory {
        /// The directory.
        path: PathBuf,
        /// What the system says.
        error: std::io::Error,
    },
    /// The database was written by a later version of the portal.
    #[error("the database is of version {found}; this portal knows {known} at most")]
    FromTheFuture {
        /// The version of the file.
        found: usize,
        /// The latest version this program knows.
        known: usize,
    },
    /// Anything that `SQLite` says.
    #[error("database: {0}")]
    Sqlite(#[from] rusqlite::Error),
}
