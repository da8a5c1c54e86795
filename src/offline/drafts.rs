//! Applications being written: begun, opened, changed, saved, listed, thrown away.
//!
//! An open draft lives outside every screen, once for each id, so that moving between pages
//! neither reads it again nor loses a keystroke. [`OpenDraft::change`] only alters memory
//! and sees to it that a write begins soon; serialising and encrypting happen off the input
//! event, one write at a time ([`super::pace`]).

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::time::Duration;

use js_sys::{Function, Promise};
use leptos::prelude::*;
use leptos::task::spawn_local;
use motcua_contract::draft::DraftContent;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;

use super::copying::Conflict;
use super::draft::{Draft, Supplement, blank};
use super::pace::Pace;
use super::vault::{self, Base, Fault, Refusal, Stamp, Store};
use super::{clock, copies, shared};
use crate::{storage, unsent};

/// How long after a change its write begins: what is typed in one go is one write, and a tab
/// killed without warning loses no more than this.
const WRITE_AFTER: Duration = Duration::from_millis(120);

/// Kept in `localStorage` while there are drafts, so that the first screen need not fetch
/// the code of this module to learn that there are none. Says nothing else.
pub(crate) const MARK: &str = "motcua.drafts";

/// Whether this device may hold drafts; costs nothing to ask.
pub(crate) fn may_have_any() -> bool {
    storage::read(MARK).is_some()
}

/// Why a draft cannot be opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum OpenFailure {
    /// There is none with this id here.
    Missing,
    /// Signing out destroyed the key.
    KeyGone,
    /// What stands there cannot be read.
    Damaged,
    /// The browser gives nothing.
    NoStorage,
}

impl From<Fault> for OpenFailure {
    fn from(fault: Fault) -> Self {
        match fault {
            Fault::KeyGone => Self::KeyGone,
            Fault::Damaged => Self::Damaged,
            Fault::Changed(_) => Self::Missing,
            Fault::Browser(_) => Self::NoStorage,
        }
    }
}

/// Where what was typed is safe.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum SavedState {
    /// On its way to this device.
    Saving,
    /// On this device.
    OnDevice {
        /// Since when, RFC 3339.
        at: String,
    },
    /// On this device and on the portal.
    OnPortal {
        /// Since when, RFC 3339.
        at: String,
    },
    /// In memory only: this is a shared device.
    NotKept,
    /// Not saved.
    Failed(SaveFailure),
}

/// Why a change is not saved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum SaveFailure {
    /// No room left on the device.
    Full,
    /// The browser keeps nothing here.
    NoStorage,
    /// Somebody signed out or threw the draft away in another tab.
    Gone,
    /// Another tab has written a newer version.
    OtherTab,
}

impl From<Fault> for SaveFailure {
    fn from(fault: Fault) -> Self {
        match fault {
            Fault::Browser(Refusal::Full) => Self::Full,
            Fault::Browser(Refusal::NoStorage) | Fault::Damaged => Self::NoStorage,
            Fault::KeyGone | Fault::Changed(None) => Self::Gone,
            Fault::Changed(Some(_)) => Self::OtherTab,
        }
    }
}

/// A draft as a list shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct DraftLine {
    /// Its local id.
    pub(crate) id: String,
    /// The service's name.
    pub(crate) title: String,
    /// The service's code.
    pub(crate) service: String,
    /// The case's id.
    pub(crate) case: String,
    /// When it was last changed here, RFC 3339.
    pub(crate) saved_at: String,
    /// Sections done, and of how many.
    pub(crate) sections: (u32, u32),
    /// The id of its copy on the portal.
    pub(crate) portal: Option<String>,
    /// It was sent, and the answer is not known yet.
    pub(crate) sending: bool,
    /// The dossier's code and the request's id, for an answer to a request for more.
    pub(crate) supplement: Option<(String, String)>,
}

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

thread_local! {
    /// What is open, with the owner that keeps its signals alive.
    static OPEN: RefCell<BTreeMap<String, (Owner, OpenDraft)>> =
        const { RefCell::new(BTreeMap::new()) };
}

/// Begins an application. It is on the device when this returns, unless its state says
/// otherwise.
pub(crate) async fn begin(service: &str, case: &str, form_version: &str, title: &str) -> OpenDraft {
    take_in(title, blank(service, case, form_version)).await
}

