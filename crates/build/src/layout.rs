//! Lays the page out for a release, as Trunk does while one develops: index.html, its styles, and
//! the files that are copied as they are.

use std::{
    cell::RefCell,
    fs,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result};
use lol_html::{RewriteStrSettings, element, rewrite_str};

use crate::{staging::Staging, tool};

/// The folder that is copied as it is.
const COPIED: &str = "public";

/// Empties `staging` and fills it from the project at `root`.
pub(crate) fn lay_out(root: &Path, staging: &Staging) -> Result<()> {
    let folder = staging.folder();
    if folder.exists() {
        fs::remove_dir_all(folder)?;
    }
    copy(&root.join(COPIED), folder)?;
    let page = root.join("index.html");
    let html = fs::read_to_string(&page).with_context(|| format!("reading {}", page.display()))?;
    let (html, styles) = resolve(&html)?;
    for style in styles {
        let name = style.file_name().unwrap_or_default();
        let mut esbuild = tool::command("esbuild");
        esbuild
            .arg(root.join(&style))
            .args(["--minify", "--charset=utf8", "--log-level=warning"])
            .arg(format!("--outfile={}", folder.join(name).display()));
        tool::run(&mut esbuild)?;
    }
    staging.write("index.html", html.as_bytes())
}

/// Puts addresses in the place of Trunk's directives; also the styles that these name, from the
/// root.
fn resolve(html: &str) -> Result<(String, Vec<PathBuf>)> {
    let styles = RefCell::new(Vec::new());
    let resolved = rewrite_str(
        html,
        RewriteStrSettings::new().append_element_content_handler(element!(
            "link[data-trunk]",
            |link| {
                let path = link.get_attribute("href").map(PathBuf::from);
                let css = link.get_attribute("rel").as_deref() == Some("css");
                match path.filter(|_| css) {
                    Some(path) => {
                        let name = path.file_name().unwrap_or_default().to_string_lossy();
                        link.set_attribute("rel", "stylesheet")?;
                        link.set_attribute("href", &format!("/{name}"))?;
                        link.remove_attribute("data-trunk");
                        styles.borrow_mut().push(path);
                    }
                    // The app itself and what is copied: neither is linked to.
                    None => link.remove(),
                }
                Ok(())
            }
        )),
    )
    .context("laying out index.html")?;
    Ok((resolved, styles.into_inner()))
}

fn copy(from: &Path, to: &Path) -> Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from).with_context(|| format!("reading {}", from.display()))? {
        let path = entry?.path();
        let into = to.join(path.file_name().unwrap_or_default());
        if path.is_dir() {
            copy(&path, &into)?;
        } else {
            fs::copy(&path, &into)?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn styles_become_links_in_their_order_and_other_directives_go() {
        let (html, styles) = resolve(
            r#"<link data-trunk rel="css" href="style/a.css"><link data-trunk rel="css" href="style/b.css">
               <link data-trunk rel="rust"><link data-trunk rel="copy-dir" href="public"><link rel="icon" href="/i">"#,
        )
        .unwrap();
        assert_eq!(styles, [Path::new("style/a.css"), Path::new("style/b.css")]);
        assert!(!html.contains("trunk") && html.contains(r#"<link rel="icon" href="/i">"#));
        let found = crate::page::references(&html).unwrap();
        assert_eq!(found.styles, ["/a.css", "/b.css"]);
    }

    #[test]
    fn the_projects_own_page_has_no_directive_left() {
        let (html, styles) = resolve(include_str!("../../../index.html")).unwrap();
        assert!(!html.contains("data-trunk"));
        assert!(styles.len() > 10);
    }
}
