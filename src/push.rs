//! Web push on this device: what the browser allows, and the subscription that it holds.
//!
//! The only place that touches the Push API and the permission for notifications. What is told is
//! shown by the service worker, whether the app is open or not.

use js_sys::{JSON, Promise, Reflect};
use leptos::prelude::window;
use motcua_contract::notification::PushSubscription;
use serde::Deserialize;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    Notification, NotificationPermission, PushSubscriptionOptionsInit, ServiceWorkerRegistration,
};

use crate::digest::sha256_hex;
use crate::i18n::language;
use crate::offline::shared;

/// What this browser allows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Permission {
    /// It knows no web push, or not at this address.
    NotSupported,
    /// The person said no, once and for all until they change the browser's own setting.
    Blocked,
    /// It would ask.
    Askable,
    /// The person said yes.
    Granted,
}

/// What this browser allows now, without asking anybody.
pub(crate) fn permission() -> Permission {
    let window = window();
    let has = |target: &JsValue, name: &str| {
        Reflect::get(target, &name.into()).is_ok_and(|member| !member.is_undefined())
    };
    let supported = has(&window, "Notification")
        && has(&window, "PushManager")
        && has(&window.navigator(), "serviceWorker");
    if !supported {
        return Permission::NotSupported;
    }
    match Notification::permission() {
        NotificationPermission::Granted => Permission::Granted,
        NotificationPermission::Denied => Permission::Blocked,
        _ => Permission::Askable,
    }
}

/// Has the browser ask the person, who must just have tapped; what they said.
pub(crate) fn ask() -> impl Future<Output = Permission> {
    // The question belongs to the tap, so it is put before anything is waited for.
    let asked = Notification::request_permission();
    async {
        if let Ok(promise) = asked {
            let _ = JsFuture::from(promise).await;
        }
        permission()
    }
}

/// SHA-256 of the endpoint of the subscription that this browser holds, if it holds one.
pub(crate) async fn held() -> Option<String> {
    sha256_hex(subscription().await?.endpoint().as_bytes()).await
}

/// Subscribes for a portal's key; what to tell the portal. None where the browser's push
/// service cannot be reached.
pub(crate) async fn subscribe(portal_key: &str) -> Option<PushSubscription> {
    if shared::on() {
        return None;
    }
    let options = PushSubscriptionOptionsInit::new();
    options.set_user_visible_only(true);
    options.set_application_server_key_opt_str(Some(portal_key));
    // A worker that is registered starts sooner or later, and subscribing needs it started.
    registration().await?;
    let ready = wait(window().navigator().service_worker().ready().ok()?).await?;
    let manager = ready
        .unchecked_into::<ServiceWorkerRegistration>()
        .push_manager();
    let made = wait(manager.ok()?.subscribe_with_options(&options).ok()?).await?;
    let text: String = JSON::stringify(&made).ok()?.into();
    told(&text, language().tag())
}

/// A subscription as a browser writes it down.
#[derive(Deserialize)]
struct Written {
    endpoint: String,
    keys: Keys,
}

#[derive(Deserialize)]
struct Keys {
    p256dh: String,
    auth: String,
}

/// The same as the portal is told.
fn told(written: &str, language: &str) -> Option<PushSubscription> {
    let Written { endpoint, keys } = crate::json::read(written).ok()?;
    Some(PushSubscription {
        endpoint,
        p256dh: keys.p256dh,
        auth: keys.auth,
        language: Some(language.to_owned()),
    })
}

/// Ends the subscription that this browser holds, if it holds one: whatever the portal knows,
/// nothing is shown here any more.
pub(crate) async fn take_back() {
    if let Some(held) = subscription().await
        && let Ok(promise) = held.unsubscribe()
    {
        wait(promise).await;
    }
}

/// None where no service worker is kept: in development, and in some private windows.
async fn registration() -> Option<ServiceWorkerRegistration> {
    if permission() == Permission::NotSupported {
        return None;
    }
    let workers = window().navigator().service_worker();
    let found = wait(workers.get_registration()).await?;
    (!found.is_undefined()).then(|| found.unchecked_into())
}

async fn subscription() -> Option<web_sys::PushSubscription> {
    let manager = registration().await?.push_manager().ok()?;
    let held = wait(manager.get_subscription().ok()?).await?;
    (!held.is_null()).then(|| held.unchecked_into())
}

async fn wait(promise: Promise) -> Option<JsValue> {
    JsFuture::from(promise).await.ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::route::Route;

    #[test]
    fn a_tap_on_what_the_worker_shows_opens_a_screen_that_there_is() {
        let worker = include_str!("../boot/worker.js");
        let dossier = Route::Dossier(String::new()).href();
        let centre = Route::Notifications.href();
        assert!(worker.contains(&format!("const DOSSIER = {dossier:?};")));
        assert!(worker.contains(&format!("const NOTIFICATIONS = {centre:?};")));
    }

    #[test]
    fn what_a_browser_writes_down_is_what_the_portal_is_told() {
        let sample = include_str!("../crates/contract/samples/subscribePush.request.json");
        let asked: PushSubscription = serde_json::from_str(sample).unwrap();
        let written = format!(
            r#"{{"endpoint":"{}","expirationTime":null,"keys":{{"p256dh":"{}","auth":"{}"}}}}"#,
            asked.endpoint, asked.p256dh, asked.auth
        );
        assert_eq!(told(&written, "vi"), Some(asked));
        assert_eq!(told("{}", "vi"), None);
    }
}
