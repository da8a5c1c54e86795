//! The files that people hand in, on disk: each content once, named by its SHA-256.
//!
//! `DIR/files/parts` holds what is still arriving, one file an upload. `kept` holds what
//! has arrived, in folders by the hash's first two digits. `quarantine` holds what a
//! scanner flagged; nothing of it is ever served. Only the portal's own user may look
//! into any of them.

use std::fs::{self, DirBuilder, File};
use std::io;
use std::os::unix::fs::DirBuilderExt;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};

pub(crate) mod download;
pub(crate) mod hash;
pub(crate) mod part;

use hash::FileHash;

/// Of a folder that only its owner may open.
const PRIVATE: u32 = 0o700;

/// The folders.
pub(crate) struct Files {
    parts: PathBuf,
    kept: PathBuf,
    quarantine: PathBuf,
    exports: PathBuf,
    /// Held while a content and the database's row about it come or go together.
    keeping: Mutex<()>,
}

impl Files {
    /// Opens the folders of a data directory, making those that are missing.
    pub(crate) fn open(data: &Path) -> io::Result<Self> {
        let root = data.join("files");
        let files = Self {
            parts: root.join("parts"),
            kept: root.join("kept"),
            quarantine: root.join("quarantine"),
            exports: root.join("exports"),
            keeping: Mutex::default(),
        };
        for folder in [&files.parts, &files.kept, &files.quarantine, &files.exports] {
            make_private(folder)?;
        }
        Ok(files)
    }

    /// Where the bytes of an upload arrive. Ids are the portal's own, never a client's words.
    pub(crate) fn part(&self, id: &str) -> PathBuf {
        self.parts.join(id)
    }

    /// Where somebody's data lies for them to take away.
    pub(crate) fn export(&self, id: &str) -> PathBuf {
        self.exports.join(id)
    }

    /// The ids of all that lies there.
    pub(crate) fn exports(&self) -> io::Result<Vec<String>> {
        let entries = fs::read_dir(&self.exports)?;
        entries
            .map(|entry| Ok(entry?.file_name().to_string_lossy().into_owned()))
            .collect()
    }

    /// Where a content is kept.
    pub(crate) fn kept(&self, hash: &FileHash) -> PathBuf {
        let name = hash.to_string();
        self.kept.join(&name[..2]).join(name)
    }

    /// Where a flagged content lies.
    pub(crate) fn quarantined(&self, hash: &FileHash) -> PathBuf {
        self.quarantine.join(hash.to_string())
    }

    /// Nobody else adds or removes a content while the guard lives: a file and its row
    /// in the database change together.
    pub(crate) fn keeping(&self) -> MutexGuard<'_, ()> {
        self.keeping.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Keeps what has arrived, durably, under its hash. The part stays until
    /// [`Files::drop_part`]: were the machine to stop before the database knows, the
    /// same would be done again, to the same end.
    pub(crate) fn keep(&self, id: &str, hash: &FileHash) -> io::Result<()> {
        let kept = self.kept(hash);
        let folder = kept.parent().expect("a content lies in a folder");
        make_private(folder)?;
        match fs::hard_link(self.part(id), &kept) {
            Ok(()) => {}
            // Somebody has handed in the same before.
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => return Ok(()),
            Err(error) => return Err(error),
        }
        sync_folder(folder)
    }

    /// Lets go of what an upload brought; nothing happens where there is nothing.
    pub(crate) fn drop_part(&self, id: &str) -> io::Result<()> {
        absent_is_fine(fs::remove_file(self.part(id)))
    }

    /// Lets go of a content that nothing refers to any more.
    pub(crate) fn drop_kept(&self, hash: &FileHash) -> io::Result<()> {
        absent_is_fine(fs::remove_file(self.kept(hash)))
    }

    /// Moves a content out of reach.
    pub(crate) fn quarantine(&self, hash: &FileHash) -> io::Result<()> {
        absent_is_fine(fs::rename(self.kept(hash), self.quarantined(hash)))?;
        sync_folder(&self.quarantine)
    }

    /// Every content that is kept: what a machine that stopped left behind without a row
    /// in the database is found by this.
    pub(crate) fn all_kept(&self) -> io::Result<Vec<FileHash>> {
        let mut all = Vec::new();
        for folder in fs::read_dir(&self.kept)? {
            for file in fs::read_dir(folder?.path())? {
                let name = file?.file_name();
                all.extend(name.to_str().and_then(|name| name.parse::<FileHash>().ok()));
            }
        }
        Ok(all)
    }
}

fn make_private(folder: &Path) -> io::Result<()> {
    DirBuilder::new()
        .recursive(true)
        .mode(PRIVATE)
        .create(folder)
}

/// A name is as durable as its folder.
fn sync_folder(folder: &Path) -> io::Result<()> {
    File::open(folder)?.sync_all()
}

fn absent_is_fine(done: io::Result<()>) -> io::Result<()> {
    match done {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::os::unix::fs::PermissionsExt;

    fn files() -> (tempfile::TempDir, Files) {
        let folder = tempfile::tempdir().expect("a folder");
        let files = Files::open(folder.path()).expect("folders");
        (folder, files)
    }

    fn arrived(files: &Files, id: &str, content: &[u8]) -> FileHash {
        fs::write(files.part(id), content).expect("a part");
        let mut part = File::open(files.part(id)).expect("a part");
        FileHash::of(&mut part).expect("a hash")
    }

    #[test]
    fn the_same_content_is_kept_once_however_often_it_arrives() {
        let (_folder, files) = files();
        let first = arrived(&files, "a", b"giay khai sinh");
        let second = arrived(&files, "b", b"giay khai sinh");
        for (id, hash) in [("a", &first), ("a", &first), ("b", &second)] {
            files.keep(id, hash).expect("kept");
        }
        for id in ["a", "b", "b"] {
            files.drop_part(id).expect("dropped");
        }
        assert_eq!(
            files.all_kept().expect("a list"),
            std::slice::from_ref(&first)
        );
        assert_eq!(
            fs::read(files.kept(&first)).expect("a file"),
            b"giay khai sinh"
        );
    }

    #[test]
    fn a_flagged_content_is_no_longer_where_files_are_served_from() {
        let (_folder, files) = files();
        let hash = arrived(&files, "a", b"bad");
        files.keep("a", &hash).expect("kept");
        files.quarantine(&hash).expect("moved");
        files.quarantine(&hash).expect("moved before");
        assert!(!files.kept(&hash).exists());
        assert!(files.quarantined(&hash).exists());
    }

    #[test]
    fn nobody_else_on_the_machine_may_look_at_papers() {
        let (_folder, files) = files();
        for folder in [&files.parts, &files.kept, &files.quarantine] {
            let mode = fs::metadata(folder).expect("a folder").permissions().mode();
            assert_eq!(mode & 0o777, PRIVATE);
        }
    }
}
