//! Messages between the person and the officers. Text is text; a reader's look at the other
//! side's messages marks them as read.

use motcua_contract::dossier::message::Message;
use motcua_contract::dossier::timeline::Handler;
use motcua_contract::file::StoredFile;
use rusqlite::{Connection, OptionalExtension, Transaction, params};

use super::papers::{self, Chosen};
use super::show::address;
use crate::files::hash::FileHash;
use crate::moment::Moment;
use crate::session::Owner;
use crate::sniffing::Kind;
use crate::store::json::Json;
use crate::web::refusal::Refusal;

/// How many messages stand on a page.
pub(crate) const PAGE: usize = 50;

/// Whose messages, and who reads them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Reader {
    Citizen,
    Officer,
}

/// A file of a message or of feedback on its way out.
pub(crate) struct Attachment {
    pub(crate) name: String,
    pub(crate) kind: Kind,
    pub(crate) hash: FileHash,
}

/// A page of a dossier's messages.
pub(crate) struct Page {
    /// Oldest first.
    pub(crate) items: Vec<Message>,
    /// The first of them, when there are older ones.
    pub(crate) earlier: Option<i64>,
}

/// How many messages of the other side's a reader has not read.
pub(crate) fn unread(connection: &Connection, dossier: i64, by: Reader) -> rusqlite::Result<u32> {
    connection
        .prepare_cached(
            "SELECT count(*) FROM message
             WHERE dossier = ?1 AND by_citizen = ?2 AND read_at IS NULL",
        )?
        .query_row(params![dossier, by == Reader::Officer], |row| row.get(0))
}

/// Marks the other side's messages as read.
pub(crate) fn mark_read(
    transaction: &Transaction<'_>,
    dossier: i64,
    by: Reader,
    now: Moment,
) -> rusqlite::Result<usize> {
    transaction
        .prepare_cached(
            "UPDATE message SET read_at = ?3
             WHERE dossier = ?1 AND by_citizen = ?2 AND read_at IS NULL",
        )?
        .execute(params![dossier, by == Reader::Officer, now])
}

/// Keeps a message; answers its row's number.
pub(crate) fn write(
    transaction: &Transaction<'_>,
    dossier: i64,
    by: Reader,
    sender: &Handler,
    text: &str,
    now: Moment,
) -> rusqlite::Result<i64> {
    transaction.execute(
        "INSERT INTO message (dossier, by_citizen, sender, at, text) VALUES (?1, ?2, ?3, ?4, ?5)",
        params![dossier, by == Reader::Citizen, Json(sender), now, text],
    )?;
    Ok(transaction.last_insert_rowid())
}

/// Gives uploads to a message of a dossier.
pub(crate) fn attach(
    transaction: &Transaction<'_>,
    owner: &Owner,
    (message, code): (i64, &str),
    uploads: &[String],
    now: Moment,
) -> Result<(), Refusal> {
    for file in &papers::attached(transaction, owner, code, uploads, now)? {
        keep(transaction, message, file)?;
    }
    Ok(())
}

fn keep(transaction: &Transaction<'_>, message: i64, file: &Chosen) -> rusqlite::Result<()> {
    let (name, kind, bytes, hash) = file.facts();
    transaction.execute(
        "INSERT INTO message_file (message, name, media_type, bytes, sha256)
         VALUES (?1, ?2, ?3, ?4, ?5)",
        params![message, name, kind, bytes, hash],
    )?;
    Ok(())
}

/// A page of messages that stand before one.
pub(crate) fn page(
    connection: &Connection,
    (dossier, code): (i64, &str),
    before: Option<i64>,
) -> rusqlite::Result<Page> {
    let mut items: Vec<(i64, Message)> = connection
        .prepare_cached(
            "SELECT id, sender, at, text, read_at FROM message
             WHERE dossier = ?1 AND id < ?2 ORDER BY id DESC LIMIT ?3",
        )?
        .query_map(
            params![dossier, before.unwrap_or(i64::MAX), PAGE as i64 + 1],
            |row| {
                let id: i64 = row.get(0)?;
                let message = Message {
                    id: format!("m{id}"),
                    from: row.get::<_, Json<_>>(1)?.0,
                    at: row.get::<_, Moment>(2)?.rfc3339(),
                    text: row.get(3)?,
                    attachments: Vec::new(),
                    read_at: row.get::<_, Option<Moment>>(4)?.map(Moment::rfc3339),
                };
                Ok((id, message))
            },
        )?
        .collect::<rusqlite::Result<_>>()?;
    let more = items.len() > PAGE;
    items.truncate(PAGE);
    items.reverse();
    for (id, message) in &mut items {
        message.attachments = attachments(connection, *id, code)?;
    }
    Ok(Page {
        earlier: items.first().filter(|_| more).map(|(id, _)| *id),
        items: items.into_iter().map(|(_, message)| message).collect(),
    })
}

fn attachments(
    connection: &Connection,
    message: i64,
    code: &str,
) -> rusqlite::Result<Vec<StoredFile>> {
    connection
        .prepare_cached(
            "SELECT id, name, media_type, bytes, sha256 FROM message_file
             WHERE message = ?1 ORDER BY id",
        )?
        .query_map([message], |row| {
            Ok(StoredFile {
                name: row.get(1)?,
                media_type: row.get(2)?,
                bytes: row.get(3)?,
                sha256: row.get(4)?,
                address: Some(format!(
                    "{}/files/m{}",
                    address(code),
                    row.get::<_, i64>(0)?
                )),
            })
        })?
        .collect()
}

/// The file with an id out of an address, `m3`.
pub(crate) fn file(
    connection: &Connection,
    dossier: i64,
    id: &str,
) -> rusqlite::Result<Option<Attachment>> {
    let number = id.strip_prefix('m').and_then(|text| text.parse().ok());
    let Some(number): Option<i64> = number else {
        return Ok(None);
    };
    connection
        .query_row(
            "SELECT message_file.name, media_type, sha256 FROM message_file
             JOIN message ON message.id = message_file.message
             WHERE message.dossier = ?1 AND message_file.id = ?2",
            params![dossier, number],
            |row| {
                Ok(Attachment {
                    name: row.get(0)?,
                    kind: row.get(1)?,
                    hash: row.get(2)?,
                })
            },
        )
        .optional()
}
