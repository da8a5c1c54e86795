//! Paying.

#![expect(
    dead_code,
    reason = "the functions carry documentation and are never called"
)]

use utoipa::OpenApi;

use super::parameters::IdempotencyKey;
use crate::dossier::payment::{Payment, PaymentStarted, Payments, StartPayment};

#[derive(OpenApi)]
#[openapi(paths(list_payments, start_payment, get_payment))]
pub(super) struct Paths;

/// What is to be paid, what was paid, what was accepted.
///
/// Ask here when the browser comes back from the gateway; the address it comes back to proves
/// nothing.
#[utoipa::path(
    get,
    path = "/api/v1/dossiers/{code}/payments",
    operation_id = "listPayments",
    tag = "payments",
    params(
        ("code" = String, Path, description = "The dossier’s code.", min_length = 1, max_length = 100, example = "H15.50.05.13-261008-0975")
    ),
    responses((status = 200, description = "The three facts.", body = Payments)),
    security(("session" = [])),
    extensions(("x-capability" = json!("payments")))
)]
fn list_payments() {}

/// Pay through the portal’s gateway.
#[utoipa::path(
    post,
    path = "/api/v1/dossiers/{code}/payments",
    operation_id = "startPayment",
    tag = "payments",
    params(
        ("code" = String, Path, description = "The dossier’s code.", min_length = 1, max_length = 100, example = "H15.50.05.13-261008-0975"),
        IdempotencyKey
    ),
    request_body = StartPayment,
    responses((status = 201, description = "Send the browser on.", body = PaymentStarted)),
    security(("session" = [])),
    extensions(("x-capability" = json!("payments")))
)]
fn start_payment() {}

/// How one attempt to pay went.
#[utoipa::path(
    get,
    path = "/api/v1/dossiers/{code}/payments/{id}",
    operation_id = "getPayment",
    tag = "payments",
    params(
        ("code" = String, Path, description = "The dossier’s code.", min_length = 1, max_length = 100, example = "H15.50.05.13-261008-0975"),
        ("id" = String, Path, description = "The attempt’s id.", min_length = 1, max_length = 100, example = "t1")
    ),
    responses((status = 200, description = "The attempt.", body = Payment)),
    security(("session" = [])),
    extensions(("x-capability" = json!("payments")))
)]
fn get_payment() {}
