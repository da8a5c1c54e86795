//! Forgets everything that the app keeps on this device.
//!
//! Announces: the question takes focus and is thereby read; afterwards that all is gone
//! (polite). Focus: on the question; back on the button when one thinks better of it; on
//! the heading once it is done, since the screen is drawn anew.

use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

use crate::app::use_app;
use crate::components::fresh::IntoFresh;
use crate::i18n::device;
use crate::offline::drafts;
use crate::settings::Settings;
use crate::{announce, focus, push, storage};

/// Every key and cache of the app begins so.
const OURS: &str = "motcua";
const ASK: &str = "forget-ask";
const QUESTION: &str = "forget-question";

/// The button, and the question it asks first.
#[component]
pub(super) fn Forget() -> impl IntoView {
    let asking = RwSignal::new(false);
    let redraw = use_app().redraw;
    let ask = move |_| {
        asking.set(true);
        request_animation_frame(|| focus::focus_id(QUESTION));
    };
    let keep = move |_| {
        asking.set(false);
        request_animation_frame(|| focus::focus_control(ASK));
    };
    let forget = move |_| {
        spawn_local(async move {
            for key in storage::keys(OURS) {
                storage::forget(&key);
            }
            push::take_back().await;
            let drafts = drafts::forget_all().await;
            let caches = forget_caches().await;
            Settings::default().apply();
            focus::navigation_began();
            redraw.update(|count| *count += 1);
            announce::say(if caches.is_ok() && drafts.is_ok() {
                device::forgotten()
            } else {
                device::forgotten_partly()
            });
        });
    };
    move || {
        if asking.get() {
            view! {
                <div class="question" role="group" aria-labelledby=QUESTION>
                    <h3 id=QUESTION>{device::forget_question()}</h3>
                    <p>{device::forget_what()}</p>
                    <div class="actions">
                        <button type="button" class="button" on:click=forget>{device::forget_yes()}</button>
                        <button type="button" class="button button--quiet" on:click=keep>{device::forget_no()}</button>
                    </div>
                </div>
            }
            .fresh()
        } else {
            view! {
                <button type="button" class="button button--quiet" id=ASK on:click=ask>
                    {device::forget()}
                </button>
            }
            .fresh()
        }
    }
}

/// Deletes the copies that the service worker keeps. A browser without them (an
/// insecure address, a private window) has none to delete.
async fn forget_caches() -> Result<(), JsValue> {
    let caches = js_sys::Reflect::get(&window(), &"caches".into())?;
    if caches.is_undefined() {
        return Ok(());
    }
    let names = call(&caches, "keys", &JsValue::UNDEFINED).await?;
    for name in js_sys::Array::from(&names).iter() {
        if name.as_string().is_some_and(|name| name.starts_with(OURS)) {
            call(&caches, "delete", &name).await?;
        }
    }
    Ok(())
}

/// Calls a method that answers with a promise, and waits for it.
async fn call(target: &JsValue, method: &str, argument: &JsValue) -> Result<JsValue, JsValue> {
    let method: js_sys::Function = js_sys::Reflect::get(target, &method.into())?.dyn_into()?;
    let promise: js_sys::Promise = method.call1(target, argument)?.dyn_into()?;
    JsFuture::from(promise).await
}
