//! Where suggestions come from while someone types: the catalogue on the device when it
//! is ready, at once; the portal otherwise, after a pause in typing.

use std::cell::{Cell, RefCell};
use std::rc::Rc;
use std::time::Duration;

use leptos::leptos_dom::helpers::TimeoutHandle;
use leptos::prelude::{set_timeout_with_handle, window};
use leptos::task::spawn_local;
use motcua_contract::search::{Suggestion, Suggestions};
use web_sys::AbortController;

use crate::api;

/// How many are shown: as many as fit above a phone's keyboard without much scrolling.
const LIMIT: usize = 8;
/// The shortest text worth a suggestion, in characters.
const SHORTEST: usize = 2;
/// A pause in typing. Fast typists strike every 120 ms; each request costs data.
const PAUSE: Duration = Duration::from_millis(160);

/// Asks for suggestions; only the latest question is ever answered.
#[derive(Clone, Default)]
pub(crate) struct Suggester(Rc<Asking>);

#[derive(Default)]
struct Asking {
    /// Counts questions, so that a late answer to an earlier one is known as such.
    number: Cell<u32>,
    pause: Cell<Option<TimeoutHandle>>,
    request: RefCell<Option<AbortController>>,
}

impl Suggester {
    /// Asks for suggestions for `typed`. `answered` gets none when there are none, or
    /// when nobody can be asked; it is not called once another question is asked.
    pub(crate) fn ask(&self, typed: &str, answered: impl FnOnce(Vec<Suggestion>) + 'static) {
        self.forget();
        let typed = typed.trim().to_owned();
        if typed.chars().count() < SHORTEST {
            return answered(Vec::new());
        }
        if let Some(device) = super::ready() {
            return answered(device.suggest(&typed, LIMIT));
        }
        if !window().navigator().on_line() {
            return answered(Vec::new());
        }
        let asking = Rc::clone(&self.0);
        let pause = set_timeout_with_handle(move || asking.request(typed, answered), PAUSE);
        self.0.pause.set(pause.ok());
    }

    /// No answer is wanted any more.
    pub(crate) fn forget(&self) {
        let asking = &self.0;
        asking.number.set(asking.number.get().wrapping_add(1));
        if let Some(pause) = asking.pause.take() {
            pause.clear();
        }
        if let Some(request) = asking.request.take() {
            request.abort();
        }
    }
}

impl Asking {
    fn request(self: Rc<Self>, typed: String, answered: impl FnOnce(Vec<Suggestion>) + 'static) {
        let number = self.number.get();
        let controller = AbortController::new().ok();
        self.request.replace(controller.clone());
        spawn_local(async move {
            let answer = api::client::get(&api::path::suggestions(&typed), controller).await;
            if self.number.get() == number {
                let suggestions = answer.and_then(|answer| answer.parse::<Suggestions>());
                answered(suggestions.map(|found| found.items).unwrap_or_default());
            }
        });
    }
}
