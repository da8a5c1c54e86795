//! The open API between the app and any portal that conforms to it.
//!
//! These types are the source: the `OpenAPI` 3.1 document is generated from them
//! (feature `openapi`), and the app and the reference portal share nothing else.
//! What every type keeps to:
//!
//! - JSON with camelCase names; where a member may be `null`, leaving it out means the
//!   same.
//! - Unknown members are ignored and unknown enum values become `Unknown`, so a
//!   newer portal never breaks an older app.
//! - Text in a portal's answer is text, never markup.
//! - What the portal does not know is absent, never guessed: see
//!   [`channel::TimeLimit`] and [`channel::FeeKind`].

pub mod cases;
pub mod catalogue;
pub mod channel;
pub mod consent;
pub mod dossier;
pub mod draft;
pub mod feedback;
pub mod file;
pub mod form;
pub mod held_document;
pub mod help;
pub mod life_event;
pub mod live;
pub mod lookup;
pub mod my_data;
pub mod notification;
pub mod opaque;
#[cfg(feature = "openapi")]
pub mod openapi;
pub mod place;
pub mod portal;
pub mod problem;
pub mod profile;
pub mod quality;
pub mod rating;
pub mod search;
pub mod service;
pub mod session;
pub mod signature;
pub mod submission;
pub mod text;
pub mod upload;
pub mod usage;

/// The `OpenAPI` document as committed: what a portal answers at `/api/v1/openapi.json`.
pub const OPENAPI: &str = include_str!("../openapi.json");

/// Where every resource lives below a portal's base address.
pub const API_ROOT: &str = "/api/v1";
