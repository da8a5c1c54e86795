//! The three facts in the database.

use motcua_contract::dossier::payment::{
    Acceptance, Obligation, ObligationStage, ObligationState, Payment, PaymentState, Payments,
};
use motcua_contract::text::LocalText;
use rusqlite::{Connection, OptionalExtension, Row, Transaction, params};

use crate::moment::Moment;
use crate::store::json::{Json, Word};

/// What people call the gateway of the sandbox.
const PROVIDER: &str = "Cổng thanh toán thử nghiệm";

/// An attempt as reconciliation needs it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Attempt {
    pub(crate) id: String,
    pub(crate) dossier: i64,
    pub(crate) state: PaymentState,
    pub(crate) started_at: Moment,
}

/// All that is known about paying for one dossier.
#[derive(Clone, Debug, Default)]
pub(crate) struct Facts(Payments);

impl Facts {
    /// Whether something is due that no attempt covers or may still cover.
    pub(crate) fn to_pay(&self) -> bool {
        let due = self
            .0
            .obligations
            .iter()
            .filter(|one| one.state == ObligationState::Due);
        due.map(|one| &one.id).any(|id| self.payable(id))
    }

    /// Whether something is due that no payment has covered.
    pub(crate) fn owed(&self) -> bool {
        let paid = |id: &String| {
            let attempts = self.0.attempts.iter();
            attempts
                .filter(|one| one.state == PaymentState::Succeeded)
                .any(|one| one.obligations.contains(id))
        };
        let due = |one: &&Obligation| one.state == ObligationState::Due;
        self.0
            .obligations
            .iter()
            .filter(due)
            .any(|one| !paid(&one.id))
    }

    /// Whether an obligation is due and nobody is paying it or has paid it.
    pub(crate) fn payable(&self, id: &str) -> bool {
        let due = |one: &Obligation| one.id == id && one.state == ObligationState::Due;
        let covers = |one: &Payment| {
            matches!(
                one.state,
                PaymentState::Succeeded | PaymentState::Pending | PaymentState::Unknown
            ) && one.obligations.iter().any(|covered| covered == id)
        };
        self.0.obligations.iter().any(due) && !self.0.attempts.iter().any(covers)
    }

    pub(crate) fn obligation(&self, id: &str) -> Option<&Obligation> {
        self.0.obligations.iter().find(|one| one.id == id)
    }

    pub(crate) fn attempt(&self, id: &str) -> Option<&Payment> {
        self.0.attempts.iter().find(|one| one.id == id)
    }

    /// For the contract.
    pub(crate) fn shown(self, explanation: Option<LocalText>) -> Payments {
        Payments {
            explanation,
            ..self.0
        }
    }
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
    id.strip_prefix('o')?.parse().ok()
}

/// The three facts of a dossier.
pub(crate) fn facts(connection: &Connection, dossier: i64) -> rusqlite::Result<Facts> {
    let obligations = connection
        .prepare_cached(
            "SELECT id, name, amount, stage, state, basis FROM obligation
             WHERE dossier = ?1 ORDER BY id",
        )?
        .query_map([dossier], |row| {
            Ok(Obligation {
                id: format!("o{}", row.get::<_, i64>(0)?),
                name: row.get(1)?,
                amount: row.get(2)?,
                stage: row.get::<_, Word<_>>(3)?.0,
                state: row.get::<_, Word<_>>(4)?.0,
                due_by: None,
                basis: row.get::<_, Option<Json<_>>>(5)?.map(|json| json.0),
            })
        })?
        .collect::<rusqlite::Result<Vec<_>>>()?;
    let mut attempts = connection
        .prepare_cached(
            "SELECT id, amount, state, started_at, paid_at, reference FROM payment
             WHERE dossier = ?1 ORDER BY started_at, rowid",
        )?
        .query_map([dossier], shown)?
        .collect::<rusqlite::Result<Vec<_>>>()?;
    for attempt in &mut attempts {
        attempt.obligations = covered(connection, &attempt.id)?;
    }
    let acceptances = connection
        .prepare_cached(
            "SELECT payment, accepted_at, by FROM acceptance JOIN payment ON payment.id = payment
             WHERE dossier = ?1 ORDER BY accepted_at",
        )?
        .query_map([dossier], |row| {
            let (payment, at, by) = (
                row.get::<_, String>(0)?,
                row.get::<_, Moment>(1)?,
                row.get(2)?,
            );
            let of = attempts.iter().find(|attempt| attempt.id == payment);
            Ok(Acceptance {
                obligations: of
                    .map(|attempt| attempt.obligations.clone())
                    .unwrap_or_default(),
                at: at.rfc3339(),
                by,
                notice: None,
            })
        })?
        .collect::<rusqlite::Result<Vec<_>>>()?;
    Ok(Facts(Payments {
        obligations,
        attempts,
        acceptances,
        explanation: None,
    }))
}

fn covered(connection: &Connection, payment: &str) -> rusqlite::Result<Vec<String>> {
    connection
        .prepare_cached("SELECT obligation FROM payment_of WHERE payment = ?1 ORDER BY obligation")?
        .query_map([payment], |row| Ok(format!("o{}", row.get::<_, i64>(0)?)))?
        .collect()
}

fn shown(row: &Row<'_>) -> rusqlite::Result<Payment> {
    let state = row.get::<_, Word<PaymentState>>(2)?.0;
    Ok(Payment {
        id: row.get(0)?,
        obligations: Vec::new(),
        amount: row.get(1)?,
        state,
        started_at: row.get::<_, Moment>(3)?.rfc3339(),
        paid_at: row.get::<_, Option<Moment>>(4)?.map(Moment::rfc3339),
        provider: Some(PROVIDER.into()),
        reference: row.get(5)?,
        text: words(state),
        receipt: None,
    })
}

/// Why an attempt failed or waits, and what to do.
fn words(state: PaymentState) -> Option<LocalText> {
    Some(match state {
        PaymentState::Started => LocalText::new(
            "Bạn đang ở cổng thanh toán, hoặc đã rời đi mà chưa trả. Nếu chưa trả, bạn thanh toán lại.",
            "You are at the gateway, or left it without paying. If you have not paid, pay again.",
        ),
        PaymentState::Pending => LocalText::new(
            "Ngân hàng chưa xác nhận. Bạn đừng trả lại; cổng tự hỏi và báo kết quả ở đây.",
            "The bank has not confirmed yet. Do not pay again; the portal asks and shows the result here.",
        ),
        PaymentState::Refused => LocalText::new(
            "Ngân hàng từ chối nên tiền chưa bị trừ. Bạn thử lại hoặc dùng thẻ khác.",
            "The bank refused, and no money was taken. Try again or use another card.",
        ),
        PaymentState::Cancelled => LocalText::new(
            "Lần này chưa trả tiền. Bạn có thể thanh toán lại.",
            "Nothing was paid this time. You can pay again.",
        ),
        PaymentState::Refunded => LocalText::new(
            "Khoản này đã trả ở lần khác nên số tiền được hoàn lại.",
            "This was paid by another payment, so the money is given back.",
        ),
        PaymentState::Succeeded | PaymentState::Unknown => return None,
    })
}
