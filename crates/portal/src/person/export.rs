//! Everything the portal holds about a person, as one archive to take away.
//!
//! It is put together at once, lies under `DIR/files/exports` for a week, and is nobody
//! else's to fetch. JSON files in the contract's own shapes, with the papers beside them.

use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::time::Duration;

use motcua_contract::API_ROOT;
use motcua_contract::file::StoredFile;
use motcua_contract::my_data::{DataExport, ExportState};
use rusqlite::{Connection, OptionalExtension, Transaction, params};
use serde::Serialize;
use serde_json::{Value, json};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

use super::{access, consents, profile};
use crate::dossier::export as dossiers;
use crate::dossier::show::Whole;
use crate::dossier::{messages, rows};
use crate::drafts;
use crate::feedback::rows as feedback;
use crate::files::hash::FileHash;
use crate::moment::Moment;
use crate::notify;
use crate::portal::Portal;
use crate::session::{Owner, PersonId, people};
use crate::web::refusal::Refusal;

/// How long an export can be fetched.
const KEPT: Duration = Duration::from_secs(7 * 86_400);
/// How many a person may ask for in a day.
const A_DAY: u32 = 3;
const DAY: Duration = Duration::from_secs(86_400);

/// An export that is there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Export {
    pub(crate) id: String,
    requested_at: Moment,
    until: Moment,
    bytes: u64,
    sha256: String,
}

impl Export {
    /// As the contract shows it.
    pub(crate) fn shown(&self, now: Moment) -> DataExport {
        let there = now < self.until;
        DataExport {
            id: self.id.clone(),
            state: if there {
                ExportState::Ready
            } else {
                ExportState::Expired
            },
            requested_at: self.requested_at.rfc3339(),
            file: there.then(|| StoredFile {
                name: "du-lieu-cua-toi.zip".into(),
                media_type: "application/zip".into(),
                bytes: self.bytes,
                sha256: self.sha256.clone(),
                address: Some(format!("{API_ROOT}/me/exports/{}/content", self.id)),
            }),
            until: there.then(|| self.until.rfc3339()),
        }
    }

    /// Whether it can still be fetched.
    pub(crate) fn is_there(&self, now: Moment) -> bool {
        now < self.until
    }
}

/// Refuses somebody who asks too often.
pub(crate) fn admit(
    connection: &Connection,
    person: &PersonId,
    now: Moment,
) -> Result<(), Refusal> {
    let asked: u32 = connection.query_row(
        "SELECT count(*) FROM export WHERE person = ?1 AND requested_at > ?2",
        params![person, now.minus(DAY)],
        |row| row.get(0),
    )?;
    if asked < A_DAY {
        return Ok(());
    }
    Err(Refusal::not_now(
        "Bạn đã lấy dữ liệu ba lần trong một ngày. Bạn dùng tệp đã có, hoặc chờ đến mai.",
    ))
}

/// Writes the archive of a person; what to keep of it once it is asked for.
pub(crate) fn write(
    portal: &Portal,
    person: &PersonId,
    id: &str,
    now: Moment,
) -> Result<Export, Refusal> {
    let path = place(portal, id);
    let written =
        portal.look_up(|connection| Ok(archive(portal, connection, person, &path, now)))?;
    let facts = written.and_then(|()| {
        let mut file = File::open(&path)?;
        let bytes = file.metadata()?.len();
        Ok((bytes, FileHash::of(&mut file)?))
    });
    let (bytes, hash) = facts.map_err(|error| {
        tracing::error!(%error, "an export could not be written");
        Refusal::internal()
    })?;
    Ok(Export {
        id: id.to_owned(),
        requested_at: now,
        until: now.plus(KEPT),
        bytes,
        sha256: hash.to_string(),
    })
}

/// Where an export lies. Ids are the portal's own, never a client's words.
pub(crate) fn place(portal: &Portal, id: &str) -> PathBuf {
    portal.intake.files.export(id)
}

/// Keeps that an export is there.
pub(crate) fn keep(
    transaction: &Transaction<'_>,
    person: &PersonId,
    export: &Export,
) -> rusqlite::Result<()> {
    transaction.execute(
        "INSERT INTO export (id, person, requested_at, until, bytes, sha256)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
        params![
            export.id,
            person,
            export.requested_at,
            export.until,
            export.bytes,
            export.sha256
        ],
    )?;
    Ok(())
}

