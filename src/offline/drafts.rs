//! Applications being written: begun, opened, changed, saved, listed, thrown away.
//!
//! An open draft lives outside every screen, once for each id, so that moving between pages
//! neither reads it again nor loses a keystroke. [`OpenDraft::change`] only alters memory
//! and sees to it that a write begins soon.

use std::cell::RefCell;
use std::collections::BTreeMap;

use leptos::prelude::*;
use motcua_contract::draft::DraftContent;

use super::draft::{Draft, Supplement, blank};
use super::vault::{self, Fault, Stamp, Store};
use super::{clock, shared};
use crate::{storage, unsent};

mod line;
mod open_draft;
mod saved;

pub(crate) use line::DraftLine;
pub(crate) use open_draft::OpenDraft;
pub(crate) use saved::{SaveFailure, SavedState};

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
            Some(open) => Some(open.read(line::line)),
            None => stored(&id).await.as_ref().map(line::line),
        };
        lines.extend(line);
    }
    mark(!lines.is_empty());
    lines.sort_by(|a, b| line::newer(&b.saved_at, &a.saved_at));
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
        open.forget_stamp();
        open.change(|_| {});
        let _ = open.flush().await;
    }
    erased
}

/// Something to be read through a form and never kept: it lives as long as whoever asked.
pub(crate) fn only_read(title: &str, content: DraftContent) -> OpenDraft {
    let draft = Draft::new(new_id(), title.into(), content, clock::now());
    OpenDraft::only_read(draft)
}

fn enrol(draft: Draft, stamp: Option<Stamp>) -> OpenDraft {
    let id = draft.id.clone();
    // Without a parent: no screen that goes takes it along.
    let owner = Owner::new_root(None);
    let open = owner.with(|| OpenDraft::new(draft, stamp));
    OPEN.with_borrow_mut(|all| all.insert(id, (owner, open)));
    open
}

/// Makes sure that an open draft is written no more. Its signals stay: a screen may still
/// show it until the person has gone on.
fn bury((owner, open): (Owner, OpenDraft)) {
    open.close();
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
    crate::json::read(std::str::from_utf8(bytes).ok()?).ok()
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
