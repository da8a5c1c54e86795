//! The chunk loader: the splitter's link module with our way of fetching.
//!
//! The splitter's own fetch rejects when the network is away, and the Rust side answers a
//! rejection with a panic that nothing can catch. `boot/chunks.js` never rejects for that reason;
//! it also checks each chunk's integrity and knows its hashed name.

use std::{collections::BTreeMap, ops::Range, path::Path};

use anyhow::{Context, Result, bail, ensure};
use base64::{Engine, prelude::BASE64_STANDARD};
use serde_json::{Value, json};

use crate::asset::{HASH_HEX, INTEGRITY};
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
/// What it calls the chunks that several screens share.
const NUMBERED: &str = "chunk_";

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

/// What `fetchChunk` reads: `{styles: [address, integrity], files: [[stem, digest, held]]}`. A file
/// lies at `/{stem}-{digest's first hexadecimal digits}` ([`HASH_HEX`]); `held` is the chunk that is the whole
/// of it (`.wasm`), or the parts in their order as `[number, bytes, number, bytes, …]` (`.pack`).
/// `styles` are those of all screens but the first. A file of its own, because so many digests do
/// not compress and the first screen needs none of them; each digest stands once, since every
/// screen that is fetched waits for this table (94 files: 9.5 kB with names and offsets written
/// out).
///
/// # Errors
/// When a file is not named by its digest, or its parts leave a gap.
pub(crate) fn table(chunks: &BTreeMap<String, Chunk>, styles: &Placed) -> Result<String> {
    let mut files: BTreeMap<&str, Vec<(&str, &Chunk)>> = BTreeMap::new();
    for (name, chunk) in chunks {
        let held = files.entry(&chunk.file.address).or_default();
        held.push((name, chunk));
    }
    let rows: Vec<_> = files
        .into_values()
        .map(|held| {
            let (stem, digest) = named_by_digest(&held[0].1.file)?;
            let held = match held.as_slice() {
                [(name, Chunk { within: None, .. })] => json!(name),
                _ => parts(held)?,
            };
            Ok(json!([stem, digest, held]))
        })
        .collect::<Result<_>>()?;
    let styles = [&styles.address, &styles.integrity];
    Ok(json!({ "styles": styles, "files": rows }).to_string())
}

/// The stem of a file's name and its digest, which the rest of the name follows from.
fn named_by_digest(file: &Placed) -> Result<(&str, &str)> {
    let named = || {
        let digest = file.integrity.strip_prefix(INTEGRITY)?;
        let bytes = BASE64_STANDARD.decode(digest).ok()?;
        let hex: String = bytes
            .iter()
            .take(HASH_HEX / 2)
            .map(|byte| format!("{byte:02x}"))
            .collect();
        let (stem, rest) = file.address.strip_prefix('/')?.rsplit_once('-')?;
        let (hash, _) = rest.split_once('.')?;
        (hash == hex).then_some((stem, digest))
    };
    named().with_context(|| format!("{} is not named by its digest", file.address))
}

/// The numbers of the chunks in one pack, each with its length.
fn parts(mut held: Vec<(&str, &Chunk)>) -> Result<Value> {
    let range = |chunk: &Chunk| chunk.within.clone().unwrap_or_default();
    held.sort_by_key(|(_, chunk)| range(chunk).start);
    let mut parts: Vec<usize> = Vec::new();
    let mut end = 0;
    for (name, chunk) in held {
        let number = name.strip_prefix(NUMBERED).and_then(|n| n.parse().ok());
        let number = number.with_context(|| format!("{name} in a pack has no number"))?;
        let part = range(chunk);
        ensure!(part.start == end, "{name} leaves a gap in its pack");
        end = part.end;
        parts.extend([number, part.len()]);
    }
    Ok(json!(parts))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::asset;

    const LINK_MODULE: &str = r#"import { initSync } from "./motcua.js";
export const __wasm_split_load_help = wrapAsyncCb(makeLoad(() => {
    const src = fetch(new URL("./split_help.wasm", import.meta.url));
    src.catch(() => {});
    return async (imports) => (WebAssembly.instantiateStreaming(src, imports));
}, []));
"#;

    /// A file of this content, as the release places it.
    fn placed(stem: &str, extension: &str, bytes: &[u8]) -> Placed {
        Placed {
            address: format!("/{}", asset::hashed_name(stem, extension, bytes)),
            integrity: asset::integrity(bytes),
        }
    }

    fn chunks(names: &[&str]) -> BTreeMap<String, Chunk> {
        names
            .iter()
            .map(|name| {
                let file = placed(name, "wasm", b"abc");
                ((*name).to_owned(), Chunk { file, within: None })
            })
            .collect()
    }

    /// What the tests' files have in common.
    const DIGEST: &str = "ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0=";

    fn read(chunks: &BTreeMap<String, Chunk>) -> Value {
        let styles = placed("screens", "css", b"");
        serde_json::from_str(&table(chunks, &styles).unwrap()).unwrap()
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
    fn the_table_says_what_a_chunk_must_be_and_so_where_it_lies() {
        let table = read(&chunks(&["split_help"]));
        let row = json!([["split_help", DIGEST, "split_help"]]);
        assert_eq!(table["files"], row);
        assert!(
            table["styles"][0]
                .as_str()
                .unwrap()
                .starts_with("/screens-")
        );
    }

    #[test]
    fn a_pack_lists_its_parts_in_their_order() {
        let file = placed("shared", "pack", b"abc");
        let part = |within| Chunk {
            file: file.clone(),
            within: Some(within),
        };
        let mut chunks = chunks(&["split_help"]);
        chunks.insert("chunk_10".to_owned(), part(7..9));
        chunks.insert("chunk_2".to_owned(), part(0..7));
        let rows = json!([
            ["shared", DIGEST, [2, 7, 10, 2]],
            ["split_help", DIGEST, "split_help"],
        ]);
        assert_eq!(read(&chunks)["files"], rows);
        chunks.insert("chunk_3".to_owned(), part(10..11));
        let error = table(&chunks, &file).unwrap_err();
        assert!(error.to_string().contains("chunk_3"), "{error}");
    }

    #[test]
    fn a_file_that_is_not_named_by_its_digest_is_an_error() {
        let mut chunks = chunks(&["split_help"]);
        let chunk = chunks.get_mut("split_help").expect("one chunk");
        chunk.file.address = "/split_help-0123456789ab.wasm".to_owned();
        assert!(table(&chunks, &placed("s", "css", b"")).is_err());
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
