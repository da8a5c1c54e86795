//! Reading a dossier's code off its QR code, with the camera or from a picture.
//!
//! Announces (polite): that a picture is being read; that there is no code in it, with what helps.
//! What is looked up announces itself, with its code. Focus: stays on the button.

use leptos::html::Input;
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::components::fresh::IntoFresh;
use crate::i18n::lookup as words;
use crate::qr::reading::{self, NotRead};

/// The button: the device's camera or its pictures, over its whole face. `found` gets the code.
pub(super) fn scan(found: Callback<String>) -> AnyView {
    let input = NodeRef::<Input>::new();
    let fault = RwSignal::new(None::<&'static str>);
    let reads = RwSignal::new(false);
    let chosen = move |_| {
        let Some(element) = input.get_untracked() else {
            return;
        };
        let Some(picture) = element.files().and_then(|files| files.get(0)) else {
            return;
        };
        fault.set(None);
        reads.set(true);
        spawn_local(async move {
            let read = reading::read(picture.into()).await;
            // The same picture chosen again must be a change again.
            element.set_value("");
            let _ = reads.try_set(false);
            let why = match read {
                Ok(text) => {
                    let code = reading::code_in(&text);
                    found.run(code.to_owned());
                    return;
                }
                Err(NotRead::Picture) => words::scan_no_picture(),
                Err(NotRead::NoCode) => words::scan_no_code(),
            };
            let _ = fault.try_set(Some(why));
        });
    };
    view! {
        <div class="scan">
            <span class="button button--quiet papers__choose">
                <span aria-hidden="true">{words::scan()}</span>
                <input node_ref=input class="papers__input" type="file" id="scan" accept="image/*"
                    capture="environment" aria-label=words::scan() on:change=chosen />
            </span>
            <p role="status">{move || reads.get().then(words::scanning)}</p>
            <div role="alert">{move || fault.get().map(|why| view! { <p class="fault">{why}</p> })}</div>
        </div>
    }
    .fresh()
}
