//! A draft that is open, and its writing: serialising and encrypting happen off the input event,
//! one write at a time ([`Pace`]).

use std::time::Duration;

use js_sys::{Function, Promise};
use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;

use super::saved::{SaveFailure, SavedState, saved};
use super::{discard, mark};
use crate::offline::copying::Conflict;
use crate::offline::draft::Draft;
use crate::offline::pace::Pace;
use crate::offline::vault::{self, Base, Fault, Stamp, Store};
use crate::offline::{clock, copies, shared};

/// How long after a change its write begins: what is typed in one go is one write, and a tab
/// killed without warning loses no more than this.
const WRITE_AFTER: Duration = Duration::from_millis(120);

/// A draft that is open: one for each id, whatever the number of screens that hold it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct OpenDraft {
    draft: RwSignal<Draft>,
    state: RwSignal<SavedState>,
    /// Set while the person has to choose between this version and the portal's.
    conflict: RwSignal<Option<Conflict>>,
    saver: StoredValue<Saver, LocalStorage>,
}

#[derive(Debug, Default)]
struct Saver {
    pace: Pace,
    /// Counts what is to be written; unlike the draft's revision it counts notes as well.
    count: u64,
    /// The write that the next one builds on; none before the first.
    stamp: Option<Stamp>,
    /// The next write replaces whatever another tab has written: the person said so.
    over: bool,
    /// Whoever waits for the write under way to end.
    waiting: Vec<Function>,
    /// A copy for the portal is under way or called for.
    copying: bool,
    /// Thrown away: nothing is written any more.
    discarded: bool,
}

impl OpenDraft {
    /// A draft whose last write left `stamp`; its signals belong to the owner of now.
    pub(super) fn new(draft: Draft, stamp: Option<Stamp>) -> Self {
        let state = match stamp {
            None if !shared::on() => SavedState::Untouched,
            _ => saved(&draft),
        };
        let saver = Saver {
            stamp,
            ..Saver::default()
        };
        Self::with_saver(draft, state, saver)
    }

    /// One that is never written.
    pub(super) fn only_read(draft: Draft) -> Self {
        let saver = Saver {
            discarded: true,
            ..Saver::default()
        };
        Self::with_saver(draft, SavedState::NotKept, saver)
    }

    fn with_saver(draft: Draft, state: SavedState, saver: Saver) -> Self {
        Self {
            draft: RwSignal::new(draft),
            state: RwSignal::new(state),
            conflict: RwSignal::new(None),
            saver: StoredValue::new_local(saver),
        }
    }

    /// Sees to it that nothing is written any more.
    pub(super) fn close(self) {
        self.saver.update_value(|saver| saver.discarded = true);
    }

    /// The next write finds nothing to build on: what was written is erased.
    pub(super) fn forget_stamp(self) {
        self.saver.update_value(|saver| saver.stamp = None);
    }

    /// Its local id.
    pub(crate) fn id(self) -> String {
        self.read(|draft| draft.id.clone())
    }

    /// Looks at it, and again whenever anything of it changes: for what shows a few facts of
    /// the whole, not for a field of a long form.
    pub(crate) fn with<T>(self, look: impl FnOnce(&Draft) -> T) -> T {
        self.draft.with(look)
    }

    /// Looks at it once.
    pub(crate) fn read<T>(self, look: impl FnOnce(&Draft) -> T) -> T {
        self.draft.with_untracked(look)
    }

    /// Changes it. Cheap enough for a keystroke: saving happens soon, elsewhere.
    pub(crate) fn change(self, change: impl FnOnce(&mut Draft)) {
        self.note(|draft| {
            change(draft);
            draft.revision += 1;
        });
    }

    /// Changes what only this device keeps: how far a file is, where the copy on the portal
    /// stands. The portal's copy lacks nothing by it.
    pub(crate) fn note(self, change: impl FnOnce(&mut Draft)) {
        self.draft.update(change);
        let call = self.saver.try_update_value(|saver| {
            saver.count += 1;
            saver.pace.change(saver.count)
        });
        if self
            .state
            .with_untracked(|state| *state != SavedState::Saving)
        {
            self.state.set(SavedState::Saving);
        }
        if call == Some(true) {
            set_timeout(move || spawn_local(self.write()), WRITE_AFTER);
        }
    }