/// The answer to a request for more that was begun on this device, or a new one that starts
/// from `content`: what stands in the dossier now.
pub(crate) async fn supplement(
    dossier: &str,
    request: &str,
    title: &str,
    content: impl FnOnce() -> DraftContent,
) -> OpenDraft {
    let begun = list().await.into_iter().find(|line| {
        let of = line.supplement.as_ref();
        of.is_some_and(|(code, id)| code == dossier && id == request)
    });
    if let Some(line) = begun
        && let Ok(draft) = open(&line.id).await
    {
        return draft;
    }
    let mut draft = Draft::new(new_id(), title.into(), content(), clock::now());
    draft.supplement = Some(Supplement {
        dossier: dossier.into(),
        request: request.into(),
        notes: BTreeMap::new(),
    });
    // Kept from the first thing typed on: a request that was only looked at is no draft.
    enrol(draft, None)
}

/// Makes a draft of answers that were given before: in a file, or on another device.
pub(super) async fn take_in(title: &str, content: DraftContent) -> OpenDraft {
    let draft = Draft::new(new_id(), title.into(), content, clock::now());
    let open = enrol(draft, None);
    if !shared::on() {
        // There is something to lose from now on: the browser shall not clear it away when the
        // device runs low. Where it asks the person first, they have just begun something.
        let _ = window().navigator().storage().persist();
    }
    open.change(|_| {});
    // Its state tells when this fails; the person can write on all the same.
    let _ = open.flush().await;
    open
}

/// Opens the draft with this id.
pub(crate) async fn open(id: &str) -> Result<OpenDraft, OpenFailure> {
    if let Some(open) = find(id) {
        return Ok(open);
    }
    let record = vault::read(Store::Drafts, id).await?;
    let record = record.ok_or(OpenFailure::Missing)?;
    let draft = read(&record.bytes).ok_or(OpenFailure::Damaged)?;
    // Opened twice at once: the first to come stays.
    Ok(find(id).unwrap_or_else(|| enrol(draft, Some(record.stamp))))
}

/// Every draft on this device, last changed first. One that cannot be read is left out.
pub(crate) async fn list() -> Vec<DraftLine> {
    let mut lines = Vec::new();
    for id in vault::keys(Store::Drafts).await.unwrap_or_default() {
        let line = match find(&id) {
            Some(open) => Some(open.read(line)),
            None => stored(&id).await.as_ref().map(line),
        };
        lines.extend(line);
    }
    mark(!lines.is_empty());
    lines.sort_by(|a, b| newer(&b.saved_at, &a.saved_at));
    lines
}

/// Throws away the draft with this id and its papers, open or not.
pub(crate) async fn discard(id: &str) -> Result<(), Fault> {
    if let Some(open) = OPEN.with_borrow_mut(|open| open.remove(id)) {
        bury(open);
    }
    let removed = vault::remove_draft(id).await;
    let none_left = vault::keys(Store::Drafts)
        .await
        .is_ok_and(|ids| ids.is_empty());
    if none_left {
        mark(false);
    }
    removed
}

/// Signing out, or forgetting everything: the key, every draft and every file go, open ones
/// included.
pub(crate) async fn forget_all() -> Result<(), Fault> {
    for open in OPEN.take().into_values() {
        bury(open);
    }
    mark(false);
    unsent::forget_all();
    vault::destroy().await
}

/// Says that this is a shared device, or that it is not. Nothing is written from now on, and
/// what was written before is erased; what is open goes on in memory.
pub(crate) async fn share_device(on: bool) -> Result<(), Fault> {
    if on {
        unsent::forget_all();
    }
    let erased = if on { vault::destroy().await } else { Ok(()) };
    mark(false);
    shared::set(on);
    let mut open = Vec::new();
    each_open(|draft| open.push(draft));
    for open in open {
        open.saver.update_value(|saver| saver.stamp = None);
        open.change(|_| {});
        let _ = open.flush().await;
    }
    erased
}

/// Something to be read through a form and never kept: it lives as long as whoever asked.
pub(crate) fn only_read(title: &str, content: DraftContent) -> OpenDraft {
    OpenDraft {
        state: RwSignal::new(SavedState::NotKept),
        draft: RwSignal::new(Draft::new(new_id(), title.into(), content, clock::now())),
        conflict: RwSignal::new(None),
        saver: StoredValue::new_local(Saver {
            discarded: true,
            ..Saver::default()
        }),
    }
}

