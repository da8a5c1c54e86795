//! Uploads that go: taken back, run out, or refused.

use std::time::Duration;

use rusqlite::{Connection, OptionalExtension, Transaction, params};
use tracing::info;

use super::{refusals, rows};
use crate::files::hash::FileHash;
use crate::files::part::{Part, PartError};
use crate::moment::Moment;
use crate::portal::Portal;
use crate::session::Owner;
use crate::web::refusal::Refusal;

/// How long the portal can say of an upload that it is gone, rather than that it never was.
const REMEMBERED: Duration = Duration::from_secs(30 * 86_400);

/// Takes an upload back for its owner.
pub(crate) fn take_back(portal: &Portal, owner: &Owner, id: &str) -> Result<(), Refusal> {
    let upload = portal.look_up(|connection| rows::of_owner(connection, owner, id))?;
    let upload = upload.ok_or_else(Refusal::not_found)?;
    if upload.is_gone(portal.clock.now()) {
        return Err(refusals::gone());
    }
    if remove(portal, id)? {
        Ok(())
    } else {
        Err(refusals::taken())
    }
}

/// Removes what has run out; answers how many uploads that were.
pub(crate) fn sweep(portal: &Portal) -> Result<usize, Refusal> {
    let now = portal.clock.now();
    let mut gone = 0;
    for id in portal.look_up(|connection| run_out(connection, now))? {
        // One that bytes still come for goes in the next round.
        gone += usize::from(remove(portal, &id).is_ok_and(|removed| removed));
    }
    portal.change(|transaction| {
        Ok(transaction.execute(
            "DELETE FROM upload WHERE state = 'gone' AND expires_at < ?1",
            [now.minus(REMEMBERED)],
        )?)
    })?;
    if gone > 0 {
        info!(gone, "uploads that ran out were removed");
    }
    Ok(gone)
}

fn run_out(connection: &Connection, now: Moment) -> rusqlite::Result<Vec<String>> {
    connection
        .prepare_cached(
            "SELECT id FROM upload
             WHERE expires_at <= ?1 AND taken_by IS NULL AND state <> 'gone'",
        )?
        .query_map([now], |row| row.get(0))?
        .collect()
}

/// Removes an upload with its bytes, unless a dossier has it.
fn remove(portal: &Portal, id: &str) -> Result<bool, Refusal> {
    let files = &portal.intake.files;
    // Held to the end, so that no request writes to what is being removed.
    let _part = Part::take(&files.part(id)).map_err(|error| match error {
        PartError::Busy => refusals::busy(),
        PartError::Io(error) => refusals::disk(&error),
    })?;
    let keeping = files.keeping();
    let now = portal.clock.now();
    let removed = portal.change(|transaction| {
        let Some(content) = mark_gone(transaction, id, now)? else {
            return Ok(None);
        };
        Ok(Some(match content {
            Some(hash) if rows::forget(transaction, &hash)? => Some(hash),
            _ => None,
        }))
    })?;
    if let Some(Some(hash)) = &removed {
        files
            .drop_kept(hash)
            .map_err(|error| refusals::disk(&error))?;
    }
    drop(keeping);
    files
        .drop_part(id)
        .map_err(|error| refusals::disk(&error))?;
    Ok(removed.is_some())
}

/// Forgets what an upload was; the content that it had, if it had one.
fn mark_gone(
    transaction: &Transaction<'_>,
    id: &str,
    now: Moment,
) -> rusqlite::Result<Option<Option<FileHash>>> {
    let content = transaction
        .query_row(
            "SELECT sha256 FROM upload WHERE id = ?1 AND taken_by IS NULL AND state <> 'gone'",
            [id],
            |row| row.get(0),
        )
        .optional()?;
    if content.is_some() {
        transaction.execute(
            "UPDATE upload SET state = 'gone', name = '', requirement = NULL, sha256 = NULL,
                 media_type = NULL, pages = NULL, fault = NULL, expires_at = min(expires_at, ?2)
             WHERE id = ?1",
            params![id, now],
        )?;
    }
    Ok(content)
}

/// Removes a content that nothing refers to any more, in whatever table.
pub(crate) fn release(portal: &Portal, hash: &FileHash) -> Result<(), Refusal> {
    let files = &portal.intake.files;
    let _keeping = files.keeping();
    if portal.change(|transaction| Ok(rows::forget(transaction, hash)?))? {
        files
            .drop_kept(hash)
            .map_err(|error| refusals::disk(&error))?;
    }
    Ok(())
}

/// Removes contents that the database does not know: left by a machine that stopped
/// between keeping a file and writing it down.
pub(super) fn drop_strays(portal: &Portal) -> Result<(), Refusal> {
    let files = &portal.intake.files;
    let _keeping = files.keeping();
    for hash in files.all_kept().map_err(|error| refusals::disk(&error))? {
        let known = portal.look_up(|connection| {
            connection
                .prepare_cached("SELECT 1 FROM stored_file WHERE sha256 = ?1")?
                .exists([&hash])
        })?;
        if !known {
            files
                .drop_kept(&hash)
                .map_err(|error| refusals::disk(&error))?;
        }
    }
    Ok(())
}
