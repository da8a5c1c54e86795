//! The typed client of the contract: the only place that talks to the portal.

pub(crate) mod client;
pub(crate) mod front;
mod load;
#[allow(dead_code, reason = "the screens of an application come next")]
pub(crate) mod uploads;

pub(crate) use load::{Load, load, request};

use crate::route::{encode, query};

/// Addresses of the resources, one function each; the only producer of API paths.
pub(crate) mod path {
    use super::{encode, query};

    /// Who runs the portal and what it can do.
    pub(crate) fn portal() -> String {
        "/portal".into()
    }

    /// Services for `parameters` (`q`, `field`, `limit` …); empty ones are left out.
    pub(crate) fn services(parameters: &[(&str, &str)]) -> String {
        format!("/services{}", query(parameters))
    }

    /// Suggestions for what is being typed.
    pub(crate) fn suggestions(typed: &str) -> String {
        format!(
            "/services/suggestions{}",
            query(&[("q", typed), ("limit", "8")])
        )
    }

    /// One service.
    pub(crate) fn service(code: &str) -> String {
        format!("/services/{}", encode(code))
    }

    /// Services related to one.
    pub(crate) fn related(code: &str) -> String {
        format!("/services/{}/related", encode(code))
    }

    /// The whole catalogue, for searching without a network.
    pub(crate) fn catalogue() -> String {
        "/catalogue".into()
    }

    /// Subject areas.
    pub(crate) fn fields() -> String {
        "/fields".into()
    }

    /// Bodies.
    pub(crate) fn agencies() -> String {
        "/agencies".into()
    }

    /// Life events.
    pub(crate) fn life_events() -> String {
        "/life-events".into()
    }
}
