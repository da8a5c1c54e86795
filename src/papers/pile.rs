//! Files that belong together, whatever they belong to.
//!
//! Photographing, sending and watching know no more of it than this: what an application asks
//! for ([`super::Asked`]) and what goes with a letter ([`crate::unsent::Envelope`]) are sent by
//! the same code.

use std::sync::Arc;

use leptos::prelude::untrack;

use super::paper::{Gathered, PaperFile};

/// Something done to what is gathered.
pub(crate) type Change<'a> = Box<dyn FnOnce(&mut Gathered) + 'a>;

/// Whose papers these are.
pub(crate) trait Pile: Send + Sync {
    /// Where the bytes of its files stand in the vault: at `{place}/{file}`.
    fn place(&self) -> String;

    /// The requirement that they are for; none for what goes with a letter.
    fn requirement(&self) -> Option<&str>;

    /// Whether it has not been thrown away since.
    fn is_open(&self) -> bool;

    /// What is gathered. Reading it is tracked.
    fn gathered(&self) -> Gathered;

    /// Changes what is handed in.
    fn change(&self, change: Change<'_>);

    /// Takes note of something that only this device keeps: how far a file is.
    fn note(&self, change: Change<'_>);
}

/// A pile, by whomever it is kept.
pub(crate) type AnyPile = Arc<dyn Pile>;

/// The file with this local id, unless it was removed or the whole pile thrown away.
pub(super) fn find(pile: &AnyPile, id: &str) -> Option<PaperFile> {
    if !pile.is_open() {
        return None;
    }
    let gathered = untrack(|| pile.gathered());
    gathered.files.into_iter().find(|file| file.id == id)
}

/// Takes note of how far the file with this local id is.
pub(super) fn note(pile: &AnyPile, id: &str, change: impl FnOnce(&mut PaperFile)) {
    if pile.is_open() {
        pile.note(Box::new(|gathered| {
            if let Some(file) = gathered.file_mut(id) {
                change(file);
            }
        }));
    }
}
