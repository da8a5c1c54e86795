//! Requests that change something at the portal.
//!
//! Whoever sends one must be able to tell "refused" from "not known": a POST whose answer
//! got lost may have been done. So [`Refusal::Unanswered`] is never shown as a failure of
//! the thing itself; it is sent again with the same key and the same body.
//!
//! Nothing here is used by the first screen, so the splitter leaves it, and the whole
//! [`Problem`] type, to the screens that write.

use std::fmt::Write as _;

use gloo_net::http::{Method, Request};
use js_sys::Uint8Array;
use leptos::prelude::window;
use motcua_contract::problem::{Problem, kind};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use super::client::{self, Answer};
use crate::remote::Failure;

/// What stands in `Idempotency-Key`: made once for one thing to be done, kept with it,
/// sent with each try.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub(crate) struct Key(String);

impl Key {
    /// A key that nobody else has: a random UUID. Not by `randomUUID`, which exists in
    /// secure contexts only.
    pub(crate) fn fresh() -> Self {
        let mut bytes = [0_u8; 16];
        let drawn = Uint8Array::new_with_length(16);
        if let Ok(crypto) = window().crypto() {
            let _ = crypto.get_random_values_with_array_buffer_view(&drawn);
        }
        drawn.copy_to(&mut bytes);
        Self::from_bytes(bytes)
    }

    /// A UUID of version 4 (RFC 9562, section 5.4) from random bytes.
    fn from_bytes(mut bytes: [u8; 16]) -> Self {
        bytes[6] = bytes[6] & 0x0f | 0x40;
        bytes[8] = bytes[8] & 0x3f | 0x80;
        let mut text = String::with_capacity(36);
        for (index, byte) in bytes.into_iter().enumerate() {
            if matches!(index, 4 | 6 | 8 | 10) {
                text.push('-');
            }
            let _ = write!(text, "{byte:02x}");
        }
        Self(text)
    }

    /// The key as the header has it.
    pub(crate) fn as_str(&self) -> &str {
        &self.0
    }
}

/// One request: what to do, where, and what makes it safe.
#[derive(Clone, Debug)]
pub(crate) struct Write<'a> {
    method: Method,
    path: &'a str,
    body: Option<&'a str>,
    key: Option<&'a Key>,
    builds_on: Option<&'a str>,
}

impl<'a> Write<'a> {
    /// Creates something below `path`.
    pub(crate) fn post(path: &'a str) -> Self {
        Self::new(Method::POST, path)
    }

    /// Puts something at `path`.
    pub(crate) fn put(path: &'a str) -> Self {
        Self::new(Method::PUT, path)
    }

    /// Takes away what stands at `path`.
    pub(crate) fn delete(path: &'a str) -> Self {
        Self::new(Method::DELETE, path)
    }

    fn new(method: Method, path: &'a str) -> Self {
        Self {
            method,
            path,
            body: None,
            key: None,
            builds_on: None,
        }
    }

    /// The same with a JSON body.
    pub(crate) fn body(mut self, json: &'a str) -> Self {
        self.body = Some(json);
        self
    }

    /// The same with an `Idempotency-Key`: every POST that creates has one.
    pub(crate) fn key(mut self, key: &'a Key) -> Self {
        self.key = Some(key);
        self
    }

    /// The same with `If-Match`: the version it builds on.
    pub(crate) fn builds_on(mut self, etag: &'a str) -> Self {
        self.builds_on = Some(etag);
        self
    }

    /// Sends it, with the session's cookie where the portal is the app's own origin (the
    /// browser's default for a request).
    ///
    /// # Errors
    /// See [`Refusal`].
    pub(crate) async fn send(self) -> Result<Answer, Refusal> {
        // `RequestBuilder` starts as a GET; its method is changed before anything is sent.
        let mut request = Request::get(&client::address(self.path)).method(self.method);
        if self.body.is_some() {
            request = request.header("content-type", "application/json");
        }
        if let Some(key) = self.key {
            request = request.header("idempotency-key", key.as_str());
        }
        if let Some(etag) = self.builds_on {
            request = request.header("if-match", etag);
        }
        match client::exchange(request, self.body, None).await {
            Err(failure) => Err(Refusal::Unanswered(failure)),
            Ok((status, answer)) if is_done(status, &answer.body) => Ok(answer),
            Ok((status, answer)) => Err(Refusal::read(status, &answer)),
        }
    }
}

/// Whether an answer can be the portal's word that it was done: every success of the contract is
/// a JSON object or 204. A page of a hotel's Wi-Fi comes with 200 as well.
fn is_done(status: u16, body: &str) -> bool {
    match status {
        204 => true,
        200..=299 => body.trim_start().starts_with('{'),
        _ => false,
    }
}

/// Why a request was not done, or is not known to have been.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Refusal {
    /// No answer that can be read: it may or may not have been done.
    Unanswered(Failure),
    /// The portal says no, and why.
    Refused {
        /// In its own words, with each fault's pointer.
        problem: Box<Problem>,
        /// The answer as it came, for problems that bring more (a draft's conflict).
        body: String,
        /// After how many seconds to ask again, when it says so.
        retry_after: Option<u32>,
    },
}

