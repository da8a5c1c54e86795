//! The three facts in the database: written one by one, and the attempts as reconciliation reads them.

use motcua_contract::dossier::payment::{ObligationStage, ObligationState, PaymentState};
use motcua_contract::text::LocalText;
use rusqlite::{Connection, OptionalExtension, Row, Transaction, params};

use crate::moment::Moment;
use crate::store::json::{Json, Word};
use crate::store::numbered;

/// An attempt as reconciliation needs it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Attempt {
    pub(crate) id: String,
    pub(crate) dossier: i64,
    pub(crate) state: PaymentState,
    pub(crate) started_at: Moment,
}

/// Keeps what is owed.
pub(crate) fn owe(
    transaction: &Transaction<'_>,
    dossier: i64,
    stage: ObligationStage,
    (name, dong): (&str, u64),
    basis: Option<&LocalText>,
) -> rusqlite::Result<()> {
    transaction.execute(
        "INSERT INTO obligation (dossier, name, amount, stage, state, basis)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
        params![
            dossier,
            name,
            dong,
            Word(stage),
            Word(ObligationState::Due),
            basis.map(Json),
        ],
    )?;
    Ok(())
}

/// Takes back what is due and not paid.
pub(crate) fn cancel_due(transaction: &Transaction<'_>, dossier: i64) -> rusqlite::Result<()> {
    transaction.execute(
        "UPDATE obligation SET state = ?2 WHERE dossier = ?1 AND state = ?3
         AND NOT EXISTS (
             SELECT 1 FROM payment_of JOIN payment ON payment.id = payment_of.payment
             WHERE payment_of.obligation = obligation.id AND payment.state = ?4)",
        params![
            dossier,
            Word(ObligationState::Cancelled),
            Word(ObligationState::Due),
            Word(PaymentState::Succeeded)
        ],
    )?;
    Ok(())
}

/// Keeps an attempt that begins; earlier ones that nobody finished give way to it.
pub(crate) fn begin(
    transaction: &Transaction<'_>,
    attempt: &Attempt,
    amount: u64,
    obligations: &[i64],
    return_to: &str,
) -> rusqlite::Result<()> {
    transaction.execute(
        "UPDATE payment SET state = ?2 WHERE dossier = ?1 AND state = ?3",
        params![
            attempt.dossier,
            Word(PaymentState::Cancelled),
            Word(PaymentState::Started)
        ],
    )?;
    transaction.execute(
        "INSERT INTO payment (id, dossier, amount, state, started_at, return_to)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
        params![
            attempt.id,
            attempt.dossier,
            amount,
            Word(attempt.state),
            attempt.started_at,
            return_to
        ],
    )?;
    for obligation in obligations {
        transaction.execute(
            "INSERT INTO payment_of (payment, obligation) VALUES (?1, ?2)",
            params![attempt.id, obligation],
        )?;
    }
    Ok(())
}

/// Keeps how an attempt went.
pub(crate) fn decide(
    transaction: &Transaction<'_>,
    id: &str,
    state: PaymentState,
    paid_at: Option<Moment>,
    reference: Option<String>,
) -> rusqlite::Result<()> {
    transaction.execute(
        "UPDATE payment SET state = ?2, paid_at = coalesce(?3, paid_at),
            reference = coalesce(?4, reference) WHERE id = ?1",
        params![id, Word(state), paid_at, reference],
    )?;
    Ok(())
}

/// Whether one of the obligations of an attempt is paid by another.
pub(crate) fn covered_by_another(connection: &Connection, id: &str) -> rusqlite::Result<bool> {
    connection.query_row(
        "SELECT EXISTS (
            SELECT 1 FROM payment_of AS mine
            JOIN payment_of AS other ON other.obligation = mine.obligation AND other.payment <> ?1
            JOIN payment ON payment.id = other.payment
            WHERE mine.payment = ?1 AND payment.state = ?2)",
        params![id, Word(PaymentState::Succeeded)],
        |row| row.get(0),
    )
}

/// Keeps that the authority has accepted a payment, and with it that the obligations are
/// fulfilled.
pub(crate) fn accept(
    transaction: &Transaction<'_>,
    payment: &str,
    by: &str,
    now: Moment,
) -> rusqlite::Result<()> {
    let new = transaction.execute(
        "INSERT OR IGNORE INTO acceptance (payment, accepted_at, by) VALUES (?1, ?2, ?3)",
        params![payment, now, by],
    )?;
    if new == 1 {
        transaction.execute(
            "UPDATE obligation SET state = ?2
             WHERE id IN (SELECT obligation FROM payment_of WHERE payment = ?1)",
            params![payment, Word(ObligationState::Fulfilled)],
        )?;
        transaction.execute(
            "UPDATE dossier SET updated_at = ?2
             WHERE id = (SELECT dossier FROM payment WHERE id = ?1)",
            params![payment, now],
        )?;
    }
    Ok(())
}

/// Payments made before a moment that no authority has accepted.
pub(crate) fn unaccepted(connection: &Connection, until: Moment) -> rusqlite::Result<Vec<String>> {
    connection
        .prepare_cached(
            "SELECT id FROM payment WHERE state = ?1 AND paid_at <= ?2
             AND NOT EXISTS (SELECT 1 FROM acceptance WHERE payment = payment.id)",
        )?
        .query_map(params![Word(PaymentState::Succeeded), until], |row| {
            row.get(0)
        })?
        .collect()
}

/// An attempt, whoever's.
pub(crate) fn attempt(connection: &Connection, id: &str) -> rusqlite::Result<Option<Attempt>> {
    connection
        .prepare_cached("SELECT id, dossier, state, started_at FROM payment WHERE id = ?1")?
        .query_row([id], brief)
        .optional()
}

/// Where in the app to send the person who paid, or did not.
pub(crate) fn return_to(connection: &Connection, id: &str) -> rusqlite::Result<Option<String>> {
    connection
        .query_row("SELECT return_to FROM payment WHERE id = ?1", [id], |row| {
            row.get(0)
        })
        .optional()
}

/// Every attempt that is not decided.
pub(crate) fn open(connection: &Connection) -> rusqlite::Result<Vec<Attempt>> {
    connection
        .prepare_cached(
            "SELECT id, dossier, state, started_at FROM payment
             WHERE state IN ('started', 'pending') ORDER BY started_at",
        )?
        .query_map([], brief)?
        .collect()
}

/// A dossier's attempts that are not decided.
pub(crate) fn open_of(connection: &Connection, dossier: i64) -> rusqlite::Result<Vec<Attempt>> {
    let mut open = open(connection)?;
    open.retain(|attempt| attempt.dossier == dossier);
    Ok(open)
}

/// A dossier's attempts that ended unpaid.
pub(crate) fn given_up(connection: &Connection, dossier: i64) -> rusqlite::Result<Vec<String>> {
    connection
        .prepare_cached("SELECT id FROM payment WHERE dossier = ?1 AND state = ?2")?
        .query_map(params![dossier, Word(PaymentState::Cancelled)], |row| {
            row.get(0)
        })?
        .collect()
}

fn brief(row: &Row<'_>) -> rusqlite::Result<Attempt> {
    Ok(Attempt {
        id: row.get(0)?,
        dossier: row.get(1)?,
        state: row.get::<_, Word<_>>(2)?.0,
        started_at: row.get(3)?,
    })
}

/// The number in an obligation's id.
pub(crate) fn obligation_number(id: &str) -> Option<i64> {
    numbered(id, 'o')
}
