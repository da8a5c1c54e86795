//! Papers that people handed in before, offered again so that nobody hands them in twice.

use motcua_contract::dossier::DossierCode;
use motcua_contract::file::StoredFile;
use motcua_contract::held_document::HeldDocument;
use motcua_contract::profile::Source;
use motcua_contract::text::LocalText;
use rusqlite::{Connection, OptionalExtension, Row, Transaction, params};

use crate::files::hash::FileHash;
use crate::moment::Moment;
use crate::random;
use crate::session::Owner;
use crate::sniffing::Kind;

/// A paper of a dossier that consists of one checked file.
pub(crate) struct HandedIn<'a> {
    /// The requirement's name at the time.
    pub(crate) name: &'a str,
    /// Of the portal's list of kinds, where the form names one.
    pub(crate) kind: Option<&'a str>,
    /// The service's code and the requirement's id.
    pub(crate) requirement: (&'a str, &'a str),
    /// The dossier's code.
    pub(crate) dossier: &'a str,
    /// What the file is called.
    pub(crate) file_name: &'a str,
    pub(crate) media_type: Kind,
    pub(crate) bytes: u64,
    pub(crate) hash: &'a FileHash,
}

/// Remembers a paper for a person; a guest is nobody to offer it to again. The same paper
/// handed in again is one paper, of the later dossier.
pub(crate) fn remember(
    transaction: &Transaction<'_>,
    owner: &Owner,
    paper: &HandedIn<'_>,
    now: Moment,
) -> rusqlite::Result<()> {
    if owner.person().is_none() {
        return Ok(());
    }
    transaction
        .prepare_cached(
            "INSERT INTO held_document (id, owner, name, kind, service, requirement, dossier,
                 file_name, media_type, bytes, sha256, added_at)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)
             ON CONFLICT (owner, name, sha256) DO UPDATE SET
                 kind = coalesce(excluded.kind, kind), service = excluded.service,
                 requirement = excluded.requirement, dossier = excluded.dossier,
                 added_at = excluded.added_at",
        )?
        .execute(params![
            random::id(),
            owner,
            paper.name,
            paper.kind,
            paper.requirement.0,
            paper.requirement.1,
            paper.dossier,
            paper.file_name,
            paper.media_type,
            paper.bytes,
            paper.hash,
            now
        ])?;
    Ok(())
}

/// A paper held.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Held {
    pub(crate) id: String,
    pub(crate) name: String,
    pub(crate) kind: Option<String>,
    pub(crate) service: String,
    pub(crate) requirement: String,
    dossier: String,
    pub(crate) file_name: String,
    pub(crate) media_type: Kind,
    pub(crate) bytes: u64,
    pub(crate) hash: FileHash,
}

const COLUMNS: &str = "id, name, kind, service, requirement, dossier, file_name, media_type, \
                       bytes, sha256";

impl Held {
    fn read(row: &Row<'_>) -> rusqlite::Result<Self> {
        Ok(Self {
            id: row.get(0)?,
            name: row.get(1)?,
            kind: row.get(2)?,
            service: row.get(3)?,
            requirement: row.get(4)?,
            dossier: row.get(5)?,
            file_name: row.get(6)?,
            media_type: row.get(7)?,
            bytes: row.get(8)?,
            hash: row.get(9)?,
        })
    }

    /// As the contract has it. Nothing that only the paper itself says is made up: its
    /// number, who issued it and when stay open.
    pub(crate) fn described(self) -> HeldDocument {
        let address = format!(
            "{}/me/documents/{}/content",
            motcua_contract::API_ROOT,
            self.id
        );
        HeldDocument {
            id: self.id,
            name: self.name,
            kind: self.kind,
            number: None,
            issued_by: None,
            issued_on: None,
            valid_until: None,
            source: Source {
                id: "person".into(),
                name: LocalText::new("Bạn đã nộp", "Handed in by you"),
            },
            dossier: Some(DossierCode::new(self.dossier)),
            file: Some(StoredFile {
                name: self.file_name,
                media_type: self.media_type.media_type().into(),
                bytes: self.bytes,
                sha256: self.hash.to_string(),
                address: Some(address),
            }),
        }
    }
}

/// Everything held for somebody, latest first.
pub(crate) fn all(connection: &Connection, owner: &Owner) -> rusqlite::Result<Vec<Held>> {
    connection
        .prepare_cached(&format!(
            "SELECT {COLUMNS} FROM held_document WHERE owner = ?1
             ORDER BY added_at DESC, rowid DESC"
        ))?
        .query_map([owner], Held::read)?
        .collect()
}

/// A paper held for somebody; another's is none.
pub(crate) fn one(
    connection: &Connection,
    owner: &Owner,
    id: &str,
) -> rusqlite::Result<Option<Held>> {
    connection
        .prepare_cached(&format!(
            "SELECT {COLUMNS} FROM held_document WHERE owner = ?1 AND id = ?2"
        ))?
        .query_row(params![owner, id], Held::read)
        .optional()
}

#[cfg(test)]
mod tests;
