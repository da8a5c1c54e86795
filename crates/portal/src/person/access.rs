//! The access log: who used a person's data, when and what for.

use motcua_contract::consent::Access;
use motcua_contract::dossier::DossierCode;
use motcua_contract::text::LocalText;
use rusqlite::{Connection, Row, Transaction, params};

use crate::moment::Moment;
use crate::session::PersonId;

/// How many entries stand on a page.
const PAGE: usize = 20;

/// One use of a person's data.
pub(crate) struct Use<'a> {
    /// Which body.
    pub(crate) agency: &'a str,
    /// Who or what there, as far as the portal may tell.
    pub(crate) actor: Option<&'a str>,
    pub(crate) what: &'a LocalText,
    pub(crate) why: &'a LocalText,
    /// For which dossier.
    pub(crate) dossier: Option<&'a str>,
}

/// Notes a use of a person's data, in the transaction that uses it.
pub(crate) fn note(
    transaction: &Transaction<'_>,
    person: &PersonId,
    used: &Use<'_>,
    now: Moment,
) -> rusqlite::Result<()> {
    transaction.execute(
        "INSERT INTO access (person, at, agency, actor, what, why, dossier)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
        params![
            person,
            now,
            used.agency,
            used.actor,
            text(used.what),
            text(used.why),
            used.dossier
        ],
    )?;
    Ok(())
}

/// A page of the log, latest first, and where the next one begins.
pub(crate) fn page(
    connection: &Connection,
    person: &PersonId,
    before: Option<i64>,
) -> rusqlite::Result<(Vec<Access>, Option<i64>)> {
    let mut rows: Vec<(i64, Access)> = connection
        .prepare_cached(
            "SELECT id, at, agency, actor, what, why, dossier FROM access
             WHERE person = ?1 AND id < ?2 ORDER BY id DESC LIMIT ?3",
        )?
        .query_map(
            params![person, before.unwrap_or(i64::MAX), PAGE as i64 + 1],
            read,
        )?
        .collect::<rusqlite::Result<_>>()?;
    let more = rows.len() > PAGE;
    rows.truncate(PAGE);
    let next = rows.last().filter(|_| more).map(|(id, _)| *id);
    Ok((rows.into_iter().map(|(_, access)| access).collect(), next))
}

fn read(row: &Row<'_>) -> rusqlite::Result<(i64, Access)> {
    let local = |at: usize| -> rusqlite::Result<LocalText> {
        let text: String = row.get(at)?;
        Ok(serde_json::from_str(&text).unwrap_or_default())
    };
    let access = Access {
        at: row.get::<_, Moment>(1)?.rfc3339(),
        agency: row.get(2)?,
        actor: row.get(3)?,
        what: local(4)?,
        why: local(5)?,
        dossier: row.get::<_, Option<String>>(6)?.map(DossierCode::new),
    };
    Ok((row.get(0)?, access))
}

fn text(text: &LocalText) -> String {
    serde_json::to_string(text).expect("text is text")
}
