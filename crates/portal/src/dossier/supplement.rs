//! Requests for more in the database: one itemised list each, and what became of its items.

use motcua_contract::dossier::SupplementRequest;
use motcua_contract::dossier::supplement::{SupplementItem, SupplementState, SupplementTarget};
use motcua_contract::dossier::timeline::Handler;
use motcua_contract::text::LocalText;
use rusqlite::{Connection, Transaction, params};
use serde_json::Value;

use crate::moment::Moment;
use crate::store::json::{Json, Word};

/// A request with its items.
#[derive(Clone, Debug)]
pub(crate) struct Request {
    pub(crate) id: i64,
    pub(crate) round: u8,
    pub(crate) asked_by: Handler,
    pub(crate) asked_at: Moment,
    pub(crate) answer_by: Moment,
    pub(crate) explanation: LocalText,
    pub(crate) promised_before: Option<Moment>,
    pub(crate) promised_after: Option<Moment>,
    pub(crate) answered_at: Option<Moment>,
    pub(crate) items: Vec<Item>,
}

/// One thing asked for.
#[derive(Clone, Debug)]
pub(crate) struct Item {
    pub(crate) id: i64,
    pub(crate) target: SupplementTarget,
    pub(crate) title: LocalText,
    pub(crate) reason: LocalText,
    pub(crate) state: SupplementState,
    pub(crate) outcome: Option<LocalText>,
}

/// What the person sends for an item, besides files.
#[derive(Clone, Debug, Default)]
pub(crate) struct Given {
    pub(crate) note: Option<String>,
    /// The answer that stood there, and the one that stands there now.
    pub(crate) answer: Option<(Value, Value)>,
}

impl Request {
    /// As addresses have it.
    pub(crate) fn name(&self) -> String {
        format!("s{}", self.id)
    }

    /// How far it is at a moment: what its items have in common.
    pub(crate) fn state(&self, now: Moment) -> SupplementState {
        let has = |state| self.items.iter().any(|item| item.state == state);
        if self.answered_at.is_none() {
            return if self.answer_by < now {
                SupplementState::Expired
            } else {
                SupplementState::Open
            };
        }
        if has(SupplementState::Refused) {
            SupplementState::Refused
        } else if has(SupplementState::Answered) {
            SupplementState::Answered
        } else {
            SupplementState::Accepted
        }
    }

    /// As the contract shows it.
    pub(crate) fn shown(&self, now: Moment) -> SupplementRequest {
        let state = self.state(now);
        let items = self.items.iter().map(|item| SupplementItem {
            id: item.name(),
            target: item.target.clone(),
            title: item.title.clone(),
            reason: item.reason.clone(),
            state: if state == SupplementState::Expired {
                state
            } else {
                item.state
            },
            outcome: item.outcome.clone(),
        });
        SupplementRequest {
            id: self.name(),
            round: self.round,
            requested_by: self.asked_by.clone(),
            requested_at: self.asked_at.rfc3339(),
            answer_by: Some(self.answer_by.rfc3339()),
            state,
            explanation: self.explanation.clone(),
            items: items.collect(),
            promised_before: self.promised_before.map(Moment::rfc3339),
            promised_after: self.promised_after.map(Moment::rfc3339),
            notice: None,
        }
    }
}

impl Item {
    /// As addresses and answers have it.
    pub(crate) fn name(&self) -> String {
        format!("i{}", self.id)
    }
}

/// Keeps a request; `id`s are not looked at. Answers its row's number.
pub(crate) fn keep(
    transaction: &Transaction<'_>,
    dossier: i64,
    request: &Request,
) -> rusqlite::Result<i64> {
    transaction.execute(
        "INSERT INTO supplement
             (dossier, round, asked_by, asked_at, answer_by, explanation, promised_before)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
        params![
            dossier,
            request.round,
            Json(&request.asked_by),
            request.asked_at,
            request.answer_by,
            Json(&request.explanation),
            request.promised_before
        ],
    )?;
    let id = transaction.last_insert_rowid();
    for item in &request.items {
        transaction.execute(
            "INSERT INTO supplement_item (supplement, target, title, reason, state)
             VALUES (?1, ?2, ?3, ?4, ?5)",
            params![
                id,
                Json(&item.target),
                Json(&item.title),
                Json(&item.reason),
                Word(item.state)
            ],
        )?;
    }
    Ok(id)
}

