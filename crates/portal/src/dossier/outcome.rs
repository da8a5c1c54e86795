//! What came of a dossier, in the database: its apology, its results and their way to the
//! person, or its end without one.

use motcua_contract::dossier::ending::{Ending, EndingKind, Reason};
use motcua_contract::dossier::result::PostalTracking;
use motcua_contract::dossier::timeline::Handler;
use motcua_contract::file::StoredFile;
use motcua_contract::text::LocalText;
use rusqlite::{Connection, OptionalExtension, Transaction, params};

use super::issued::PDF;
use super::show::address;
use super::signatures::Looked;
use crate::files::hash::FileHash;
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
    /// The officer's own file; without one the portal has written it.
    pub(crate) file: Option<OwnFile>,
    /// What was found on the file's signatures; nothing where nobody has looked.
    pub(crate) looked: Option<Looked>,
}

/// A result's file that an officer handed over.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct OwnFile {
    pub(crate) name: String,
    pub(crate) bytes: u64,
    pub(crate) hash: FileHash,
}

impl OwnFile {
    /// As the contract names files: that of the result with this number.
    pub(crate) fn stored(&self, code: &str, result: i64) -> StoredFile {
        let place = format!("{}/files/{}", address(code), Outcome::name_of(result));
        StoredFile {
            name: self.name.clone(),
            media_type: PDF.into(),
            bytes: self.bytes,
            sha256: self.hash.to_string(),
            address: Some(place),
        }
    }
}

/// The way of a dossier's results by post.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Posting {
    carrier: String,
    number: String,
    sent_at: Moment,
    delivered_at: Option<Moment>,
}

impl Posting {
    /// As the contract shows it.
    pub(crate) fn shown(&self) -> PostalTracking {
        PostalTracking {
            carrier: self.carrier.clone(),
            number: self.number.clone(),
            address: None,
            sent_at: Some(self.sent_at.rfc3339()),
            delivered_at: self.delivered_at.map(Moment::rfc3339),
            text: None,
        }
    }
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

/// Keeps the file that an officer handed over for a result.
pub(crate) fn own_file(
    transaction: &Transaction<'_>,
    result: i64,
    file: &OwnFile,
) -> rusqlite::Result<()> {
    transaction.execute(
        "INSERT INTO result_file (result, name, bytes, sha256) VALUES (?1, ?2, ?3, ?4)",
        params![result, file.name, file.bytes, file.hash],
    )?;
    Ok(())
}

/// The file with an id out of an address, `r7`.
pub(crate) fn file(
    connection: &Connection,
    dossier: i64,
    id: &str,
) -> rusqlite::Result<Option<OwnFile>> {
    let results = results(connection, dossier)?.into_iter();
    let mut results = results.filter(|result| Outcome::name_of(result.id) == id);
    Ok(results.next().and_then(|result| result.file))
}

/// Keeps that the results were given to the post.
pub(crate) fn post(
    transaction: &Transaction<'_>,
    dossier: i64,
    (carrier, number): (&str, &str),
    now: Moment,
) -> rusqlite::Result<()> {
    transaction.execute(
        "INSERT INTO posting (dossier, carrier, number, sent_at) VALUES (?1, ?2, ?3, ?4)",
        params![dossier, carrier, number, now],
    )?;
    Ok(())
}

/// The results' way by post, if they went by it.
pub(crate) fn posting(connection: &Connection, dossier: i64) -> rusqlite::Result<Option<Posting>> {
    connection
        .prepare_cached(
            "SELECT carrier, number, sent_at, delivered_at FROM posting WHERE dossier = ?1",
        )?
        .query_row([dossier], |row| {
            Ok(Posting {
                carrier: row.get(0)?,
                number: row.get(1)?,
                sent_at: row.get(2)?,
                delivered_at: row.get(3)?,
            })
        })
        .optional()
}

/// Keeps that the person has the results, whichever way they came.
pub(crate) fn hand_over(
    transaction: &Transaction<'_>,
    dossier: i64,
    now: Moment,
) -> rusqlite::Result<()> {
    transaction.execute(
        "UPDATE result SET fetched_at = ?2 WHERE dossier = ?1 AND fetched_at IS NULL",
        params![dossier, now],
    )?;
    transaction.execute(
        "UPDATE posting SET delivered_at = ?2 WHERE dossier = ?1 AND delivered_at IS NULL",
        params![dossier, now],
    )?;
    Ok(())
}

/// The results of a dossier, in the order they were issued.
pub(crate) fn results(connection: &Connection, dossier: i64) -> rusqlite::Result<Vec<Outcome>> {
    connection
        .prepare_cached(
            "SELECT id, result.name, issued_at, fetched_at, result_file.name, bytes, sha256,
                 checked_at, found
             FROM result LEFT JOIN result_file ON result_file.result = result.id
                 LEFT JOIN result_signatures ON result_signatures.result = result.id
             WHERE dossier = ?1 ORDER BY id",
        )?
        .query_map([dossier], |row| {
            let file = match row.get(4)? {
                Some(name) => Some(OwnFile {
                    name,
                    bytes: row.get(5)?,
                    hash: row.get(6)?,
                }),
                None => None,
            };
            let looked = match row.get(7)? {
                Some(at) => Some(Looked {
                    at,
                    found: row.get::<_, Json<_>>(8)?.0,
                }),
                None => None,
            };
            Ok(Outcome {
                id: row.get(0)?,
                name: row.get(1)?,
                issued_at: row.get(2)?,
                fetched_at: row.get(3)?,
                file,
                looked,
            })
        })?
        .collect()
}
