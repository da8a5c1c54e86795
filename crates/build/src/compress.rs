//! Compressed siblings: `app.js` gets `app.js.br` and `app.js.gz`, so that no server compresses
//! the same file twice and phones get brotli's best.

use std::{
    fs,
    io::Write,
    path::{Path, PathBuf},
};

use anyhow::Result;
use brotli::enc::BrotliEncoderParams;
use flate2::{Compression, write::GzEncoder};

/// What compresses well; pictures other than SVG already are.
const COMPRESSIBLE: [&str; 10] = [
    "css",
    "html",
    "js",
    "json",
    "pack",
    "svg",
    "txt",
    "wasm",
    "webmanifest",
    "xml",
];
/// Under this many bytes the headers of the answer outweigh what compression saves.
const WORTH_IT: usize = 200;

/// Brotli 11 with a window that holds the whole file.
pub(crate) fn brotli(bytes: &[u8]) -> Result<Vec<u8>> {
    let mut out = Vec::new();
    let params = BrotliEncoderParams {
        quality: 11,
        lgwin: 24,
        size_hint: bytes.len(),
        ..BrotliEncoderParams::default()
    };
    brotli::BrotliCompress(&mut &bytes[..], &mut out, &params)?;
    Ok(out)
}

fn gzip(bytes: &[u8]) -> Result<Vec<u8>> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(bytes)?;
    Ok(encoder.finish()?)
}

/// What a browser that accepts brotli downloads of the file `name`, in bytes.
pub(crate) fn transfer_size(name: &str, bytes: &[u8]) -> Result<usize> {
    if is_compressible(name) && bytes.len() >= WORTH_IT {
        Ok(brotli(bytes)?.len().min(bytes.len()))
    } else {
        Ok(bytes.len())
    }
}

/// Writes the siblings of every file under `folder` that is worth it.
pub(crate) fn siblings(folder: &Path) -> Result<()> {
    for path in files(folder)? {
        let bytes = fs::read(&path)?;
        if !is_compressible(&path.to_string_lossy()) || bytes.len() < WORTH_IT {
            continue;
        }
        for (extension, compressed) in [("br", brotli(&bytes)?), ("gz", gzip(&bytes)?)] {
            if compressed.len() < bytes.len() {
                fs::write(format!("{}.{extension}", path.display()), compressed)?;
            }
        }
    }
    Ok(())
}

/// Every file under `folder`, sorted. Hidden ones, such as Trunk's lock and its next release in
/// the making, are no part of it.
pub(crate) fn files(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    let mut folders = vec![folder.to_path_buf()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder)? {
            let path = entry?.path();
            if is_hidden(&path) {
                continue;
            }
            if path.is_dir() {
                folders.push(path);
            } else {
                found.push(path);
            }
        }
    }
    found.sort();
    Ok(found)
}

fn is_hidden(path: &Path) -> bool {
    path.file_name()
        .is_some_and(|name| name.to_string_lossy().starts_with('.'))
}

fn is_compressible(name: &str) -> bool {
    name.rsplit_once('.')
        .is_some_and(|(_, extension)| COMPRESSIBLE.contains(&extension))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_gets_siblings_and_pictures_do_not() {
        let folder = tempfile::tempdir().unwrap();
        let text = "một cửa ".repeat(100);
        for name in ["page.html", "photo.png", "tiny.json"] {
            fs::write(folder.path().join(name), &text).unwrap();
        }
        fs::write(folder.path().join("tiny.json"), "{}").unwrap();
        siblings(folder.path()).unwrap();
        let names: Vec<_> = files(folder.path())
            .unwrap()
            .into_iter()
            .map(|path| path.file_name().unwrap().to_string_lossy().into_owned())
            .collect();
        assert_eq!(
            names,
            [
                "page.html",
                "page.html.br",
                "page.html.gz",
                "photo.png",
                "tiny.json"
            ]
        );
    }

    #[test]
    fn what_is_hidden_is_left_out() {
        let folder = tempfile::tempdir().unwrap();
        fs::create_dir(folder.path().join(".stage")).unwrap();
        for name in [".trunk-lock", ".stage/page.html", "page.html"] {
            fs::write(folder.path().join(name), "").unwrap();
        }
        assert_eq!(
            files(folder.path()).unwrap(),
            [folder.path().join("page.html")]
        );
    }

    #[test]
    fn a_sibling_unpacks_to_the_file() {
        let text = "hộ khẩu ".repeat(100);
        let mut unpacked = Vec::new();
        brotli::BrotliDecompress(&mut &brotli(text.as_bytes()).unwrap()[..], &mut unpacked)
            .unwrap();
        assert_eq!(unpacked, text.as_bytes());
    }

    #[test]
    fn transfer_is_the_compressed_size_only_of_what_is_compressed() {
        let text = "lý lịch tư pháp ".repeat(100);
        assert!(transfer_size("a.html", text.as_bytes()).unwrap() < 100);
        assert_eq!(transfer_size("a.png", text.as_bytes()).unwrap(), text.len());
    }
}
