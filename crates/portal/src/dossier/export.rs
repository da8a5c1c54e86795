//! Everything about a dossier as one archive: what the contract says of it, the papers that
//! were handed in, and those that were issued.

use std::fs::File;
use std::io::{self, Cursor, Read, Seek, SeekFrom, Write};

use motcua_contract::dossier::Dossier;
use rusqlite::Connection;
use tracing::error;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

use super::issued;
use super::outcome;
use super::rows;
use crate::files::Files;
use crate::web::refusal::Refusal;

/// The archive in a file that has no name and goes with its last reader. Papers are packed
/// already, so nothing is compressed.
pub(crate) fn archive(
    connection: &Connection,
    files: &Files,
    id: i64,
    dossier: &Dossier,
) -> Result<File, Refusal> {
    let written = || -> io::Result<File> {
        let mut archive = ZipWriter::new(tempfile::tempfile()?);
        let plain = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
        archive.start_file("ho-so.json", plain)?;
        archive.write_all(&serde_json::to_vec_pretty(dossier)?)?;
        for (name, mut content) in papers(connection, files, id)? {
            archive.start_file(name, plain)?;
            io::copy(&mut content, &mut archive)?;
        }
        let mut file = archive.finish()?;
        file.seek(SeekFrom::Start(0))?;
        Ok(file)
    };
    written().map_err(|error| {
        error!(%error, "an archive could not be written");
        Refusal::internal()
    })
}

/// The papers of a dossier, issued and handed in, each with its place in an archive.
pub(crate) fn papers(
    connection: &Connection,
    files: &Files,
    id: i64,
) -> io::Result<Vec<(String, Box<dyn Read>)>> {
    let mut all: Vec<(String, Box<dyn Read>)> = Vec::new();
    for paper in issued::contents(connection, id).map_err(io::Error::other)? {
        let name = format!("giay-to-cong-cap/{}", paper.name);
        all.push((name, Box::new(Cursor::new(paper.bytes))));
    }
    for result in outcome::results(connection, id).map_err(io::Error::other)? {
        if let Some(file) = &result.file {
            let name = format!("giay-to-cong-cap/{}-{}", result.id, safe(&file.name));
            all.push((name, Box::new(File::open(files.kept(&file.hash))?)));
        }
    }
    for paper in rows::files(connection, id).map_err(io::Error::other)? {
        let name = format!("giay-to-da-nop/{}-{}", paper.id, safe(&paper.name));
        all.push((name, Box::new(File::open(files.kept(&paper.hash))?)));
    }
    Ok(all)
}

/// A name that leads nowhere, whatever a device called the file.
fn safe(name: &str) -> String {
    name.chars()
        .map(|c| {
            if c.is_control() || "/\\:".contains(c) {
                '-'
            } else {
                c
            }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_name_leads_out_of_the_archive() {
        assert_eq!(safe("../../etc/passwd\0"), "..-..-etc-passwd-");
        assert_eq!(safe("Giấy chứng sinh.jpg"), "Giấy chứng sinh.jpg");
    }
}
