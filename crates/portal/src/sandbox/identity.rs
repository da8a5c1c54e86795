//! The sandbox identity provider: `OpenID` Connect (authorization code, PKCE) for people who
//! do not exist.
//!
//! It shows the portal's sign-in whole on one machine, and what a real provider answers
//! when something goes wrong. It is no example of a provider: anybody may be anybody here.
//! `sign_in.json` with an `issuer` takes its place.

use std::sync::Arc;

use axum::extract::rejection::{FormRejection, QueryRejection};
use axum::extract::{Form, Query, State};
use axum::middleware::{from_fn, from_fn_with_state};
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::{get, post};
use axum::{Json, Router};
use http::header::{CONTENT_TYPE, REFERRER_POLICY};
use http::{HeaderMap, HeaderName, HeaderValue, StatusCode};
use serde::Deserialize;
use serde_json::json;

use crate::portal::Portal;
use crate::random;
use crate::web::guard::{self, Guard};
use crate::web::refusal::Refusal;
use crate::web::{cross_site, log};

use super::citizens::{Citizen, Outcome};
use codes::Grant;
use page::Language;
use request::{Asked, Parameters, Wrong};

pub(crate) mod codes;
mod key;
mod page;
mod request;

pub(crate) use key::Key;

/// Where it stands on the portal.
pub(crate) const PATH: &str = "/sandbox/identity";
/// The claim `acr` of somebody identified in person.
const LEVEL_2: &str = "urn:motcua:sandbox:level-2";
const LEVEL_1: &str = "urn:motcua:sandbox:level-1";
/// The largest body: a form of one choice.
const BODY_BYTES: usize = 16 * 1024;

type App = State<Arc<Portal>>;

/// The addresses below [`PATH`].
pub(crate) fn routes(portal: &Arc<Portal>) -> Router {
    let guard = Guard::new().with_bodies_of(BODY_BYTES);
    Router::new()
        .route("/.well-known/openid-configuration", get(discovery))
        .route("/jwks", get(keys))
        .route("/authorize", get(ask).post(decide))
        .route("/token", post(token))
        .route("/end-session", get(end_session))
        .route("/style.css", get(style))
        .method_not_allowed_fallback(async || Refusal::method())
        .layer(from_fn(log::name_route))
        .layer(from_fn(cross_site::keep_private))
        .layer(from_fn_with_state(guard, guard::admit))
        .layer(from_fn_with_state(Arc::clone(portal), cross_site::refuse))
        .with_state(Arc::clone(portal))
}

/// `OpenID` Connect Discovery 1.0.
async fn discovery(State(portal): App) -> Response {
    let issuer = portal.provider.issuer();
    Json(json!({
        "issuer": issuer,
        "authorization_endpoint": format!("{issuer}/authorize"),
        "token_endpoint": format!("{issuer}/token"),
        "jwks_uri": format!("{issuer}/jwks"),
        "end_session_endpoint": format!("{issuer}/end-session"),
        "response_types_supported": ["code"],
        "grant_types_supported": ["authorization_code"],
        "subject_types_supported": ["public"],
        "id_token_signing_alg_values_supported": ["EdDSA"],
        "token_endpoint_auth_methods_supported": ["none"],
        "code_challenge_methods_supported": ["S256"],
        "scopes_supported": ["openid", "profile"],
        "claims_supported": ["sub", "name", "acr"],
        "acr_values_supported": [LEVEL_1, LEVEL_2],
        "ui_locales_supported": ["vi", "en"],
    }))
    .into_response()
}

async fn keys(State(portal): App) -> Response {
    Json(portal.sandbox_key.public()).into_response()
}

/// `GET authorize`: who would you like to be?
async fn ask(
    State(portal): App,
    headers: HeaderMap,
    parameters: Result<Query<Parameters>, QueryRejection>,
) -> Response {
    let parameters = parameters.map(|Query(all)| all).unwrap_or_default();
    let language = Language::of(&headers, parameters.ui_locales.as_deref());
    match Asked::read(parameters, &portal, &headers) {
        Ok(asked) => {
            let people = &portal.settings.citizens;
            page::respond(
                StatusCode::OK,
                page::choice(language, &asked, people, false),
            )
        }
        Err(wrong) => refused(wrong, language),
    }
}

/// `POST authorize`: what the person chose.
async fn decide(
    State(portal): App,
    headers: HeaderMap,
    form: Result<Form<Parameters>, FormRejection>,
) -> Response {
    let mut form = form.map(|Form(all)| all).unwrap_or_default();
    let language = Language::of(&headers, form.ui_locales.as_deref());
    let (decision, chosen) = (form.decision.take(), form.citizen.take());
    let asked = match Asked::read(form, &portal, &headers) {
        Ok(asked) => asked,
        Err(wrong) => return refused(wrong, language),
    };
    match decision.as_deref() {
        Some("cancel") => return asked.fail("access_denied"),
        Some("down") => return asked.fail("temporarily_unavailable"),
        _ => {}
    }
    let people = &portal.settings.citizens;
    let Some(citizen) = people.iter().find(|one| chosen.as_deref() == Some(&one.id)) else {
        // A page for a person, who sees what is missing; 4xx would be a fault to the browser.
        let again = page::choice(language, &asked, people, true);
        return page::respond(StatusCode::OK, again);
    };
    match citizen.sign_in {
        // The name that OpenID's backchannel flow (CIBA) gives to just this.
        Outcome::NotFound => asked.fail("unknown_user_id"),
        Outcome::Known => grant(&portal, &asked, citizen).await,
    }
}

