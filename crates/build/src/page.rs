//! The page: Trunk's index.html with hashed names, integrity, and what to fetch early.

use std::collections::BTreeMap;

use anyhow::{Context, Result};
use lol_html::{RewriteStrSettings, element, html_content::ContentType, rewrite_str};

use crate::{script::Kind, staging::Placed};

/// Where the page's own scripts stand until they are bundled.
pub(crate) const SCRIPTS: &str = "/boot/";

/// What the page refers to and this build replaces.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct References {
    /// Addresses of the styles that Trunk laid out, in the order of the cascade.
    pub(crate) styles: Vec<String>,
    /// Addresses under [`SCRIPTS`].
    pub(crate) scripts: BTreeMap<String, Kind>,
    /// Addresses of icons and of the web app manifest, which a browser fetches by itself.
    pub(crate) icons: Vec<String>,
}

/// What takes the place of [`References`].
pub(crate) struct Replacements {
    /// One file for all styles.
    pub(crate) style: Placed,
    pub(crate) scripts: BTreeMap<String, Placed>,
    /// The main wasm module: asked for while the scripts are still on their way.
    pub(crate) wasm: Placed,
}

/// Reads what `html` refers to.
pub(crate) fn references(html: &str) -> Result<References> {
    let mut found = References::default();
    let (styles, scripts, icons) = (&mut found.styles, &mut found.scripts, &mut found.icons);
    rewrite_str(
        html,
        RewriteStrSettings::new()
            .append_element_content_handler(element!("link[rel=stylesheet][href]", |link| {
                styles.extend(link.get_attribute("href"));
                Ok(())
            }))
            .append_element_content_handler(element!("script[src]", |script| {
                let source = script.get_attribute("src").unwrap_or_default();
                if source.starts_with(SCRIPTS) {
                    let module = script.get_attribute("type").as_deref() == Some("module");
                    let kind = if module { Kind::Module } else { Kind::Classic };
                    scripts.insert(source, kind);
                }
                Ok(())
            }))
            .append_element_content_handler(element!(
                "link[rel=icon][href], link[rel=manifest][href]",
                |link| {
                    icons.extend(link.get_attribute("href"));
                    Ok(())
                }
            )),
    )
    .context("reading index.html")?;
    Ok(found)
}

/// Puts the final files in the place of what [`references`] found.
pub(crate) fn finish(html: &str, replacements: &Replacements) -> Result<String> {
    let Replacements {
        style,
        scripts,
        wasm,
    } = replacements;
    let early = format!(
        "<link rel=\"stylesheet\" href=\"{}\" integrity=\"{}\">\
         <link rel=\"preload\" as=\"fetch\" type=\"application/wasm\" crossorigin \
         href=\"{}\">",
        style.address, style.integrity, wasm.address
    );
    // No integrity on the preload: browsers ignore it there and say so on the console. The start
    // script's own fetch has it.
    // After the first script: the minified page has no <head> tag to append to.
    let mut early = Some(early);
    rewrite_str(
        html,
        RewriteStrSettings::new()
            .append_element_content_handler(
                // The styles come as one; Trunk's own directive is left over when it injects nothing.
                element!("link[rel=stylesheet], link[rel=rust]", |link| {
                    link.remove();
                    Ok(())
                }),
            )
            .append_element_content_handler(element!("script[src]", |script| {
                let source = script.get_attribute("src").unwrap_or_default();
                if let Some(script_file) = scripts.get(&source) {
                    script.set_attribute("src", &script_file.address)?;
                    script.set_attribute("integrity", &script_file.integrity)?;
                    if let Some(early) = early.take() {
                        script.after(&early, ContentType::Html);
                    }
                }
                Ok(())
            })),
    )
    .context("finishing index.html")
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = r#"<html><head>
<link data-trunk-id="0" rel="rust">
<link rel="stylesheet" href="/base-1.css" integrity="sha384-old"/>
<link rel="stylesheet" href="/pages-2.css"/>
<link rel="icon" href="/icon.svg">
<script src="/boot/appearance.js"></script>
<script type="module" src="/boot/start.js"></script>
<script src="/other.js"></script>
</head><body><h1>Một Cửa</h1></body></html>"#;

    fn file(address: &str) -> Placed {
        Placed {
            address: address.to_owned(),
            integrity: format!("sha384-{address}"),
        }
    }

    #[test]
    fn references_are_read_in_order() {
        let found = references(PAGE).unwrap();
        assert_eq!(found.styles, ["/base-1.css", "/pages-2.css"]);
        assert_eq!(found.icons, ["/icon.svg"]);
        assert_eq!(
            found.scripts,
            BTreeMap::from([
                ("/boot/appearance.js".to_owned(), Kind::Classic),
                ("/boot/start.js".to_owned(), Kind::Module),
            ])
        );
    }

    #[test]
    fn every_reference_gets_its_final_name_and_integrity() {
        let html = finish(
            PAGE,
            &Replacements {
                style: file("/style-9.css"),
                scripts: BTreeMap::from([
                    ("/boot/appearance.js".to_owned(), file("/appearance-9.js")),
                    ("/boot/start.js".to_owned(), file("/start-9.js")),
                ]),
                wasm: file("/motcua-9.wasm"),
            },
        )
        .unwrap();
        let found = references(&html).unwrap();
        assert_eq!(found.styles, ["/style-9.css"]);
        assert!(found.scripts.is_empty());
        assert!(!html.contains("rel=\"rust\"") && !html.contains("sha384-old"));
        assert!(html.contains(r#"src="/start-9.js" integrity="sha384-/start-9.js""#));
        assert!(html.contains(r#"crossorigin href="/motcua-9.wasm">"#));
        assert!(html.contains("<h1>Một Cửa</h1>") && html.contains("/other.js"));
    }
}
