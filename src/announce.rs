//! The only place that speaks to screen readers without moving focus.
//!
//! Two polite regions stand in the shell from the start, empty ([`REGIONS`]); a
//! message goes into one and empties the other, so that the same words said
//! twice are spoken twice. For counts, saved drafts, the network; never for a
//! navigation (the heading takes focus, see [`crate::focus`]) nor for failures
//! that take the screen (`role=alert` where they stand).

use std::cell::Cell;

use leptos::prelude::document;

/// The ids of the two regions.
pub(crate) const REGIONS: [&str; 2] = ["status-a", "status-b"];

thread_local! {
    static NEXT: Cell<usize> = const { Cell::new(0) };
}

/// Says `message`, politely, once.
pub(crate) fn say(message: &str) {
    let next = NEXT.get();
    NEXT.set(1 - next);
    for (index, id) in REGIONS.iter().enumerate() {
        if let Some(region) = document().get_element_by_id(id) {
            region.set_text_content(Some(if index == next { message } else { "" }));
        }
    }
}