/// Sends the person back with a code that works once.
async fn grant(portal: &Arc<Portal>, asked: &Asked, citizen: &Citizen) -> Response {
    let code = random::secret();
    let grant = Grant {
        citizen: citizen.id.clone(),
        redirect: asked.redirect.to_string(),
        challenge: asked.challenge.clone(),
        nonce: asked.nonce.clone(),
    };
    let (hidden, now) = (code.clone(), portal.clock.now());
    let kept = portal
        .transact(move |transaction| Ok(codes::keep(transaction, &hidden, &grant, now)?))
        .await;
    match kept {
        Ok(()) => asked.answer(&[("code", &code)]),
        Err(refusal) => refusal.into_response(),
    }
}

/// What a client sends to `token`.
#[derive(Default, Deserialize)]
struct TokenRequest {
    grant_type: Option<String>,
    code: Option<String>,
    redirect_uri: Option<String>,
    code_verifier: Option<String>,
}

/// `POST token`: a code for an identity.
async fn token(
    State(portal): App,
    form: Result<Form<TokenRequest>, FormRejection>,
) -> Result<Response, Refusal> {
    let form = form.map(|Form(all)| all).unwrap_or_default();
    if form.grant_type.as_deref() != Some("authorization_code") {
        return Ok(failed("unsupported_grant_type"));
    }
    let (Some(code), Some(redirect), Some(verifier)) =
        (form.code, form.redirect_uri, form.code_verifier)
    else {
        return Ok(failed("invalid_request"));
    };
    let now = portal.clock.now();
    let grant = portal
        .transact(move |transaction| Ok(codes::take(transaction, &code, now)?))
        .await?;
    let grant = grant.filter(|grant| grant.redirect == redirect && grant.proven_by(&verifier));
    let people = &portal.settings.citizens;
    let citizen = grant
        .as_ref()
        .and_then(|grant| people.iter().find(|citizen| citizen.id == grant.citizen));
    let (Some(grant), Some(citizen)) = (&grant, citizen) else {
        return Ok(failed("invalid_grant"));
    };
    let client = &portal.settings.sign_in.client_id;
    let issuer = portal.provider.issuer();
    let id_token =
        portal
            .sandbox_key
            .id_token(issuer, client, citizen, grant.nonce.as_deref(), now);
    Ok(Json(json!({
        "access_token": random::secret(),
        "token_type": "Bearer",
        "expires_in": 60,
        "id_token": id_token,
    }))
    .into_response())
}

fn failed(error: &str) -> Response {
    (StatusCode::BAD_REQUEST, Json(json!({"error": error}))).into_response()
}

/// Where a client wants the browser after signing out.
#[derive(Default, Deserialize)]
struct EndSession {
    post_logout_redirect_uri: Option<String>,
}

/// `GET end-session`: nobody stays signed in here; back to the portal.
async fn end_session(
    State(portal): App,
    headers: HeaderMap,
    query: Result<Query<EndSession>, QueryRejection>,
) -> Response {
    let query = query.map(|Query(all)| all).unwrap_or_default();
    let home = portal.settings.access.own_origin(&headers);
    let home = home.map(|origin| format!("{origin}/"));
    match (query.post_logout_redirect_uri, home) {
        (Some(asked), Some(home)) if asked == home => Redirect::to("/").into_response(),
        _ => {
            let language = Language::of(&headers, None);
            page::respond(StatusCode::OK, page::signed_out(language))
        }
    }
}

async fn style() -> Response {
    let css = HeaderValue::from_static("text/css; charset=utf-8");
    ([(CONTENT_TYPE, css)], include_str!("identity/style.css")).into_response()
}

fn refused(wrong: Wrong, language: Language) -> Response {
    match wrong {
        Wrong::Client => page::respond(StatusCode::BAD_REQUEST, page::broken(language)),
        Wrong::Request(asked) => asked.fail("invalid_request"),
    }
}

/// A form of these pages is answered by a redirect, which browsers hold against
/// `form-action`: all of it stays on the portal.
const POLICY: &str = "default-src 'none'; style-src 'self'; form-action 'self'; \
                      base-uri 'none'; frame-ancestors 'none'";

/// The headers of a page of its own: its policy, and a referrer within the portal, without
/// which a browser of before 2023 sends the form as from nowhere.
fn own_headers() -> [(HeaderName, HeaderValue); 2] {
    [
        (
            http::header::CONTENT_SECURITY_POLICY,
            HeaderValue::from_static(POLICY),
        ),
        (REFERRER_POLICY, HeaderValue::from_static("same-origin")),
    ]
}
