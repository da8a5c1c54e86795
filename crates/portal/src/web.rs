//! HTTP as every resource needs it: answers, problems, parameters, guards, the log.

pub(crate) mod answer;
pub(crate) mod body;
pub(crate) mod conditional;
pub(crate) mod cross_site;
pub(crate) mod guard;
pub(crate) mod log;
pub(crate) mod query;
pub(crate) mod refusal;
pub(crate) mod reply;
pub(crate) mod shield;
