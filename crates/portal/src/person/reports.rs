//! "This is wrong": reports on values, on their way to whoever keeps them.

use motcua_contract::profile::{ReportReceived, WrongValueReport};
use rusqlite::{Transaction, params};

use crate::moment::Moment;
use crate::random;
use crate::session::PersonId;
use crate::settings::registers::Register;

/// Receives a report on a value of a register, and marks the value as disputed.
pub(crate) fn receive(
    transaction: &Transaction<'_>,
    person: &PersonId,
    report: &WrongValueReport,
    register: &Register,
    now: Moment,
) -> rusqlite::Result<ReportReceived> {
    let id = random::id();
    let text = serde_json::to_string(report).expect("a report has string keys only");
    transaction.execute(
        "INSERT INTO wrong_value (id, person, attribute, report, received_at)
         VALUES (?1, ?2, ?3, ?4, ?5)",
        params![id, person, report.attribute, text, now],
    )?;
    Ok(ReportReceived {
        id,
        received_at: now.rfc3339(),
        forwarded_to: register.keeper.clone(),
        what_next: Some(register.what_next.clone()),
    })
}
