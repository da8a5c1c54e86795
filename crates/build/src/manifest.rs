//! `assets.json`: what the release holds and when a browser fetches it.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::Path,
};

use anyhow::{Context, Result};
use serde::{Deserialize, Serialize};

/// The manifest's name in the release.
pub(crate) const NAME: &str = "assets.json";

/// Names are relative to the release's folder.
#[derive(Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Manifest {
    /// Changes with any file.
    pub(crate) version: String,
    /// What a first visit to the home page fetches.
    pub(crate) first_load: BTreeSet<String>,
    /// What each lazily loaded screen fetches, the first load's files included.
    pub(crate) routes: BTreeMap<String, BTreeSet<String>>,
}

impl Manifest {
    /// The manifest of the release in `dist`.
    pub(crate) fn read(dist: &Path) -> Result<Self> {
        let path = dist.join(NAME);
        let text = fs::read(&path).with_context(|| format!("reading {}", path.display()))?;
        serde_json::from_slice(&text).with_context(|| format!("parsing {}", path.display()))
    }

    /// Writes the manifest into `dist`.
    pub(crate) fn write(&self, dist: &Path) -> Result<()> {
        let mut text = serde_json::to_string_pretty(self)?;
        text.push('\n');
        Ok(fs::write(dist.join(NAME), text)?)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read_back() {
        let dist = tempfile::tempdir().unwrap();
        let manifest = Manifest {
            version: "1".to_owned(),
            first_load: BTreeSet::from(["index.html".to_owned()]),
            routes: BTreeMap::from([(
                "help".to_owned(),
                BTreeSet::from(["help-1.wasm".to_owned()]),
            )]),
        };
        manifest.write(dist.path()).unwrap();
        assert_eq!(Manifest::read(dist.path()).unwrap(), manifest);
    }

    #[test]
    fn a_missing_manifest_is_named() {
        let error = Manifest::read(Path::new("/nowhere")).unwrap_err();
        assert!(error.to_string().contains(NAME), "{error}");
    }
}
