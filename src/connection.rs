//! Whether there is a network, as far as the browser knows.

use leptos::prelude::*;

use crate::i18n::common;

/// Fired by the chunk loader while it waits for the network, and when it got through.
const WAITING: &str = "motcua:waiting-for-network";
const BACK: &str = "motcua:network-back";

/// What the browser says about the network.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Connection {
    /// There seems to be one.
    Online,
    /// There is none.
    Offline,
    /// A part of the app is being fetched and the network does not answer.
    Waiting,
}

/// Follows the network; changes are announced.
pub(crate) fn watch() -> ReadSignal<Connection> {
    let online = window().navigator().on_line();
    let first = if online {
        Connection::Online
    } else {
        Connection::Offline
    };
    let (connection, set) = signal(first);
    let events = [
        (
            "online",
            Connection::Online,
            common::online_again as fn() -> &'static str,
        ),
        ("offline", Connection::Offline, common::offline),
        (WAITING, Connection::Waiting, common::waiting_for_network),
        (BACK, Connection::Online, common::online_again),
    ];
    for (event, state, message) in events {
        let handle = window_event_listener_untyped(event, move |_| {
            if connection.get_untracked() != state {
                set.set(state);
                crate::announce::say(message());
            }
        });
        on_cleanup(move || handle.remove());
    }
    connection
}
