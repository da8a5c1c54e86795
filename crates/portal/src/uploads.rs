//! Papers on their way in: resumable uploads (tus 1.0.0), what is in them, and what
//! becomes of them.
//!
//! The way of a file: it is announced (`rows`, within `bounds`), its bytes arrive
//! (`receiving`), it is kept under its SHA-256 and looked into (`checking`), and a
//! dossier takes it (`taking`), or it leaves when its time has run out (`leaving`).
//!
//! What the portal says about an upload is never more than it knows: an offset counts
//! only bytes that are on the disk, `received` comes with the hash of the stored bytes,
//! and `checked` only after every check that is configured.

use std::io;
use std::path::{Path, PathBuf};

use tokio::sync::{Notify, Semaphore};

use crate::files::Files;
use crate::inspector::Inspector;

pub(crate) mod bounds;
pub(crate) mod checking;
pub(crate) mod checksum;
pub(crate) mod leaving;
pub(crate) mod metadata;
pub(crate) mod receiving;
pub(crate) mod refusals;
pub(crate) mod rows;
pub(crate) mod settings;
pub(crate) mod taking;

/// How many requests may bring bytes at once; each holds a thread and an open file.
const AT_ONCE: usize = 64;

/// What uploads need besides the database.
pub(crate) struct Intake {
    pub(crate) files: Files,
    pub(crate) inspector: Inspector,
    /// Told whenever a file has arrived whole.
    pub(crate) arrived: Notify,
    /// The places of the requests that bring bytes.
    pub(crate) places: Semaphore,
}

impl Intake {
    /// Opens the folders in `data`; `program` is the portal's own, to look into files with.
    pub(crate) fn open(data: &Path, program: PathBuf) -> io::Result<Self> {
        Ok(Self {
            files: Files::open(data)?,
            inspector: Inspector::new(program),
            arrived: Notify::new(),
            places: Semaphore::new(AT_ONCE),
        })
    }
}

#[cfg(test)]
mod tests;