/// A person's export; another's is not there.
pub(crate) fn find(
    connection: &Connection,
    person: &PersonId,
    id: &str,
) -> rusqlite::Result<Option<Export>> {
    connection
        .query_row(
            "SELECT id, requested_at, until, bytes, sha256 FROM export
             WHERE id = ?1 AND person = ?2",
            params![id, person],
            |row| {
                Ok(Export {
                    id: row.get(0)?,
                    requested_at: row.get(1)?,
                    until: row.get(2)?,
                    bytes: row.get(3)?,
                    sha256: row.get(4)?,
                })
            },
        )
        .optional()
}

/// Removes files whose time is over, and those that no row knows: left by a portal that
/// stopped in between, or by a request that was sent twice.
pub(crate) fn sweep(portal: &Portal) -> Result<(), Refusal> {
    let now = portal.clock.now();
    let ids = portal.intake.files.exports().unwrap_or_default();
    for id in ids {
        let wanted = portal.look_up(|connection| {
            connection
                .prepare_cached("SELECT 1 FROM export WHERE id = ?1 AND until > ?2")?
                .exists(params![id, now])
        })?;
        if !wanted {
            // One that cannot be removed now is tried again in the next round.
            let _ = fs::remove_file(place(portal, &id));
        }
    }
    Ok(())
}

fn archive(
    portal: &Portal,
    connection: &Connection,
    person: &PersonId,
    path: &Path,
    now: Moment,
) -> io::Result<()> {
    let owner = Owner::Person(person.clone());
    let settings = &portal.settings;
    let mut archive = Archive::new(File::create(path)?);
    let name = people::name(connection, person).map_err(io::Error::other)?;
    let known = profile::of(connection, (person, settings), now).map_err(io::Error::other)?;
    archive.json("toi.json", &json!({"name": name, "profile": known}))?;
    let given = consents::all(connection, person, now).map_err(io::Error::other)?;
    archive.json("dong-y.json", &given)?;
    archive.json("nhat-ky-truy-cap.json", &accesses(connection, person)?)?;
    let kept = drafts::all(connection, &owner, now).map_err(io::Error::other)?;
    let kept: Vec<_> = kept.into_iter().map(|draft| draft.content).collect();
    archive.json("ban-nhap.json", &kept)?;
    let told = notify::page(connection, &owner, None).map_err(io::Error::other)?;
    archive.json("thong-bao.json", &told.0)?;
    let written = feedback::of_owner(connection, &owner, now).map_err(io::Error::other)?;
    archive.json("phan-anh.json", &written)?;
    for (id, filed) in rows::all(connection, &owner).map_err(io::Error::other)? {
        let code = filed.code.clone();
        let whole = Whole::read(connection, id, filed).map_err(io::Error::other)?;
        let folder = format!("ho-so/{code}");
        archive.json(
            &format!("{folder}/ho-so.json"),
            &whole.dossier(settings, now),
        )?;
        let page = messages::page(connection, (id, code.as_str()), None);
        archive.json(
            &format!("{folder}/tin-nhan.json"),
            &page.map_err(io::Error::other)?.items,
        )?;
        for (name, mut content) in dossiers::papers(connection, &portal.intake.files, id)? {
            archive.file(&format!("{folder}/{name}"), &mut content)?;
        }
    }
    archive.0.finish()?.sync_all()
}

/// The whole log, latest first.
fn accesses(connection: &Connection, person: &PersonId) -> io::Result<Vec<Value>> {
    let mut all = Vec::new();
    let mut before = None;
    loop {
        let (items, next) = access::page(connection, person, before).map_err(io::Error::other)?;
        for item in items {
            all.push(serde_json::to_value(item)?);
        }
        match next {
            Some(next) => before = Some(next),
            None => return Ok(all),
        }
    }
}

struct Archive(ZipWriter<File>);

impl Archive {
    fn new(file: File) -> Self {
        Self(ZipWriter::new(file))
    }

    fn begin(&mut self, name: &str) -> io::Result<()> {
        let plain = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
        Ok(self.0.start_file(name, plain)?)
    }

    fn json(&mut self, name: &str, value: &impl Serialize) -> io::Result<()> {
        self.begin(name)?;
        self.0.write_all(&serde_json::to_vec_pretty(value)?)
    }

    fn file(&mut self, name: &str, content: &mut dyn io::Read) -> io::Result<()> {
        self.begin(name)?;
        io::copy(content, &mut self.0).map(drop)
    }
}
