//! What a file really is, told from its bytes and from nothing that anybody says about it.
//!
//! A file is sound when it is of one of the [`Kind`]s, whole from its first byte to its
//! last, openable without a password, of a size that an officer can look at, and not
//! some other file at the same time. Everything here is made for hostile bytes: each
//! kind is read once from front to back, and the portal calls it in a process of its
//! own (see `inspector`), which may die without harm.

use serde::{Deserialize, Serialize};

mod archive;
pub(crate) mod fault;
mod jpeg;
pub(crate) mod kind;
mod pdf;
mod picture;
mod png;
mod webp;

pub(crate) use fault::Fault;
pub(crate) use kind::Kind;

/// What was found in a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) enum Finding {
    /// In order.
    Sound {
        /// What it is.
        kind: Kind,
        /// How many pages, where it has pages.
        pages: Option<u32>,
    },
    /// Not to be taken.
    Faulty(Fault),
}

/// Looks into a file.
pub(crate) fn look(bytes: &[u8]) -> Finding {
    match sound(bytes) {
        Ok((kind, pages)) => Finding::Sound { kind, pages },
        Err(fault) => Finding::Faulty(fault),
    }
}

fn sound(bytes: &[u8]) -> Result<(Kind, Option<u32>), Fault> {
    let kind = kind::named(bytes)?;
    let pages = match kind {
        Kind::Pdf => Some(pdf::pages(bytes)?),
        Kind::Jpeg => jpeg::size(bytes)?.judged()?,
        Kind::Png => png::size(bytes)?.judged()?,
        Kind::Webp => webp::size(bytes)?.judged()?,
    };
    if archive::is_hidden_in(bytes) {
        return Err(Fault::TwoInOne);
    }
    Ok((kind, pages))
}

#[cfg(test)]
#[path = "../tests/portal/papers.rs"]
mod papers;
#[cfg(test)]
mod tests;
