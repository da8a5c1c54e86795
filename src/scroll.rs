//! The only place that scrolls the page on navigation.
//!
//! The browser restores the position before a list that comes over the network
//! exists (measured: y=926 instead of 4715), so the app does it: each history
//! entry carries a number in its state, positions are kept by that number for as
//! long as the tab lives, and a screen says when it is [`ready`].

use std::cell::{Cell, RefCell};

use leptos::prelude::*;
use wasm_bindgen::JsValue;

thread_local! {
    /// The number of the entry the person is at.
    static ENTRY: Cell<u32> = const { Cell::new(0) };
    /// Entry and position, a few dozen at most.
    static POSITIONS: RefCell<Vec<(u32, f64)>> = const { RefCell::new(Vec::new()) };
    /// Where to go once the screen is ready; none when it was reached by a link.
    static WANTED: Cell<Option<f64>> = const { Cell::new(None) };
    /// Set by `popstate`, read when the screen changes.
    static RETURNING: Cell<bool> = const { Cell::new(false) };
}

const STATE: &str = "entry";
const KEPT: &str = "motcua.scroll";

/// Takes over from the browser. Call once, before the router starts, so that
/// coming back is known before the screen changes.
pub(crate) fn take_over() {
    if let Ok(history) = window().history() {
        let _ = history.set_scroll_restoration(web_sys::ScrollRestoration::Manual);
    }
    recall();
    match entry_of_history() {
        // A reload: the entry is known and its position is wanted back.
        Some(entry) => {
            ENTRY.set(entry);
            WANTED.set(position(entry));
        }
        None => mark(fresh()),
    }
    let popstate = window_event_listener_untyped("popstate", |_| {
        RETURNING.set(true);
        if let Some(entry) = entry_of_history() {
            ENTRY.set(entry);
            // Wanted from now on: a scroll event of the screen that is left may still be on its
            // way, and its position is not this entry's.
            WANTED.set(Some(position(entry).unwrap_or(0.0)));
        }
    });
    let scroll = window_event_listener_untyped("scroll", |_| keep());
    let hide = window_event_listener_untyped("pagehide", |_| remember());
    on_cleanup(move || {
        popstate.remove();
        scroll.remove();
        hide.remove();
    });
}

/// The screen changes: to the top by a link, to where one was when coming back.
pub(crate) fn screen_changed() {
    if RETURNING.replace(false) {
        WANTED.set(position(ENTRY.get()).or(Some(0.0)));
    } else {
        WANTED.set(None);
        mark(fresh());
        window().scroll_to_with_x_and_y(0.0, 0.0);
    }
    ready();
}

/// The address changed and the screen stays (a filter, other words): a step forward is
/// a place of its own, to which one can come back; the page stays where it is.
pub(crate) fn address_changed() {
    if RETURNING.replace(false) {
        WANTED.set(position(ENTRY.get()).or(Some(0.0)));
    } else if entry_of_history().is_none() {
        WANTED.set(None);
        mark(fresh());
    }
}

/// The history state of this place, for whoever replaces its address.
pub(crate) fn history_state() -> JsValue {
    let history = window().history().ok();
    let state = history.and_then(|history| history.state().ok());
    state.unwrap_or(JsValue::NULL)
}

/// The screen has as much height as it will get: go where the person was. Called
/// again as more arrives; stops once the place is reached.
pub(crate) fn ready() {
    request_animation_frame(|| {
        let Some(wanted) = WANTED.get() else { return };
        let room = document().document_element().map_or(0.0, |root| {
            f64::from(root.scroll_height() - root.client_height())
        });
        window().scroll_to_with_x_and_y(0.0, wanted);
        if room + 1.0 >= wanted {
            WANTED.set(None);
        }
    });
}

/// Keeps the position of the current entry, unless one is still to be restored. While the
/// next screen is being fetched the router has already gone to the top of the page for
/// it: the history is one entry further then, and that position is nobody's.
fn keep() {
    if WANTED.get().is_none() && entry_of_history() == Some(ENTRY.get()) {
        let y = window().scroll_y().unwrap_or(0.0);
        let entry = ENTRY.get();
        POSITIONS.with_borrow_mut(|positions| {
            positions.retain(|(kept, _)| *kept != entry);
            positions.push((entry, y));
        });
    }
}

fn position(entry: u32) -> Option<f64> {
    POSITIONS.with_borrow(|positions| {
        let kept = positions.iter().find(|(kept, _)| *kept == entry);
        kept.map(|(_, y)| *y)
    })
}

fn fresh() -> u32 {
    POSITIONS.with_borrow(|positions| {
        positions
            .iter()
            .map(|(entry, _)| entry + 1)
            .max()
            .unwrap_or(0)
            .max(ENTRY.get() + 1)
    })
}

/// Numbers the current history entry, keeping the router's own state.
fn mark(entry: u32) {
    ENTRY.set(entry);
    let Ok(history) = window().history() else {
        return;
    };
    let state = history
        .state()
        .ok()
        .filter(JsValue::is_object)
        .unwrap_or_else(|| js_sys::Object::new().into());
    let _ = js_sys::Reflect::set(&state, &STATE.into(), &entry.into());
    let _ = history.replace_state(&state, "");
}

fn entry_of_history() -> Option<u32> {
    let state = window().history().ok()?.state().ok()?;
    let entry = js_sys::Reflect::get(&state, &STATE.into()).ok()?.as_f64()?;
    // Entries are small counters; a float holds them exactly.
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a counter we wrote"
    )]
    Some(entry as u32)
}

/// Keeps positions over a reload, in this tab only.
fn remember() {
    keep();
    let text = POSITIONS.with_borrow(|positions| {
        positions
            .iter()
            .map(|(entry, y)| format!("{entry}:{}", *y as i64))
            .collect::<Vec<_>>()
            .join(",")
    });
    if let Ok(Some(storage)) = window().session_storage() {
        let _ = storage.set_item(KEPT, &text);
    }
}

fn recall() {
    let kept = window()
        .session_storage()
        .ok()
        .flatten()
        .and_then(|s| s.get_item(KEPT).ok().flatten());
    let positions = kept
        .as_deref()
        .unwrap_or_default()
        .split(',')
        .filter_map(|pair| {
            let (entry, y) = pair.split_once(':')?;
            // Whole pixels: parsing a fraction would add 4 kB of code.
            Some((entry.parse::<u32>().ok()?, y.parse::<i32>().ok()?.into()))
        });
    POSITIONS.with_borrow_mut(|all| all.extend(positions));
}
