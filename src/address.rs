//! Keeps the address bar true to what a screen shows, without a navigation.
//!
//! The router's own `replace` would put a blank state in place of the entry's, and
//! with it the number by which [`crate::scroll`] finds the way back.

use leptos::prelude::window;

/// The value of a parameter of the current address.
pub(crate) fn parameter(name: &str) -> Option<String> {
    let search = window().location().search().ok()?;
    let parameters = web_sys::UrlSearchParams::new_with_str(&search).ok()?;
    parameters.get(name)
}

/// Puts `href` in place of the current address.
pub(crate) fn replace(href: &str) {
    if let Ok(history) = window().history() {
        let state = history.state().unwrap_or_default();
        let _ = history.replace_state_with_url(&state, "", Some(href));
    }
}

/// The current address, whole.
pub(crate) fn current() -> String {
    window().location().href().unwrap_or_default()
}

/// The app's own origin, for addresses that go elsewhere.
pub(crate) fn origin() -> String {
    window().location().origin().unwrap_or_default()
}
