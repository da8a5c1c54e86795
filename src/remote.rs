//! What a screen knows of something it asked the portal for.

use motcua_contract::problem::Problem;

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

/// Why there is no answer, told apart by what a person can do about it.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Failure {
    /// No network, and no copy on the device.
    Offline,
    /// The portal took longer than [`TIMEOUT_SECONDS`].
    Timeout,
    /// What was asked for does not exist (404).
    Missing(Box<Problem>),
    /// The portal says the request is wrong (other 4xx).
    Invalid(Box<Problem>),
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
        let problem = serde_json::from_str::<Problem>(body).ok();
        match (status, problem) {
            (404, Some(problem)) => Self::Missing(Box::new(problem)),
            (429 | 503, _) => Self::Busy,
            (408 | 504, _) => Self::Timeout,
            (400..=499, Some(problem)) => Self::Invalid(Box::new(problem)),
            (500..=599, problem) => Self::Portal(problem.and_then(|p| p.instance)),
            _ => Self::Garbled,
        }
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
    fn a_portal_error_keeps_the_reference_for_the_hotline() {
        let body = r#"{"type":"/problems/internal","title":"x","status":500,"instance":"r-7"}"#;
        assert_eq!(
            Failure::from_answer(500, body),
            Failure::Portal(Some("r-7".into()))
        );
    }
}
