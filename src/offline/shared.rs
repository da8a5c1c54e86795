//! "This is a shared device": nothing is written while it is on.
//!
//! The choice belongs to this tab and to this visit: it stands in `sessionStorage` (one
//! flag, nothing about the person), so that a reload does not begin to write again, and goes
//! away with the tab. Turning it on erases what the vault held; see [`super::drafts`].

use std::cell::Cell;

use leptos::prelude::window;

const KEY: &str = "motcua.shared-device";

thread_local! {
    /// Asked for at each keystroke, so read from the browser only once.
    static ON: Cell<Option<bool>> = const { Cell::new(None) };
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

fn storage() -> Option<web_sys::Storage> {
    window().session_storage().ok()?
}
