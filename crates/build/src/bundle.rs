//! The release, step by step: a folder with the page laid out goes in, what a portal serves comes
//! out.

use std::{
    collections::{BTreeMap, BTreeSet},
    env, fs,
    path::PathBuf,
    thread,
};

use anyhow::{Context, Result};
use serde_json::json;

use crate::{
    compress, layout,
    loader::{self, Chunk},
    manifest::Manifest,
    packs,
    page::{self, Replacements},
    script::Script,
    staging::{Placed, Staging},
    wasm::{self, Bound},
    worker,
};

/// The page's own scripts, under the project's root and, until they are bundled, in the release.
const BOOT: &str = "boot";
/// The chunk loader's fetch, among them.
const CHUNK_FETCHER: &str = "chunks.js";
/// How the splitter calls what several screens share.
const SHARED: &str = "chunk_";
/// Of `style/`: what the shell, the home page and what every screen stands on need.
const FIRST_STYLES: [&str; 6] = ["tokens", "base", "components", "frame", "search", "home"];
/// Lazy routes of this name are fetched by the first visit to the home page.
const HOME: &str = "home";

/// What to bundle, and how.
pub(crate) struct Job {
    /// The page's own scripts.
    boot: PathBuf,
    /// The page laid out; becomes `dist` when all has gone well.
    staging: Staging,
    /// The wasm as cargo linked it.
    linked: PathBuf,
    /// Where intermediate files go.
    work: PathBuf,
    /// Whether to minify, optimise, compress and keep for offline use.
    release: bool,
}

impl Job {
    /// The job that the environment of Trunk's hook describes.
    pub(crate) fn from_trunk() -> Result<Self> {
        let variable = |name: &str| {
            env::var(name).with_context(|| format!("{name} is not set: Trunk's hook sets it"))
        };
        let release = variable("TRUNK_PROFILE")? == "release";
        Self::new(variable("TRUNK_STAGING_DIR")?.into(), release)
    }

    fn new(staging: PathBuf, release: bool) -> Result<Self> {
        let root = env::current_dir()?;
        let target = root.join(env::var("CARGO_TARGET_DIR").unwrap_or("target".to_owned()));
        let profile = if release { "wasm-release" } else { "wasm-dev" };
        Ok(Self {
            boot: root.join(BOOT),
            staging: Staging::new(staging),
            linked: target
                .join("wasm32-unknown-unknown")
                .join(profile)
                .join(format!("{}.wasm", wasm::APP)),
            // One for each profile: `make dev` and `make build` may run at the same time.
            work: target.join("bundle").join(profile),
            release,
        })
    }
}

/// Makes `dist/` out of the page and of the app that cargo has linked. What stood there stays
/// until all has gone well.
pub(crate) fn release() -> Result<()> {
    let root = env::current_dir()?;
    let (staged, dist) = (root.join("target/dist"), root.join("dist"));
    let job = Job::new(staged.clone(), true)?;
    layout::lay_out(&root, &job.staging)?;
    run(&job)?;
    if dist.exists() {
        fs::remove_dir_all(&dist)?;
    }
    fs::rename(&staged, &dist).context("moving the release to dist/")
}

/// Makes the staging folder a release.
pub(crate) fn run(job: &Job) -> Result<()> {
    let staging = &job.staging;
    let bound = wasm::split_and_bind(&job.linked, &job.work)?;
    if job.release {
        optimise(&bound)?;
    }
    staging.drop_unsplit_app(wasm::APP)?;
    let chunks = lay_out_chunks(&bound, staging)?;
    fs::write(
        job.work.join(wasm::LOADER),
        loader::with_own_fetch(&bound.loader, &job.boot.join(CHUNK_FETCHER), &chunks)?,
    )?;
    let html = staging.read("index.html")?;
    let references = page::references(&html)?;
    let (first, later) = styles(&references.styles);
    let later = staging.merge("screens", "css", &later)?;
    let table = loader::table(&chunks, &later)?;
    let table = staging.add("chunks", "json", table.as_bytes())?;
    let wasm = staging.add(wasm::APP, "wasm", &fs::read(&bound.main)?)?;
    let style = staging.merge("style", "css", &first)?;
    let mut scripts = BTreeMap::new();
    for (source, kind) in &references.scripts {
        let name = source.trim_start_matches(page::SCRIPTS);
        let bundled = Script {
            entry: &job.boot.join(name),
            kind: *kind,
            aliases: &[("@motcua/app", &bound.bindings)],
            constants: &[
                ("APP_ADDRESS", json!(wasm.address)),
                ("APP_INTEGRITY", json!(wasm.integrity)),
                ("CHUNKS_ADDRESS", json!(table.address)),
                ("CHUNKS_INTEGRITY", json!(table.integrity)),
                ("WORKER", json!(job.release.then_some(worker::ADDRESS))),
            ],
        }
        .bundle(&job.work.join(BOOT).join(name), job.release)?;
        let stem = name.trim_end_matches(".js");
        scripts.insert(source.clone(), staging.add(stem, "js", &bundled)?);
    }
    let first_load = [&style.address, &wasm.address]
        .into_iter()
        .chain(scripts.values().map(|script| &script.address))
        .chain(&references.icons)
        .cloned()
        .collect::<Vec<_>>();
    let replacements = Replacements {
        style,
        scripts,
        wasm,
    };
    staging.write("index.html", page::finish(&html, &replacements)?.as_bytes())?;
    staging.drop_folder(BOOT)?;

    let version = worker::write(&job.boot.join("worker.js"), staging, job.release)?;
    let always = [&table, &later];
    manifest(version, first_load, &bound, &chunks, always).write(staging.folder())?;
    if job.release {
        compress::siblings(staging.folder())?;
    }
    Ok(())
}

