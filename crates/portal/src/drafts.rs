//! Drafts on the portal, for another device to go on.
//!
//! A draft is saved over the version that its writer has seen (`If-Match`). Where another
//! device was faster, what differs is shown and the person chooses; where nothing differs
//! that the person typed, there is nothing to choose, and the save goes through. So a save
//! whose answer was lost may simply be sent again.

use std::time::Duration;

use motcua_contract::draft::{Draft, DraftContent};
use rusqlite::{Connection, OptionalExtension, Row, Transaction, params};
use serde_json::Value;

use crate::moment::Moment;
use crate::random;
use crate::session::Owner;
use crate::web::refusal::Refusal;

mod difference;

/// How long a draft is kept after it was last saved.
const KEPT: Duration = Duration::from_secs(30 * 86_400);
/// How many drafts one person may keep.
const MOST: u32 = 100;

/// A draft as the database has it.
#[derive(Clone, Debug)]
pub(crate) struct Stored {
    pub(crate) id: String,
    version: i64,
    pub(crate) content: DraftContent,
    pub(crate) device: String,
    pub(crate) updated_at: Moment,
    pub(crate) expires_at: Moment,
}

/// What came of a save.
pub(crate) enum Saved {
    /// The draft as it is now.
    Yes(Stored),
    /// Another device was faster: its version, and where the one sent differs from it.
    No(Stored, Vec<String>),
}

impl Stored {
    fn read(row: &Row<'_>) -> rusqlite::Result<Self> {
        let content: String = row.get(2)?;
        let content = serde_json::from_str(&content).map_err(|error| {
            rusqlite::Error::FromSqlConversionFailure(
                2,
                rusqlite::types::Type::Text,
                Box::new(error),
            )
        })?;
        Ok(Self {
            id: row.get(0)?,
            version: row.get(1)?,
            content,
            device: row.get(3)?,
            updated_at: row.get(4)?,
            expires_at: row.get(5)?,
        })
    }

    /// The uploads that its papers name.
    pub(crate) fn uploads(&self) -> impl Iterator<Item = &String> {
        self.content.papers.iter().flat_map(|paper| &paper.uploads)
    }

    /// Changes with each save that changes something.
    pub(crate) fn etag(&self) -> String {
        format!("\"{}-{}\"", self.id, self.version)
    }
}

impl From<Stored> for Draft {
    fn from(stored: Stored) -> Self {
        Self {
            etag: stored.etag(),
            id: stored.id,
            updated_at: stored.updated_at.rfc3339(),
            device: Some(stored.device),
            expires_at: Some(stored.expires_at.rfc3339()),
            content: stored.content,
        }
    }
}

const COLUMNS: &str = "id, version, content, device, updated_at, expires_at";

/// All of an owner's drafts, last changed first.
pub(crate) fn all(
    connection: &Connection,
    owner: &Owner,
    now: Moment,
) -> rusqlite::Result<Vec<Stored>> {
    connection
        .prepare_cached(&format!(
            "SELECT {COLUMNS} FROM draft WHERE owner = ?1 AND expires_at > ?2
             ORDER BY updated_at DESC, rowid DESC"
        ))?
        .query_map(params![owner, now], Stored::read)?
        .collect()
}

/// One of an owner's drafts.
pub(crate) fn one(
    connection: &Connection,
    owner: &Owner,
    id: &str,
    now: Moment,
) -> rusqlite::Result<Option<Stored>> {
    connection
        .prepare_cached(&format!(
            "SELECT {COLUMNS} FROM draft WHERE id = ?1 AND owner = ?2 AND expires_at > ?3"
        ))?
        .query_row(params![id, owner, now], Stored::read)
        .optional()
}

/// Keeps a new draft.
pub(crate) fn create(
    transaction: &Transaction<'_>,
    owner: &Owner,
    content: DraftContent,
    device: String,
    now: Moment,
) -> Result<Stored, Refusal> {
    let kept: u32 = transaction.query_row(
        "SELECT count(*) FROM draft WHERE owner = ?1 AND expires_at > ?2",
        params![owner, now],
        |row| row.get(0),
    )?;
    if kept >= MOST {
        return Err(Refusal::not_now(&format!(
            "Bạn đang giữ {MOST} bản nháp, là số nhiều nhất. Bạn xóa bớt rồi lưu lại."
        )));
    }
    let stored = Stored {
        id: random::id(),
        version: 1,
        content,
        device,
        updated_at: now,
        expires_at: now.plus(KEPT),
    };
    transaction.execute(
        "INSERT INTO draft (id, owner, version, content, device, updated_at, expires_at)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
        params![
            stored.id,
            owner,
            stored.version,
            written(&stored.content).to_string(),
            stored.device,
            stored.updated_at,
            stored.expires_at
        ],
    )?;
    Ok(stored)
}

/// Saves over the version that `seen` recognises by its `ETag`.
pub(crate) fn save(
    transaction: &Transaction<'_>,
    (owner, id): (&Owner, &str),
    content: DraftContent,
    seen: impl FnOnce(&str) -> bool,
    device: String,
    now: Moment,
) -> Result<Saved, Refusal> {
    let before = one(transaction, owner, id, now)?.ok_or_else(Refusal::not_found)?;
    let (sent, held) = (written(&content), written(&before.content));
    if !seen(&before.etag()) {
        let differences = difference::between(&sent, &held);
        if !differences.is_empty() {
            return Ok(Saved::No(before, differences));
        }
    }
    if sent == held {
        return Ok(Saved::Yes(before));
    }
    let after = Stored {
        version: before.version + 1,
        content,
        device,
        updated_at: now,
        expires_at: now.plus(KEPT),
        ..before
    };
    transaction.execute(
        "UPDATE draft SET version = ?2, content = ?3, device = ?4, updated_at = ?5,
             expires_at = ?6 WHERE id = ?1",
        params![
            after.id,
            after.version,
            sent.to_string(),
            after.device,
            after.updated_at,
            after.expires_at
        ],
    )?;
    Ok(Saved::Yes(after))
}

/// Deletes one of an owner's drafts; whether there was one.
pub(crate) fn delete(
    transaction: &Transaction<'_>,
    owner: &Owner,
    id: &str,
) -> rusqlite::Result<bool> {
    let deleted = transaction.execute(
        "DELETE FROM draft WHERE id = ?1 AND owner = ?2",
        params![id, owner],
    )?;
    Ok(deleted > 0)
}

/// Deletes drafts that have run out.
pub(crate) fn sweep(transaction: &Transaction<'_>, now: Moment) -> rusqlite::Result<usize> {
    transaction.execute("DELETE FROM draft WHERE expires_at <= ?1", [now])
}

fn written(content: &DraftContent) -> Value {
    serde_json::to_value(content).expect("a draft has string keys only")
}
