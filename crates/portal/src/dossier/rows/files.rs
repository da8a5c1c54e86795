//! The files of dossiers' papers, in the database.

use rusqlite::{Connection, Transaction, params};

use crate::files::hash::FileHash;
use crate::sniffing::Kind;

/// A file of a paper, as the portal holds it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct PaperFile {
    /// None yet for a file that is about to be kept.
    pub(crate) id: i64,
    pub(crate) requirement: String,
    pub(crate) paper_name: String,
    pub(crate) name: String,
    /// As found inside.
    pub(crate) kind: Kind,
    pub(crate) bytes: u64,
    pub(crate) hash: FileHash,
    /// The item of a supplement request that it was sent for.
    pub(crate) item: Option<i64>,
    /// Whether another took its place.
    pub(crate) replaced: bool,
}

/// Keeps a file of a paper. `file.id` is not looked at.
pub(crate) fn hand_in(
    transaction: &Transaction<'_>,
    dossier: i64,
    file: &PaperFile,
) -> rusqlite::Result<()> {
    transaction
        .prepare_cached(
            "INSERT INTO dossier_file
                (dossier, requirement, paper_name, name, media_type, bytes, sha256, item)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
        )?
        .execute(params![
            dossier,
            file.requirement,
            file.paper_name,
            file.name,
            file.kind,
            file.bytes,
            file.hash,
            file.item,
        ])?;
    Ok(())
}

/// Lets the files of a requirement give way to those sent for an item.
pub(crate) fn replace(
    transaction: &Transaction<'_>,
    dossier: i64,
    requirement: &str,
    item: i64,
) -> rusqlite::Result<()> {
    transaction.execute(
        "UPDATE dossier_file SET replaced_by = ?3
         WHERE dossier = ?1 AND requirement = ?2 AND item IS NOT ?3 AND replaced_by IS NULL",
        params![dossier, requirement, item],
    )?;
    Ok(())
}

/// The files of a dossier's papers, in the order they were handed in.
pub(crate) fn files(connection: &Connection, dossier: i64) -> rusqlite::Result<Vec<PaperFile>> {
    connection
        .prepare_cached(
            "SELECT id, requirement, paper_name, name, media_type, bytes, sha256, item,
                 replaced_by IS NOT NULL
             FROM dossier_file WHERE dossier = ?1 ORDER BY id",
        )?
        .query_map([dossier], |row| {
            Ok(PaperFile {
                id: row.get(0)?,
                requirement: row.get(1)?,
                paper_name: row.get(2)?,
                name: row.get(3)?,
                kind: row.get(4)?,
                bytes: row.get(5)?,
                hash: row.get(6)?,
                item: row.get(7)?,
                replaced: row.get(8)?,
            })
        })?
        .collect()
}
