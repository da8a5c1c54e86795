//! The portal as a client meets it: a real server on a free port, a real database.

mod addresses;
mod app_files;
mod bad_input;
mod browser;
mod caching;
mod client;
mod consent;
mod drafts;
mod filing;
mod following;
mod forms;
mod honest;
mod import;
mod kill;
mod my_data;
mod papers;
mod process;
mod sandbox_identity;
mod search;
mod sign_in;
mod stage;
mod uploads;
