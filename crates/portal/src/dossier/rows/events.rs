//! What happened to dossiers, in the database.

use motcua_contract::dossier::DossierStatus;
use motcua_contract::dossier::timeline::{Handler, TimelineKind};
use motcua_contract::text::LocalText;
use rusqlite::{Connection, Transaction, params};

use crate::moment::Moment;
use crate::store::json::{Json, Word};

/// One stretch of a dossier's life.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Event {
    pub(crate) id: i64,
    pub(crate) kind: TimelineKind,
    pub(crate) status: DossierStatus,
    pub(crate) handler: Handler,
    pub(crate) since: Moment,
    pub(crate) ended_at: Option<Moment>,
    pub(crate) text: LocalText,
}

/// Keeps what happened. `event.id` is not looked at.
pub(crate) fn tell(
    transaction: &Transaction<'_>,
    dossier: i64,
    event: &Event,
) -> rusqlite::Result<()> {
    transaction
        .prepare_cached(
            "INSERT INTO dossier_event (dossier, kind, status, handler, since, ended_at, text)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
        )?
        .execute(params![
            dossier,
            Word(event.kind),
            event.status.number(),
            Json(&event.handler),
            event.since,
            event.ended_at,
            Json(&event.text),
        ])?;
    Ok(())
}

/// Keeps what happened, as the stretch that is going on from then on; what went on before has
/// ended. What is over at once ends nothing, unless the dossier itself is.
pub(crate) fn happen(
    transaction: &Transaction<'_>,
    dossier: i64,
    event: &Event,
) -> rusqlite::Result<()> {
    if event.ended_at.is_none() || event.status.is_final() {
        transaction
            .prepare_cached(
                "UPDATE dossier_event SET ended_at = ?2 WHERE dossier = ?1 AND ended_at IS NULL",
            )?
            .execute(params![dossier, event.since])?;
    }
    tell(transaction, dossier, event)?;
    transaction
        .prepare_cached("UPDATE dossier SET status = ?2, updated_at = ?3 WHERE id = ?1")?
        .execute(params![dossier, event.status.number(), event.since])?;
    Ok(())
}

/// What happened to a dossier, oldest first.
pub(crate) fn events(connection: &Connection, dossier: i64) -> rusqlite::Result<Vec<Event>> {
    connection
        .prepare_cached(
            "SELECT id, kind, status, handler, since, ended_at, text FROM dossier_event
             WHERE dossier = ?1 ORDER BY id",
        )?
        .query_map([dossier], |row| {
            Ok(Event {
                id: row.get(0)?,
                kind: row.get::<_, Word<_>>(1)?.0,
                status: row.get::<_, u16>(2)?.into(),
                handler: row.get::<_, Json<_>>(3)?.0,
                since: row.get(4)?,
                ended_at: row.get(5)?,
                text: row.get::<_, Json<_>>(6)?.0,
            })
        })?
        .collect()
}
