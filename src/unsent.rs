//! What was typed on a screen and not sent yet: it survives a reload.
//!
//! Short words stand in `sessionStorage`, which goes with the tab; letters, which may have files
//! and are on their way for longer, each in an [`Envelope`]. On a shared device nothing is
//! written. Signing out and "this is a shared device" take them away. Applications have a
//! store of their own ([`crate::offline`]).

use std::cell::Cell;

use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::offline::shared;

pub(crate) mod envelope;

pub(crate) use envelope::Envelope;

const PREFIX: &str = "motcua.unsent/";

thread_local! {
    /// Empties the open envelopes, once there are any: who forgets everything need not fetch
    /// their code for it.
    static ENVELOPES: Cell<Option<fn()>> = const { Cell::new(None) };
}

/// Keeps `what` under `name` in place of what was there.
pub(crate) fn keep<T: Serialize>(name: &str, what: &T) {
    if shared::on() {
        return;
    }
    if let (Some(storage), Ok(text)) = (storage(), serde_json::to_string(what)) {
        let _ = storage.set_item(&format!("{PREFIX}{name}"), &text);
    }
}

/// What is kept under `name`; nothing when a former version wrote it otherwise.
pub(crate) fn kept<T: DeserializeOwned>(name: &str) -> Option<T> {
    let text = storage()?.get_item(&format!("{PREFIX}{name}")).ok()??;
    crate::json::read(&text).ok()
}

/// Forgets what is kept under `name`: it was sent, or given up.
pub(crate) fn forget(name: &str) {
    if let Some(storage) = storage() {
        let _ = storage.remove_item(&format!("{PREFIX}{name}"));
    }
}

/// Forgets everything; whoever calls it empties the vault as well.
pub(crate) fn forget_all() {
    if let Some(empty) = ENVELOPES.get() {
        empty();
    }
    let Some(storage) = storage() else { return };
    let count = storage.length().unwrap_or(0);
    let keys: Vec<String> = (0..count)
        .filter_map(|index| storage.key(index).ok().flatten())
        .filter(|key| key.starts_with(PREFIX))
        .collect();
    for key in keys {
        let _ = storage.remove_item(&key);
    }
}

fn storage() -> Option<web_sys::Storage> {
    web_sys::window()?.session_storage().ok()?
}
