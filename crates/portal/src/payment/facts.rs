//! The three facts of one dossier, read together: what is owed, what was paid, what was accepted.

use motcua_contract::dossier::payment::{
    Acceptance, Obligation, ObligationState, Payment, PaymentState, Payments,
};
use motcua_contract::text::LocalText;
use rusqlite::{Connection, Row};

use crate::moment::Moment;
use crate::store::json::{Json, Word};

/// What people call the gateway of the sandbox.
const PROVIDER: &str = "Cổng thanh toán thử nghiệm";

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
