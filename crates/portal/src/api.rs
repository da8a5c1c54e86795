//! The resources of the contract, one file each, and the routes to them.

use std::sync::Arc;

use axum::Router;
use axum::extract::rejection::PathRejection;
use axum::extract::{OriginalUri, Path, State};
use axum::middleware::{from_fn, from_fn_with_state};
use axum::routing::{any, get};
use http::header::{ACCEPT, CONTENT_TYPE, ETAG, IF_NONE_MATCH, RETRY_AFTER};
use http::{HeaderName, Method};
use motcua_contract::problem::Fault;
use motcua_contract::search::ID_CHARACTERS;
use tower_http::compression::{CompressionLayer, CompressionLevel};
use tower_http::cors::{Any, CorsLayer};

use crate::portal::Portal;
use crate::web::guard::Guard;
use crate::web::refusal::{Answer, Refusal};
use crate::web::{conditional, cross_site, guard, log};

mod catalogue;
mod description;
mod dossiers;
mod drafts;
mod events;
mod feedback;
mod forms;
mod guidance;
mod held_documents;
mod lookups;
mod me;
mod my_data;
mod notifications;
mod payments;
mod places;
mod push_subscriptions;
mod quality;
mod ratings;
mod service;
mod services;
mod session;
mod sign_in;
mod signatures;
mod tracking;
mod uploads;

/// The portal, as every handler gets it.
type App = State<Arc<Portal>>;

/// Brotli's level for answers made on the fly: above 5 the time grows faster than what
/// it saves on answers of a few kilobytes.
const ON_THE_FLY: CompressionLevel = CompressionLevel::Precise(4);

/// Everything below the contract's root; paths are relative to it.
pub(crate) fn routes(portal: Arc<Portal>) -> Router {
    let guard = Guard::new();
    let open = common(open(), guard.clone(), &portal).layer(readable_from_anywhere());
    let drafts = common(
        drafts::routes(),
        guard.with_bodies_of(drafts::BODY_BYTES),
        &portal,
    );
    let personal = common(personal(), guard, &portal)
        .merge(drafts)
        .merge(uploads::bytes(&portal))
        .layer(from_fn(cross_site::keep_private))
        .layer(cross_site::readable_by_trusted_apps(&portal));
    open.merge(personal)
        .merge(uploads::abilities())
        .with_state(portal)
}

/// What everybody may read.
fn open() -> Router<Arc<Portal>> {
    Router::new()
        .route("/portal", get(description::portal))
        .route("/openapi.json", get(description::contract))
        .route("/services", get(services::search))
        .route("/services/suggestions", get(services::suggest))
        .route("/services/{code}", get(service::one))
        .route("/services/{code}/related", get(service::related))
        .route("/services/{code}/ratings", get(ratings::of_service))
        .route("/quality", get(quality::figures))
        .route("/services/{code}/forms/{case}", get(forms::form))
        .route(
            "/services/{code}/forms/{case}/answers-schema",
            get(forms::answers_schema),
        )
        .route("/catalogue", get(catalogue::snapshot))
        .route("/fields", get(catalogue::fields))
        .route("/agencies", get(catalogue::agencies))
        .route("/life-events", get(catalogue::life_events))
        .route("/places", get(places::provinces))
        .route("/places/matches", get(places::matches))
        .route("/places/{province}/communes", get(places::communes))
        // A route rather than a fallback: the server has a wider one for all of /api.
        .route("/{*rest}", any(elsewhere))
}

/// What belongs to somebody, or is made for them. Each part merges its own routes here.
fn personal() -> Router<Arc<Portal>> {
    Router::new()
        .merge(held_documents::routes())
        .merge(me::routes())
        .merge(my_data::routes())
        .merge(session::routes())
        .merge(sign_in::routes())
        .merge(uploads::routes())
        .merge(dossiers::routes())
        .merge(lookups::routes())
        .merge(events::routes())
        .merge(feedback::routes())
        .merge(notifications::routes())
        .merge(push_subscriptions::routes())
        .merge(tracking::routes())
        .merge(payments::routes())
        .merge(ratings::routes())
        .merge(signatures::routes())
}

/// What all answers pass through.
fn common(routes: Router<Arc<Portal>>, guard: Guard, portal: &Arc<Portal>) -> Router<Arc<Portal>> {
    routes
        .method_not_allowed_fallback(async || Refusal::method())
        .layer(from_fn(log::name_route))
        .layer(from_fn(conditional::not_modified))
        .layer(
            CompressionLayer::new()
                .br(true)
                .gzip(true)
                .quality(ON_THE_FLY),
        )
        .layer(from_fn_with_state(guard, guard::admit))
        .layer(from_fn_with_state(Arc::clone(portal), cross_site::refuse))
}

/// What is public is read only, so that any app may read any portal; without credentials.
fn readable_from_anywhere() -> CorsLayer {
    const TRACE: HeaderName = HeaderName::from_static("traceparent");
    CorsLayer::new()
        .allow_origin(Any)
        .allow_methods([Method::GET, Method::HEAD])
        .allow_headers([ACCEPT, CONTENT_TYPE, IF_NONE_MATCH, TRACE])
        .expose_headers([ETAG, RETRY_AFTER])
        .max_age(std::time::Duration::from_secs(24 * 3600))
}

/// An address without a route: known to the contract or not at all.
async fn elsewhere(
    State(portal): App,
    OriginalUri(address): OriginalUri,
    method: Method,
) -> Refusal {
    match portal.contract.methods(address.path()) {
        None => Refusal::not_found(),
        Some(methods) if methods.split(',').any(|one| one == method) => Refusal::not_offered(),
        Some(methods) => Refusal::method_but(methods),
    }
}

/// An id or code out of the address.
fn segment(path: Result<Path<String>, PathRejection>, name: &str) -> Result<String, Refusal> {
    match path {
        Ok(Path(text)) => checked(text, name),
        Err(_) => Err(not_text(name)),
    }
}

/// A part of the address that is not UTF-8.
fn not_text(name: &str) -> Refusal {
    segment_fault(name, "malformed", "Mã hóa địa chỉ bằng UTF-8.".into())
}

fn checked(text: String, name: &str) -> Result<String, Refusal> {
    if text.chars().count() > ID_CHARACTERS as usize {
        let message = format!("Viết tối đa {ID_CHARACTERS} ký tự.");
        return Err(segment_fault(name, "tooLong", message));
    }
    if text.contains(char::is_control) {
        let message = "Bỏ các ký tự điều khiển không nhìn thấy được.";
        return Err(segment_fault(name, "malformed", message.into()));
    }
    Ok(text)
}

fn segment_fault(name: &str, code: &str, message: String) -> Refusal {
    Refusal::invalid(vec![Fault {
        pointer: format!("{{{name}}}"),
        code: code.into(),
        message,
    }])
}
