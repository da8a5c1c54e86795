//! Receipts of one's own dossiers, kept so that they open without a network.
//!
//! One record for each dossier in the vault: encrypted, gone with a sign-out, taken away when the
//! dossier's code is taken off the device. On a shared device none is kept. Screens reach it by
//! [`kept_part`](crate::session::kept::kept_part): few need it, and none of them at once.

use std::future::Future;
use std::pin::Pin;

use super::vault::{self, Base, Store};
use super::{clock, shared};
use crate::api::{client, path};
use crate::storage;

/// What is had later.
pub(crate) type Later<T> = Pin<Box<dyn Future<Output = T>>>;

/// Stands in `localStorage` once there was one to keep, so that nobody fetches this part to learn
/// that there is none. Says nothing else.
const MARK: &str = "motcua.receipts";

/// Whether this device may hold receipts; costs nothing to ask.
pub(crate) fn may_have_any() -> bool {
    storage::read(MARK).is_some()
}

/// A receipt as it was kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Kept {
    /// When, RFC 3339.
    pub(crate) at: String,
    /// The portal's answer, JSON.
    pub(crate) body: String,
}

/// What can be done with them, each by a dossier's code.
pub(crate) struct Receipts {
    /// Keeps this answer of the portal, in place of an older one.
    pub(crate) keep: fn(String, String) -> Later<()>,
    /// The one that is kept.
    pub(crate) find: fn(String) -> Later<Option<Kept>>,
    /// Fetches it and keeps it, where none is kept yet.
    pub(crate) fetch: fn(String) -> Later<()>,
    /// Takes it off the device.
    pub(crate) forget: fn(String) -> Later<()>,
}

impl Receipts {
    /// What there is.
    pub(crate) const ALL: Self = Self {
        keep: |code, body| Box::pin(keep(code, body)),
        find: |code| Box::pin(find(code)),
        fetch: |code| {
            Box::pin(async {
                if find(code.clone()).await.is_none()
                    && let Ok(answer) = client::get(&path::receipt(&code), None).await
                {
                    keep(code, answer.body).await;
                }
            })
        },
        forget: |code| {
            Box::pin(async move {
                let _ = vault::remove(Store::Files, &place(&code)).await;
            })
        },
    };
}

async fn keep(code: String, body: String) {
    if shared::on() {
        return;
    }
    let record = written(&clock::now(), &body);
    // What the browser refuses to keep is at the portal all the same.
    let kept = vault::write(Store::Files, &place(&code), record.as_bytes(), Base::Any).await;
    if kept.is_ok() {
        storage::write(MARK, "1");
    }
}

async fn find(code: String) -> Option<Kept> {
    let record = vault::read(Store::Files, &place(&code)).await.ok()??;
    read(std::str::from_utf8(&record.bytes).ok()?)
}

fn place(code: &str) -> String {
    format!("receipt/{code}")
}

/// A record: when, then on the next lines the answer as it came.
fn written(at: &str, body: &str) -> String {
    format!("{at}\n{body}")
}

fn read(record: &str) -> Option<Kept> {
    let (at, body) = record.split_once('\n')?;
    Some(Kept {
        at: at.into(),
        body: body.into(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_receipt_is_read_back_as_it_came_with_its_time() {
        let body = "{\n  \"code\": \"H1\"\n}";
        let kept = read(&written("2026-11-22T08:05:00+07:00", body)).unwrap();
        assert_eq!(
            (kept.at.as_str(), kept.body.as_str()),
            ("2026-11-22T08:05:00+07:00", body)
        );
        assert_eq!(read("{}"), None);
    }
}
