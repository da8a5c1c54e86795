//! What a phone downloads, and whether that is within the limits.

use std::{
    collections::{BTreeMap, BTreeSet},
    fmt, fs,
    path::Path,
};

use anyhow::{Context, Result};

use crate::{compress, manifest::Manifest};

/// The home page's first visit, everything counted, in bytes of brotli.
const FIRST_LOAD_LIMIT: usize = 150_000;
/// What one further screen is meant to add to that, and what a screen may add that is not named
/// in [`HEAVY`].
const ROUTE_GOAL: usize = 40_000;
/// The screens past the goal, and what each may add until it meets it: its weight of 2026-11-22,
/// rounded up to a 5 kB that leaves 3 (the packs fall a little differently with each change of the
/// app), so that none grows unseen. A debt, not a budget: lower a line with
/// each kilobyte that goes, and take it out at the goal. The report names every one of them.
///
/// Filling in a form (`apply`) brings the form engine, every kind of question, papers and sending
/// in one piece; answering an officer (`supplement`) is most of the same. The others share parts
/// with these, which travel in packs ([`crate::packs`]). Each of them counts 12 kB for the styles of
/// all screens and the table of chunks, which are fetched once.
const HEAVY: [(&str, usize); 18] = [
    ("answers_part", 135_000),
    ("apply", 515_000),
    ("attaching_part", 160_000),
    ("browse", 60_000),
    ("correspondence", 190_000),
    ("device", 165_000),
    ("device_search", 75_000),
    ("dossier", 195_000),
    ("info", 50_000),
    ("kept_part", 90_000),
    ("my_data", 110_000),
    ("reading_part", 105_000),
    ("results", 85_000),
    ("resume_part", 115_000),
    ("service", 145_000),
    ("supplement", 400_000),
    ("unfinished_part", 160_000),
    ("voice", 215_000),
];

/// What a screen may add.
fn ceiling(route: &str) -> usize {
    let heavy = HEAVY.iter().find(|(name, _)| *name == route);
    heavy.map_or(ROUTE_GOAL, |(_, ceiling)| *ceiling)
}

/// The release's weight. Sizes are bytes as a browser that accepts brotli downloads them.
pub(crate) struct Report {
    /// Every file of the release but compressed siblings.
    files: BTreeMap<String, usize>,
    manifest: Manifest,
}

impl Report {
    /// Weighs the release in `dist`.
    pub(crate) fn of(dist: &Path) -> Result<Self> {
        let manifest = Manifest::read(dist)?;
        let mut files = BTreeMap::new();
        for path in compress::files(dist)? {
            let name = path.strip_prefix(dist)?.to_string_lossy().into_owned();
            if name.ends_with(".br") || name.ends_with(".gz") {
                continue;
            }
            let size = compress::transfer_size(&name, &fs::read(&path)?)?;
            files.insert(name, size);
        }
        let report = Self { files, manifest };
        for name in report.manifest.first_load.iter() {
            report.size(name).with_context(|| {
                format!("the first load needs {name}, which the release does not hold")
            })?;
        }
        Ok(report)
    }

    fn size(&self, name: &str) -> Option<usize> {
        self.files.get(name).copied()
    }

    fn first_load(&self) -> usize {
        let first = self.manifest.first_load.iter();
        first.filter_map(|name| self.size(name)).sum()
    }

    /// What each lazy route adds to the first load.
    fn routes(&self) -> impl Iterator<Item = (&str, usize)> {
        self.manifest.routes.iter().map(|(route, files)| {
            let new = files.difference(&self.manifest.first_load);
            let size = new.filter_map(|name| self.size(name)).sum();
            (route.as_str(), size)
        })
    }

    /// Whether everything is within the limits.
    pub(crate) fn fits(&self) -> bool {
        self.first_load() <= FIRST_LOAD_LIMIT
            && self.routes().all(|(route, size)| size <= ceiling(route))
    }
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let first = &self.manifest.first_load;
        let chunks: BTreeSet<_> = self.manifest.routes.values().flatten().collect();
        writeln!(f, "  bytes  file (brotli)")?;
        for (name, size) in &self.files {
            let when = if first.contains(name) {
                "first load"
            } else if chunks.contains(name) {
                "with a route"
            } else {
                ""
            };
            writeln!(f, "{size:>7}  {name:<44} {when}")?;
        }
        writeln!(f)?;
        for (route, size) in self.routes() {
            line(f, &format!("route {route} adds"), size, ceiling(route))?;
            if size > ROUTE_GOAL {
                writeln!(f, "         (past the goal of {ROUTE_GOAL})")?;
            }
        }
        line(
            f,
            "first load of the home page",
            self.first_load(),
            FIRST_LOAD_LIMIT,
        )
    }
}

fn line(f: &mut fmt::Formatter<'_>, what: &str, size: usize, limit: usize) -> fmt::Result {
    let verdict = if size <= limit { "within" } else { "OVER" };
    writeln!(f, "{size:>7}  {what}: {verdict} {limit}")
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A release whose files have the given sizes, as pictures so that nothing compresses.
    fn report(files: &[(&str, usize)], first: &[&str], routes: &[(&str, &[&str])]) -> Report {
        let set = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect();
        Report {
            files: files
                .iter()
                .map(|(n, size)| ((*n).to_owned(), *size))
                .collect(),
            manifest: Manifest {
                version: String::new(),
                first_load: set(first),
                routes: routes
                    .iter()
                    .map(|(route, files)| ((*route).to_owned(), set(files)))
                    .collect(),
            },
        }
    }

    #[test]
    fn the_first_load_counts_all_its_files_and_no_other() {
        let report = report(&[("a", 100_000), ("b", 50_000), ("c", 9)], &["a", "b"], &[]);
        assert_eq!(report.first_load(), 150_000);
        assert!(report.fits());
    }

    #[test]
    fn one_byte_too_many_does_not_fit() {
        let report = report(&[("a", 150_001)], &["a"], &[]);
        assert!(!report.fits());
        assert!(report.to_string().contains("OVER 150000"));
    }

    #[test]
    fn a_route_pays_for_what_the_first_load_has_not_fetched() {
        let files = [("home", 10_000), ("shared", 30_000), ("new", 30_000)];
        let new: &[&str] = &["shared", "new"];
        let report_of = |first: &[&str]| report(&files, first, &[("new", new)]);
        assert!(!report_of(&["home"]).fits());
        assert!(report_of(&["home", "shared"]).fits());
    }

    #[test]
    fn a_screen_known_to_be_heavy_may_stay_so_and_not_grow() {
        let (name, allowed) = HEAVY[0];
        let routes: &[(&str, &[&str])] = &[(name, &["part"])];
        let report_of = |size| report(&[("part", size)], &[], routes);
        assert!(report_of(allowed).fits());
        assert_eq!(
            report_of(allowed)
                .to_string()
                .matches("past the goal")
                .count(),
            1
        );
        assert!(!report_of(allowed + 1).fits());
    }

    #[test]
    fn a_release_without_a_file_of_its_first_load_is_refused() {
        let dist = tempfile::tempdir().unwrap();
        Manifest {
            first_load: BTreeSet::from(["config.json".to_owned()]),
            ..Manifest::default()
        }
        .write(dist.path())
        .unwrap();
        let error = Report::of(dist.path()).err().unwrap();
        assert!(error.to_string().contains("config.json"), "{error}");
    }
}
