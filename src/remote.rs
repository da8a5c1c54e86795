//! What a screen knows of something it asked the portal for.

mod watched;

pub(crate) use watched::{Asked, Held, Stage, Watched, typed};

use serde::Deserialize;

/// The states of a request, one enum for every screen.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Remote<T> {
    /// Asked, no answer yet.
    Loading,
    /// Still none after half a second: time to say so.
    Slow,
    /// The answer.
    Ready {
        /// What the portal said.
        value: T,
        /// When this copy was kept (RFC 3339), if it came from the device because
        /// the portal could not be reached.
        kept_at: Option<String>,
    },
    /// No answer, or none that can be used.
    Failed(Failure),
}

impl<T> Remote<T> {
    /// The answer, whether fresh or kept.
    pub(crate) fn value(&self) -> Option<&T> {
        match self {
            Self::Ready { value, .. } => Some(value),
            _ => None,
        }
    }
}

/// How the next page of a list stands, whose first pages are there and stay.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum More {
    /// Nobody asked.
    Idle,
    /// Asked, no answer yet.
    Asked,
    /// No answer: one may ask again.
    Failed(Failure),
}

/// Why there is no answer, told apart by what a person can do about it.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Failure {
    /// No network, and no copy on the device.
    Offline,
    /// The portal took longer than [`TIMEOUT_SECONDS`].
    Timeout,
    /// What was asked for does not exist (404): the problem document as it came, for
    /// the screen that reads more of it.
    Missing(String),
    /// Nobody is signed in, or the session has ended (401).
    SignIn,
    /// The portal says the request is wrong (other 4xx), and why, in its words.
    Invalid(String),
    /// Too many requests, or overloaded (429, 503).
    Busy,
    /// The portal failed (other 5xx); its reference for the hotline, if it gave one.
    Portal(Option<String>),
    /// An answer came, but not one of the contract: HTML, cut short, something else.
    Garbled,
}

/// How long the app waits for an answer. Long enough for a loaded portal over a
/// 2G connection, short enough that nobody thinks the app is dead.
pub(crate) const TIMEOUT_SECONDS: u32 = 20;

/// After how long a wait is called slow (design: half a second).
pub(crate) const SLOW_AFTER_MS: u64 = 500;

impl Failure {
    /// Reads an error answer: its status and body.
    pub(crate) fn from_answer(status: u16, body: &str) -> Self {
        let told = crate::json::read::<Told>(body).ok();
        match (status, told) {
            (404, Some(_)) => Self::Missing(body.into()),
            (401, Some(_)) => Self::SignIn,
            (429 | 503, _) => Self::Busy,
            (408 | 504, _) => Self::Timeout,
            (400..=499, Some(told)) => Self::Invalid(told.words()),
            (500..=599, told) => Self::Portal(told.and_then(|told| told.instance)),
            _ => Self::Garbled,
        }
    }
}

/// What every screen reads of a [`motcua_contract::problem::Problem`]; the whole type
/// would weigh on the first load.
#[derive(Deserialize)]
struct Told {
    detail: Option<String>,
    instance: Option<String>,
    #[serde(default)]
    errors: Vec<Fault>,
}

#[derive(Deserialize)]
struct Fault {
    message: String,
}

impl Told {
    fn words(self) -> String {
        let faults = self.errors.into_iter().map(|fault| fault.message);
        let words: Vec<String> = self.detail.into_iter().chain(faults).collect();
        words.join(" ")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_error_page_in_html_is_garbled_unless_its_status_says_more() {
        assert_eq!(Failure::from_answer(404, "<html>"), Failure::Garbled);
        assert_eq!(Failure::from_answer(502, "<html>"), Failure::Portal(None));
        assert_eq!(Failure::from_answer(503, ""), Failure::Busy);
    }

    #[test]
    fn a_refusal_is_told_in_the_portals_words() {
        let problem = motcua_contract::problem::Problem::new("/problems/invalid", 400, "x")
            .detail("Có tham số không đúng.")
            .fault("?limit", "outOfRange", "Chọn một số từ 1 đến 50.");
        let body = serde_json::to_string(&problem).unwrap();
        assert_eq!(
            Failure::from_answer(400, &body),
            Failure::Invalid("Có tham số không đúng. Chọn một số từ 1 đến 50.".into())
        );
        assert_eq!(Failure::from_answer(404, &body), Failure::Missing(body));
    }

    #[test]
    fn a_portal_error_keeps_the_reference_for_the_hotline() {
        let body = r#"{"type":"/problems/internal","title":"x","status":500,"instance":"r-7"}"#;
        assert_eq!(
            Failure::from_answer(500, body),
            Failure::Portal(Some("r-7".into()))
        );
    }
}