/// Shrinks the main module and the chunks, as many at a time as there are cores.
fn optimise(bound: &Bound) -> Result<()> {
    let mut modules = Vec::new();
    for module in bound.chunks.iter().chain([&bound.main]) {
        modules.push((fs::metadata(module)?.len(), module));
    }
    // The largest go first, each to the lane with the least to do.
    modules.sort_unstable_by_key(|(size, _)| std::cmp::Reverse(*size));
    let cores = thread::available_parallelism().map_or(1, usize::from);
    let mut lanes = vec![(0, Vec::new()); cores];
    for (size, module) in modules {
        let lane = lanes.iter_mut().min_by_key(|(load, _)| *load);
        let (load, files) = lane.expect("there is at least one core");
        *load += size;
        files.push(module);
    }
    thread::scope(|scope| {
        let lanes: Vec<_> = lanes
            .iter()
            .map(|(_, files)| scope.spawn(|| wasm::optimise(files)))
            .collect();
        lanes
            .into_iter()
            .try_for_each(|lane| lane.join().expect("optimising does not panic"))
    })
}

/// Puts every chunk into the release: a screen's own under its hashed name, so that it is compiled
/// while it comes, those that screens share in packs. The key is the splitter's file stem.
fn lay_out_chunks(bound: &Bound, staging: &Staging) -> Result<BTreeMap<String, Chunk>> {
    let mut chunks = BTreeMap::new();
    let mut shared = Vec::new();
    for path in &bound.chunks {
        let stem = path.file_stem().unwrap_or_default().to_string_lossy();
        let bytes = fs::read(path)?;
        if stem.starts_with(SHARED) {
            shared.push((stem.into_owned(), bytes));
        } else {
            let file = staging.add(route_name(&stem), "wasm", &bytes)?;
            chunks.insert(stem.into_owned(), Chunk { file, within: None });
        }
    }
    let weighed: Vec<_> = shared
        .iter()
        .map(|(stem, bytes)| {
            let screens = bound.routes.values().enumerate();
            let screens = screens.filter(|(_, stems)| stems.contains(stem));
            packs::Chunk {
                bytes: bytes.len(),
                screens: screens.map(|(number, _)| number).collect(),
            }
        })
        .collect();
    for members in packs::pack(&weighed) {
        let mut pack = Vec::new();
        let within = members.iter().map(|index| {
            let from = pack.len();
            pack.extend_from_slice(&shared[*index].1);
            from..pack.len()
        });
        let within: Vec<_> = within.collect();
        let file = staging.add("shared", "pack", &pack)?;
        for (index, within) in members.into_iter().zip(within) {
            let chunk = Chunk {
                file: file.clone(),
                within: Some(within),
            };
            chunks.insert(shared[index].0.clone(), chunk);
        }
    }
    Ok(chunks)
}

/// The styles of the page itself and of its first screen, and those that come with the first chunk
/// of another. Each keeps the cascade's order, in which the first ones stand first.
fn styles(addresses: &[String]) -> (Vec<String>, Vec<String>) {
    let (first, later) = addresses.iter().cloned().partition(|address| {
        let name = address.trim_start_matches('/');
        FIRST_STYLES.iter().any(|first| {
            // Trunk writes a hash behind the name.
            name.strip_prefix(first)
                .is_some_and(|rest| rest.starts_with(['.', '-']))
        })
    });
    (first, later)
}

/// `help` of `split_help_screen_1234567890`: the splitter adds a hash to the lazy function's name.
fn route_name(stem: &str) -> &str {
    let name = stem.trim_start_matches("split_").trim_matches('_');
    let name = match name.rsplit_once('_') {
        Some((name, hash)) if hash.len() > 4 && hash.bytes().all(|c| c.is_ascii_digit()) => name,
        _ => name,
    };
    name.trim_end_matches("_view").trim_end_matches("_screen")
}

fn manifest(
    version: String,
    first_load: Vec<String>,
    bound: &Bound,
    chunks: &BTreeMap<String, Chunk>,
    always: [&Placed; 2],
) -> Manifest {
    let name = |address: &String| address.trim_start_matches('/').to_owned();
    let routes: BTreeMap<_, BTreeSet<_>> = bound
        .routes
        .iter()
        .map(|(route, stems)| {
            let files = stems.iter().filter_map(|stem| chunks.get(stem));
            let files = files.map(|chunk| &chunk.file).chain(always);
            let files = files.map(|file| name(&file.address)).collect();
            (route_name(route).to_owned(), files)
        })
        .collect();
    let fixed = ["index.html", "config.json", "sw.js"].map(str::to_owned);
    Manifest {
        version,
        first_load: first_load
            .iter()
            .map(name)
            .chain(fixed)
            .chain(routes.get(HOME).into_iter().flatten().cloned())
            .collect(),
        routes,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_screens_styles_come_with_the_page_and_the_others_with_their_screens() {
        let all = [
            "/tokens.css",
            "/home-1f.css",
            "/homework.css",
            "/form-2.css",
        ];
        let (first, later) = styles(&all.map(str::to_owned));
        assert_eq!(first, ["/tokens.css", "/home-1f.css"]);
        assert_eq!(later, ["/homework.css", "/form-2.css"]);
    }

    #[test]
    fn a_route_is_named_as_its_page_is() {
        assert_eq!(route_name("split_help_screen_12345678901234"), "help");
        assert_eq!(route_name("__life_events_view_9876543210"), "life_events");
        assert_eq!(route_name("chunk_3"), "chunk_3");
    }
}
