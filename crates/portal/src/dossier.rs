//! Dossiers: from the submission to the receipt.
//!
//! [`promise`], [`obligation`], [`essence`] and [`state`] decide, without a database or a
//! clock of their own; [`rows`] keeps what was filed and [`show`] says it as the contract does.

pub(crate) mod code;
pub(crate) mod essence;
pub(crate) mod obligation;
pub(crate) mod promise;
pub(crate) mod rows;
pub(crate) mod show;
pub(crate) mod state;