    /// Whether it has not been thrown away since.
    pub(crate) fn is_open(self) -> bool {
        !self.saver.with_value(|saver| saver.discarded)
    }

    /// Where it is safe.
    pub(crate) fn state(self) -> ReadSignal<SavedState> {
        self.state.read_only()
    }

    /// What there is to choose between, when another device was faster.
    pub(crate) fn conflict(self) -> RwSignal<Option<Conflict>> {
        self.conflict
    }

    /// Takes the one place of a copy under way; false when it is taken.
    pub(in crate::offline) fn calls_for_copy(self) -> bool {
        let taken = self
            .saver
            .try_update_value(|saver| std::mem::replace(&mut saver.copying, true));
        taken == Some(false)
    }

    /// Gives that place back.
    pub(in crate::offline) fn copied(self) {
        self.saver.update_value(|saver| saver.copying = false);
    }

    /// Saves once more, over whatever another tab has written.
    pub(in crate::offline) fn save_over(self) {
        self.saver.update_value(|saver| saver.over = true);
        self.note(|_| {});
    }

    /// Writes at once what is still to be written: somebody has gone on, and may go further.
    pub(crate) fn save_soon(self) {
        spawn_local(async move {
            let _ = self.flush().await;
        });
    }

    /// Waits until everything changed so far is written, or cannot be.
    pub(crate) async fn flush(self) -> Result<(), SaveFailure> {
        loop {
            if !self.is_open() {
                return Err(SaveFailure::Gone);
            }
            let pace = self.saver.with_value(|saver| saver.pace);
            if pace.rests() {
                return Ok(());
            }
            if pace.busy() {
                let ended = Promise::new(&mut |resolve, _| {
                    self.saver.update_value(|saver| saver.waiting.push(resolve));
                });
                let _ = JsFuture::from(ended).await;
            } else {
                self.write().await;
            }
            if let SavedState::Failed(failure) = self.state.get_untracked() {
                return Err(failure);
            }
        }
    }

    /// Throws it away, with its papers.
    pub(crate) async fn discard(self) -> Result<(), Fault> {
        discard(&self.id()).await
    }

    /// Writes until nothing newer is left to write.
    async fn write(self) {
        while self.begins() {
            let (count, id, text) = self.serialise();
            let base = self.saver.with_value(|saver| match saver.stamp {
                _ if saver.over => Base::Any,
                Some(stamp) => Base::Stamp(stamp),
                None => Base::None,
            });
            let written = vault::write(Store::Drafts, &id, &text, base).await;
            let more = self.is_open() && self.ended(count, written);
            for resolve in self.waiting() {
                let _ = resolve.call0(&JsValue::NULL);
            }
            if !self.is_open() {
                // Thrown away meanwhile: the write may have come after the removal.
                let _ = vault::remove_draft(&id).await;
            }
            if !more {
                return;
            }
        }
    }

    fn begins(self) -> bool {
        let begins = self
            .saver
            .try_update_value(|saver| !saver.discarded && saver.pace.begin());
        begins == Some(true)
    }

    /// The draft as it is now: the count of the write, its id, and the text to write.
    fn serialise(self) -> (u64, String, Vec<u8>) {
        let now = clock::now();
        // Not a change that anybody must be told of.
        self.draft.update_untracked(|draft| draft.saved_at = now);
        let count = self.saver.with_value(|saver| saver.count);
        self.draft.with_untracked(|draft| {
            let text = serde_json::to_vec(draft).expect("a draft is plain data");
            (count, draft.id.clone(), text)
        })
    }

    /// Takes note of how a write ended; true when there is more to write.
    fn ended(self, count: u64, written: Result<Stamp, Fault>) -> bool {
        let more = self.saver.try_update_value(|saver| {
            if let Ok(stamp) = written {
                saver.stamp = Some(stamp);
                saver.over = false;
            }
            saver.pace.end(count, written.is_ok())
        });
        let more = more == Some(true);
        match written {
            Err(fault) => self.state.set(SavedState::Failed(fault.into())),
            Ok(_) if more => {}
            Ok(_) => {
                mark(!shared::on());
                self.state.set(self.read(saved));
                copies::due(self);
            }
        }
        more
    }

    fn waiting(self) -> Vec<Function> {
        let waiting = self
            .saver
            .try_update_value(|saver| std::mem::take(&mut saver.waiting));
        waiting.unwrap_or_default()
    }
}
