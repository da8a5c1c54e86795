//! The browser's event stream, with what listens to it.

use motcua_contract::live::{EVENT_DOSSIER, EVENT_NOTIFICATIONS, EVENT_RESYNC, EVENT_SESSION};
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;
use web_sys::{EventSource, MessageEvent};

use super::{News, tell};
use crate::api::{self, client};

/// `EventSource.readyState` of a stream that is open, and of one that is over for good.
const OPEN: u16 = 1;
const CLOSED: u16 = 2;

/// A stream; dropping it closes it and lets its listeners go.
pub(super) struct Stream {
    source: EventSource,
    _hear: [Closure<dyn Fn(MessageEvent)>; 4],
    _opened: Closure<dyn Fn()>,
}

impl Stream {
    /// Opens one; nothing where the browser refuses.
    pub(super) fn open() -> Option<Self> {
        let source = EventSource::new(&client::address(&api::path::events())).ok()?;
        let hear = [
            EVENT_DOSSIER,
            EVENT_NOTIFICATIONS,
            EVENT_RESYNC,
            EVENT_SESSION,
        ]
        .map(|event| {
            let hear = Closure::<dyn Fn(MessageEvent)>::new(move |message: MessageEvent| {
                let data = message.data().as_string().unwrap_or_default();
                if let Some(news) = News::read(event, &data) {
                    tell(&news);
                }
            });
            let listener = hear.as_ref().unchecked_ref();
            let _ = source.add_event_listener_with_callback(event, listener);
            hear
        });
        // What happened before it was open was told to nobody.
        let opened = Closure::<dyn Fn()>::new(|| tell(&News::Anything));
        let listener = opened.as_ref().unchecked_ref();
        let _ = source.add_event_listener_with_callback("open", listener);
        Some(Self {
            source,
            _hear: hear,
            _opened: opened,
        })
    }

    /// Whether it is open now.
    pub(super) fn flows(&self) -> bool {
        self.source.ready_state() == OPEN
    }

    /// Whether the browser has given it up.
    pub(super) fn is_over(&self) -> bool {
        self.source.ready_state() == CLOSED
    }
}

impl Drop for Stream {
    fn drop(&mut self) {
        self.source.close();
    }
}

/// How often the portal has refused in a row, and how many looks pass before the next try: a
/// portal that offers no stream to this person is not asked twice a minute all day.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Refusals {
    in_a_row: u32,
    looks_left: u32,
}

impl Refusals {
    /// At most so many doublings: a try every 16 looks, of half a minute each.
    const DOUBLINGS: u32 = 4;

    /// As it is in the beginning.
    pub(super) const fn none() -> Self {
        Self {
            in_a_row: 0,
            looks_left: 0,
        }
    }

    /// Whether this look may try; `last_over` says whether the last stream was given up, if
    /// there was one.
    pub(super) fn lets_try(&mut self, last_over: Option<bool>) -> bool {
        if last_over != Some(true) {
            *self = Self::none();
            return true;
        }
        if self.looks_left > 0 {
            self.looks_left -= 1;
            return false;
        }
        self.in_a_row = (self.in_a_row + 1).min(Self::DOUBLINGS);
        self.looks_left = (1 << self.in_a_row) - 1;
        true
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// After how many looks each try comes, where the portal refuses every one.
    fn tries(looks: u32) -> Vec<u32> {
        let mut refusals = Refusals::none();
        (0..looks)
            .filter(|_| refusals.lets_try(Some(true)))
            .collect()
    }

    #[test]
    fn a_portal_that_refuses_is_asked_after_pauses_that_grow_to_eight_minutes() {
        assert_eq!(tries(64), [0, 2, 6, 14, 30, 46, 62]);
    }

    #[test]
    fn a_stream_that_was_left_is_opened_at_once() {
        let mut refusals = Refusals::none();
        assert!(refusals.lets_try(Some(true)));
        assert!(refusals.lets_try(None));
        assert_eq!(refusals, Refusals::none());
    }
}
