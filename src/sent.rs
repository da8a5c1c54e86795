//! The dossiers sent from this device: their codes, so that a guest finds them again.
//!
//! One entry in `localStorage` a dossier, under [`PREFIX`]. Only what stands on the
//! receipt's first lines and says nothing of the person is kept: code, service, dates.
//! On a shared device nothing is kept at all (whoever sends decides that).

use serde::{Deserialize, Serialize};

use crate::route::encode;
use crate::storage;

/// Where they are kept; then the code, percent-encoded.
const PREFIX: &str = "motcua.sent/";

/// A dossier sent from here.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Sent {
    /// The dossier's code.
    pub(crate) code: String,
    /// The service's name.
    pub(crate) service: String,
    /// When it was received at the portal by this device's clock, RFC 3339.
    pub(crate) sent_at: String,
}

/// Keeps one; false when the browser refuses, so that it can be said.
pub(crate) fn keep(sent: &Sent) -> bool {
    serde_json::to_string(sent).is_ok_and(|text| storage::write(&key(&sent.code), &text))
}

/// The one with this code.
pub(crate) fn find(code: &str) -> Option<Sent> {
    parse(&storage::read(&key(code))?)
}

/// All of them, the last sent first.
pub(crate) fn all() -> Vec<Sent> {
    let mut all: Vec<Sent> = storage::keys(PREFIX)
        .iter()
        .filter_map(|key| parse(&storage::read(key)?))
        .collect();
    latest_first(&mut all);
    all
}

/// Takes one off this device.
pub(crate) fn forget(code: &str) {
    storage::forget(&key(code));
}

fn key(code: &str) -> String {
    format!("{PREFIX}{}", encode(code))
}

/// Anything unreadable is as good as nothing.
fn parse(text: &str) -> Option<Sent> {
    crate::json::read(text).ok()
}

/// RFC 3339 times of one clock sort as text.
fn latest_first(all: &mut [Sent]) {
    all.sort_by(|a, b| (&b.sent_at, &b.code).cmp(&(&a.sent_at, &a.code)));
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sent(code: &str, at: &str) -> Sent {
        Sent {
            code: code.into(),
            service: "Thủ tục đăng ký khai sinh".into(),
            sent_at: at.into(),
        }
    }

    #[test]
    fn the_last_sent_stands_first() {
        let mut all = vec![
            sent("A", "2026-11-21T08:00:00Z"),
            sent("B", "2026-11-22T08:00:00Z"),
        ];
        latest_first(&mut all);
        assert_eq!(all[0].code, "B");
    }

    #[test]
    fn what_is_kept_is_read_back_and_garbage_is_nothing() {
        let one = sent("H15.50.05.13-261008-0975", "2026-11-21T08:00:00Z");
        assert_eq!(parse(&serde_json::to_string(&one).unwrap()), Some(one));
        assert_eq!(parse("{\"code\":1}"), None);
    }
}
