//! The way from a letter to the part that gathers and sends files. That part is fetched once the
//! letter is drawn: whoever reads an answer pays nothing for it.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::view::attached;
use crate::unsent::Envelope;

type Part = fn(Envelope, String, Signal<Option<String>>) -> AnyView;

/// What goes with the letter in `envelope`, once its part is fetched. `id` begins the ids of its
/// controls; `fault` is what keeps the letter from being sent.
pub(crate) fn attaching(envelope: Envelope, id: String, fault: Signal<Option<String>>) -> AnyView {
    let part = RwSignal::new_local(None::<Part>);
    spawn_local(async move {
        let fetched = attaching_part().await;
        let _ = part.try_set(Some(fetched));
    });
    (move || part.get().map(|part| part(envelope, id.clone(), fault))).into_any()
}

/// The only entrance to that part from a letter.
#[lazy]
fn attaching_part() -> Part {
    attached
}
