//! The chunk loader: the splitter's link module with our way of fetching.
//!
//! The splitter's own fetch rejects when the network is away, and the Rust side answers a
//! rejection with a panic that nothing can catch. `boot/chunks.js` never rejects for that reason;
//! it also checks each chunk's integrity and knows its hashed name.

use std::{collections::BTreeMap, ops::Range, path::Path};

use anyhow::{Result, bail, ensure};

use crate::staging::Placed;

/// Where a chunk lies.
#[derive(Debug, Clone)]
pub(crate) struct Chunk {
    /// The file that holds it.
    pub(crate) file: Placed,
    /// Its bytes in that file, where it is not the whole.
    pub(crate) within: Option<Range<usize>>,
}

/// What the splitter writes around a chunk's file name.
const BEFORE: &str = "fetch(new URL(\"./";
const AFTER: &str = ".wasm\", import.meta.url))";

/// Replaces every fetch of the link module by `fetchChunk(name)` imported from `fetcher`, which
/// finds the file by [`table`]. `chunks` goes from the splitter's file stem to where the chunk is.
///
/// Fails when a chunk is fetched that does not exist, or exists and is never fetched: then the
/// splitter writes its module differently than this was made for.
pub(crate) fn with_own_fetch(
    link_module: &str,
    fetcher: &Path,
    chunks: &BTreeMap<String, Chunk>,
) -> Result<String> {
    let mut out = format!("import {{ fetchChunk }} from {fetcher:?};\n");
    let mut rest = link_module;
    let mut fetched = 0;
    while let Some((before, from_name)) = rest.split_once(BEFORE) {
        let Some((name, after)) = from_name.split_once(AFTER) else {
            bail!("a fetch in the link module has an unknown form");
        };
        if !chunks.contains_key(name) {
            bail!("the link module fetches {name}, which the splitter did not write");
        }
        out.push_str(before);
        out.push_str(&format!("fetchChunk({name:?})"));
        fetched += 1;
        rest = after;
    }
    out.push_str(rest);
    ensure!(
        fetched == chunks.len(),
        "the link module fetches {fetched} of {} chunks",
        chunks.len()
    );
    Ok(out)
}

/// What `fetchChunk` reads: `{styles: [address, integrity], files: [[address, integrity]],
/// chunks: {name: [file, from, to]}}`. `styles` are those of all screens but the first; `from` and
/// `to` stand only for a chunk that is a part of its file. A file of its own, because so many
/// hashes do not compress and the first screen needs none of them.
pub(crate) fn table(chunks: &BTreeMap<String, Chunk>, styles: &Placed) -> String {
    let mut files: Vec<&Placed> = chunks.values().map(|chunk| &chunk.file).collect();
    files.sort_by_key(|file| &file.address);
    files.dedup_by_key(|file| &file.address);
    let number = |chunk: &Chunk| {
        let found = files.binary_search_by_key(&&chunk.file.address, |file| &file.address);
        found.expect("every chunk's file is listed")
    };
    let rows: BTreeMap<_, _> = chunks
        .iter()
        .map(|(name, chunk)| {
            let mut row = vec![number(chunk)];
            row.extend(chunk.within.iter().flat_map(|part| [part.start, part.end]));
            (name, row)
        })
        .collect();
    let files: Vec<_> = files
        .iter()
        .map(|file| [&file.address, &file.integrity])
        .collect();
    let styles = [&styles.address, &styles.integrity];
    serde_json::json!({ "styles": styles, "files": files, "chunks": rows }).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    const LINK_MODULE: &str = r#"import { initSync } from "./motcua.js";
export const __wasm_split_load_help = wrapAsyncCb(makeLoad(() => {
    const src = fetch(new URL("./split_help.wasm", import.meta.url));
    src.catch(() => {});
    return async (imports) => (WebAssembly.instantiateStreaming(src, imports));
}, []));
"#;

    const STYLES: &str = r#""styles":["/screens-0.css","sha384-s"]}"#;

    fn styles() -> Placed {
        Placed {
            address: "/screens-0.css".to_owned(),
            integrity: "sha384-s".to_owned(),
        }
    }

    fn chunks(names: &[&str]) -> BTreeMap<String, Chunk> {
        names
            .iter()
            .map(|name| {
                let file = Placed {
                    address: format!("/{name}-0.wasm"),
                    integrity: "sha384-x".to_owned(),
                };
                ((*name).to_owned(), Chunk { file, within: None })
            })
            .collect()
    }

    #[test]
    fn every_fetch_becomes_ours() {
        let loader = with_own_fetch(
            LINK_MODULE,
            Path::new("/boot/chunks.js"),
            &chunks(&["split_help"]),
        )
        .unwrap();
        assert!(loader.starts_with("import { fetchChunk } from \"/boot/chunks.js\";"));
        assert!(loader.contains("const src = fetchChunk(\"split_help\");"));
        assert!(!loader.contains("fetch(new URL"));
        assert!(loader.contains("instantiateStreaming(src, imports)"));
    }

    #[test]
    fn the_table_says_where_a_chunk_lies_and_what_it_must_be() {
        assert_eq!(
            table(&chunks(&["split_help"]), &styles()),
            r#"{"chunks":{"split_help":[0]},"files":[["/split_help-0.wasm","sha384-x"]],"#
                .to_owned()
                + STYLES
        );
    }

    #[test]
    fn chunks_of_one_pack_name_their_parts_of_it() {
        let mut chunks = chunks(&["pack", "help"]);
        let file = chunks["pack"].file.clone();
        for (name, part) in [("chunk_1", 0..7), ("chunk_2", 7..9)] {
            let chunk = Chunk {
                file: file.clone(),
                within: Some(part),
            };
            chunks.insert(name.to_owned(), chunk);
        }
        chunks.remove("pack");
        assert_eq!(
            table(&chunks, &styles()),
            r#"{"chunks":{"chunk_1":[1,0,7],"chunk_2":[1,7,9],"help":[0]},"#.to_owned()
                + r#""files":[["/help-0.wasm","sha384-x"],["/pack-0.wasm","sha384-x"]],"#
                + STYLES
        );
    }

    #[test]
    fn an_unknown_chunk_is_an_error() {
        let error = with_own_fetch(LINK_MODULE, Path::new("f"), &chunks(&[])).unwrap_err();
        assert!(error.to_string().contains("split_help"), "{error}");
    }

    #[test]
    fn a_chunk_that_nobody_fetches_is_an_error() {
        let error = with_own_fetch(
            LINK_MODULE,
            Path::new("f"),
            &chunks(&["split_help", "chunk_1"]),
        );
        assert!(error.unwrap_err().to_string().contains("1 of 2"));
    }

    #[test]
    fn another_form_of_fetch_is_an_error() {
        let odd = LINK_MODULE.replace("import.meta.url))", "document.baseURI))");
        assert!(with_own_fetch(&odd, Path::new("f"), &chunks(&["split_help"])).is_err());
    }
}
