//! Dossiers in the database.

use motcua_contract::channel::ChannelKind;
use motcua_contract::dossier::{DossierCode, DossierStatus};
use motcua_contract::opaque::Opaque;
use motcua_contract::submission::{Contact, Delivery, DeliveryKind};
use motcua_contract::text::LocalText;
use rusqlite::{Connection, OptionalExtension, Row, Transaction, params};

use super::behalf::Behalf;
use super::promise::Promise;
use crate::moment::Moment;
use crate::session::Owner;
use crate::store::json::{Json, Word};

mod events;
mod files;

pub(crate) use events::{Event, events, happen, tell};
pub(crate) use files::{PaperFile, files, hand_in, replace};

/// A dossier as it was filed, and how far it is.
#[derive(Clone, Debug)]
pub(crate) struct Filed {
    pub(crate) code: DossierCode,
    pub(crate) service: String,
    pub(crate) service_name: String,
    pub(crate) case: String,
    pub(crate) case_name: String,
    pub(crate) applicant: String,
    pub(crate) channel: ChannelKind,
    pub(crate) form_version: String,
    pub(crate) answers: Opaque,
    pub(crate) answers_sha256: String,
    pub(crate) delivery: Delivery,
    pub(crate) contact: Option<Contact>,
    pub(crate) signing: Option<String>,
    pub(crate) status: DossierStatus,
    pub(crate) filed_at: Moment,
    pub(crate) updated_at: Moment,
    /// Why there is none, where nothing is promised.
    pub(crate) promise: Result<Promise, LocalText>,
    pub(crate) stated_time: LocalText,
    pub(crate) fee_text: LocalText,
}

impl Filed {
    /// Whether the person wants the result by post.
    pub(crate) fn wants_post(&self) -> bool {
        self.delivery.kind == DeliveryKind::Postal
    }
}

const COLUMNS: &str = "id, code, service, service_name, case_id, case_name, applicant, channel, \
     form_version, answers, answers_sha256, delivery, contact, signing, status, filed_at, \
     updated_at, counts_from, due, promise_text, stated_time, fee_text";

/// Keeps a new dossier; answers its row's number.
pub(crate) fn insert(
    transaction: &Transaction<'_>,
    owner: &Owner,
    filed: &Filed,
    essence: &[u8; 32],
) -> rusqlite::Result<i64> {
    let (counts_from, due, promise_text) = match &filed.promise {
        Ok(promise) => (
            Some(promise.counts_from),
            Some(promise.due),
            &promise.explanation,
        ),
        Err(why) => (None, None, why),
    };
    transaction
        .prepare_cached(
            "INSERT INTO dossier (code, service, service_name, case_id, case_name, applicant,
                channel, form_version, answers, answers_sha256, delivery, contact, signing, status,
                filed_at, updated_at, counts_from, due, promise_text, stated_time, fee_text,
                owner, essence)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17,
                ?18, ?19, ?20, ?21, ?22, ?23)",
        )?
        .insert(params![
            filed.code.as_str(),
            filed.service,
            filed.service_name,
            filed.case,
            filed.case_name,
            filed.applicant,
            Word(filed.channel),
            filed.form_version,
            Json(&filed.answers),
            filed.answers_sha256,
            Json(&filed.delivery),
            filed.contact.as_ref().map(Json),
            filed.signing,
            filed.status.number(),
            filed.filed_at,
            filed.updated_at,
            counts_from,
            due,
            Json(promise_text),
            Json(&filed.stated_time),
            Json(&filed.fee_text),
            owner,
            essence,
        ])
}

/// Keeps another promise than the one before.
pub(crate) fn promise(
    transaction: &Transaction<'_>,
    dossier: i64,
    promise: &Promise,
) -> rusqlite::Result<()> {
    transaction.execute(
        "UPDATE dossier SET counts_from = ?2, due = ?3, promise_text = ?4 WHERE id = ?1",
        params![
            dossier,
            promise.counts_from,
            promise.due,
            Json(&promise.explanation)
        ],
    )?;
    Ok(())
}

/// Keeps answers that were mended, with their hash.
pub(crate) fn mend(
    transaction: &Transaction<'_>,
    dossier: i64,
    answers: &Opaque,
    sha256: &str,
) -> rusqlite::Result<()> {
    transaction.execute(
        "UPDATE dossier SET answers = ?2, answers_sha256 = ?3 WHERE id = ?1",
        params![dossier, Json(answers), sha256],
    )?;
    Ok(())
}

/// Notes that something about a dossier changed.
pub(crate) fn touch(
    transaction: &Transaction<'_>,
    dossier: i64,
    now: Moment,
) -> rusqlite::Result<()> {
    transaction.execute(
        "UPDATE dossier SET updated_at = ?2 WHERE id = ?1",
        params![dossier, now],
    )?;
    Ok(())
}

