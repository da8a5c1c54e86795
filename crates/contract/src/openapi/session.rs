//! Signing in and out, devices.

#![expect(
    dead_code,
    reason = "functions and parameter lists carry documentation and are never used"
)]

use utoipa::{IntoParams, OpenApi};

use crate::session::{Devices, Session, SignedOut};

#[derive(OpenApi)]
#[openapi(paths(
    sign_in,
    get_session,
    sign_out,
    extend_session,
    list_devices,
    sign_out_everywhere,
    sign_out_device
))]
pub(super) struct Paths;

#[derive(IntoParams)]
#[into_params(parameter_in = Query, rename_all = "camelCase")]
struct SignIn {
    /// Where to come back to: a path of the app, never another site.
    #[param(max_length = 2000, pattern = "^/([^/\\\\].*)?$", example = "/ho-so")]
    return_to: String,
}

/// Send the browser to the identity provider.
///
/// Not fetched but navigated to. The portal comes back to `returnTo` with a session, or with
/// `signInFailure` in its query (cancelled, unavailable, notFound, assuranceTooLow, expired).
#[utoipa::path(
    get,
    path = "/api/v1/sign-in",
    operation_id = "signIn",
    tag = "session",
    params(SignIn),
    responses(
        (status = 303, description = "On to the identity provider.",
            headers(
                ("Location" = String, description = "The identity provider.")
            )
        )
    ),
    extensions(("x-capability" = json!("signIn")))
)]
fn sign_in() {}

/// Who is signed in.
///
/// 200 for guests too, so that asking is no error.
#[utoipa::path(
    get,
    path = "/api/v1/session",
    operation_id = "getSession",
    tag = "session",
    responses((status = 200, description = "The session, or none.", body = Session)),
    extensions(("x-capability" = json!("signIn")))
)]
fn get_session() {}

/// Sign out on this device.
///
/// The app then destroys the key of what it keeps on the device.
#[utoipa::path(
    delete,
    path = "/api/v1/session",
    operation_id = "signOut",
    tag = "session",
    responses((status = 200, description = "Signed out.", body = SignedOut)),
    security(("session" = [])),
    extensions(("x-capability" = json!("signIn")))
)]
fn sign_out() {}

/// Stay signed in.
///
/// The app asks the person in good time before `expiresAt`.
#[utoipa::path(
    post,
    path = "/api/v1/session/extension",
    operation_id = "extendSession",
    tag = "session",
    responses((status = 200, description = "The session with its new end.", body = Session)),
    security(("session" = [])),
    extensions(("x-capability" = json!("signIn")))
)]
fn extend_session() {}

/// Devices on which the person is signed in.
#[utoipa::path(
    get,
    path = "/api/v1/me/devices",
    operation_id = "listDevices",
    tag = "session",
    responses((status = 200, description = "All of them.", body = Devices)),
    security(("session" = [])),
    extensions(("x-capability" = json!("myData")))
)]
fn list_devices() {}

/// Sign out on all devices, this one too.
#[utoipa::path(
    delete,
    path = "/api/v1/me/devices",
    operation_id = "signOutEverywhere",
    tag = "session",
    responses((status = 204, description = "Signed out everywhere.")),
    security(("session" = [])),
    extensions(("x-capability" = json!("myData")))
)]
fn sign_out_everywhere() {}

/// Sign out on one device.
#[utoipa::path(
    delete,
    path = "/api/v1/me/devices/{id}",
    operation_id = "signOutDevice",
    tag = "session",
    params(
        ("id" = String, Path, description = "The device’s id.", min_length = 1, max_length = 100, example = "d2")
    ),
    responses((status = 204, description = "Signed out there.")),
    security(("session" = [])),
    extensions(("x-capability" = json!("myData")))
)]
fn sign_out_device() {}
