//! Something a screen needs from the portal, kept as a [`Remote`].

use std::sync::Arc;
use std::time::Duration;

use leptos::prelude::*;
use leptos::task::spawn_local;
use serde::de::DeserializeOwned;

use super::client::{self, Answer};
use crate::remote::{Failure, Held, Remote, SLOW_AFTER_MS, Stage, Watched};

/// A resource being loaded: its state, and the way to ask again.
#[derive(Debug)]
pub(crate) struct Load<T> {
    /// Where it stands.
    pub(crate) state: Watched<T>,
    attempt: RwSignal<u32>,
}

impl<T> Clone for Load<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Load<T> {}

impl<T> Load<T> {
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
        let stage = self.state.stage();
        Effect::new(move |_| {
            if matches!(stage.get(), Remote::Failed(_)) {
                ask_later(stage, path, read::<T>, AGAIN);
            }
        });
    }
}

/// What is known of an answer, read as a `T`: all of [`load`] that depends on the type.
type Read = fn(Remote<Answer>) -> Held;

fn read<T: DeserializeOwned + Send + Sync + 'static>(said: Remote<Answer>) -> Held {
    Arc::new(match said {
        Remote::Loading => Remote::<T>::Loading,
        Remote::Slow => Remote::Slow,
        Remote::Failed(failure) => Remote::Failed(failure),
        Remote::Ready { value, kept_at } => match value.parse() {
            Ok(value) => Remote::Ready { value, kept_at },
            Err(failure) => Remote::Failed(failure),
        },
    })
}

fn said(answer: Result<Answer, Failure>) -> Remote<Answer> {
    match answer {
        Ok(value) => Remote::Ready {
            kept_at: value.kept_at.clone(),
            value,
        },
        Err(failure) => Remote::Failed(failure),
    }
}

fn ask_later(stage: Stage, path: fn() -> String, read: Read, pause: Duration) {
    let ask = async move {
        if !matches!(stage.try_get_untracked(), Some(Remote::Failed(_))) {
            return;
        }
        let held = read(said(client::get(&path(), None).await));
        match held.stage() {
            Remote::Ready { .. } => {
                stage.put(held);
            }
            _ => ask_later(stage, path, read, AGAIN_AT_MOST.min(pause * 2)),
        }
    };
    set_timeout(move || spawn_local(ask), pause);
}

/// Loads what stands at `path`, again whenever the path changes. The request in
/// flight is dropped then, and when the screen goes.
pub(crate) fn load<T>(path: impl Fn() -> String + 'static) -> Load<T>
where
    T: DeserializeOwned + Send + Sync + 'static,
{
    let load = Load {
        state: Watched::new(),
        attempt: RwSignal::new(0),
    };
    keep_asking(load.state.stage(), load.attempt, Box::new(path), read::<T>);
    load
}

fn keep_asking(stage: Stage, attempt: RwSignal<u32>, path: Box<dyn Fn() -> String>, read: Read) {
    Effect::new(move |_| {
        attempt.track();
        stage.put(read(Remote::Loading));
        request(
            path(),
            Box::new(move || {
                if stage.try_get_untracked() == Some(Remote::Loading) {
                    stage.put(read(Remote::Slow));
                }
            }),
            Box::new(move |answer| {
                stage.put(read(said(answer)));
            }),
        );
    });
}

/// Asks once, and says so after half a second without an answer.
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
