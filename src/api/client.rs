//! One request to the portal: address, time-out, abort, error answers.

use std::cell::{Cell, RefCell};
use std::rc::Rc;
use std::time::Duration;

use gloo_net::http::{Request, RequestBuilder};
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
    /// After how many seconds the portal wants to be asked again, when it says so.
    pub(crate) retry_after: Option<u32>,
}

impl Answer {
    /// The body as `T`.
    pub(crate) fn parse<T: DeserializeOwned>(&self) -> Result<T, Failure> {
        crate::json::read(&self.body).map_err(|_| Failure::Garbled)
    }
}

/// The whole address of `path` (below the API's root, with its query).
pub(crate) fn address(path: &str) -> String {
    BASE.with_borrow(|base| format!("{base}{path}"))
}

/// The whole address of a stored file, of which the portal gives the path below its own.
pub(crate) fn stored(path: &str) -> String {
    path.strip_prefix(API_ROOT)
        .map_or_else(|| path.to_owned(), address)
}

/// Asks the portal for `path`. Aborting `controller` ends the request, so that an answer
/// nobody waits for costs no data.
pub(crate) async fn get(
    path: &str,
    controller: Option<AbortController>,
) -> Result<Answer, Failure> {
    match exchange(Request::get(&address(path)), None, controller).await? {
        (200..=299, answer) => Ok(answer),
        (status, answer) => Err(Failure::from_answer(status, &answer.body)),
    }
}

/// Sends a request and waits for the answer, whatever its status, for as long as is
/// reasonable. A failure says that no whole answer came; whether the request itself
/// arrived is then not known.
pub(super) async fn exchange(
    request: RequestBuilder,
    body: Option<&str>,
    controller: Option<AbortController>,
) -> Result<(u16, Answer), Failure> {
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
    let outcome = fetch(request.abort_signal(signal.as_ref()), body).await;
    if let Some(timer) = timer {
        timer.clear();
    }
    outcome.map_err(|()| {
        if timed_out.get() {
            Failure::Timeout
        } else if window().navigator().on_line() {
            // The body broke off, or the connection did: only the browser knows.
            Failure::Portal(None)
        } else {
            Failure::Offline
        }
    })
}

/// A file beside the app, as text; none when it cannot be had.
pub(crate) async fn file(address: &str) -> Option<String> {
    let (status, answer) = fetch(Request::get(address), None).await.ok()?;
    (status == 200).then_some(answer.body)
}

async fn fetch(request: RequestBuilder, body: Option<&str>) -> Result<(u16, Answer), ()> {
    let request = match body {
        Some(body) => request.body(body),
        None => request.build(),
    };
    let response = request.map_err(drop)?.send().await.map_err(drop)?;
    let kept_at = response.headers().get(KEPT_AT);
    let retry_after = response.headers().get("retry-after");
    let body = response.text().await.map_err(drop)?;
    let answer = Answer {
        body,
        kept_at,
        retry_after: retry_after.and_then(|seconds| seconds.parse().ok()),
    };
    Ok((response.status(), answer))
}
