//! The folder in which a release takes shape.

use std::{
    fs,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result};

use crate::asset;

/// A file of the release under its final name.
#[derive(Debug, Clone)]
pub(crate) struct Placed {
    /// From the root, as the page asks for it.
    pub(crate) address: String,
    /// For the `integrity` of whatever fetches it.
    pub(crate) integrity: String,
}

/// Trunk's staging folder; it becomes `dist` as a whole once the build has ended well.
#[derive(Debug)]
pub(crate) struct Staging(PathBuf);

impl Staging {
    pub(crate) fn new(folder: impl Into<PathBuf>) -> Self {
        Self(folder.into())
    }

    pub(crate) fn folder(&self) -> &Path {
        &self.0
    }

    pub(crate) fn read(&self, name: &str) -> Result<String> {
        let path = self.0.join(name);
        fs::read_to_string(&path).with_context(|| format!("reading {}", path.display()))
    }

    pub(crate) fn write(&self, name: &str, bytes: &[u8]) -> Result<()> {
        let path = self.0.join(name);
        fs::write(&path, bytes).with_context(|| format!("writing {}", path.display()))
    }

    /// Adds a file under a name that follows from its content.
    pub(crate) fn add(&self, stem: &str, extension: &str, bytes: &[u8]) -> Result<Placed> {
        let name = asset::hashed_name(stem, extension, bytes);
        self.write(&name, bytes)?;
        Ok(Placed {
            address: format!("/{name}"),
            integrity: asset::integrity(bytes),
        })
    }

    /// Makes one file of those at `addresses`, in this order, and drops them.
    pub(crate) fn merge(
        &self,
        stem: &str,
        extension: &str,
        addresses: &[String],
    ) -> Result<Placed> {
        let mut merged = String::new();
        for address in addresses {
            let name = address.trim_start_matches('/');
            merged.push_str(self.read(name)?.trim());
            merged.push('\n');
            fs::remove_file(self.0.join(name))?;
        }
        self.add(stem, extension, merged.as_bytes())
    }

    /// Drops the app as Trunk laid it out, before splitting: `motcua-….js`, `motcua-…_bg.wasm`.
    pub(crate) fn drop_unsplit_app(&self, app: &str) -> Result<()> {
        for entry in fs::read_dir(&self.0)? {
            let path = entry?.path();
            let name = path.file_name().unwrap_or_default().to_string_lossy();
            if name.starts_with(&format!("{app}-")) && path.is_file() {
                fs::remove_file(path)?;
            }
        }
        // wasm-bindgen's inline scripts, which the bundled start script holds already.
        self.drop_folder("snippets")
    }

    /// Drops a folder, if it is there.
    pub(crate) fn drop_folder(&self, name: &str) -> Result<()> {
        let folder = self.0.join(name);
        if folder.exists() {
            fs::remove_dir_all(folder)?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::compress;

    fn names(staging: &Staging) -> Vec<String> {
        compress::files(staging.folder())
            .unwrap()
            .into_iter()
            .map(|path| path.file_name().unwrap().to_string_lossy().into_owned())
            .collect()
    }

    #[test]
    fn merging_keeps_the_order_and_drops_the_parts() {
        let folder = tempfile::tempdir().unwrap();
        let staging = Staging::new(folder.path());
        staging.write("b-1.css", b"b{}\n").unwrap();
        staging.write("a-2.css", b"a{}").unwrap();
        let addresses = ["/b-1.css".to_owned(), "/a-2.css".to_owned()];
        let style = staging.merge("style", "css", &addresses).unwrap();
        assert_eq!(names(&staging), [style.address.trim_start_matches('/')]);
        assert_eq!(staging.read(&style.address[1..]).unwrap(), "b{}\na{}\n");
    }

    #[test]
    fn only_the_unsplit_app_is_dropped() {
        let folder = tempfile::tempdir().unwrap();
        let staging = Staging::new(folder.path());
        for name in [
            "motcua-1.js",
            "motcua-1_bg.wasm",
            "index.html",
            "motcua.svg",
        ] {
            staging.write(name, b"").unwrap();
        }
        staging.drop_unsplit_app("motcua").unwrap();
        assert_eq!(names(&staging), ["index.html", "motcua.svg"]);
    }
}
