//! The audit trail: who did what to a dossier, and what they tried that was not legal. The
//! database itself refuses to change or delete what stands there.

use rusqlite::{Connection, Transaction, params};
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::life::{Illegal, Step, Who};
use crate::moment::Moment;
use crate::store::json::{Json, Word};

/// One line of the trail.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Line {
    /// RFC 3339.
    pub(crate) at: String,
    pub(crate) who: Actor,
    pub(crate) step: Step,
    /// Why it was refused; absent where it was done.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) refused: Option<String>,
}

/// [`Who`], as the trail writes it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) enum Actor {
    Citizen,
    Officer,
    Portal,
}

impl From<Who> for Actor {
    fn from(who: Who) -> Self {
        match who {
            Who::Citizen => Self::Citizen,
            Who::Officer => Self::Officer,
            Who::Portal => Self::Portal,
        }
    }
}

/// Writes down a step that was taken, or why it was not.
pub(crate) fn note(
    transaction: &Transaction<'_>,
    dossier: i64,
    (who, step): (Who, Step),
    refused: Option<Illegal>,
    detail: &Value,
    now: Moment,
) -> rusqlite::Result<()> {
    transaction
        .prepare_cached(
            "INSERT INTO audit (dossier, at, who, step, refused, detail)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
        )?
        .execute(params![
            dossier,
            now,
            Word(Actor::from(who)),
            Word(step),
            refused.map(Illegal::words),
            Json(detail)
        ])?;
    Ok(())
}

/// The trail of a dossier, oldest first.
pub(crate) fn of_dossier(connection: &Connection, dossier: i64) -> rusqlite::Result<Vec<Line>> {
    connection
        .prepare_cached("SELECT at, who, step, refused FROM audit WHERE dossier = ?1 ORDER BY id")?
        .query_map([dossier], |row| {
            Ok(Line {
                at: row.get::<_, Moment>(0)?.rfc3339(),
                who: row.get::<_, Word<_>>(1)?.0,
                step: row.get::<_, Word<_>>(2)?.0,
                refused: row.get(3)?,
            })
        })?
        .collect()
}
