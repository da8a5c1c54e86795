//! Uploads in the database.

use motcua_contract::upload::Purpose;
use rusqlite::types::{FromSql, FromSqlError, FromSqlResult, ToSqlOutput, ValueRef};
use rusqlite::{Connection, OptionalExtension, Row, ToSql, Transaction, params};

use super::metadata::Metadata;
use crate::files::hash::FileHash;
use crate::moment::Moment;
use crate::random;
use crate::session::Owner;
use crate::sniffing::{Fault, Kind};

/// An upload as it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Upload {
    pub(crate) id: String,
    /// As the device called it.
    pub(crate) name: String,
    /// As announced.
    pub(crate) bytes: u64,
    /// Bytes that count.
    pub(crate) arrived: u64,
    pub(crate) standing: Standing,
    /// The dossier that has it.
    pub(crate) taken_by: Option<String>,
    /// When it goes, unless a dossier has it.
    expires_at: Moment,
}

/// How far an upload is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Standing {
    /// On its way.
    Sending,
    /// All there, and kept.
    Received(FileHash),
    /// Looked into and found in order.
    Checked {
        hash: FileHash,
        kind: Kind,
        pages: Option<u32>,
    },
    /// Not taken; nothing of it is kept.
    Refused(Fault),
    /// Taken back, or its time ran out.
    Gone,
}

impl Upload {
    /// When it goes; never, once a dossier has it.
    pub(crate) fn expires_at(&self) -> Option<Moment> {
        self.taken_by.is_none().then_some(self.expires_at)
    }

    /// Whether it is gone, or should be: what has run out is gone, swept or not.
    pub(crate) fn is_gone(&self, now: Moment) -> bool {
        self.standing == Standing::Gone || self.expires_at().is_some_and(|end| end <= now)
    }

    fn read(row: &Row<'_>) -> rusqlite::Result<Self> {
        let standing = match row.get_ref(4)?.as_str()? {
            "sending" => Standing::Sending,
            "received" => Standing::Received(row.get(5)?),
            "checked" => Standing::Checked {
                hash: row.get(5)?,
                kind: row.get(6)?,
                pages: row.get(7)?,
            },
            "refused" => Standing::Refused(row.get(8)?),
            _ => Standing::Gone,
        };
        Ok(Self {
            id: row.get(0)?,
            name: row.get(1)?,
            bytes: row.get(2)?,
            arrived: row.get(3)?,
            standing,
            taken_by: row.get(9)?,
            expires_at: row.get(10)?,
        })
    }
}

const COLUMNS: &str = "id, name, bytes, arrived, state, sha256, media_type, pages, fault, \
                       taken_by, expires_at";

/// An upload that is somebody's; another's is none.
pub(crate) fn of_owner(
    connection: &Connection,
    owner: &Owner,
    id: &str,
) -> rusqlite::Result<Option<Upload>> {
    connection
        .prepare_cached(&format!(
            "SELECT {COLUMNS} FROM upload WHERE id = ?1 AND owner = ?2"
        ))?
        .query_row(params![id, owner], Upload::read)
        .optional()
}

/// Writes down that a file will come; answers its id.
pub(crate) fn announce(
    transaction: &Transaction<'_>,
    owner: &Owner,
    said: &Metadata,
    bytes: u64,
    (now, expires_at): (Moment, Moment),
) -> rusqlite::Result<String> {
    let purpose = match said.purpose {
        Purpose::Attachment => "attachment",
        Purpose::Paper | Purpose::Unknown => "paper",
    };
    transaction.query_row(
        "INSERT INTO upload (id, owner, name, purpose, requirement, bytes, created_at, expires_at)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8) RETURNING id",
        params![
            random::id(),
            owner,
            said.name,
            purpose,
            said.requirement,
            bytes,
            now,
            expires_at
        ],
        |row| row.get(0),
    )
}

/// Counts bytes that are on the disk.
pub(crate) fn count(connection: &Connection, id: &str, arrived: u64) -> rusqlite::Result<()> {
    connection
        .prepare_cached("UPDATE upload SET arrived = ?2 WHERE id = ?1 AND state = 'sending'")?
        .execute(params![id, arrived])?;
    Ok(())
}

/// Writes down that a file is all there and kept.
pub(crate) fn receive(
    transaction: &Transaction<'_>,
    id: &str,
    hash: &FileHash,
    now: Moment,
) -> rusqlite::Result<()> {
    transaction.execute(
        "INSERT INTO stored_file (sha256, bytes, stored_at)
         SELECT ?2, bytes, ?3 FROM upload WHERE id = ?1
         ON CONFLICT DO NOTHING",
        params![id, hash, now],
    )?;
    transaction.execute(
        "UPDATE upload SET state = 'received', sha256 = ?2 WHERE id = ?1 AND state = 'sending'",
        params![id, hash],
    )?;
    Ok(())
}

/// Writes down that a file is in order; false where it is no longer asked about.
pub(crate) fn pass(
    transaction: &Transaction<'_>,
    id: &str,
    kind: Kind,
    pages: Option<u32>,
) -> rusqlite::Result<bool> {
    let changed = transaction.execute(
        "UPDATE upload SET state = 'checked', media_type = ?2, pages = ?3
         WHERE id = ?1 AND state = 'received'",
        params![id, kind, pages],
    )?;
    Ok(changed > 0)
}

/// Writes down that a file is not taken.
pub(crate) fn refuse(
    transaction: &Transaction<'_>,
    id: &str,
    fault: Fault,
) -> rusqlite::Result<()> {
    transaction.execute(
        "UPDATE upload SET state = 'refused', fault = ?2, sha256 = NULL
         WHERE id = ?1 AND state = 'received'",
        params![id, fault],
    )?;
    Ok(())
}

/// Refuses every upload of a content that a scanner flagged, those checked before too.
pub(crate) fn flag(transaction: &Transaction<'_>, hash: &FileHash) -> rusqlite::Result<()> {
    transaction.execute(
        "UPDATE upload SET state = 'refused', fault = ?2, sha256 = NULL, media_type = NULL,
             pages = NULL
         WHERE sha256 = ?1",
        params![hash, Fault::Flagged],
    )?;
    Ok(())
}

/// Forgets a content that nothing refers to; false where something does, in whatever table.
pub(crate) fn forget(transaction: &Transaction<'_>, hash: &FileHash) -> rusqlite::Result<bool> {
    match transaction.execute("DELETE FROM stored_file WHERE sha256 = ?1", [hash]) {
        Ok(_) => Ok(true),
        Err(error) if is_referred_to(&error) => Ok(false),
        Err(error) => Err(error),
    }
}

fn is_referred_to(error: &rusqlite::Error) -> bool {
    let code = error.sqlite_error().map(|error| error.extended_code);
    code == Some(rusqlite::ffi::SQLITE_CONSTRAINT_FOREIGNKEY)
        || code == Some(rusqlite::ffi::SQLITE_CONSTRAINT_TRIGGER)
}

impl ToSql for Kind {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(self.media_type().into())
    }
}

impl FromSql for Kind {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        Self::of_media_type(value.as_str()?).ok_or(FromSqlError::InvalidType)
    }
}
