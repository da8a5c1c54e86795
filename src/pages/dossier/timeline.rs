//! All that happened to a dossier, oldest first: what, who had it, from when until when
//! (Decree 224/2026, Article 15.1). What is going on is marked as current.

use leptos::prelude::*;
use motcua_contract::dossier::TimelineEntry;

use super::standing::paragraph;
use crate::components::fresh::IntoFresh;
use crate::format;
use crate::i18n::{dossier as words, fill};

/// The list.
pub(in crate::pages) fn timeline(entries: &[TimelineEntry]) -> AnyView {
    let last = entries.len().saturating_sub(1);
    let rows = entries.iter().enumerate().map(|(index, entry)| {
        let here = (index == last && entry.ended_at.is_none()).then_some("step");
        let by = [
            &entry.handler.officer,
            &entry.handler.unit,
            &entry.handler.agency,
        ]
            .into_iter()
            .flatten()
            .cloned()
            .collect::<Vec<_>>()
            .join(", ");
        let since = format::date_time(&entry.since);
        let end = entry.ended_at.as_deref().map(format::date_time);
        let when = match (end, &entry.until) {
            // What was over within the minute has one time.
            (Some(end), _) if end != since => {
                fill(words::from_until(), &[("from", &since), ("until", &end)])
            }
            (None, Some(until)) => {
                let until = format::date_time(until);
                fill(words::from_due(), &[("from", &since), ("until", &until)])
            }
            (Some(_) | None, _) => since,
        };
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