impl Refusal {
    /// Reads an answer that is not a success. One that is no problem document comes from
    /// something in between, or from a portal in trouble: nothing is known then.
    fn read(status: u16, answer: &Answer) -> Self {
        match crate::json::read::<Problem>(&answer.body) {
            Ok(mut problem) if (400..=599).contains(&status) && problem.kind != "about:blank" => {
                problem.status = status;
                Self::Refused {
                    problem: Box::new(problem),
                    body: answer.body.clone(),
                    retry_after: answer.retry_after,
                }
            }
            _ => Self::Unanswered(Failure::from_answer(status, &answer.body)),
        }
    }

    /// The portal's problem, when it gave one.
    pub(crate) fn problem(&self) -> Option<&Problem> {
        match self {
            Self::Refused { problem, .. } => Some(problem),
            Self::Unanswered(_) => None,
        }
    }

    /// Whether nobody is signed in (any more).
    pub(crate) fn needs_sign_in(&self) -> bool {
        self.problem().is_some_and(|problem| problem.status == 401)
    }

    /// The same as a failure, for screens that only say what went wrong.
    pub(crate) fn into_failure(self) -> Failure {
        match self {
            Self::Unanswered(failure) => failure,
            Self::Refused { problem, body, .. } => Failure::from_answer(problem.status, &body),
        }
    }
}

/// Reads the answer to a write whose answer says what is so then.
///
/// # Errors
/// [`Refusal::Refused`] when nothing was done and the same would be refused again; whatever
/// else goes wrong is [`Refusal::Unanswered`], an answer that cannot be read as well.
pub(crate) fn settled<T: DeserializeOwned>(answer: Result<Answer, Refusal>) -> Result<T, Refusal> {
    match answer {
        Ok(answer) => answer.parse().map_err(Refusal::Unanswered),
        Err(Refusal::Refused { problem, body, .. }) if !is_final(&problem) => {
            let failure = Failure::from_answer(problem.status, &body);
            Err(Refusal::Unanswered(failure))
        }
        Err(refusal) => Err(refusal),
    }
}

/// Whether nothing was done and the same would be refused again. A portal that gave up, or is
/// still at it, may have done it.
fn is_final(problem: &Problem) -> bool {
    (400..500).contains(&problem.status)
        && !matches!(problem.status, 408 | 429)
        && problem.kind != kind::IN_PROGRESS
}

#[cfg(test)]
mod tests {
    use super::*;

    fn answer(body: &str) -> Answer {
        Answer {
            body: body.into(),
            kept_at: None,
            retry_after: Some(7),
        }
    }

    #[test]
    fn a_problem_keeps_its_pointers_and_when_to_come_back() {
        let problem = Problem::new(kind::ANSWERS, 422, "Chưa đúng").fault(
            "/answers/childName",
            "required",
            "Nhập họ tên",
        );
        let body = serde_json::to_string(&problem).unwrap();
        let refusal = Refusal::read(422, &answer(&body));
        assert_eq!(refusal.problem(), Some(&problem));
        let Refusal::Refused { retry_after, .. } = refusal else {
            panic!("a problem is a refusal")
        };
        assert_eq!(retry_after, Some(7));
    }

    #[test]
    fn a_page_of_something_in_between_tells_nothing_of_what_was_done() {
        for (status, body) in [(502, "<html>"), (200, "{"), (403, "<html>"), (404, "{}")] {
            let refusal = Refusal::read(status, &answer(body));
            assert!(matches!(refusal, Refusal::Unanswered(_)), "{status} {body}");
        }
    }

    #[test]
    fn only_what_the_contract_calls_a_success_is_taken_for_one() {
        for (status, body) in [(200, "{}"), (201, " {\"id\":\"x\"}"), (204, "")] {
            assert!(is_done(status, body), "{status} {body}");
        }
        for (status, body) in [
            (200, "<!doctype html>"),
            (200, ""),
            (302, "{}"),
            (500, "{}"),
        ] {
            assert!(!is_done(status, body), "{status} {body}");
        }
    }

    #[test]
    fn the_status_on_the_wire_counts_not_the_one_in_the_body() {
        let problem = Problem::new(kind::SIGN_IN, 200, "x");
        let refusal = Refusal::read(401, &answer(&serde_json::to_string(&problem).unwrap()));
        assert!(refusal.needs_sign_in());
    }

    #[test]
    fn what_may_have_been_done_is_never_told_as_a_refusal() {
        let refused = |status: u16, kind: &str| {
            Err(Refusal::Refused {
                problem: Box::new(Problem::new(kind, status, "Không")),
                body: String::new(),
                retry_after: None,
            })
        };
        for answer in [
            Err(Refusal::Unanswered(Failure::Timeout)),
            refused(409, kind::IN_PROGRESS),
            refused(429, kind::TOO_MANY),
            refused(504, kind::TIMEOUT),
            Ok(answer("<html>")),
        ] {
            let settled = settled::<u8>(answer);
            assert!(
                matches!(settled, Err(Refusal::Unanswered(_))),
                "{settled:?}"
            );
        }
        let settled = settled::<u8>(refused(422, kind::ANSWERS));
        assert!(
            matches!(settled, Err(Refusal::Refused { .. })),
            "a fault of the person's is a refusal: {settled:?}"
        );
    }

    #[test]
    fn a_key_is_a_uuid_of_version_4() {
        let key = Key::from_bytes([0xff; 16]);
        assert_eq!(key.as_str(), "ffffffff-ffff-4fff-bfff-ffffffffffff");
    }
}
