//! The only place that hands something to the device: share sheet, clipboard, printer.

use js_sys::Reflect;
use leptos::prelude::{document, window};
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;

/// What became of an address that was to be shared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Shared {
    /// The device's own sheet took over; it speaks for itself.
    Sheet,
    /// It is in the clipboard.
    Copied,
    /// Neither is to be had here (no secure context, or the person said no).
    Refused,
}

/// Offers `url` through the share sheet or, where there is none, copies it.
pub(crate) async fn address(title: &str, url: &str) -> Shared {
    let navigator = window().navigator();
    if Reflect::has(&navigator, &"share".into()).unwrap_or(false) {
        let data = web_sys::ShareData::new();
        data.set_title(title);
        data.set_url(url);
        // It fails as well when the person closes the sheet: nothing to say then.
        let _ = JsFuture::from(navigator.share_with_data(&data)).await;
        return Shared::Sheet;
    }
    if copy(url).await {
        Shared::Copied
    } else {
        Shared::Refused
    }
}

/// Puts `text` into the clipboard; false where the browser does not let us.
pub(crate) async fn copy(text: &str) -> bool {
    let navigator = window().navigator();
    // Absent outside a secure context, whatever the type says.
    let clipboard = Reflect::get(&navigator, &"clipboard".into()).unwrap_or(JsValue::UNDEFINED);
    if clipboard.is_undefined() {
        return false;
    }
    JsFuture::from(navigator.clipboard().write_text(text))
        .await
        .is_ok()
}

/// Prints the part of the screen that `style/print.css` knows as `part`.
pub(crate) fn print(part: &str) {
    let Some(root) = document().document_element() else {
        return;
    };
    let _ = root.set_attribute("data-print", part);
    // Returns when the dialog is closed, or at once where printing goes its own way;
    // browsers lay the page out before they return.
    let _ = window().print();
    let _ = root.remove_attribute("data-print");
}
