//! What is in a file that has arrived: looked into, scanned, and passed or refused.
//!
//! Runs beside the requests, in rounds: when a file has arrived, and every half minute.
//! A file that cannot be judged now (a scanner that does not answer) stays `received`
//! and is asked about again in the next round; it is never passed unchecked.

use std::fs::File;
use std::sync::Arc;
use std::time::Duration;

use rusqlite::Connection;
use tokio::task::JoinSet;
use tokio::time::MissedTickBehavior;
use tracing::{error, warn};

use super::{leaving, receiving, refusals, rows};
use crate::files::hash::FileHash;
use crate::files::part::Part;
use crate::portal::Portal;
use crate::scanner::{self, Scan};
use crate::sniffing::{Fault, Finding, Kind};
use crate::web::refusal::Refusal;

/// How often, when nothing arrives.
const EVERY: Duration = Duration::from_secs(30);
/// Files that are looked into at once.
const AT_ONCE: usize = 2;

/// What is decided about a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Verdict {
    Passed { kind: Kind, pages: Option<u32> },
    Refused(Fault),
}

/// A file to judge.
#[derive(Clone, Debug)]
struct Received {
    id: String,
    hash: FileHash,
}

/// Why a file cannot be judged now; it is in the log.
struct NotNow;

impl Portal {
    /// Looks into files as they arrive and lets go of what has run out, for as long as it
    /// runs.
    pub(crate) async fn check_files(self: Arc<Self>) {
        let began = self.on_a_thread(|portal| {
            leaving::drop_strays(portal)?;
            finish_left_behind(portal)
        });
        // A refusal is in the log already, here and below; the next round tries again.
        let _ = began.await;
        let mut time = tokio::time::interval(EVERY);
        time.set_missed_tick_behavior(MissedTickBehavior::Delay);
        loop {
            tokio::select! {
                () = self.intake.arrived.notified() => {}
                _ = time.tick() => {
                    let _ = self.on_a_thread(leaving::sweep).await;
                }
            }
            check_all(&self).await;
        }
    }
}

/// Looks into a file at once that has just arrived, for who waits for the answer.
pub(crate) async fn check_now(
    portal: &Arc<Portal>,
    id: String,
    hash: FileHash,
) -> Result<(), Refusal> {
    let checked = check(Arc::clone(portal), Received { id, hash }).await;
    checked.map_err(|NotNow| {
        Refusal::not_now("Cổng chưa kiểm tra được tệp. Bạn chờ ít phút rồi gửi lại.")
    })
}

/// Completes uploads whose last byte was counted by a portal that stopped right then.
fn finish_left_behind(portal: &Portal) -> Result<(), Refusal> {
    let whole = portal.look_up(|connection| {
        connection
            .prepare("SELECT id FROM upload WHERE state = 'sending' AND arrived = bytes")?
            .query_map([], |row| row.get(0))?
            .collect::<rusqlite::Result<Vec<String>>>()
    })?;
    for id in whole {
        if let Ok(mut part) = Part::take(&portal.intake.files.part(&id)) {
            receiving::complete(portal, &id, &mut part)?;
        }
    }
    Ok(())
}

/// One round: each file that has arrived and is not judged, oldest first. It ends early
/// when one cannot be judged, since the next one would fare no better.
async fn check_all(portal: &Arc<Portal>) {
    let Ok(waiting) = portal.ask(|connection| received(connection)).await else {
        return;
    };
    let mut waiting = waiting.into_iter();
    let mut working = JoinSet::new();
    for file in waiting.by_ref().take(AT_ONCE) {
        working.spawn(check(Arc::clone(portal), file));
    }
    while let Some(done) = working.join_next().await {
        if let (Ok(Ok(())), Some(file)) = (done, waiting.next()) {
            working.spawn(check(Arc::clone(portal), file));
        }
    }
}

fn received(connection: &Connection) -> rusqlite::Result<Vec<Received>> {
    connection
        .prepare_cached(
            "SELECT id, sha256 FROM upload WHERE state = 'received' ORDER BY created_at, rowid",
        )?
        .query_map([], |row| {
            Ok(Received {
                id: row.get(0)?,
                hash: row.get(1)?,
            })
        })?
        .collect()
}

async fn check(portal: Arc<Portal>, file: Received) -> Result<(), NotNow> {
    let verdict = judge(&portal, &file.hash).await?;
    let written = portal.on_a_thread(move |portal| write_down(portal, &file, verdict));
    written.await.map_err(|_| NotNow)
}

async fn judge(portal: &Arc<Portal>, hash: &FileHash) -> Result<Verdict, NotNow> {
    let settings = &portal.settings.portal.uploads;
    let open = || {
        File::open(portal.intake.files.kept(hash)).map_err(|error| {
            error!(%error, "a file that was received cannot be opened");
            NotNow
        })
    };
    let finding = portal.intake.inspector.look(open()?).await;
    let finding = finding.map_err(|error| {
        error!(%error, "a file could not be looked into");
        NotNow
    })?;
    let passed = match finding {
        Finding::Faulty(fault) => return Ok(Verdict::Refused(fault)),
        Finding::Sound { kind, .. } if !settings.types.contains(&kind) => {
            return Ok(Verdict::Refused(Fault::untaken(kind)));
        }
        Finding::Sound { kind, pages } => Verdict::Passed { kind, pages },
    };
    let Some(scanner) = &settings.scanner else {
        return Ok(passed);
    };
    let bytes = tokio::fs::File::from_std(open()?);
    match scanner::scan(&scanner.address, scanner.patience(), bytes).await {
        Ok(Scan::Clean) => Ok(passed),
        Ok(Scan::Flagged(found)) => {
            warn!(found, "the scanner flagged a file; it is in quarantine");
            Ok(Verdict::Refused(Fault::Flagged))
        }
        Err(error) => {
            warn!(%error, "a file waits for the scanner");
            Err(NotNow)
        }
    }
}

fn write_down(portal: &Portal, file: &Received, verdict: Verdict) -> Result<(), Refusal> {
    let Received { id, hash } = file;
    match verdict {
        Verdict::Passed { kind, pages } => {
            portal.change(|transaction| Ok(rows::pass(transaction, id, kind, pages)?))?;
            Ok(())
        }
        Verdict::Refused(Fault::Flagged) => quarantine(portal, hash),
        Verdict::Refused(fault) => {
            portal.change(|transaction| Ok(rows::refuse(transaction, id, fault)?))?;
            leaving::release(portal, hash)
        }
    }
}

/// Puts a content out of reach, whoever sent it and whenever.
fn quarantine(portal: &Portal, hash: &FileHash) -> Result<(), Refusal> {
    let files = &portal.intake.files;
    let _keeping = files.keeping();
    // First out of reach: were the portal to stop now, the next round would not find the
    // file, and say so, rather than serve it.
    files
        .quarantine(hash)
        .map_err(|error| refusals::disk(&error))?;
    portal.change(|transaction| {
        rows::flag(transaction, hash)?;
        rows::forget(transaction, hash)?;
        Ok(())
    })
}
