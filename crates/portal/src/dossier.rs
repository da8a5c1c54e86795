//! Dossiers: from the submission to the receipt.
//!
//! The way of a submission: [`ground`] finds out what it stands on (the service, the form's
//! rules, choices that exist), [`submit`] files it in one transaction with its [`papers`].
//! [`promise`], [`obligation`], [`essence`] and [`state`] decide, without a database or a
//! clock of their own; [`rows`] keeps what was filed and [`show`] says it as the contract does.

pub(crate) mod answering;
pub(crate) mod audit;
pub(crate) mod calendar;
pub(crate) mod code;
pub(crate) mod desk;
pub(crate) mod essence;
pub(crate) mod export;
pub(crate) mod ground;
pub(crate) mod issued;
mod letters;
pub(crate) mod life;
pub(crate) mod messages;
pub(crate) mod moves;
pub(crate) mod obligation;
pub(crate) mod officer;
mod outcome;
pub(crate) mod papers;
pub(crate) mod promise;
pub(crate) mod rows;
pub(crate) mod running;
pub(crate) mod show;
pub(crate) mod state;
pub(crate) mod submit;
pub(crate) mod supplement;
