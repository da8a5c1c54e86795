//! A request that creates something, until its answer is known.
//!
//! A POST without an answer may have been done. So its `Idempotency-Key` and its body are kept,
//! and every further try is the same request: the portal does it once. Only an answer ends it;
//! what is said differently after that, or in its place, is another request with another key.
//!
//! [`Pending`] is kept with what is being written, so that a reload does not lose it; [`Tries`]
//! is for what a screen asks and does not keep.

use leptos::prelude::*;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use super::write::{Key, Refusal, Write, settled};

/// A request with its key.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Attempt {
    key: Key,
    /// JSON; empty for a request without a body.
    body: String,
}

impl Attempt {
    /// What it says.
    pub(crate) fn body(&self) -> &str {
        &self.body
    }

    /// Sends it, for the first time or again.
    ///
    /// # Errors
    /// A refusal that is final, or that nothing is known: see [`settled`].
    pub(crate) async fn post<T: DeserializeOwned>(&self, path: &str) -> Result<T, Refusal> {
        let mut write = Write::post(path).key(&self.key);
        if !self.body.is_empty() {
            write = write.body(&self.body);
        }
        settled(write.send().await)
    }
}

/// The request whose answer is not known, if there is one.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub(crate) struct Pending(Option<Attempt>);

impl Pending {
    /// The request that is not answered yet.
    pub(crate) fn attempt(&self) -> Option<&Attempt> {
        self.0.as_ref()
    }

    /// The request that says `body`: the one not answered yet if it says the same.
    pub(crate) fn say(&mut self, body: String) -> Attempt {
        self.say_with(body, Key::fresh)
    }

    fn say_with(&mut self, body: String, key: impl FnOnce() -> Key) -> Attempt {
        match &self.0 {
            Some(attempt) if attempt.body == body => attempt.clone(),
            _ => {
                let attempt = Attempt { key: key(), body };
                self.0 = Some(attempt.clone());
                attempt
            }
        }
    }

    /// Takes note of what came of it.
    pub(crate) fn heard<T>(&mut self, answer: &Result<T, Refusal>) {
        if !matches!(answer, Err(Refusal::Unanswered(_))) {
            self.0 = None;
        }
    }
}

/// All tries of something that a screen asks for.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Tries(StoredValue<Pending>);

impl Tries {
    /// None yet.
    pub(crate) fn new() -> Self {
        Self(StoredValue::new(Pending::default()))
    }

    /// Sends `body`, JSON or empty: with the key of the last try as long as that has no answer
    /// and said the same.
    ///
    /// # Errors
    /// As [`Attempt::post`].
    pub(crate) async fn post<T: DeserializeOwned>(
        self,
        path: &str,
        body: String,
    ) -> Result<T, Refusal> {
        // Who asks may have gone on to another screen meanwhile.
        let mut pending = self.0.try_get_value().unwrap_or_default();
        let attempt = pending.say(body);
        let _ = self.0.try_set_value(pending.clone());
        let answer = attempt.post(path).await;
        pending.heard(&answer);
        let _ = self.0.try_set_value(pending);
        answer
    }
}

#[cfg(test)]
mod tests {
    use motcua_contract::problem::{Problem, kind};

    use super::*;
    use crate::remote::Failure;

    fn key(text: &str) -> Key {
        serde_json::from_str(&format!("{text:?}")).unwrap()
    }

    #[test]
    fn a_request_keeps_its_key_until_it_is_answered() {
        let mut pending = Pending::default();
        let first = pending.say_with("{}".into(), || key("one"));
        pending.heard::<()>(&Err(Refusal::Unanswered(Failure::Timeout)));
        assert_eq!(pending.say_with("{}".into(), || key("two")), first);
        pending.heard(&Ok(()));
        assert_eq!(pending, Pending::default());
        assert_ne!(pending.say_with("{}".into(), || key("two")), first);
    }

    #[test]
    fn what_was_refused_or_says_something_else_is_another_request() {
        let mut pending = Pending::default();
        let first = pending.say_with("1".into(), || key("one"));
        assert_ne!(pending.say_with("2".into(), || key("two")), first);
        let refused = Refusal::Refused {
            problem: Box::new(Problem::new(kind::ANSWERS, 422, "Không")),
            body: String::new(),
            retry_after: None,
        };
        pending.heard::<()>(&Err(refused));
        assert!(pending.attempt().is_none());
    }

    #[test]
    fn it_outlives_a_reload() {
        let mut pending = Pending::default();
        pending.say_with("{}".into(), || key("one"));
        let text = serde_json::to_string(&pending).unwrap();
        assert_eq!(serde_json::from_str::<Pending>(&text).unwrap(), pending);
        assert_eq!(serde_json::to_string(&Pending::default()).unwrap(), "null");
    }
}
