//! Waiting before a next try: until the time is over, the network is back, or the person says so.

use std::cell::{Cell, RefCell};
use std::time::Duration;

use js_sys::{Function, Promise};
use leptos::prelude::*;
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

thread_local! {
    /// Whoever waits before a next try.
    static SLEEPING: RefCell<Vec<Function>> = const { RefCell::new(Vec::new()) };
    static LISTENING: Cell<bool> = const { Cell::new(false) };
}

/// Nobody waits any longer: the network is back, or the person says so.
pub(in crate::papers) fn wake() {
    for resolve in SLEEPING.take() {
        let _ = resolve.call1(&JsValue::NULL, &true.into());
    }
}

/// Waits; true when woken before the time was over.
pub(super) async fn sleep(milliseconds: u32) -> bool {
    let over = Promise::new(&mut |resolve, _| {
        let timer = resolve.clone();
        set_timeout(
            move || {
                let _ = timer.call1(&JsValue::NULL, &false.into());
            },
            Duration::from_millis(milliseconds.into()),
        );
        SLEEPING.with_borrow_mut(|sleeping| sleeping.push(resolve));
    });
    JsFuture::from(over)
        .await
        .is_ok_and(|woken| woken.is_truthy())
}

/// Once for all: wakes the sleeping when the browser says that the network is back.
pub(super) fn wake_with_the_network() {
    if LISTENING.replace(true) {
        return;
    }
    let woken = Closure::<dyn Fn()>::new(wake).into_js_value();
    let _ = window().add_event_listener_with_callback("online", woken.unchecked_ref());
}
