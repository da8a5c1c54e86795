//! Feedback in the database.

use motcua_contract::API_ROOT;
use motcua_contract::feedback::{
    Feedback, FeedbackAbout, FeedbackEvent, FeedbackState, GiveFeedback, PublishedAnswer,
};
use rusqlite::{Connection, OptionalExtension, Transaction, params};

use super::is_reopenable;
use crate::attachment::OF_FEEDBACK;
use crate::moment::Moment;
use crate::session::Owner;
use crate::store::json::{Json, Word};

/// Feedback that is about to be kept.
pub(crate) struct New<'a> {
    pub(crate) code: String,
    pub(crate) owner: &'a Owner,
    pub(crate) sent: &'a GiveFeedback,
    pub(crate) dossier: Option<i64>,
    pub(crate) facts: Option<String>,
    pub(crate) agency: &'a str,
}

/// Feedback as it stands.
#[derive(Clone, Debug)]
pub(crate) struct Kept {
    pub(crate) id: i64,
    pub(crate) code: String,
    pub(crate) owner: Owner,
    pub(crate) state: FeedbackState,
    pub(crate) agency: String,
    /// The dossier's facts, for whoever answers.
    pub(crate) facts: Option<String>,
    about: FeedbackAbout,
    title: String,
    text: String,
    received_at: Moment,
    publish: bool,
}

const COLUMNS: &str =
    "id, code, owner, state, agency, facts, about, title, text, received_at, publish";

/// Keeps new feedback; answers its row's number.
pub(crate) fn insert(
    transaction: &Transaction<'_>,
    new: &New<'_>,
    now: Moment,
) -> rusqlite::Result<i64> {
    let sent = new.sent;
    let sender = sent
        .sender
        .as_ref()
        .filter(|_| new.owner.person().is_none());
    transaction.execute(
        "INSERT INTO feedback (code, owner, about, title, text, service, dossier, facts, sender,
             publish, state, agency, received_at, updated_at)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?13)",
        params![
            new.code,
            new.owner,
            Word(sent.about),
            sent.title.trim(),
            sent.text.trim(),
            sent.service,
            new.dossier,
            new.facts,
            sender.map(Json),
            sent.publish,
            Word(FeedbackState::Received),
            new.agency,
            now
        ],
    )?;
    let id = transaction.last_insert_rowid();
    tell(
        transaction,
        id,
        (FeedbackState::Received, new.agency),
        None,
        now,
    )?;
    Ok(id)
}

/// Keeps what happened to feedback.
pub(crate) fn happen(
    transaction: &Transaction<'_>,
    id: i64,
    (state, agency): (FeedbackState, &str),
    text: &str,
    now: Moment,
) -> rusqlite::Result<()> {
    transaction.execute(
        "UPDATE feedback SET state = ?2, agency = ?3, updated_at = ?4 WHERE id = ?1",
        params![id, Word(state), agency, now],
    )?;
    tell(transaction, id, (state, agency), Some(text), now)
}

fn tell(
    transaction: &Transaction<'_>,
    id: i64,
    (state, agency): (FeedbackState, &str),
    text: Option<&str>,
    now: Moment,
) -> rusqlite::Result<()> {
    transaction.execute(
        "INSERT INTO feedback_event (feedback, at, state, agency, text)
         VALUES (?1, ?2, ?3, ?4, ?5)",
        params![id, now, Word(state), agency, text],
    )?;
    Ok(())
}

/// The feedback with a code.
pub(crate) fn by_code(connection: &Connection, code: &str) -> rusqlite::Result<Option<Kept>> {
    connection
        .prepare_cached(&format!("SELECT {COLUMNS} FROM feedback WHERE code = ?1"))?
        .query_row([code], read)
        .optional()
}

/// The feedback with a number.
pub(crate) fn by_id(connection: &Connection, id: i64) -> rusqlite::Result<Option<Kept>> {
    connection
        .prepare_cached(&format!("SELECT {COLUMNS} FROM feedback WHERE id = ?1"))?
        .query_row([id], read)
        .optional()
}

/// What somebody gave, oldest first, as the contract shows it.
pub(crate) fn of_owner(
    connection: &Connection,
    owner: &Owner,
    now: Moment,
) -> rusqlite::Result<Vec<Feedback>> {
    let kept: Vec<Kept> = connection
        .prepare_cached(&format!(
            "SELECT {COLUMNS} FROM feedback WHERE owner = ?1 ORDER BY id"
        ))?
        .query_map([owner], read)?
        .collect::<rusqlite::Result<_>>()?;
    kept.iter()
        .map(|kept| shown(connection, kept, now))
        .collect()
}

