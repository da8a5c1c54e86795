//! The service worker: `boot/worker.js` with the list of this release's files.

use std::{fs, path::Path};

use anyhow::Result;
use serde_json::json;

use crate::{
    asset, compress,
    script::{Kind, Script},
    staging::Staging,
};

/// The worker's name, which never changes: a browser looks for a newer one at the same address.
pub(crate) const ADDRESS: &str = "/sw.js";

/// What the phone's own screens show; the app never asks for it, so no phone keeps it twice.
const ICONS: &str = "/icons/";

/// Writes the worker into `staging`, which already holds everything else, and gives its version.
pub(crate) fn write(source: &Path, staging: &Staging, minify: bool) -> Result<String> {
    let mut files = Vec::new();
    for path in compress::files(staging.folder())? {
        let name = address(staging.folder(), &path);
        files.push((name, fs::read(path)?));
    }
    let version = asset::version(
        files
            .iter()
            .map(|(name, bytes)| (name.as_str(), bytes.as_slice())),
    );
    let names: Vec<_> = files.iter().map(|(name, _)| name).collect();
    let hashed: Vec<_> = names.iter().filter(|name| asset::is_hashed(name)).collect();
    let plain: Vec<_> = names
        .iter()
        .filter(|name| !asset::is_hashed(name) && !name.starts_with(ICONS))
        .collect();
    Script {
        entry: source,
        kind: Kind::Classic,
        aliases: &[],
        constants: &[
            ("VERSION", json!(version)),
            ("HASHED_FILES", json!(hashed)),
            ("PLAIN_FILES", json!(plain)),
        ],
    }
    .bundle(&staging.folder().join(&ADDRESS[1..]), minify)?;
    Ok(version)
}

/// `/icons/a.svg` of `staging/icons/a.svg`.
fn address(staging: &Path, path: &Path) -> String {
    let relative = path.strip_prefix(staging).unwrap_or(path);
    format!("/{}", relative.display())
}
