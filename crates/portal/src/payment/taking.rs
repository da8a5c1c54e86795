//! Keeping what is new about an attempt, and what that means for its dossier.

use motcua_contract::dossier::DossierStatus;
use motcua_contract::dossier::payment::PaymentState;
use motcua_contract::dossier::timeline::{Handler, HandlerRole, TimelineKind};
use motcua_contract::text::LocalText;
use rusqlite::Transaction;
use serde_json::Value;
use tracing::info;

use super::rows::{self, Attempt};
use super::step::Step;
use crate::dossier::desk::{Desk, NotTaken};
use crate::dossier::life::{self, Who};
use crate::dossier::rows::{self as dossiers, Event};
use crate::moment::Moment;
use crate::settings::Settings;
use crate::web::refusal::Refusal;

/// Keeps what is new about an attempt; true when the money goes back: it was paid before, or
/// the dossier has ended meanwhile.
pub(super) fn take(
    transaction: &Transaction<'_>,
    settings: &Settings,
    id: &str,
    step: Step,
    reference: Option<String>,
    now: Moment,
) -> Result<bool, Refusal> {
    // Two who ask at once get the same answer; the second finds it kept.
    let Some(attempt) = rows::attempt(transaction, id)? else {
        return Ok(false);
    };
    let settled = [PaymentState::Succeeded, PaymentState::Refunded];
    if settled.contains(&attempt.state) {
        return Ok(false);
    }
    dossiers::touch(transaction, attempt.dossier, now)?;
    match step {
        Step::Stay => Ok(false),
        Step::Become(state) => {
            rows::decide(transaction, id, state, None, reference)?;
            Ok(false)
        }
        Step::Paid(at) if is_needless(transaction, settings, &attempt, now)? => {
            info!("an obligation was paid twice or too late; the payment is given back");
            rows::decide(transaction, id, PaymentState::Refunded, Some(at), reference)?;
            Ok(true)
        }
        Step::Paid(at) => {
            rows::decide(
                transaction,
                id,
                PaymentState::Succeeded,
                Some(at),
                reference,
            )?;
            let mut desk = Desk::open(transaction, settings, attempt.dossier, now)?;
            let event = paid(desk.filed.status, at);
            dossiers::tell(transaction, attempt.dossier, &event)?;
            go_on(&mut desk)?;
            Ok(false)
        }
    }
}

/// Whether nobody wants this money any more.
fn is_needless(
    transaction: &Transaction<'_>,
    settings: &Settings,
    attempt: &Attempt,
    now: Moment,
) -> Result<bool, Refusal> {
    let desk = Desk::open(transaction, settings, attempt.dossier, now)?;
    Ok(desk.life.status.is_final() || rows::covered_by_another(transaction, &attempt.id)?)
}

/// Lets a dossier go on that waited for nothing but this payment.
fn go_on(desk: &mut Desk<'_>) -> Result<(), Refusal> {
    let settle = (Who::Portal, life::Step::Settle);
    match desk.allows(settle.0, settle.1) {
        Ok(()) => {}
        Err(NotTaken::Illegal(_)) => return Ok(()),
        Err(NotTaken::Refused(refusal)) => return Err(refusal),
    }
    let words = LocalText::new(
        "Bạn đã nộp đủ tiền. Cơ quan tiếp tục giải quyết hồ sơ.",
        "Everything is paid. The authority goes on with the dossier.",
    );
    let officer = desk.officer();
    Ok(desk.take(settle, officer, words, &Value::Null)?)
}

fn paid(status: DossierStatus, at: Moment) -> Event {
    Event {
        id: 0,
        kind: TimelineKind::Paid,
        status,
        handler: Handler {
            role: HandlerRole::Payment,
            agency: None,
            unit: None,
            officer: None,
        },
        since: at,
        ended_at: Some(at),
        text: LocalText::new("Bạn đã nộp tiền.", "You have paid."),
    }
}
