//! Messages between the person and the officers. Text is text; a reader's look at the other
//! side's messages marks them as read.

use motcua_contract::dossier::message::Message;
use motcua_contract::dossier::timeline::Handler;
use rusqlite::{Connection, Transaction, params};

use super::show::address;
use crate::attachment::OF_MESSAGES;
use crate::moment::Moment;
use crate::store::json::Json;

/// How many messages stand on a page.
pub(crate) const PAGE: usize = 50;

/// Whose messages, and who reads them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Reader {
    Citizen,
    Officer,
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
        message.attachments = OF_MESSAGES.of(connection, *id, &address(code))?;
    }
    Ok(Page {
        earlier: items.first().filter(|_| more).map(|(id, _)| *id),
        items: items.into_iter().map(|(_, message)| message).collect(),
    })
}
