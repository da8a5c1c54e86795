//! Dossiers: from the submission to the receipt.
//!
//! The way of a submission: [`ground`] finds out what it stands on (the service, the form's
//! rules, choices that exist), [`submit`] files it in one transaction with its [`papers`],
//! for somebody else where [`behalf`] finds a mandate.
//! [`promise`], [`obligation`], [`essence`] and [`state`] decide, without a database or a
//! clock of their own; [`rows`] keeps what was filed, [`show`] says all of it as the contract does and [`list`] what
//! a list shows; [`progress`] is what both say of how far it is.
//!
//! What happens afterwards: [`life`] is the law, [`running`] moves the promise, and [`desk`]
//! takes each step in one transaction with its line in the [`audit`] trail. [`moves`] reads
//! what an officer asks for and [`officer`] does it, with its letters and with what is found on
//! the [`signatures`] of a result's file; [`answering`] is the person's side.

pub(crate) mod answering;
mod asking;
pub(crate) mod audit;
pub(crate) mod behalf;
pub(crate) mod calendar;
pub(crate) mod code;
pub(crate) mod desk;
pub(crate) mod essence;
pub(crate) mod export;
pub(crate) mod ground;
pub(crate) mod handlers;
pub(crate) mod issued;
mod letters;
pub(crate) mod life;
pub(crate) mod list;
pub(crate) mod messages;
pub(crate) mod moves;
pub(crate) mod obligation;
pub(crate) mod officer;
pub(crate) mod outcome;
pub(crate) mod papers;
pub(crate) mod progress;
pub(crate) mod promise;
mod receipts;
pub(crate) mod rows;
pub(crate) mod running;
pub(crate) mod show;
mod signatures;
pub(crate) mod state;
pub(crate) mod submit;
pub(crate) mod supplement;
