//! What came of a dossier, in the database: its apology, its results, or its end without one.

use motcua_contract::dossier::ending::{Ending, EndingKind, Reason};
use motcua_contract::dossier::timeline::Handler;
use motcua_contract::text::LocalText;
use rusqlite::{Connection, OptionalExtension, Transaction, params};

use crate::moment::Moment;
use crate::store::json::{Json, Word};

/// The one apology and postponement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Apology {
    pub(crate) at: Moment,
    pub(crate) reason: LocalText,
    pub(crate) previous: Moment,
    pub(crate) promised: Moment,
}

/// A result.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Outcome {
    pub(crate) id: i64,
    pub(crate) name: String,
    pub(crate) issued_at: Moment,
    pub(crate) fetched_at: Option<Moment>,
}

impl Outcome {
    /// As addresses have it.
    pub(crate) fn name_of(id: i64) -> String {
        format!("r{id}")
    }
}

/// Keeps the apology.
pub(crate) fn apologise(
    transaction: &Transaction<'_>,
    dossier: i64,
    apology: &Apology,
) -> rusqlite::Result<()> {
    transaction.execute(
        "INSERT INTO apology (dossier, at, reason, previous, promised) VALUES (?1, ?2, ?3, ?4, ?5)",
        params![
            dossier,
            apology.at,
            Json(&apology.reason),
            apology.previous,
            apology.promised
        ],
    )?;
    Ok(())
}

/// The apology, if there was one.
pub(crate) fn apology(connection: &Connection, dossier: i64) -> rusqlite::Result<Option<Apology>> {
    connection
        .prepare_cached("SELECT at, reason, previous, promised FROM apology WHERE dossier = ?1")?
        .query_row([dossier], |row| {
            Ok(Apology {
                at: row.get(0)?,
                reason: row.get::<_, Json<_>>(1)?.0,
                previous: row.get(2)?,
                promised: row.get(3)?,
            })
        })
        .optional()
}

/// Keeps how a dossier ended without a result.
pub(crate) fn end(
    transaction: &Transaction<'_>,
    dossier: i64,
    kind: EndingKind,
    (by, at): (&Handler, Moment),
    reasons: &[Reason],
    what_next: Option<&LocalText>,
) -> rusqlite::Result<()> {
    transaction.execute(
        "INSERT INTO ending (dossier, kind, at, by, reasons, what_next)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
        params![
            dossier,
            Word(kind),
            at,
            Json(by),
            Json(reasons),
            what_next.map(Json)
        ],
    )?;
    Ok(())
}

/// How a dossier ended without a result; its letter is not looked for.
pub(crate) fn ending(connection: &Connection, dossier: i64) -> rusqlite::Result<Option<Ending>> {
    connection
        .prepare_cached("SELECT kind, at, by, reasons, what_next FROM ending WHERE dossier = ?1")?
        .query_row([dossier], |row| {
            Ok(Ending {
                kind: row.get::<_, Word<_>>(0)?.0,
                at: row.get::<_, Moment>(1)?.rfc3339(),
                by: row.get::<_, Json<_>>(2)?.0,
                reasons: row.get::<_, Json<_>>(3)?.0,
                what_next: row.get::<_, Option<Json<_>>>(4)?.map(|json| json.0),
                letter: None,
            })
        })
        .optional()
}

/// Keeps a result; answers its row's number.
pub(crate) fn issue(
    transaction: &Transaction<'_>,
    dossier: i64,
    name: &str,
    now: Moment,
) -> rusqlite::Result<i64> {
    transaction.execute(
        "INSERT INTO result (dossier, name, issued_at) VALUES (?1, ?2, ?3)",
        params![dossier, name, now],
    )?;
    Ok(transaction.last_insert_rowid())
}

/// Keeps that the person has the results.
pub(crate) fn hand_over(
    transaction: &Transaction<'_>,
    dossier: i64,
    now: Moment,
) -> rusqlite::Result<()> {
    transaction.execute(
        "UPDATE result SET fetched_at = ?2 WHERE dossier = ?1 AND fetched_at IS NULL",
        params![dossier, now],
    )?;
    Ok(())
}

/// The results of a dossier, in the order they were issued.
pub(crate) fn results(connection: &Connection, dossier: i64) -> rusqlite::Result<Vec<Outcome>> {
    connection
        .prepare_cached(
            "SELECT id, name, issued_at, fetched_at FROM result WHERE dossier = ?1 ORDER BY id",
        )?
        .query_map([dossier], |row| {
            Ok(Outcome {
                id: row.get(0)?,
                name: row.get(1)?,
                issued_at: row.get(2)?,
                fetched_at: row.get(3)?,
            })
        })?
        .collect()
}
