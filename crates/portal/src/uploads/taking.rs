//! Uploads that become papers of a dossier.
//!
//! Whoever makes a dossier asks [`find`] for each upload and [`take`]s it, both in the
//! transaction that makes the dossier: an upload is in one dossier or in none, and once in
//! one it neither runs out nor can be taken back. The content stays as long as a row
//! refers to it: a table of the dossier's own may do so too
//! (`REFERENCES stored_file (sha256)`).

use rusqlite::{Connection, Transaction, params};

use super::rows::{self, Standing};
use crate::files::hash::FileHash;
use crate::moment::Moment;
use crate::session::Owner;
use crate::sniffing::{Fault, Kind};

/// How an upload stands towards a dossier.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Found {
    /// It can be taken.
    Ready(ArrivedFile),
    /// All there, but not every check has been made (a scanner that does not answer).
    Unchecked(ArrivedFile),
    /// Not all there.
    Sending,
    /// Refused, and why.
    Refused(Fault),
    /// Another dossier, or this one, has it.
    Taken,
    /// The visitor has no such upload, or no longer.
    None,
}

/// A file that is all there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct ArrivedFile {
    /// The upload's id.
    pub(crate) id: String,
    /// As the device called it.
    pub(crate) name: String,
    pub(crate) bytes: u64,
    pub(crate) hash: FileHash,
    /// As found inside; none while unchecked.
    pub(crate) kind: Option<Kind>,
    /// Of a document.
    pub(crate) pages: Option<u32>,
}

/// How somebody's upload stands.
pub(crate) fn find(
    connection: &Connection,
    owner: &Owner,
    id: &str,
    now: Moment,
) -> rusqlite::Result<Found> {
    let Some(upload) = rows::of_owner(connection, owner, id)? else {
        return Ok(Found::None);
    };
    if upload.taken_by.is_some() {
        return Ok(Found::Taken);
    }
    if upload.is_gone(now) {
        return Ok(Found::None);
    }
    let file = |hash, kind, pages| ArrivedFile {
        id: upload.id,
        name: upload.name,
        bytes: upload.bytes,
        hash,
        kind,
        pages,
    };
    Ok(match upload.standing {
        Standing::Sending => Found::Sending,
        Standing::Received(hash) => Found::Unchecked(file(hash, None, None)),
        Standing::Checked { hash, kind, pages } => Found::Ready(file(hash, Some(kind), pages)),
        Standing::Refused(fault) => Found::Refused(fault),
        Standing::Gone => Found::None,
    })
}

/// Gives an upload to a dossier; false where it cannot be had.
pub(crate) fn take(
    transaction: &Transaction<'_>,
    owner: &Owner,
    id: &str,
    dossier: &str,
    now: Moment,
) -> rusqlite::Result<bool> {
    let taken = transaction
        .prepare_cached(
            "UPDATE upload SET taken_by = ?3
             WHERE id = ?1 AND owner = ?2 AND taken_by IS NULL AND expires_at > ?4
                 AND state IN ('received', 'checked')",
        )?
        .execute(params![id, owner, dossier, now])?;
    Ok(taken > 0)
}
