//! From cargo's one wasm to a main module and one chunk a lazy route.
//!
//! `wasm_split_cli_support` cuts along the functions that Leptos's `#[lazy_route]` marks, which
//! needs the linker's relocations (`--emit-relocs`); wasm-bindgen then writes the bindings of the
//! main module, and Binaryen shrinks each.

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result, anyhow};
use wasm_split_cli_support as splitter;

use crate::tool;

/// The name that wasm-bindgen's output and the splitter's imports agree on.
pub(crate) const APP: &str = "motcua";
/// The link module: the splitter writes it, the main module's bindings import it.
pub(crate) const LOADER: &str = "__wasm_split.js";

/// Shrinks modules in place, many in one process: see the script.
const OPTIMISER: &str = "crates/build/optimise.mjs";
/// Binaryen as `.ci/setup` installs it.
const BINARYEN: &str = "target/tools/node_modules/binaryen/index.js";

/// The app after splitting and binding, before any file has its final name.
pub(crate) struct Bound {
    /// The bindings, an ES module that imports [`LOADER`] beside it.
    pub(crate) bindings: PathBuf,
    /// The module that every screen needs.
    pub(crate) main: PathBuf,
    /// What is fetched when a screen first needs it.
    pub(crate) chunks: Vec<PathBuf>,
    /// The splitter's link module, as it wrote it.
    pub(crate) loader: String,
    /// The file stems of the chunks that each lazy route needs.
    pub(crate) routes: BTreeMap<String, Vec<String>>,
}

/// Splits the wasm that cargo linked and writes its bindings into `folder`.
pub(crate) fn split_and_bind(linked: &Path, folder: &Path) -> Result<Bound> {
    if folder.exists() {
        fs::remove_dir_all(folder)?;
    }
    fs::create_dir_all(folder)?;
    let input = fs::read(linked).with_context(|| format!("reading {}", linked.display()))?;
    let unbound = folder.join(format!("{APP}.wasm"));
    let main_module = format!("./{APP}.js");
    let mut options = splitter::Options::new(&input);
    options.output_dir = folder;
    options.main_out_path = &unbound;
    options.main_module = &main_module;
    let split = splitter::transform(options).map_err(|error| {
        anyhow!("{error:#}").context("splitting the wasm (was it linked with --emit-relocs?)")
    })?;
    tool::run(tool::command("wasm-bindgen").arg(&unbound).args([
        "--target=web",
        // Without it the chunks fail to link: the function table is not exported.
        "--keep-lld-exports",
        "--no-typescript",
        &format!("--out-name={APP}"),
        &format!("--out-dir={}", folder.display()),
    ]))?;
    let mut chunks = split.split_modules;
    chunks.sort();
    Ok(Bound {
        bindings: folder.join(format!("{APP}.js")),
        main: folder.join(format!("{APP}_bg.wasm")),
        chunks,
        loader: fs::read_to_string(folder.join(LOADER))?,
        routes: split.prefetch_map.into_iter().collect(),
    })
}

/// Shrinks modules in place, one after the other.
pub(crate) fn optimise(modules: &[&PathBuf]) -> Result<()> {
    let binaryen = fs::canonicalize(BINARYEN)
        .with_context(|| format!("no Binaryen at {BINARYEN}: run `make setup`"))?;
    let mut node = tool::command("node");
    node.arg(OPTIMISER).arg(binaryen).args(modules);
    tool::run(&mut node)
}
