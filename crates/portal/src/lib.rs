//! The reference portal: the open API over the national catalogue, on one embedded
//! database, and the app's files beside it.
//!
//! The way of a request: [`server`] accepts it; `web` guards, logs and words refusals;
//! `api` has one file for each resource of the contract; `catalogue` answers from
//! memory, `store` from the database. What the source of the catalogue leaves open is
//! read honestly in `reading`; `forms` writes the form of each procedure.

mod api;
mod app_files;
mod attachment;
mod catalogue;
mod changes;
mod clock;
mod collation;
mod contract;
pub mod demo;
mod dossier;
mod drafts;
mod feedback;
mod files;
mod forms;
mod held;
mod housekeeping;
mod idempotency;
pub mod inspector;
mod lookup;
mod moment;
mod money;
mod notify;
mod paper;
mod payment;
mod person;
mod places;
mod portal;
mod push;
mod quality;
mod random;
mod rating;
mod reading;
mod sandbox;
mod scanner;
pub mod server;
mod session;
mod settings;
mod sign_in;
mod signed;
mod signing;
mod slug;
mod sniffing;
mod store;
mod uploads;
mod web;
mod working_days;

pub use catalogue::CatalogueError;
pub use clock::Clock;
pub use portal::{OpenError, import};
pub use settings::SettingsError;
pub use store::StoreError;
pub use store::import::{ImportError, Imported};
pub use web::shield::Origin;
