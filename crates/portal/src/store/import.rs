//! Taking in a catalogue: the whole file or nothing.

use std::collections::HashMap;
use std::io::{BufRead, BufReader, Read};

use flate2::read::MultiGzDecoder;
use rusqlite::{Connection, TransactionBehavior, params};
use sha2::{Digest, Sha256};

use crate::reading::record::Record;

/// The longest line taken; the longest of the national catalogue has 120 kB.
const LINE_BYTES: u64 = 4 * 1024 * 1024;

/// A catalogue file, read and found sound.
pub(crate) struct CatalogueFile {
    version: String,
    lines: Vec<(Record, String)>,
}

/// What an import did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Imported {
    /// The version now in force.
    pub version: String,
    /// Procedures in it.
    pub services: usize,
    /// Procedures that were in force before and are no longer.
    pub retired: usize,
    /// Whether anything changed.
    pub changed: bool,
}

/// Why a file was not taken.
#[derive(Debug, thiserror::Error)]
pub enum ImportError {
    /// The file cannot be read.
    #[error("cannot read the file: {0}")]
    Read(#[from] std::io::Error),
    /// A line is not what it should be.
    #[error("line {line}: {reason}")]
    Line {
        /// Counted from 1.
        line: usize,
        /// Why, for whoever prepared the file.
        reason: String,
    },
    /// There is no procedure in it.
    #[error("the file holds no procedure")]
    Empty,
    /// The database refused.
    #[error("database: {0}")]
    Sqlite(#[from] rusqlite::Error),
    /// The database cannot be opened.
    #[error(transparent)]
    Store(#[from] super::StoreError),
}

impl CatalogueFile {
    /// Reads JSON lines, gzipped or not, and checks every one of them.
    pub(crate) fn read(source: impl Read) -> Result<Self, ImportError> {
        let mut source = BufReader::new(source);
        let gzipped = source.fill_buf()?.starts_with(&[0x1f, 0x8b]);
        if gzipped {
            Self::read_lines(BufReader::new(MultiGzDecoder::new(source)))
        } else {
            Self::read_lines(source)
        }
    }

    fn read_lines(mut source: impl BufRead) -> Result<Self, ImportError> {
        let mut digest = Sha256::new();
        let mut lines = Vec::new();
        let mut seen: HashMap<String, usize> = HashMap::new();
        for number in 1.. {
            let Some(text) = next_line(&mut source, number)? else {
                break;
            };
            let text = text.trim();
            if text.is_empty() {
                continue;
            }
            let fault = |reason| ImportError::Line {
                line: number,
                reason,
            };
            let record = Record::read(text).map_err(fault)?;
            for code in std::iter::once(&record.code).chain(&record.aliases) {
                if let Some(earlier) = seen.insert(code.clone(), number) {
                    return Err(fault(format!("{code} stands on line {earlier} already")));
                }
            }
            digest.update(text.as_bytes());
            digest.update(b"\n");
            lines.push((record, text.to_owned()));
        }
        if lines.is_empty() {
            return Err(ImportError::Empty);
        }
        let version = digest.finalize();
        let version = version[..8]
            .iter()
            .map(|byte| format!("{byte:02x}"))
            .collect();
        Ok(Self { version, lines })
    }

    /// Puts the catalogue in force in one transaction; a running portal takes it up.
    pub(crate) fn store(
        &self,
        connection: &mut Connection,
        as_of: Option<&str>,
        today: &str,
    ) -> Result<Imported, ImportError> {
        let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let unchanged = Imported {
            version: self.version.clone(),
            services: self.lines.len(),
            retired: 0,
            changed: false,
        };
        if super::read::in_force(&transaction)?.is_some_and(|now| now.version == self.version) {
            return Ok(unchanged);
        }
        transaction.execute(
            "INSERT INTO catalogue (version, as_of, imported_on) VALUES (?1, ?2, ?3)",
            params![self.version, as_of, today],
        )?;
        let catalogue = transaction.last_insert_rowid();
        {
            let mut service = transaction.prepare(
                "INSERT INTO service (code, record, first_seen, last_seen) VALUES (?1, ?2, ?3, ?3)
                 ON CONFLICT (code) DO UPDATE SET record = excluded.record, last_seen = excluded.last_seen",
            )?;
            for (record, line) in &self.lines {
                service.execute(params![record.code, line, catalogue])?;
            }
            let mut inherit =
                transaction.prepare("UPDATE former_code SET code = ?2 WHERE code = ?1")?;
            let mut former = transaction.prepare(
                "INSERT INTO former_code (former, code) VALUES (?1, ?2)
                 ON CONFLICT (former) DO UPDATE SET code = excluded.code",
            )?;
            for (record, _) in &self.lines {
                for alias in &record.aliases {
                    // What led to the old code leads to the new one, however often it is renamed.
                    inherit.execute(params![alias, record.code])?;
                    former.execute(params![alias, record.code])?;
                }
            }
        }
        let retired = transaction.query_row(
            "SELECT count(*) FROM service WHERE last_seen =
                 (SELECT max(id) FROM catalogue WHERE id < ?1)",
            [catalogue],
            |row| row.get(0),
        )?;
        transaction.commit()?;
        Ok(Imported {
            retired,
            changed: true,
            ..unchanged
        })
    }
}

/// The next line as text; an over-long or undecodable one is that line's fault.
fn next_line(source: &mut impl BufRead, number: usize) -> Result<Option<String>, ImportError> {
    let fault = |reason: &str| ImportError::Line {
        line: number,
        reason: reason.into(),
    };
    let mut bytes = Vec::new();
    let read = source
        .by_ref()
        .take(LINE_BYTES + 1)
        .read_until(b'\n', &mut bytes);
    // A gzip stream cut short or damaged says so here, in the middle of a line.
    let read = read.map_err(|error| fault(&error.to_string()))?;
    if read as u64 > LINE_BYTES {
        return Err(fault("the line is longer than 4 MiB"));
    }
    if read == 0 {
        return Ok(None);
    }
    String::from_utf8(bytes)
        .map(Some)
        .map_err(|_| fault("the line is not UTF-8"))
}
