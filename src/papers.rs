//! Papers: photographed or chosen, made legible and small, sent so that they arrive.
//!
//! [`transfer`] decides and [`courier`] does: a file is on its way whether or not its screen
//! is open. [`photo`] makes pages of photos, [`pdf`] joins them, [`adding`] takes in what a
//! person chose. None of them knows what the files belong to: that is a [`pile`].
//! [`Papers`] is the part of a form that shows it all, [`attaching`] that of a letter.

mod adding;
mod adopting;
mod asked;
mod attaching;
mod bytes;
mod courier;
mod jpeg;
mod paper;
mod pdf;
pub(crate) mod photo;
mod pile;
mod standing;
mod transfer;
mod view;
mod words;

pub(crate) use adopting::adopt;
pub(crate) use asked::{Asked, all_received, attend, counts, lacking};
pub(crate) use attaching::attaching;
pub(crate) use paper::{Gathered, Lack, PaperFile, Photo, Turn};
pub(crate) use pile::{Change, Pile};
pub(crate) use standing::{Standing, Wanted};
pub(crate) use view::Papers;
pub(crate) use words::lack as lack_in_words;