impl OpenDraft {
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
    pub(super) fn calls_for_copy(self) -> bool {
        let taken = self
            .saver
            .try_update_value(|saver| std::mem::replace(&mut saver.copying, true));
        taken == Some(false)
    }

    /// Gives that place back.
    pub(super) fn copied(self) {
        self.saver.update_value(|saver| saver.copying = false);
    }

    /// Saves once more, over whatever another tab has written.
    pub(super) fn save_over(self) {
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

/// Where a draft is safe whose newest change is written.
fn saved(draft: &Draft) -> SavedState {
    if shared::on() {
        return SavedState::NotKept;
    }
    match draft.on_portal_since() {
        Some(at) => SavedState::OnPortal { at: at.into() },
        None => SavedState::OnDevice {
            at: draft.saved_at.clone(),
        },
    }
}

fn enrol(draft: Draft, stamp: Option<Stamp>) -> OpenDraft {
    let id = draft.id.clone();
    // Without a parent: no screen that goes takes it along.
    let owner = Owner::new_root(None);
    let open = owner.with(|| OpenDraft {
        state: RwSignal::new(saved(&draft)),
        draft: RwSignal::new(draft),
        conflict: RwSignal::new(None),
        saver: StoredValue::new_local(Saver {
            stamp,
            ..Saver::default()
        }),
    });
    OPEN.with_borrow_mut(|all| all.insert(id, (owner, open)));
    open
}

/// Makes sure that an open draft is written no more. Its signals stay: a screen may still
/// show it until the person has gone on.
fn bury((owner, open): (Owner, OpenDraft)) {
    open.saver.update_value(|saver| saver.discarded = true);
    std::mem::forget(owner);
}

/// Does something with every open draft.
pub(super) fn each_open(act: impl FnMut(OpenDraft)) {
    let open: Vec<OpenDraft> =
        OPEN.with_borrow(|all| all.values().map(|(_, open)| *open).collect());
    open.into_iter().for_each(act);
}

fn find(id: &str) -> Option<OpenDraft> {
    OPEN.with_borrow(|all| all.get(id).map(|(_, open)| *open))
}

async fn stored(id: &str) -> Option<Draft> {
    let record = vault::read(Store::Drafts, id).await.ok()??;
    read(&record.bytes)
}

/// A draft as it was written. Read as text like every answer of the portal: reading the same
/// types from bytes as well would put a second parser of each into the app, 80 kB of code.
fn read(bytes: &[u8]) -> Option<Draft> {
    serde_json::from_str(std::str::from_utf8(bytes).ok()?).ok()
}

fn line(draft: &Draft) -> DraftLine {
    DraftLine {
        id: draft.id.clone(),
        title: draft.title.clone(),
        service: draft.content.service.clone(),
        case: draft.content.case.clone(),
        saved_at: draft.saved_at.clone(),
        sections: (draft.content.sections_done, draft.content.sections),
        portal: draft.portal_id().map(str::to_owned),
        sending: draft.sending.is_some(),
        supplement: draft
            .supplement
            .as_ref()
            .map(|of| (of.dossier.clone(), of.request.clone())),
    }
}

/// Orders two RFC 3339 times of whatever offset.
fn newer(a: &str, b: &str) -> std::cmp::Ordering {
    let time = |text| clock::milliseconds(text).unwrap_or_default();
    time(a).total_cmp(&time(b))
}

fn mark(some: bool) {
    shared::at_stake(shared::on() && OPEN.with_borrow(|open| !open.is_empty()));
    // After each save, so only where it changes: writing there costs a phone a millisecond.
    match (some, may_have_any()) {
        (true, false) => drop(storage::write(MARK, "1")),
        (false, true) => storage::forget(MARK),
        _ => {}
    }
}

/// 20 characters that nobody guesses: for drafts and for files.
pub(crate) fn new_id() -> String {
    const LETTERS: &[u8; 32] = b"abcdefghijkmnpqrstuvwxyz23456789";
    // Without randomness there is no key either, and nothing is kept: any id will do.
    let bytes: [u8; 20] = vault::random().unwrap_or_default();
    bytes
        .iter()
        .map(|byte| char::from(LETTERS[usize::from(byte % 32)]))
        .collect()
}