/// The requests of a dossier, oldest first.
pub(crate) fn of_dossier(connection: &Connection, dossier: i64) -> rusqlite::Result<Vec<Request>> {
    let mut requests = connection
        .prepare_cached(
            "SELECT id, round, asked_by, asked_at, answer_by, explanation, promised_before,
                 promised_after, answered_at
             FROM supplement WHERE dossier = ?1 ORDER BY round",
        )?
        .query_map([dossier], |row| {
            Ok(Request {
                id: row.get(0)?,
                round: row.get(1)?,
                asked_by: row.get::<_, Json<_>>(2)?.0,
                asked_at: row.get(3)?,
                answer_by: row.get(4)?,
                explanation: row.get::<_, Json<_>>(5)?.0,
                promised_before: row.get(6)?,
                promised_after: row.get(7)?,
                answered_at: row.get(8)?,
                items: Vec::new(),
            })
        })?
        .collect::<rusqlite::Result<Vec<_>>>()?;
    for request in &mut requests {
        request.items = items(connection, request.id)?;
    }
    Ok(requests)
}

fn items(connection: &Connection, request: i64) -> rusqlite::Result<Vec<Item>> {
    connection
        .prepare_cached(
            "SELECT id, target, title, reason, state, outcome FROM supplement_item
             WHERE supplement = ?1 ORDER BY id",
        )?
        .query_map([request], |row| {
            Ok(Item {
                id: row.get(0)?,
                target: row.get::<_, Json<_>>(1)?.0,
                title: row.get::<_, Json<_>>(2)?.0,
                reason: row.get::<_, Json<_>>(3)?.0,
                state: row.get::<_, Word<_>>(4)?.0,
                outcome: row.get::<_, Option<Json<_>>>(5)?.map(|json| json.0),
            })
        })?
        .collect()
}

/// Keeps what was sent for an item.
pub(crate) fn give(
    transaction: &Transaction<'_>,
    item: i64,
    given: &Given,
) -> rusqlite::Result<()> {
    let (before, after) = given.answer.clone().unzip();
    transaction.execute(
        "UPDATE supplement_item SET state = ?2, note = ?3, before = ?4, given = ?5 WHERE id = ?1",
        params![
            item,
            Word(SupplementState::Answered),
            given.note,
            before.map(Json),
            after.map(Json)
        ],
    )?;
    Ok(())
}

/// Keeps that a request is answered, and what is promised since.
pub(crate) fn answered(
    transaction: &Transaction<'_>,
    request: i64,
    promised: Option<Moment>,
    now: Moment,
) -> rusqlite::Result<()> {
    transaction.execute(
        "UPDATE supplement SET answered_at = ?2, promised_after = ?3 WHERE id = ?1",
        params![request, now, promised],
    )?;
    Ok(())
}

/// Keeps what the officer found of the answers that nobody has judged: those to `again` are
/// not in order, each with what is wrong with it, and the rest is.
pub(crate) fn judge(
    transaction: &Transaction<'_>,
    dossier: i64,
    again: &[(SupplementTarget, LocalText)],
) -> rusqlite::Result<()> {
    for item in of_dossier(transaction, dossier)?
        .iter()
        .flat_map(|request| &request.items)
        .filter(|item| item.state == SupplementState::Answered)
    {
        let wrong = again.iter().find(|(target, _)| *target == item.target);
        let state = match wrong {
            Some(_) => SupplementState::Refused,
            None => SupplementState::Accepted,
        };
        transaction.execute(
            "UPDATE supplement_item SET state = ?2, outcome = ?3 WHERE id = ?1",
            params![item.id, Word(state), wrong.map(|(_, reason)| Json(reason))],
        )?;
    }
    Ok(())
}
