//! A file that is still arriving.
//!
//! Whoever writes to one holds the system's lock on it, so that no two requests, and no
//! two portals on the same data, ever mix their bytes. The lock falls with the process.

use std::fs::{File, OpenOptions, TryLockError};
use std::io::{self, Seek, SeekFrom, Write};
use std::os::unix::fs::OpenOptionsExt;
use std::path::Path;

/// Of a file that only its owner may read and write.
const PRIVATE: u32 = 0o600;

/// A part, locked.
#[derive(Debug)]
pub(crate) struct Part {
    file: File,
}

/// Why a part cannot be written to.
#[derive(Debug, thiserror::Error)]
pub(crate) enum PartError {
    /// Somebody else is writing to it.
    #[error("the file is being written to")]
    Busy,
    /// The system.
    #[error(transparent)]
    Io(#[from] io::Error),
}

impl Part {
    /// Takes hold of a part, beginning it where there is none.
    pub(crate) fn take(path: &Path) -> Result<Self, PartError> {
        let file = OpenOptions::new()
            .read(true)
            .write(true)
            .create(true)
            .truncate(false)
            .mode(PRIVATE)
            .open(path)?;
        match file.try_lock() {
            Ok(()) => Ok(Self { file }),
            Err(TryLockError::WouldBlock) => Err(PartError::Busy),
            Err(TryLockError::Error(error)) => Err(error.into()),
        }
    }

    /// How many bytes lie on disk.
    pub(crate) fn len(&self) -> io::Result<u64> {
        Ok(self.file.metadata()?.len())
    }

    /// Goes on at an offset; what lies behind it never counted, and goes.
    pub(crate) fn go_on_at(&mut self, offset: u64) -> io::Result<()> {
        self.file.set_len(offset)?;
        self.file.seek(SeekFrom::Start(offset))?;
        Ok(())
    }

    /// Writes on.
    pub(crate) fn write(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.file.write_all(bytes)
    }

    /// Makes durable what was written, also should the machine lose power.
    pub(crate) fn sync(&self) -> io::Result<()> {
        self.file.sync_data()
    }

    /// The bytes from the first one on.
    pub(crate) fn reader(&mut self) -> io::Result<&mut File> {
        self.file.seek(SeekFrom::Start(0))?;
        Ok(&mut self.file)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Read;

    #[test]
    fn one_writer_at_a_time_holds_a_part() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("a");
        let first = Part::take(&path).expect("a part");
        assert!(matches!(Part::take(&path), Err(PartError::Busy)));
        drop(first);
        Part::take(&path).expect("the part again");
    }

    #[test]
    fn what_lies_behind_the_offset_never_counted() {
        let folder = tempfile::tempdir().expect("a folder");
        let mut part = Part::take(&folder.path().join("a")).expect("a part");
        part.write(b"0123456789").expect("written");
        part.go_on_at(4).expect("cut");
        part.write(b"x").expect("written");
        let mut text = String::new();
        let bytes = part.reader().expect("a reader");
        bytes.read_to_string(&mut text).expect("text");
        assert_eq!(text, "0123x");
        assert_eq!(part.len().expect("a length"), 5);
    }
}
