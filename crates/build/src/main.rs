//! The build's own tool: what cargo has linked goes in, a release comes out.
//!
//! `motcua-build release` lays out the page with its minified styles, splits the wasm by route,
//! names every file by its content, gives it integrity, writes the service worker and
//! compresses. While one develops, Trunk compiles and lays out, and calls `motcua-build bundle`
//! for the rest from its `post_build` hook. `motcua-build sizes` says what a phone downloads, and
//! fails when that is too much.

use std::{env, path::PathBuf, process::ExitCode};

use anyhow::{Context, Result, bail};

mod asset;
mod bundle;
mod compress;
mod layout;
mod loader;
mod manifest;
mod packs;
mod page;
mod script;
mod sizes;
mod staging;
mod tool;
mod wasm;
mod worker;

const USAGE: &str =
    "motcua-build release  makes dist/ out of the app that cargo has linked for release
motcua-build bundle   called by Trunk once it has laid out the page
motcua-build sizes    what each file of dist/ weighs; fails past the limits";

fn main() -> ExitCode {
    match run() {
        Ok(code) => code,
        Err(error) => {
            eprintln!("motcua-build: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run() -> Result<ExitCode> {
    match env::args().nth(1).as_deref() {
        Some("bundle") => {
            bundle::run(&bundle::Job::from_trunk()?)?;
            Ok(ExitCode::SUCCESS)
        }
        Some("release") => {
            bundle::release()?;
            Ok(ExitCode::SUCCESS)
        }
        Some("sizes") => {
            let dist = env::args()
                .nth(2)
                .map_or_else(|| PathBuf::from("dist"), PathBuf::from);
            let report = sizes::Report::of(&dist).with_context(|| {
                format!("no release in {}: run `make build` first", dist.display())
            })?;
            print!("{report}");
            Ok(if report.fits() {
                ExitCode::SUCCESS
            } else {
                ExitCode::FAILURE
            })
        }
        _ => bail!("usage:\n{USAGE}"),
    }
}
