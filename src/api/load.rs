//! Something a screen needs from the portal, kept as a [`Remote`].

use std::time::Duration;

use leptos::prelude::*;
use leptos::task::spawn_local;
use serde::de::DeserializeOwned;

use super::client::{self, Answer};
use crate::remote::{Failure, Remote, SLOW_AFTER_MS};

/// A resource being loaded: its state, and the way to ask again.
#[derive(Debug)]
pub(crate) struct Load<T: Send + Sync + 'static> {
    /// Where it stands.
    pub(crate) state: RwSignal<Remote<T>>,
    attempt: RwSignal<u32>,
}

impl<T: Send + Sync + 'static> Clone for Load<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T: Send + Sync + 'static> Copy for Load<T> {}

impl<T: Send + Sync + 'static> Load<T> {
    /// Asks once more.
    pub(crate) fn retry(self) {
        self.attempt.update(|attempt| *attempt += 1);
    }
}

/// How long after a failure [`Load::insist`] asks again, and how long at most.
const AGAIN: Duration = Duration::from_secs(3);
const AGAIN_AT_MOST: Duration = Duration::from_secs(60);

impl<T: DeserializeOwned + Send + Sync + 'static> Load<T> {
    /// From now on asks again by itself after a failure: for what other screens stand on, and
    /// nobody would think of retrying. What is shown changes only once there is an answer.
    pub(crate) fn insist(self, path: fn() -> String) {
        Effect::new(move |_| {
            if self.state.with(|state| matches!(state, Remote::Failed(_))) {
                self.ask_later(path, AGAIN);
            }
        });
    }

    fn ask_later(self, path: fn() -> String, pause: Duration) {
        let ask = async move {
            let failed = self
                .state
                .try_with_untracked(|state| matches!(state, Remote::Failed(_)));
            if failed != Some(true) {
                return;
            }
            let answer = client::get(&path(), None).await;
            let kept_at = answer
                .as_ref()
                .ok()
                .and_then(|answer| answer.kept_at.clone());
            match answer.and_then(|answer| answer.parse()) {
                Ok(value) => drop(self.state.try_set(Remote::Ready { value, kept_at })),
                Err(_) => self.ask_later(path, AGAIN_AT_MOST.min(pause * 2)),
            }
        };
        set_timeout(move || spawn_local(ask), pause);
    }
}

/// Loads what stands at `path`, again whenever the path changes. The request in
/// flight is dropped then, and when the screen goes.
pub(crate) fn load<T>(path: impl Fn() -> String + 'static) -> Load<T>
where
    T: DeserializeOwned + Send + Sync + 'static,
{
    let load = Load {
        state: RwSignal::new(Remote::Loading),
        attempt: RwSignal::new(0),
    };
    Effect::new(move |_| {
        load.attempt.track();
        load.state.set(Remote::Loading);
        request(
            path(),
            Box::new(move || {
                let waiting = load
                    .state
                    .try_with_untracked(|s| matches!(s, Remote::Loading));
                if waiting == Some(true) {
                    load.state.set(Remote::Slow);
                }
            }),
            Box::new(move |answer| {
                let state = answer.and_then(|answer| {
                    let value = answer.parse()?;
                    Ok(Remote::Ready {
                        value,
                        kept_at: answer.kept_at,
                    })
                });
                let _ = load.state.try_set(state.unwrap_or_else(Remote::Failed));
            }),
        );
    });
    load
}

/// The part of [`load`] that does not depend on the type, so that it is compiled once.
/// Neither callback runs after the owner that asked is gone.
pub(crate) fn request(
    path: String,
    slow: Box<dyn FnOnce()>,
    done: Box<dyn FnOnce(Result<Answer, Failure>)>,
) {
    let controller = web_sys::AbortController::new().ok();
    // Lives as long as the owner that asked: the handle outlasts it, the value does not.
    let asked = StoredValue::new_local(controller.clone());
    let slow = set_timeout_with_handle(slow, Duration::from_millis(SLOW_AFTER_MS)).ok();
    let stop = move || {
        if let Some(timer) = slow {
            timer.clear();
        }
    };
    on_cleanup(move || {
        stop();
        let _ = asked.try_with_value(|controller| controller.as_ref().map(|c| c.abort()));
    });
    spawn_local(async move {
        let answer = client::get(&path, controller).await;
        if !asked.is_disposed() {
            stop();
            done(answer);
        }
    });
}
