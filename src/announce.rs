//! The only place that speaks to screen readers without moving focus.
//!
//! Two polite regions stand in the shell from the start, empty ([`REGIONS`]); a
//! message goes into one and empties the other, so that the same words said
//! twice are spoken twice. For counts, saved drafts, the network; never for a
//! navigation (the heading takes focus, see [`crate::focus`]) nor for failures
//! that take the screen (`role=alert` where they stand).

use std::cell::Cell;
use std::time::Duration;

use leptos::prelude::{document, set_timeout};

/// The ids of the two regions.
pub(crate) const REGIONS: [&str; 2] = ["status-a", "status-b"];

/// Long enough for any screen reader to have begun.
const CLEARED_AFTER: Duration = Duration::from_secs(8);

thread_local! {
    static NEXT: Cell<usize> = const { Cell::new(0) };
    /// How many messages there have been: a later one is not cleared by an earlier's timer.
    static SAID: Cell<u32> = const { Cell::new(0) };
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
    // Said is said: who reads on through the page must not find it again at its end.
    let said = SAID.get() + 1;
    SAID.set(said);
    set_timeout(
        move || {
            if SAID.get() == said {
                clear();
            }
        },
        CLEARED_AFTER,
    );
}

fn clear() {
    for id in REGIONS {
        if let Some(region) = document().get_element_by_id(id) {
            region.set_text_content(None);
        }
    }
}
