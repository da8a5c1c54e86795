//! Papers that the portal issues about a dossier: each written once, and the same for good.

use motcua_contract::file::StoredFile;
use rusqlite::{Connection, OptionalExtension, Transaction, params};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use tracing::error;

use super::show::address;
use crate::moment::Moment;
use crate::store::json::Word;
use crate::store::numbered;
use crate::web::refusal::Refusal;

pub(crate) const PDF: &str = "application/pdf";

/// What a paper is; its name in a file's name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) enum Kind {
    /// Giấy tiếp nhận hồ sơ và hẹn trả kết quả.
    Receipt,
    /// Biên lai; about a payment.
    MoneyReceipt,
    /// Phiếu yêu cầu bổ sung; about a round.
    Supplement,
    /// Phiếu từ chối or thông báo dừng.
    Ending,
    /// Văn bản xin lỗi.
    Apology,
    /// A result; about its number.
    Result,
}

/// A paper without its content.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Issued {
    id: i64,
    pub(crate) kind: Kind,
    /// The payment or request that it is about; nothing for the dossier as a whole.
    pub(crate) about: String,
    name: String,
    media_type: String,
    bytes: u64,
    sha256: String,
}

/// A paper that is about to be kept.
pub(crate) struct Fresh {
    pub(crate) kind: Kind,
    pub(crate) about: String,
    pub(crate) name: String,
    pub(crate) media_type: String,
    pub(crate) content: Vec<u8>,
}

/// A paper on its way out.
pub(crate) struct Content {
    pub(crate) name: String,
    pub(crate) media_type: String,
    pub(crate) bytes: Vec<u8>,
}

impl Issued {
    /// As the contract names files, below the dossier's address.
    pub(crate) fn stored(&self, code: &str) -> StoredFile {
        let own = match self.kind {
            Kind::Receipt => "receipt.pdf".to_owned(),
            _ => format!("files/i{}", self.id),
        };
        StoredFile {
            name: self.name.clone(),
            media_type: self.media_type.clone(),
            bytes: self.bytes,
            sha256: self.sha256.clone(),
            address: Some(format!("{}/{own}", address(code))),
        }
    }
}

/// Keeps a paper; one of its kind about the same stays as it is.
pub(crate) fn keep(
    transaction: &Transaction<'_>,
    dossier: i64,
    paper: &Fresh,
    now: Moment,
) -> rusqlite::Result<()> {
    let digest = Sha256::digest(&paper.content);
    let sha256: String = digest.iter().map(|byte| format!("{byte:02x}")).collect();
    transaction
        .prepare_cached(
            "INSERT OR IGNORE INTO issued
                (dossier, kind, about, name, media_type, content, sha256, issued_at)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
        )?
        .execute(params![
            dossier,
            Word(paper.kind),
            paper.about,
            paper.name,
            paper.media_type,
            paper.content,
            sha256,
            now
        ])?;
    Ok(())
}

/// The papers of a dossier, oldest first.
pub(crate) fn of_dossier(connection: &Connection, dossier: i64) -> rusqlite::Result<Vec<Issued>> {
    connection
        .prepare_cached(
            "SELECT id, kind, about, name, media_type, length(content), sha256 FROM issued
             WHERE dossier = ?1 ORDER BY id",
        )?
        .query_map([dossier], |row| {
            Ok(Issued {
                id: row.get(0)?,
                kind: row.get::<_, Word<_>>(1)?.0,
                about: row.get(2)?,
                name: row.get(3)?,
                media_type: row.get(4)?,
                bytes: row.get(5)?,
                sha256: row.get(6)?,
            })
        })?
        .collect()
}

/// The paper with an id out of an address, `i7`.
pub(crate) fn by_id(
    connection: &Connection,
    dossier: i64,
    id: &str,
) -> rusqlite::Result<Option<Content>> {
    let Some(number) = numbered(id, 'i') else {
        return Ok(None);
    };
    connection
        .query_row(
            "SELECT name, media_type, content FROM issued WHERE dossier = ?1 AND id = ?2",
            params![dossier, number],
            content,
        )
        .optional()
}

/// The papers of a dossier with what they say, oldest first.
pub(crate) fn contents(connection: &Connection, dossier: i64) -> rusqlite::Result<Vec<Content>> {
    connection
        .prepare_cached(
            "SELECT name, media_type, content FROM issued WHERE dossier = ?1 ORDER BY id",
        )?
        .query_map([dossier], content)?
        .collect()
}

/// The receipt of a dossier.
pub(crate) fn receipt(connection: &Connection, dossier: i64) -> rusqlite::Result<Option<Content>> {
    connection
        .query_row(
            "SELECT name, media_type, content FROM issued WHERE dossier = ?1 AND kind = ?2",
            params![dossier, Word(Kind::Receipt)],
            content,
        )
        .optional()
}

fn content(row: &rusqlite::Row<'_>) -> rusqlite::Result<Content> {
    Ok(Content {
        name: row.get(0)?,
        media_type: row.get(1)?,
        bytes: row.get(2)?,
    })
}

/// What cannot be written is a fault of the program.
pub(crate) fn unwritten(error: krilla::error::KrillaError) -> Refusal {
    error!(?error, "a paper could not be written");
    Refusal::internal()
}
