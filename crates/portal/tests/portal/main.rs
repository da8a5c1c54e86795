//! The portal as a client meets it: a real server on a free port, a real database.

mod addresses;
mod app_files;
mod bad_input;
mod caching;
mod client;
mod honest;
mod import;
mod process;
mod search;
mod stage;
