//! A letter that is being written: its words, the files that go with it, and the request that
//! it became when it was sent.
//!
//! It stands in the vault of this device, encrypted, gone with a sign-out, in memory only on a
//! shared device. All of it is one record, so that words, files and key are never of different
//! times. An open envelope lives outside every screen, once for each place: its files go on to
//! the portal while somebody reads another page.

use std::cell::RefCell;
use std::collections::BTreeMap;

use js_sys::Promise;
use leptos::prelude::*;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::{JsFuture, future_to_promise};

use crate::api::attempt::Pending;
use crate::api::write::Refusal;
use crate::offline::vault::{self, Base, Store};
use crate::papers::{Change, Gathered, Lack, Pile};

/// What is in an envelope.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub(crate) struct Contents {
    /// What was typed, as the screen that shows it writes it down.
    pub(crate) words: String,
    /// What was photographed or chosen.
    pub(crate) files: Gathered,
    /// What was sent and is not answered yet: until then it goes again as it is.
    pub(crate) sent: Pending,
}

/// An open envelope.
#[derive(Clone, Copy)]
pub(crate) struct Envelope {
    /// Where it stands in the vault; the bytes of its files stand below.
    place: StoredValue<String>,
    contents: RwSignal<Contents>,
    keeping: StoredValue<Keeping, LocalStorage>,
}

/// Writes follow one another, so that the last one stays.
#[derive(Default)]
struct Keeping {
    /// The writing under way.
    running: Option<Promise>,
    /// Something has changed since it began.
    again: bool,
}

thread_local! {
    /// What is open, with the owner that keeps its signals alive.
    static OPEN: RefCell<BTreeMap<String, (Owner, Envelope)>> =
        const { RefCell::new(BTreeMap::new()) };
}

/// Opens the envelope at `place`: as it was left, or an empty one where nothing can be read.
pub(crate) async fn open(place: &str) -> Envelope {
    if let Some(open) = find(place) {
        return open;
    }
    let kept = vault::read(Store::Files, place).await;
    let kept = kept.ok().flatten().and_then(|record| {
        // As text: see the drafts.
        crate::json::read(std::str::from_utf8(&record.bytes).ok()?).ok()
    });
    // Opened twice at once: the first to come stays.
    find(place).unwrap_or_else(|| enrol(place, kept.unwrap_or_default()))
}

/// Empties every open envelope; whoever calls it empties the vault.
fn forget_all() {
    OPEN.with_borrow(|open| {
        for (_, envelope) in open.values() {
            envelope.contents.set(Contents::default());
        }
    });
}

fn find(place: &str) -> Option<Envelope> {
    OPEN.with_borrow(|open| open.get(place).map(|(_, envelope)| *envelope))
}

fn enrol(place: &str, contents: Contents) -> Envelope {
    // Without a parent: no screen that goes takes it along.
    let owner = Owner::new_root(None);
    let envelope = owner.with(|| Envelope {
        place: StoredValue::new(place.to_owned()),
        contents: RwSignal::new(contents),
        keeping: StoredValue::new_local(Keeping::default()),
    });
    super::ENVELOPES.set(Some(forget_all));
    OPEN.with_borrow_mut(|open| open.insert(place.to_owned(), (owner, envelope)));
    envelope
}

impl Envelope {
    /// Looks at what is in it, again whenever that changes.
    pub(crate) fn with<T>(self, look: impl FnOnce(&Contents) -> T) -> T {
        self.contents.with(look)
    }

    /// Looks once.
    pub(crate) fn read<T>(self, look: impl FnOnce(&Contents) -> T) -> T {
        self.contents.with_untracked(look)
    }

    /// Changes what is in it; it is kept soon.
    pub(crate) fn change(self, change: impl FnOnce(&mut Contents)) {
        self.contents.update(change);
        let _ = self.keep();
    }

    /// What keeps its files from being sent along; nothing when the portal has received all and
    /// looked into them. Reading it is tracked.
    pub(crate) fn lack(self) -> Option<Lack> {
        self.with(|contents| contents.files.unsettled())
    }

    /// Waits until all that changed so far is kept, or cannot be: what leaves the device is
    /// known here first.
    async fn kept(self) {
        let _ = JsFuture::from(self.keep()).await;
    }

    /// Sends it as `body`: kept with its key first, as it was while an earlier try has no
    /// answer, and empty once the portal has it.
    ///
    /// # Errors
    /// As [`crate::api::attempt::Attempt::post`].
    pub(crate) async fn send<T: DeserializeOwned>(
        self,
        path: &str,
        body: String,
    ) -> Result<T, Refusal> {
        let mut sent = self.read(|contents| contents.sent.clone());
        let attempt = sent.say(body);
        self.change(|contents| contents.sent = sent);
        self.kept().await;
        let answer = attempt.post(path).await;
        self.change(|contents| match &answer {
            Ok(_) => *contents = Contents::default(),
            Err(_) => contents.sent.heard(&answer),
        });
        answer
    }

    /// What was sent and is not answered yet.
    pub(crate) fn unanswered(self) -> Option<String> {
        let body = |contents: &Contents| Some(contents.sent.attempt()?.body().to_owned());
        self.read(body)
    }

    /// Sees to it that it is kept; resolves when it is. A browser that refuses is no reason
    /// not to write: the words stand on the screen.
    fn keep(self) -> Promise {
        let running = self.keeping.try_update_value(|keeping| {
            keeping.again = true;
            keeping.running.clone()
        });
        if let Some(running) = running.flatten() {
            return running;
        }
        let promise = future_to_promise(async move {
            while self.takes_up() {
                self.write().await;
            }
            Ok(JsValue::UNDEFINED)
        });
        self.keeping
            .update_value(|keeping| keeping.running = Some(promise.clone()));
        promise
    }

    /// Whether there is something to write; the writing has ended when there is not.
    fn takes_up(self) -> bool {
        let again = self.keeping.try_update_value(|keeping| {
            let again = std::mem::take(&mut keeping.again);
            if !again {
                keeping.running = None;
            }
            again
        });
        again == Some(true)
    }

    async fn write(self) {
        let place = self.place.get_value();
        let contents = self.contents.get_untracked();
        if contents == Contents::default() {
            let _ = vault::remove(Store::Files, &place).await;
            // The bytes of its files go as those of a draft do.
            let _ = vault::remove_draft(&place).await;
        } else if let Ok(text) = serde_json::to_string(&contents) {
            let _ = vault::write(Store::Files, &place, text.as_bytes(), Base::Any).await;
        }
    }
}

impl Pile for Envelope {
    fn place(&self) -> String {
        self.place.get_value()
    }

    fn requirement(&self) -> Option<&str> {
        None
    }

    fn is_open(&self) -> bool {
        true
    }

    fn gathered(&self) -> Gathered {
        self.with(|contents| contents.files.clone())
    }

    fn change(&self, change: Change<'_>) {
        Envelope::change(*self, |contents| change(&mut contents.files));
    }

    fn note(&self, change: Change<'_>) {
        Pile::change(self, change);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_envelope_of_a_former_version_is_read_as_far_as_it_goes() {
        let contents: Contents = serde_json::from_str(r#"{"words":"Tôi cần gấp."}"#).unwrap();
        assert_eq!(contents.words, "Tôi cần gấp.");
        assert_eq!(contents.files, Gathered::default());
        assert_eq!(contents.sent, Pending::default());
        let text = serde_json::to_string(&contents).unwrap();
        assert_eq!(serde_json::from_str::<Contents>(&text).unwrap(), contents);
    }
}
