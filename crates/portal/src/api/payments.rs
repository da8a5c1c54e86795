//! Paying for a dossier.

use std::sync::Arc;

use axum::Router;
use axum::extract::rejection::PathRejection;
use axum::extract::{Path, State};
use axum::routing::get;
use http::header::LOCATION;
use http::{HeaderMap, StatusCode};
use motcua_contract::dossier::payment::{PaymentStarted, PaymentState, StartPayment};
use motcua_contract::problem::Fault;
use rusqlite::Transaction;

use super::dossiers::{followed, number};
use super::{Answer, App, segment};
use crate::dossier::rows as dossiers;
use crate::dossier::show::address;
use crate::idempotency::Keyed;
use crate::moment::Moment;
use crate::payment::facts;
use crate::payment::gateway::Order;
use crate::payment::rows::{self, Attempt};
use crate::portal::Portal;
use crate::random;
use crate::session::{Owner, Visitor};
use crate::web::answer::json;
use crate::web::refusal::Refusal;
use crate::web::reply::Reply;

/// The longest path in the app that a gateway sends the person back to.
const PATH_CHARACTERS: usize = 500;

/// The addresses of this module.
pub(super) fn routes() -> Router<Arc<Portal>> {
    Router::new()
        .route("/dossiers/{code}/payments", get(all).post(start))
        .route("/dossiers/{code}/payments/{id}", get(one))
}

/// `GET /dossiers/{code}/payments`: the three facts.
async fn all(
    State(portal): App,
    visitor: Visitor,
    code: Result<Path<String>, PathRejection>,
) -> Answer {
    let code = segment(code, "code")?;
    let owner = visitor.known()?.clone();
    let whole = followed(&portal, owner, code).await?;
    Ok(json(whole.payments()))
}

/// `GET /dossiers/{code}/payments/{id}`
async fn one(
    State(portal): App,
    visitor: Visitor,
    path: Result<Path<(String, String)>, PathRejection>,
) -> Answer {
    let Ok(Path((code, id))) = path else {
        return Err(Refusal::not_found());
    };
    let owner = visitor.known()?.clone();
    let whole = followed(&portal, owner, code).await?;
    let mut attempts = whole.payments().attempts.iter();
    let attempt = attempts.find(|attempt| attempt.id == id);
    Ok(json(attempt.ok_or_else(Refusal::not_found)?))
}

/// `POST /dossiers/{code}/payments`
async fn start(
    State(portal): App,
    visitor: Visitor,
    code: Result<Path<String>, PathRejection>,
    headers: HeaderMap,
    Keyed { value, call }: Keyed<StartPayment>,
) -> Answer {
    let code = segment(code, "code")?;
    let owner = visitor.known()?.clone();
    refuse_strange(&value)?;
    let dossier = number(&portal, &owner, &code).await?;
    // What the gateway has decided meanwhile counts before anything new begins.
    portal.refresh_payments(dossier).await?;
    let origin = portal
        .settings
        .access
        .own_origin(&headers)
        .unwrap_or_default();
    let gateway = Arc::clone(&portal.gateway);
    let answer = portal
        .create(visitor, call, move |transaction, owner, now| {
            let begun = begin(transaction, owner, &code, &value, now)?;
            let started = PaymentStarted {
                continue_to: format!("{origin}{}", gateway.continue_to(&begun.order)),
                payment: begun.payment,
            };
            let own = format!("{}/payments/{}", address(&code), begun.order.id);
            Ok(Reply::json(StatusCode::CREATED, &started).header(LOCATION, &own))
        })
        .await?;
    portal.void_superseded(dossier).await;
    Ok(answer)
}

struct Begun {
    order: Order,
    payment: motcua_contract::dossier::payment::Payment,
}

/// Begins an attempt when everything it pays is due and nobody else is paying it.
fn begin(
    transaction: &Transaction<'_>,
    owner: &Owner,
    code: &str,
    wanted: &StartPayment,
    now: Moment,
) -> Result<Begun, Refusal> {
    let found = dossiers::find(transaction, owner, code)?;
    let (dossier, _) = found.ok_or_else(Refusal::not_found)?;
    let facts = facts::facts(transaction, dossier)?;
    let mut amount: u64 = 0;
    let mut numbers = Vec::new();
    for (at, id) in wanted.obligations.iter().enumerate() {
        let obligation = facts.obligation(id).ok_or_else(|| unknown(at))?;
        if !facts.payable(id) {
            return Err(Refusal::nothing_to_pay());
        }
        amount += obligation.amount;
        numbers.extend(rows::obligation_number(id));
    }
    let attempt = Attempt {
        id: random::id(),
        dossier,
        state: PaymentState::Started,
        started_at: now,
    };
    rows::begin(transaction, &attempt, amount, &numbers, &wanted.return_to)?;
    dossiers::touch(transaction, dossier, now)?;
    let facts = facts::facts(transaction, dossier)?;
    let payment = facts.attempt(&attempt.id).cloned();
    Ok(Begun {
        order: Order {
            id: attempt.id,
            amount,
            about: code.into(),
        },
        payment: payment.ok_or_else(Refusal::internal)?,
    })
}

/// Refuses a list that pays nothing or something twice, and an address that leads elsewhere:
/// the browser would follow it.
fn refuse_strange(wanted: &StartPayment) -> Result<(), Refusal> {
    let fault = |pointer: &str, code: &str, message: &str| Fault {
        pointer: pointer.into(),
        code: code.into(),
        message: message.into(),
    };
    let mut faults = Vec::new();
    if wanted.obligations.is_empty() {
        faults.push(fault(
            "/obligations",
            "required",
            "Nêu ít nhất một khoản cần nộp.",
        ));
    }
    let mut seen = std::collections::HashSet::new();
    if !wanted.obligations.iter().all(|id| seen.insert(id)) {
        faults.push(fault("/obligations", "repeated", "Nêu mỗi khoản một lần."));
    }
    if !is_path(&wanted.return_to) {
        let message = "Viết một đường dẫn trong ứng dụng, bắt đầu bằng một dấu gạch chéo.";
        faults.push(fault("/returnTo", "malformed", message));
    }
    if faults.is_empty() {
        Ok(())
    } else {
        Err(Refusal::invalid(faults))
    }
}

/// Whether it is a path on the same origin however a browser reads it: browsers take a
/// backslash for a slash and drop tabs and line feeds.
fn is_path(text: &str) -> bool {
    let plain = text
        .bytes()
        .all(|byte| byte.is_ascii_graphic() && byte != b'\\');
    plain && text.len() <= PATH_CHARACTERS && text.starts_with('/') && !text.starts_with("//")
}

fn unknown(at: usize) -> Refusal {
    Refusal::invalid(vec![Fault {
        pointer: format!("/obligations/{at}"),
        code: "unknown".into(),
        message: "Hồ sơ này không có khoản này.".into(),
    }])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_way_back_stays_on_the_portal() {
        for path in ["/", "/ho-so/H15-261008-0975?da-tra=1"] {
            assert!(is_path(path), "{path}");
        }
        for elsewhere in [
            "",
            "ho-so",
            "//other.example",
            "/\\other.example",
            "https://other.example",
            "/\t/other.example",
            "/\n",
            "/ho so",
            "javascript:alert(1)",
        ] {
            assert!(!is_path(elsewhere), "{elsewhere:?}");
        }
    }
}
