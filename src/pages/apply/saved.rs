//! Where what was typed is safe, in one line that is always there and never boasts.
//!
//! Announces: only when saving fails (`role=alert`); "saved" after each keystroke would
//! drown the reading.

use leptos::prelude::*;

use crate::components::fresh::IntoFresh;
use crate::i18n::{apply as words, fill};
use crate::offline::drafts::{OpenDraft, SavedState};
use crate::offline::unsaved::unsaved;
use crate::{clock, format};

/// The line. It stays in the page while its words change with each key: an element that comes or
/// goes has the browser look at the style of every element beside it again (measured with 200
/// questions on a phone four times slower: 37 ms a key, against 0.1).
pub(in crate::pages) fn saved_line(draft: OpenDraft) -> AnyView {
    let state = draft.state();
    let words = Memo::new(move |_| state.with(said));
    let failed = Memo::new(move |_| match state.get() {
        SavedState::Failed(failure) => Some(failure),
        _ => None,
    });
    view! {
        <p class="hint apply__saved" hidden=move || failed.get().is_some()>{words}</p>
        {move || failed.get().map(|failure| unsaved(draft, failure))}
    }
    .fresh()
}

fn said(state: &SavedState) -> String {
    let at = |message, time: &str| fill(message, &[("time", &when(time, &clock::today()))]);
    match state {
        SavedState::Saving => words::saving().into(),
        SavedState::OnDevice { at: time } => at(words::saved_at(), time),
        SavedState::OnPortal { at: time } => at(words::saved_on_portal(), time),
        SavedState::NotKept => words::not_kept().into(),
        SavedState::Untouched | SavedState::Failed(_) => String::new(),
    }
}

/// The time of an RFC 3339 moment; with its date unless that is `today`.
fn when(moment: &str, today: &str) -> String {
    match moment.get(11..16) {
        Some(clock) if moment.starts_with(today) => clock.into(),
        _ => format::date_time(moment),
    }
}

#[cfg(test)]
mod tests {
    use super::when;

    #[test]
    fn the_date_is_said_only_when_it_is_another_day() {
        let moment = "2026-11-22T10:04:00+07:00";
        assert_eq!(when(moment, "2026-11-22"), "10:04");
        assert_eq!(when(moment, "2026-11-23"), "10:04 22/11/2026");
    }
}
