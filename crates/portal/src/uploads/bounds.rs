//! How much may lie here without a dossier, so that nobody fills the disk.

use rusqlite::{Connection, params};

use super::refusals;
use super::settings::Uploads;
use crate::moment::Moment;
use crate::session::Owner;
use crate::web::refusal::Refusal;

/// What a visitor has here that no dossier has taken.
struct Unused {
    files: u64,
    /// As announced: room that is promised.
    bytes: u64,
    /// When the first of them goes.
    first_end: Option<Moment>,
}

/// Whether a visitor may announce one more file of so many bytes.
pub(crate) fn admit(
    connection: &Connection,
    owner: &Owner,
    bytes: u64,
    settings: &Uploads,
    now: Moment,
) -> Result<(), Refusal> {
    let unused = unused(connection, owner, now)?;
    if unused.files >= settings.files_of_one.get().into() {
        let wait = unused.first_end.map(|end| now.until(end));
        return Err(refusals::too_many_files(
            settings.files_of_one.get(),
            wait.unwrap_or_default(),
        ));
    }
    if unused.bytes.saturating_add(bytes) > settings.bytes_of_one.get() {
        return Err(refusals::too_many_bytes(settings.bytes_of_one.get()));
    }
    have_room(connection, settings)
}

/// Whether the portal has room for anybody's bytes.
pub(crate) fn have_room(connection: &Connection, settings: &Uploads) -> Result<(), Refusal> {
    let arrived: u64 = connection
        .prepare_cached(
            "SELECT coalesce(sum(arrived), 0) FROM upload
             WHERE taken_by IS NULL AND state IN ('sending', 'received', 'checked')",
        )?
        .query_row([], |row| row.get(0))?;
    if arrived >= settings.bytes_of_all.get() {
        tracing::warn!(arrived, "no room is left for uploads without a dossier");
        return Err(refusals::full());
    }
    Ok(())
}

fn unused(connection: &Connection, owner: &Owner, now: Moment) -> rusqlite::Result<Unused> {
    connection
        .prepare_cached(
            "SELECT count(*), coalesce(sum(bytes), 0), min(expires_at) FROM upload
             WHERE owner = ?1 AND taken_by IS NULL AND expires_at > ?2
                 AND state IN ('sending', 'received', 'checked')",
        )?
        .query_row(params![owner, now], |row| {
            Ok(Unused {
                files: row.get(0)?,
                bytes: row.get(1)?,
                first_end: row.get(2)?,
            })
        })
}