/// All feedback, the last changed first.
pub(crate) fn latest(connection: &Connection, most: u32) -> rusqlite::Result<Vec<Kept>> {
    connection
        .prepare_cached(&format!(
            "SELECT {COLUMNS} FROM feedback ORDER BY updated_at DESC, id DESC LIMIT ?1"
        ))?
        .query_map([most], read)?
        .collect()
}

/// What nobody has answered and that has not changed since a moment.
pub(crate) fn waiting(connection: &Connection, since: Moment) -> rusqlite::Result<Vec<String>> {
    connection
        .prepare_cached(
            "SELECT code FROM feedback
             WHERE state IN ('received', 'forwarded', 'reopened') AND updated_at <= ?1",
        )?
        .query_map([since], |row| row.get(0))?
        .collect()
}

fn read(row: &rusqlite::Row<'_>) -> rusqlite::Result<Kept> {
    Ok(Kept {
        id: row.get(0)?,
        code: row.get(1)?,
        owner: row.get(2)?,
        state: row.get::<_, Word<_>>(3)?.0,
        agency: row.get(4)?,
        facts: row.get(5)?,
        about: row.get::<_, Word<_>>(6)?.0,
        title: row.get(7)?,
        text: row.get(8)?,
        received_at: row.get(9)?,
        publish: row.get(10)?,
    })
}

/// When it was answered last.
pub(crate) fn answered_at(connection: &Connection, id: i64) -> rusqlite::Result<Option<Moment>> {
    connection.query_row(
        "SELECT max(at) FROM feedback_event WHERE feedback = ?1 AND state = ?2",
        params![id, Word(FeedbackState::Answered)],
        |row| row.get(0),
    )
}

/// Feedback as the contract shows it.
pub(crate) fn shown(
    connection: &Connection,
    kept: &Kept,
    now: Moment,
) -> rusqlite::Result<Feedback> {
    let history = connection
        .prepare_cached(
            "SELECT at, state, agency, text FROM feedback_event WHERE feedback = ?1 ORDER BY id",
        )?
        .query_map([kept.id], |row| {
            Ok(FeedbackEvent {
                at: row.get::<_, Moment>(0)?.rfc3339(),
                state: row.get::<_, Word<_>>(1)?.0,
                agency: row.get(2)?,
                text: row.get(3)?,
            })
        })?
        .collect::<rusqlite::Result<Vec<_>>>()?;
    let answered = answered_at(connection, kept.id)?;
    Ok(Feedback {
        code: kept.code.clone(),
        about: kept.about,
        title: kept.title.clone(),
        text: kept.text.clone(),
        received_at: kept.received_at.rfc3339(),
        state: kept.state,
        agency: kept.agency.clone(),
        answer_by: None,
        history,
        attachments: OF_FEEDBACK.of(connection, kept.id, &address(&kept.code))?,
        reopenable: is_reopenable(kept.state, answered, now),
        publish: Some(kept.publish),
    })
}

/// Where feedback stands below the portal's address.
pub(crate) fn address(code: &str) -> String {
    format!("{API_ROOT}/feedback/{code}")
}

/// All published answers, the latest first.
pub(crate) fn published(connection: &Connection) -> rusqlite::Result<Vec<PublishedAnswer>> {
    connection
        .prepare_cached(
            "SELECT feedback.id, about, title, feedback.text, event.text, event.agency, event.at
             FROM feedback JOIN feedback_event AS event ON event.id = (
                 SELECT max(id) FROM feedback_event
                 WHERE feedback = feedback.id AND state = ?1)
             WHERE feedback.publish = 1 AND feedback.state = ?1
             ORDER BY event.at DESC, event.id DESC",
        )?
        .query_map([Word(FeedbackState::Answered)], |row| {
            Ok(PublishedAnswer {
                id: format!("p{}", row.get::<_, i64>(0)?),
                about: row.get::<_, Word<_>>(1)?.0,
                title: row.get(2)?,
                question: row.get(3)?,
                answer: row.get::<_, Option<String>>(4)?.unwrap_or_default(),
                agency: row.get(5)?,
                answered_at: row.get::<_, Moment>(6)?.rfc3339(),
            })
        })?
        .collect()
}
