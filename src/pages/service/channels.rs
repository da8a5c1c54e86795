//! The ways of filing compared: time, fee and what the source notes on them.
//!
//! Announces: nothing; it is a table with column and row headings. Focus: only on the
//! summaries of long notes. On a phone each row is drawn as a card and stays a row.

use leptos::prelude::*;
use motcua_contract::channel::{Channel, ChannelKind, Fee, FeeKind};
use motcua_contract::service::{Defect, Service};

use super::official::folded;
use super::summary::has_expired;
use crate::components::fresh::IntoFresh;
use crate::format;
use crate::i18n::{common, fill, service as words};

/// Notes up to this many characters stand whole: about three lines on a phone.
const SHORT: usize = 150;

/// The comparison.
pub(super) fn table(service: &Service, today: &str) -> AnyView {
    let channels = sorted(&service.channels);
    if channels.is_empty() {
        return view! { <p>{words::channels_none()}</p> }.fresh();
    }
    let shared_time = shared(channels.iter().map(|channel| channel.time_note.as_deref()));
    let fees = || channels.iter().flat_map(|channel| &channel.fees);
    let shared_fee = shared(fees().map(|fee| fee.note.as_deref()))
        .filter(|_| channels.iter().all(|channel| channel.fees.len() == 1));
    let no_unit = service.defects.contains(&Defect::TimeWithoutUnit);
    let rows = channels.iter().map(|channel| {
        let time_note = channel
            .time_note
            .as_deref()
            .filter(|_| shared_time.is_none());
        view! {
            <tr class="channels__row">
                <th class="channels__way" scope="row">{name(channel.kind)}</th>
                <td class="channels__cell" data-label=words::how_long()>
                    {time(channel, no_unit)}
                    {time_note.map(|note| folded(note, SHORT))}
                </td>
                <td class="channels__cell" data-label=words::how_much()>
                    {cost(channel, today, shared_fee.is_none())}
                </td>
            </tr>
        }
    });
    let below = |title: &'static str, note: Option<&str>| {
        note.map(|note| view! { <h4>{title}</h4> {folded(note, 3 * SHORT)} })
    };
    let notes = (shared_time.is_some() || shared_fee.is_some()).then(|| {
        view! {
            <div class="channels__notes">
                <h3>{words::notes_for_all()}</h3>
                {below(words::note_time(), shared_time)}
                {below(words::note_fee(), shared_fee)}
            </div>
        }
    });
    view! {
        <table class="channels">
            <thead class="channels__head">
                <tr>
                    <th scope="col">{words::channel()}</th>
                    <th scope="col">{words::how_long()}</th>
                    <th scope="col">{words::how_much()}</th>
                </tr>
            </thead>
            <tbody>{rows.collect_view()}</tbody>
        </table>
        {notes}
    }
    .fresh()
}

/// Online first, as the law has it; several lines of one way stay in their order.
fn sorted(channels: &[Channel]) -> Vec<&Channel> {
    let mut channels: Vec<&Channel> = channels.iter().collect();
    channels.sort_by_key(|channel| channel.kind);
    channels
}

/// The note that every line carries alike; said once instead of three times.
fn shared<'a>(notes: impl Iterator<Item = Option<&'a str>>) -> Option<&'a str> {
    let notes: Vec<_> = notes.collect();
    let first = (*notes.first()?)?;
    let all = notes.len() > 1 && notes.iter().all(|note| *note == Some(first));
    all.then_some(first)
}

fn name(kind: ChannelKind) -> &'static str {
    match kind {
        ChannelKind::Online => common::channel_online(),
        ChannelKind::Direct => common::channel_direct(),
        ChannelKind::Postal => common::channel_postal(),
        ChannelKind::Unknown => common::channel_unknown(),
    }
}

fn time(channel: &Channel, no_unit: bool) -> AnyView {
    let known = format::time(channel.time);
    if channel.time.is_some() {
        return view! { <p class="channels__figure">{known}</p> }.fresh();
    }
    let mixed = channel.source_text.is_some();
    let line = if mixed { words::mixed().into() } else { known };
    let hint = (no_unit && !mixed).then(|| {
        view! { <p class="hint">{words::time_without_unit()}</p> }
    });
    view! { <p>{line}</p> {hint} }.fresh()
}

fn cost(channel: &Channel, today: &str, with_notes: bool) -> AnyView {
    if let Some(source) = channel.source_text.as_deref() {
        return view! {
            <p>{words::mixed_source()}</p>
            {folded(source, SHORT)}
        }
        .fresh();
    }
    if channel.fees.is_empty() {
        return view! { <p>{common::not_stated()}</p> }.fresh();
    }
    let fees = channel
        .fees
        .iter()
        .map(|fee| one_fee(fee, today, with_notes));
    fees.collect_view().into_any()
}

fn one_fee(fee: &Fee, today: &str, with_note: bool) -> AnyView {
    let hint = match fee.kind {
        FeeKind::Unclear => Some(words::fee_unclear_hint()),
        FeeKind::SeeNote => Some(words::fee_in_note_hint()),
        FeeKind::Amount | FeeKind::Free | FeeKind::Unknown => None,
    };
    let until = fee.valid_until.as_deref().map(|day| {
        let date = format::date(day);
        if has_expired(fee, today) {
            let message = fill(words::fee_expired_on(), &[("date", &date)]);
            view! { <p class="channels__expired">{message}</p> }.fresh()
        } else {
            let message = fill(words::fee_until(), &[("date", &date)]);
            view! { <p class="hint">{message}</p> }.fresh()
        }
    });
    let note = fee.note.as_deref().filter(|_| with_note);
    view! {
        <p class="channels__figure">{format::fee(fee)}</p>
        {hint.map(|hint| view! { <p class="hint">{hint}</p> })}
        {until}
        {note.map(|note| folded(note, SHORT))}
    }
    .fresh()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_note_is_shared_only_when_every_line_has_it() {
        let shared_of = |notes: &[Option<&'static str>]| shared(notes.iter().copied());
        assert_eq!(shared_of(&[Some("a"), Some("a")]), Some("a"));
        assert_eq!(shared_of(&[Some("a"), None]), None);
        assert_eq!(shared_of(&[Some("a"), Some("b")]), None);
        assert_eq!(shared_of(&[Some("a")]), None);
        assert_eq!(shared_of(&[]), None);
    }
}
