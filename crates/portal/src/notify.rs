//! Telling people what changed: the notification centre, and ways out of the app.
//!
//! Whatever an officer or the portal does to a dossier is told ([`tell`]) in the transaction
//! that does it. What leaves the app says which dossier and what to do, and nothing of the
//! case: it may stand on a lock screen. Devices are told by web push ([`crate::push`]). The
//! reference portal hands nothing to a carrier; it writes what it would send into its table
//! `outbox`.

use motcua_contract::dossier::DossierCode;
use motcua_contract::dossier::status::Action;
use motcua_contract::notification::{ChannelOut, Notification};
use motcua_contract::text::LocalText;
use rusqlite::{Connection, Transaction, params};

use crate::moment::Moment;
use crate::push::queue::{self, Telling};
use crate::session::Owner;
use crate::store::json::{Json, Word};
use crate::store::numbered;

pub(crate) mod channels;
pub(crate) mod words;

/// How many notifications stand on a page.
const PAGE: usize = 20;
/// How long a notification is kept.
const KEPT: std::time::Duration = std::time::Duration::from_secs(180 * 86_400);

/// Something that happened to a dossier.
pub(crate) struct News<'a> {
    pub(crate) dossier: i64,
    pub(crate) code: &'a str,
    /// In a few words, without personal data.
    pub(crate) title: LocalText,
    pub(crate) text: LocalText,
    pub(crate) action: Option<Action>,
}

/// Tells the owner of a dossier, in the centre and on the ways that they chose.
pub(crate) fn tell(
    transaction: &Transaction<'_>,
    owner: &Owner,
    news: &News<'_>,
    now: Moment,
) -> rusqlite::Result<()> {
    transaction
        .prepare_cached(
            "INSERT INTO notification (owner, at, title, text, dossier, action)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
        )?
        .execute(params![
            owner,
            now,
            Json(&news.title),
            Json(&news.text),
            news.code,
            news.action.map(Word)
        ])?;
    let text = format!("{} Hồ sơ {}. Mở cổng để xem.", news.title.vi, news.code);
    for kind in channels::chosen(transaction, owner, news.dossier)? {
        if kind == ChannelOut::WebPush {
            let telling = Telling {
                code: news.code,
                title: &news.title,
                urgent: news.action.is_some(),
            };
            queue::add(transaction, owner, &telling, now)?;
        }
        let Some(address) = channels::way(transaction, owner, kind)?.address else {
            continue;
        };
        transaction
            .prepare_cached(
                "INSERT INTO outbox (owner, dossier, kind, address, text, at)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
            )?
            .execute(params![owner, news.dossier, Word(kind), address, text, now])?;
    }
    Ok(())
}

/// Tells somebody of what is no dossier's, in the centre alone.
pub(crate) fn tell_apart(
    transaction: &Transaction<'_>,
    owner: &Owner,
    (title, text): (&LocalText, &LocalText),
    now: Moment,
) -> rusqlite::Result<()> {
    transaction.execute(
        "INSERT INTO notification (owner, at, title, text) VALUES (?1, ?2, ?3, ?4)",
        params![owner, now, Json(title), Json(text)],
    )?;
    Ok(())
}

/// A page of somebody's notifications, latest first, and where the next one begins.
pub(crate) fn page(
    connection: &Connection,
    owner: &Owner,
    before: Option<i64>,
) -> rusqlite::Result<(Vec<Notification>, Option<i64>)> {
    let mut rows: Vec<(i64, Notification)> = connection
        .prepare_cached(
            "SELECT id, at, title, text, dossier, action, read FROM notification
             WHERE owner = ?1 AND id < ?2 ORDER BY id DESC LIMIT ?3",
        )?
        .query_map(
            params![owner, before.unwrap_or(i64::MAX), PAGE as i64 + 1],
            |row| {
                let id: i64 = row.get(0)?;
                let notification = Notification {
                    id: format!("n{id}"),
                    at: row.get::<_, Moment>(1)?.rfc3339(),
                    title: row.get::<_, Json<_>>(2)?.0,
                    text: Some(row.get::<_, Json<_>>(3)?.0),
                    dossier: row.get::<_, Option<String>>(4)?.map(DossierCode::new),
                    action: row.get::<_, Option<Word<_>>>(5)?.map(|word| word.0),
                    read: row.get(6)?,
                };
                Ok((id, notification))
            },
        )?
        .collect::<rusqlite::Result<_>>()?;
    let more = rows.len() > PAGE;
    rows.truncate(PAGE);
    let next = rows.last().filter(|_| more).map(|(id, _)| *id);
    Ok((rows.into_iter().map(|(_, one)| one).collect(), next))
}

/// How many somebody has not read.
pub(crate) fn unread(connection: &Connection, owner: &Owner) -> rusqlite::Result<u32> {
    connection
        .prepare_cached("SELECT count(*) FROM notification WHERE owner = ?1 AND read = 0")?
        .query_row([owner], |row| row.get(0))
}

/// Marks one and all before it as read; false where the owner has no such one.
pub(crate) fn mark_read(
    transaction: &Transaction<'_>,
    owner: &Owner,
    up_to: &str,
) -> rusqlite::Result<bool> {
    let Some(number) = numbered(up_to, 'n') else {
        return Ok(false);
    };
    let there = transaction
        .prepare_cached("SELECT 1 FROM notification WHERE owner = ?1 AND id = ?2")?
        .exists(params![owner, number])?;
    transaction.execute(
        "UPDATE notification SET read = 1 WHERE owner = ?1 AND id <= ?2 AND read = 0 AND ?3",
        params![owner, number, there],
    )?;
    Ok(there)
}

/// A message that would have left the portal.
pub(crate) struct Sent {
    pub(crate) at: Moment,
    pub(crate) kind: ChannelOut,
    pub(crate) address: String,
    pub(crate) text: String,
}

/// What would have been sent to somebody, the latest first.
pub(crate) fn sent(
    connection: &Connection,
    owner: &Owner,
    most: u32,
) -> rusqlite::Result<Vec<Sent>> {
    connection
        .prepare_cached(
            "SELECT at, kind, address, text FROM outbox WHERE owner = ?1
             ORDER BY id DESC LIMIT ?2",
        )?
        .query_map(params![owner, most], |row| {
            Ok(Sent {
                at: row.get(0)?,
                kind: row.get::<_, Word<_>>(1)?.0,
                address: row.get(2)?,
                text: row.get(3)?,
            })
        })?
        .collect()
}

/// Deletes what nobody looks at any more.
pub(crate) fn sweep(transaction: &Transaction<'_>, now: Moment) -> rusqlite::Result<usize> {
    let old = now.minus(KEPT);
    let outbox = transaction.execute("DELETE FROM outbox WHERE at < ?1", [old])?;
    Ok(outbox + transaction.execute("DELETE FROM notification WHERE at < ?1", [old])?)
}
