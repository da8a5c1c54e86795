//! The page's scripts, each bundled into one file by esbuild.

use std::{fs, path::Path};

use anyhow::Result;

use crate::tool;

/// How a script is run by the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    /// An ES module: runs once the page is parsed.
    Module,
    /// A classic script: runs where it stands, or on its own as the service worker does.
    Classic,
}

/// One script to bundle.
pub(crate) struct Script<'a> {
    /// The source, whose imports are followed.
    pub(crate) entry: &'a Path,
    pub(crate) kind: Kind,
    /// Import names that stand for a file made by this build.
    pub(crate) aliases: &'a [(&'a str, &'a Path)],
    /// Identifiers that stand for a JSON value known to this build.
    pub(crate) constants: &'a [(&'a str, serde_json::Value)],
}

impl Script<'_> {
    /// The bundled script; `minify` as a release has it.
    pub(crate) fn bundle(&self, into: &Path, minify: bool) -> Result<Vec<u8>> {
        let mut esbuild = tool::command("esbuild");
        esbuild
            .arg(self.entry)
            .arg("--bundle")
            .arg("--target=es2022")
            .arg("--charset=utf8")
            .arg("--log-level=warning")
            .arg(match self.kind {
                Kind::Module => "--format=esm",
                Kind::Classic => "--format=iife",
            })
            .arg(format!("--outfile={}", into.display()));
        if minify {
            esbuild.args(["--minify", "--legal-comments=none"]);
        }
        for (name, file) in self.aliases {
            esbuild.arg(format!("--alias:{name}={}", file.display()));
        }
        for (name, value) in self.constants {
            esbuild.arg(format!("--define:{name}={value}"));
        }
        tool::run(&mut esbuild)?;
        Ok(fs::read(into)?)
    }
}
