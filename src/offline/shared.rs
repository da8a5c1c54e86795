//! "This is a shared device": nothing is written while it is on.
//!
//! The choice belongs to this tab and to this visit: it stands in `sessionStorage` (one
//! flag, nothing about the person), so that a reload does not begin to write again, and goes
//! away with the tab. Turning it on erases what the vault held; see [`super::drafts`].

use std::cell::Cell;

use leptos::prelude::window;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;

const KEY: &str = "motcua.shared-device";

thread_local! {
    /// Asked for at each keystroke, so read from the browser only once.
    static ON: Cell<Option<bool>> = const { Cell::new(None) };
    /// Whether leaving the page would lose something.
    static AT_STAKE: Cell<bool> = const { Cell::new(false) };
    static GUARDED: Cell<bool> = const { Cell::new(false) };
}

/// Whether nothing may be written on this device.
pub(crate) fn on() -> bool {
    if let Some(on) = ON.get() {
        return on;
    }
    let kept = storage().and_then(|storage| storage.get_item(KEY).ok().flatten());
    ON.set(Some(kept.is_some()));
    kept.is_some()
}

/// Turns it on or off for this visit.
pub(super) fn set(on: bool) {
    ON.set(Some(on));
    let Some(storage) = storage() else { return };
    let _ = if on {
        storage.set_item(KEY, "1")
    } else {
        storage.remove_item(KEY)
    };
}

/// Says whether leaving the page would lose something; if so the browser asks first.
pub(super) fn at_stake(something: bool) {
    AT_STAKE.set(something);
    if !something || GUARDED.replace(true) {
        return;
    }
    let ask = Closure::<dyn Fn(web_sys::Event)>::new(|event: web_sys::Event| {
        if on() && AT_STAKE.get() {
            event.prevent_default();
        }
    });
    let ask = ask.into_js_value();
    let _ = window().add_event_listener_with_callback("beforeunload", ask.unchecked_ref());
}

fn storage() -> Option<web_sys::Storage> {
    window().session_storage().ok()?
}
