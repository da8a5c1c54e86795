//! All that happened to a dossier, oldest first; what is going on is marked as current.

use leptos::prelude::*;
use motcua_contract::dossier::TimelineEntry;

use super::standing::paragraph;
use crate::components::fresh::IntoFresh;
use crate::format;
use crate::i18n::dossier as words;

/// The list.
pub(in crate::pages) fn timeline(entries: &[TimelineEntry]) -> AnyView {
    let last = entries.len().saturating_sub(1);
    let rows = entries.iter().enumerate().map(|(index, entry)| {
        let here = (index == last && entry.ended_at.is_none()).then_some("step");
        let by = [&entry.handler.unit, &entry.handler.agency]
            .into_iter()
            .flatten()
            .cloned()
            .collect::<Vec<_>>()
            .join(", ");
        let when = format::date_time(&entry.since);
        view! {
            <li class="time__entry" aria-current=here>
                {paragraph(&entry.text)}
                <p class="hint">{when}{(!by.is_empty()).then(|| view! { " · " <span lang="vi">{by}</span> })}</p>
            </li>
        }
    });
    view! {
        <section class="section section--read" aria-labelledby="timeline">
            <h2 id="timeline">{words::timeline()}</h2>
            <ol class="time">{rows.collect_view()}</ol>
        </section>
    }
    .fresh()
}
