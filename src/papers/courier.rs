//! Carries files to the portal: does what [`Transfer::next`] says, tells it what came of it.
//!
//! At most [`AT_ONCE`] files travel at a time, over all papers: on a bad line two half-fast
//! files are worse than one that arrives. Who waits for better luck is woken when the network
//! is back. A file that is removed, paused or discarded is dropped at its next step.
//!
//! Announces what matters and nothing else: a file has been received, or refused.
//!
//! [`Transfer::next`]: super::transfer::Transfer::next

use std::cell::RefCell;

use leptos::prelude::untrack;
use leptos::task::spawn_local;
use motcua_contract::upload::UploadState;

use super::paper::PaperFile;
use super::pile::{AnyPile, find, note};
use super::transfer::{Heard, State, Step};
use super::{bytes, words};
use crate::announce;
use crate::api::uploads;
use crate::offline::drafts::new_id;

mod rest;
mod step;

pub(super) use rest::wake;

const AT_ONCE: usize = 2;

thread_local! {
    /// Files being seen to, by their local ids, and whether they are still on their way: one
    /// that only waits for the portal to look into it takes nobody's place.
    static CARRIED: RefCell<Vec<(String, bool)>> = const { RefCell::new(Vec::new()) };
    /// Piles of which a file found no place.
    static QUEUE: RefCell<Vec<AnyPile>> = const { RefCell::new(Vec::new()) };
}

/// Takes up whatever of `pile` waits to be sent. To be called when it is opened and whenever
/// something was added or resumed; calling once too often does nothing.
pub(super) fn attend(pile: &AnyPile) {
    rest::wake_with_the_network();
    let files = untrack(|| pile.gathered()).files;
    let due = files
        .into_iter()
        .filter(|file| file.transfer.next(file.bytes) != Step::Rest);
    for file in due {
        let travels = file.transfer.received().is_none();
        match place(&file.id, travels) {
            Place::Free => {
                let pile = pile.clone();
                spawn_local(async move {
                    carry(&pile, &file.id).await;
                    CARRIED.with_borrow_mut(|carried| carried.retain(|(id, _)| *id != file.id));
                    // It may have been resumed just as it came to rest.
                    if pile.is_open() {
                        attend(&pile);
                    }
                    next_in_line();
                });
            }
            Place::Own => {}
            Place::Full => QUEUE.with_borrow_mut(|queue| queue.push(pile.clone())),
        }
    }
}

/// Takes a file back from the portal, as far as it can be reached; it runs out otherwise.
pub(super) fn withdraw(file: &PaperFile) {
    if let Some(upload) = file.transfer.upload().map(str::to_owned) {
        spawn_local(async move {
            let _ = uploads::withdraw(&upload).await;
        });
    }
}

/// What place there is for a file.
enum Place {
    /// It has taken one just now.
    Free,
    /// It has one already.
    Own,
    /// None.
    Full,
}

fn place(id: &str, travels: bool) -> Place {
    CARRIED.with_borrow_mut(|carried| {
        let travelling = carried.iter().filter(|(_, travels)| *travels).count();
        if carried.iter().any(|(other, _)| other == id) {
            Place::Own
        } else if travels && travelling >= AT_ONCE {
            Place::Full
        } else {
            carried.push((id.to_owned(), travels));
            Place::Free
        }
    })
}

/// A place is free: whoever found none tries again.
fn next_in_line() {
    for pile in QUEUE.take() {
        if pile.is_open() {
            attend(&pile);
        }
    }
}

async fn carry(pile: &AnyPile, id: &str) {
    // Read when first needed, kept for as long as the file travels.
    let mut content = None;
    note(pile, id, |file| file.transfer.resume());
    while let Some(file) = find(pile, id) {
        let wait = file.transfer.wait(js_sys::Math::random());
        if wait > 0 {
            if rest::sleep(wait).await {
                note(pile, id, |file| file.transfer.failures = 0);
            }
            // It may have been paused or removed meanwhile.
            let Some(now) = find(pile, id) else {
                return;
            };
            if now.transfer.next(now.bytes) == Step::Rest {
                return;
            }
        }
        let step = file.transfer.next(file.bytes);
        if matches!(step, Step::Send { .. }) && content.is_none() {
            content = bytes::kept(&pile.place(), id).await;
            if content.is_none() {
                // Erased, or the device lost it: only the person can bring it again.
                note(pile, id, |file| file.transfer.state = State::Failed);
                return;
            }
        }
        let heard = match step {
            Step::Rest => return,
            step => step::take(step, &file, pile.requirement(), content.as_deref()).await,
        };
        if !settle(pile, id, heard).await {
            return;
        }
    }
}

/// Tells the transfer what was heard, and the person what came of it. False when the file is
/// not there any more.
async fn settle(pile: &AnyPile, id: &str, heard: Heard) -> bool {
    let Some(before) = find(pile, id) else {
        return false;
    };
    let refused = matches!(heard, Heard::Became(UploadState::Refused { .. }));
    let key = new_id();
    note(pile, id, |file| {
        let (size, sha256) = (file.bytes, file.sha256.clone());
        file.transfer.hear(heard, size, &sha256, &key);
        if let State::Checked {
            pages: Some(pages), ..
        } = file.transfer.state
        {
            file.pages = Some(pages);
        }
    });
    let Some(after) = find(pile, id) else {
        return false;
    };
    if before.transfer.received().is_none() && after.transfer.received().is_some() {
        // What is handed in has changed.
        pile.change(Box::new(|_| {}));
        announce::say(&words::said_received(&after.name));
        CARRIED.with_borrow_mut(|carried| {
            let mine = carried.iter_mut().filter(|(other, _)| other == id);
            mine.for_each(|(_, travels)| *travels = false);
        });
        next_in_line();
    }
    match &after.transfer.state {
        State::Checked { .. } => bytes::forget(&pile.place(), id).await,
        State::Refused { .. } | State::Failed if before.transfer.state != after.transfer.state => {
            pile.change(Box::new(|_| {}));
            if refused {
                announce::say(&words::said_refused(&after.name));
            } else {
                announce::say(&words::said_failed(&after.name));
            }
        }
        _ => {}
    }
    true
}
