//! One request to the portal: address, time-out, abort, error answers.

use std::cell::{Cell, RefCell};
use std::rc::Rc;
use std::time::Duration;

use gloo_net::http::Request;
use leptos::prelude::{set_timeout_with_handle, window};
use motcua_contract::API_ROOT;
use serde::de::DeserializeOwned;
use web_sys::AbortController;

use crate::remote::{Failure, TIMEOUT_SECONDS};

/// The service worker says with this header when it kept the copy it gave
/// because the portal did not answer (RFC 3339).
const KEPT_AT: &str = "motcua-kept-at";

thread_local! {
    static BASE: RefCell<String> = const { RefCell::new(String::new()) };
}

/// Names the portal to talk to: its address without a trailing slash, or empty
/// for the app's own origin.
pub(crate) fn connect(portal: &str) {
    BASE.set(format!("{portal}{API_ROOT}"));
}

/// What the portal answered.
#[derive(Clone, Debug)]
pub(crate) struct Answer {
    /// The body.
    pub(crate) body: String,
    /// When this copy was kept, if it came from the device.
    pub(crate) kept_at: Option<String>,
}

impl Answer {
    /// Reads the body as `T`.
    pub(crate) fn parse<T: DeserializeOwned>(&self) -> Result<T, Failure> {
        serde_json::from_str(&self.body).map_err(|_| Failure::Garbled)
    }
}

/// The whole address of `path` (below the API's root, with its query).
pub(crate) fn address(path: &str) -> String {
    BASE.with_borrow(|base| format!("{base}{path}"))
}

/// Asks the portal for `path` (below the API's root, with its query). Aborting
/// `controller` ends the request, so that an answer nobody waits for costs no data.
pub(crate) async fn get(
    path: &str,
    controller: Option<AbortController>,
) -> Result<Answer, Failure> {
    let url = address(path);
    let controller = controller.or_else(|| AbortController::new().ok());
    let timed_out = Rc::new(Cell::new(false));
    let timer = controller.clone().and_then(|controller| {
        let timed_out = Rc::clone(&timed_out);
        let give_up = move || {
            timed_out.set(true);
            // Without a reason of our own: fetch then fails with an Error, and gloo-net
            // panics on anything else.
            controller.abort();
        };
        set_timeout_with_handle(give_up, Duration::from_secs(TIMEOUT_SECONDS.into())).ok()
    });
    let signal = controller.as_ref().map(AbortController::signal);
    let outcome = fetch(&url, signal.as_ref()).await;
    if let Some(timer) = timer {
        timer.clear();
    }
    match outcome {
        Err(()) if timed_out.get() => Err(Failure::Timeout),
        // The body broke off, or the connection did: only the browser knows.
        Err(()) if window().navigator().on_line() => Err(Failure::Portal(None)),
        Err(()) => Err(Failure::Offline),
        Ok((200..=299, answer)) => Ok(answer),
        Ok((status, answer)) => Err(Failure::from_answer(status, &answer.body)),
    }
}

/// A file beside the app, as text; none when it cannot be had.
pub(crate) async fn file(address: &str) -> Option<String> {
    let (status, answer) = fetch(address, None).await.ok()?;
    (status == 200).then_some(answer.body)
}

async fn fetch(url: &str, signal: Option<&web_sys::AbortSignal>) -> Result<(u16, Answer), ()> {
    let response = Request::get(url)
        .abort_signal(signal)
        .send()
        .await
        .map_err(drop)?;
    let kept_at = response.headers().get(KEPT_AT);
    let body = response.text().await.map_err(drop)?;
    Ok((response.status(), Answer { body, kept_at }))
}
