//! What changed, for streams that tell it as it happens.
//!
//! Triggers in the database write a line for each change of a dossier and each notification;
//! whoever writes anything wakes the streams ([`Bell`]), and each looks for lines of its owner's
//! behind the last that it has told. A stream that breaks goes on there.

use std::time::Duration;

use rusqlite::{Connection, Transaction, params};
use tokio::sync::watch;

use crate::moment::Moment;
use crate::session::Owner;

/// How long a change can be told to somebody who was away.
const KEPT: Duration = Duration::from_secs(86_400);
/// How many changes are told one by one; whoever missed more fetches everything again.
const MOST: usize = 100;

/// Wakes streams.
#[derive(Debug)]
pub(crate) struct Bell {
    rung: watch::Sender<u64>,
    closing: watch::Sender<bool>,
}

impl Bell {
    pub(crate) fn new() -> Self {
        Self {
            rung: watch::Sender::new(0),
            closing: watch::Sender::new(false),
        }
    }

    /// Something may have changed.
    pub(crate) fn ring(&self) {
        self.rung
            .send_modify(|times| *times = times.wrapping_add(1));
    }

    /// No stream goes on.
    pub(crate) fn close(&self) {
        self.closing.send_replace(true);
    }

    /// Hears when it rings.
    pub(crate) fn hear(&self) -> watch::Receiver<u64> {
        self.rung.subscribe()
    }

    /// Hears when it is closed.
    pub(crate) fn hear_the_end(&self) -> watch::Receiver<bool> {
        self.closing.subscribe()
    }
}

/// What happened to somebody behind a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum News {
    /// These dossiers changed, and perhaps the notification centre; the last line.
    Changed {
        dossiers: Vec<i64>,
        notifications: bool,
        last: i64,
    },
    /// Too much to tell one by one, or longer ago than is known; the last line.
    TooMuch(i64),
}

/// The last line there is.
pub(crate) fn last(connection: &Connection) -> rusqlite::Result<i64> {
    connection
        .prepare_cached("SELECT coalesce(max(seq), 0) FROM sqlite_sequence WHERE name = 'change'")?
        .query_row([], |row| row.get(0))
}

/// What happened to an owner behind a line; nothing where nothing did.
pub(crate) fn since(
    connection: &Connection,
    owner: &Owner,
    line: i64,
) -> rusqlite::Result<Option<News>> {
    let last = last(connection)?;
    let first: Option<i64> = connection
        .prepare_cached("SELECT min(id) FROM change")?
        .query_row([], |row| row.get(0))?;
    let forgotten = line < first.map_or(last, |first| first - 1);
    if forgotten || line > last {
        return Ok(Some(News::TooMuch(last)));
    }
    let lines: Vec<(i64, Option<i64>)> = connection
        .prepare_cached(
            "SELECT id, dossier FROM change WHERE owner = ?1 AND id > ?2 ORDER BY id LIMIT ?3",
        )?
        .query_map(params![owner, line, MOST as i64 + 1], |row| {
            Ok((row.get(0)?, row.get(1)?))
        })?
        .collect::<rusqlite::Result<_>>()?;
    let Some((last_told, _)) = lines.last() else {
        return Ok(None);
    };
    if lines.len() > MOST {
        return Ok(Some(News::TooMuch(last)));
    }
    let mut dossiers: Vec<i64> = lines.iter().filter_map(|(_, dossier)| *dossier).collect();
    dossiers.sort_unstable();
    dossiers.dedup();
    Ok(Some(News::Changed {
        dossiers,
        notifications: lines.iter().any(|(_, dossier)| dossier.is_none()),
        last: *last_told,
    }))
}

/// Deletes lines that nobody can ask for any more.
pub(crate) fn sweep(transaction: &Transaction<'_>, now: Moment) -> rusqlite::Result<usize> {
    transaction.execute("DELETE FROM change WHERE at < ?1", [now.minus(KEPT)])
}