/// The dossier with the same essence since a moment that an owner filed for the same person, if
/// any. For themselves that is also one which somebody filed for them; what others filed for
/// the person they represent is not theirs to know.
pub(crate) fn same(
    connection: &Connection,
    (owner, behalf): (&Owner, Option<&Behalf>),
    essence: &[u8; 32],
    since: Moment,
) -> rusqlite::Result<Option<(DossierCode, Moment)>> {
    let person = behalf.and_then(|behalf| behalf.person.as_ref());
    let mandate = behalf.map(|behalf| &behalf.mandate);
    connection
        .prepare_cached(
            "SELECT code, filed_at FROM dossier
             LEFT JOIN representation ON representation.dossier = dossier.id
             WHERE essence = ?2 AND filed_at >= ?3
                 AND (owner = ?1 AND coalesce(person, mandate) IS coalesce(?4, ?5)
                     OR person = ?1 AND ?5 IS NULL)
             ORDER BY id DESC LIMIT 1",
        )?
        .query_row(params![owner, essence, since, person, mandate], |row| {
            Ok((DossierCode::new(row.get::<_, String>(0)?), row.get(1)?))
        })
        .optional()
}

/// A dossier that somebody filed, or that was filed for them; another's is not there.
pub(crate) fn find(
    connection: &Connection,
    owner: &Owner,
    code: &str,
) -> rusqlite::Result<Option<(i64, Filed)>> {
    connection
        .prepare_cached(&format!(
            "SELECT {COLUMNS} FROM dossier WHERE code = ?1 AND (owner = ?2
                 OR id IN (SELECT dossier FROM representation WHERE person = ?2))"
        ))?
        .query_row(params![code, owner], filed)
        .optional()
}

/// A dossier by its row's number, whoever's.
pub(crate) fn by_id(connection: &Connection, id: i64) -> rusqlite::Result<Option<Filed>> {
    connection
        .prepare_cached(&format!("SELECT {COLUMNS} FROM dossier WHERE id = ?1"))?
        .query_row([id], filed)
        .optional()
        .map(|found| found.map(|(_, filed)| filed))
}

/// A dossier by its code, whoever's, and whose it is.
pub(crate) fn anyones(
    connection: &Connection,
    code: &str,
) -> rusqlite::Result<Option<(i64, Owner)>> {
    connection
        .prepare_cached("SELECT id, owner FROM dossier WHERE code = ?1")?
        .query_row([code], |row| Ok((row.get(0)?, row.get(1)?)))
        .optional()
}

/// Whose a dossier is.
pub(crate) fn owner(connection: &Connection, id: i64) -> rusqlite::Result<Owner> {
    connection
        .prepare_cached("SELECT owner FROM dossier WHERE id = ?1")?
        .query_row([id], |row| row.get(0))
}

/// The numbers of a page of all dossiers, the last changed first, and how many there are.
pub(crate) fn everyones(
    connection: &Connection,
    (offset, limit): (u32, u32),
) -> rusqlite::Result<(Vec<i64>, u32)> {
    let total = connection.query_row("SELECT count(*) FROM dossier", [], |row| row.get(0))?;
    let page = connection
        .prepare_cached(
            "SELECT id FROM dossier ORDER BY updated_at DESC, id DESC LIMIT ?2 OFFSET ?1",
        )?
        .query_map([offset, limit], |row| row.get(0))?
        .collect::<rusqlite::Result<_>>()?;
    Ok((page, total))
}

/// All that somebody filed or that was filed for them, the last changed first.
pub(crate) fn all(connection: &Connection, owner: &Owner) -> rusqlite::Result<Vec<(i64, Filed)>> {
    connection
        .prepare_cached(&format!(
            "SELECT {COLUMNS} FROM dossier WHERE owner = ?1
                 OR id IN (SELECT dossier FROM representation WHERE person = ?1)
             ORDER BY updated_at DESC, id DESC"
        ))?
        .query_map([owner], filed)?
        .collect()
}

/// What is promised, or why nothing is, out of the columns `counts_from`, `due` and
/// `promise_text`, which stand in a row from `first` on.
pub(crate) fn promised(
    row: &Row<'_>,
    first: usize,
) -> rusqlite::Result<Result<Promise, LocalText>> {
    let explanation = row.get::<_, Json<LocalText>>(first + 2)?.0;
    Ok(match (row.get(first)?, row.get(first + 1)?) {
        (Some(counts_from), Some(due)) => Ok(Promise {
            counts_from,
            due,
            explanation,
        }),
        _ => Err(explanation),
    })
}

fn filed(row: &Row<'_>) -> rusqlite::Result<(i64, Filed)> {
    let filed = Filed {
        code: DossierCode::new(row.get::<_, String>(1)?),
        service: row.get(2)?,
        service_name: row.get(3)?,
        case: row.get(4)?,
        case_name: row.get(5)?,
        applicant: row.get(6)?,
        channel: row.get::<_, Word<_>>(7)?.0,
        form_version: row.get(8)?,
        answers: row.get::<_, Json<_>>(9)?.0,
        answers_sha256: row.get(10)?,
        delivery: row.get::<_, Json<_>>(11)?.0,
        contact: row.get::<_, Option<Json<_>>>(12)?.map(|json| json.0),
        signing: row.get(13)?,
        status: row.get::<_, u16>(14)?.into(),
        filed_at: row.get(15)?,
        updated_at: row.get(16)?,
        promise: promised(row, 17)?,
        stated_time: row.get::<_, Json<_>>(20)?.0,
        fee_text: row.get::<_, Json<_>>(21)?.0,
    };
    Ok((row.get(0)?, filed))
}
