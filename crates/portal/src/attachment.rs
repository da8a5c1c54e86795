//! What people attach to what they write: the files of messages and of feedback.
//!
//! Both are kept in the same shape, a table each, for they go with different things and are
//! seen by different people.

use motcua_contract::file::StoredFile;
use rusqlite::{Connection, OptionalExtension, Transaction, params};

use crate::dossier::papers;
use crate::files::download::Download;
use crate::files::hash::FileHash;
use crate::moment::Moment;
use crate::session::Owner;
use crate::sniffing::Kind;
use crate::store::numbered;
use crate::web::refusal::Refusal;

/// Where the files of one sort of writing are kept.
pub(crate) struct Shelf {
    table: &'static str,
    /// The column that names what was written.
    writing: &'static str,
    /// What stands before a file's number in an address.
    mark: char,
    /// Which files may be had by whom `?1` stands for.
    within: &'static str,
}

/// Those of messages; they may be had by whoever may see the dossier.
pub(crate) const OF_MESSAGES: Shelf = Shelf {
    table: "message_file",
    writing: "message",
    mark: 'm',
    within: "message IN (SELECT id FROM message WHERE dossier = ?1)",
};

/// Those of feedback; they may be had by whoever has its code: they gave it, or were given the
/// code.
pub(crate) const OF_FEEDBACK: Shelf = Shelf {
    table: "feedback_file",
    writing: "feedback",
    mark: 'f',
    within: "feedback = ?1",
};

/// A file on its way out.
pub(crate) struct Attachment {
    name: String,
    kind: Kind,
    hash: FileHash,
}

impl Attachment {
    pub(crate) fn download(&self) -> Download<'_> {
        Download {
            hash: &self.hash,
            name: &self.name,
            media_type: self.kind.media_type(),
        }
    }
}

impl Shelf {
    /// Gives uploads to what somebody wrote, from now on those of `code`.
    pub(crate) fn keep(
        &self,
        transaction: &Transaction<'_>,
        owner: &Owner,
        (writing, code): (i64, &str),
        uploads: &[String],
        now: Moment,
    ) -> Result<(), Refusal> {
        let Self {
            table,
            writing: column,
            ..
        } = self;
        let statement = format!(
            "INSERT INTO {table} ({column}, name, media_type, bytes, sha256)
             VALUES (?1, ?2, ?3, ?4, ?5)"
        );
        for file in &papers::attached(transaction, owner, code, uploads, now)? {
            let (name, kind, bytes, hash) = file.facts();
            transaction
                .prepare_cached(&statement)?
                .execute(params![writing, name, kind, bytes, hash])?;
        }
        Ok(())
    }

    /// What goes with something written, to be fetched below an address.
    pub(crate) fn of(
        &self,
        connection: &Connection,
        writing: i64,
        address: &str,
    ) -> rusqlite::Result<Vec<StoredFile>> {
        let Self {
            table,
            writing: column,
            mark,
            ..
        } = self;
        connection
            .prepare_cached(&format!(
                "SELECT id, name, media_type, bytes, sha256 FROM {table}
                 WHERE {column} = ?1 ORDER BY id"
            ))?
            .query_map([writing], |row| {
                let id: i64 = row.get(0)?;
                Ok(StoredFile {
                    name: row.get(1)?,
                    media_type: row.get(2)?,
                    bytes: row.get(3)?,
                    sha256: row.get(4)?,
                    address: Some(format!("{address}/files/{mark}{id}")),
                })
            })?
            .collect()
    }

    /// The file with an id out of an address, `m3`, where it belongs to the dossier or the
    /// feedback of this number.
    pub(crate) fn find(
        &self,
        connection: &Connection,
        of: i64,
        id: &str,
    ) -> rusqlite::Result<Option<Attachment>> {
        let Some(number) = numbered(id, self.mark) else {
            return Ok(None);
        };
        let Self { table, within, .. } = self;
        connection
            .prepare_cached(&format!(
                "SELECT name, media_type, sha256 FROM {table} WHERE {within} AND id = ?2"
            ))?
            .query_row([of, number], |row| {
                Ok(Attachment {
                    name: row.get(0)?,
                    kind: row.get(1)?,
                    hash: row.get(2)?,
                })
            })
            .optional()
    }
}
