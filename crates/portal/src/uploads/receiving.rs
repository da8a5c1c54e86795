//! Bytes that arrive: from a request's body to the disk.
//!
//! A thread of its own writes while the body comes in, a few pieces behind it at most, so
//! that no file is ever in memory. It goes on when the client has hung up: what arrived
//! without a checksum counts, and counts only once it is durable. The row in the database
//! is written after the bytes; should the machine stop in between, the smaller of the
//! two, the row's number and the file's length, is what the next request hears.

use std::sync::Arc;
use std::time::Duration;

use axum::body::Body;
use bytes::Bytes;
use http_body_util::BodyExt;
use sha2::{Digest, Sha256};
use tokio::sync::mpsc;
use tokio::time::{Instant, timeout, timeout_at};

use super::checksum::Checksum;
use super::rows::{self, Standing, Upload};
use super::{bounds, refusals};
use crate::files::hash::FileHash;
use crate::files::part::{Part, PartError};
use crate::portal::Portal;
use crate::session::Owner;
use crate::web::refusal::Refusal;

/// How long a body may stand still: a phone that changes networks leaves a connection
/// behind that nobody closes, and the next one has to wait for its end.
const STILL: Duration = Duration::from_secs(10);
/// How long one request may bring bytes: at 30 kB a second, enough for nine megabytes.
const LONGEST: Duration = Duration::from_secs(300);
/// Pieces between the network and the disk; each is at most a few hundred kilobytes.
const AHEAD: usize = 8;
/// How many bytes may arrive without counting: what a loss of power costs.
const UNCOUNTED: u64 = 1 << 20;
/// How much of a body that nobody wants is read all the same, and for how long. A connection
/// closed over unread bytes is reset, and the sender may lose the refusal itself (RFC 9112,
/// section 9.6).
const UNWANTED: u64 = 1 << 20;
const UNWANTED_TIME: Duration = Duration::from_secs(2);

/// What a request says about its bytes.
#[derive(Clone, Debug)]
pub(crate) struct Chunk {
    pub(crate) upload: String,
    pub(crate) owner: Owner,
    /// Where they begin.
    pub(crate) offset: u64,
    /// How many there are, where the request says so.
    pub(crate) length: Option<u64>,
    pub(crate) checksum: Option<Checksum>,
}

/// What comes through the channel.
enum Piece {
    Bytes(Bytes),
    /// The body came to its end; without this, it broke off.
    End,
}

/// Takes a request's bytes in; answers the upload as it stands then.
///
/// Runs to its end even when whoever waits for it goes away.
pub(crate) async fn receive(
    portal: Arc<Portal>,
    chunk: Chunk,
    body: Body,
) -> Result<Upload, Refusal> {
    let taken_in = tokio::spawn(async move {
        let (sender, receiver) = mpsc::channel(AHEAD);
        let writer = portal.on_a_thread(move |portal| write(portal, &chunk, receiver));
        let (written, ()) = tokio::join!(writer, pass_on(body, sender));
        written
    });
    taken_in.await.unwrap_or_else(|error| {
        tracing::error!(%error, "taking in bytes was broken off");
        Err(Refusal::internal())
    })
}

/// Passes a body on piece by piece until it ends, breaks off, stands still, or nobody
/// wants more of it.
async fn pass_on(mut body: Body, pieces: mpsc::Sender<Piece>) {
    let end = Instant::now() + LONGEST;
    loop {
        let next = timeout_at(end, timeout(STILL, body.frame())).await;
        let piece = match next {
            Ok(Ok(Some(Ok(frame)))) => match frame.into_data() {
                Ok(bytes) => Piece::Bytes(bytes),
                Err(_trailers) => continue,
            },
            Ok(Ok(None)) => Piece::End,
            _ => return,
        };
        let ended = matches!(piece, Piece::End);
        if pieces.send(piece).await.is_err() {
            let _ = timeout(UNWANTED_TIME, let_go(&mut body)).await;
            return;
        }
        if ended {
            return;
        }
    }
}

/// Reads what is left of a refused body, within bounds, so that its sender hears the refusal.
async fn let_go(body: &mut Body) {
    let mut read = 0;
    while read < UNWANTED {
        match body.frame().await {
            Some(Ok(frame)) => read += frame.data_ref().map_or(0, |bytes| bytes.len() as u64),
            _ => return,
        }
    }
}

/// Writes what comes to the end of an upload.
fn write(
    portal: &Portal,
    chunk: &Chunk,
    mut pieces: mpsc::Receiver<Piece>,
) -> Result<Upload, Refusal> {
    // Before the lock, so that no file is begun for an upload that is none.
    let upload = live(portal, chunk)?;
    if upload.standing != Standing::Sending {
        return after_the_end(upload, chunk, &mut pieces);
    }
    let part = Part::take(&portal.intake.files.part(&chunk.upload));
    let part = part.map_err(|error| match error {
        PartError::Busy => refusals::busy(),
        PartError::Io(error) => refusals::disk(&error),
    })?;
    // And behind it: whoever held the lock before has counted, finished or deleted.
    let upload = live(portal, chunk)?;
    if upload.standing != Standing::Sending {
        return after_the_end(upload, chunk, &mut pieces);
    }
    let length = part.len().map_err(|error| refusals::disk(&error))?;
    let start = upload.arrived.min(length);
    if chunk.offset != start {
        return Err(refusals::offset(start));
    }
    let room = upload.bytes - start;
    if chunk.length.is_some_and(|length| length > room) {
        return Err(refusals::beyond_the_end());
    }
    portal.look_up(|connection| {
        Ok(bounds::have_room(
            connection,
            &portal.settings.portal.uploads,
        ))
    })??;
    let mut writing = Writing {
        portal,
        chunk,
        part,
        start,
        at: start,
        counted: start,
        end: upload.bytes,
        digest: chunk.checksum.is_some().then(Sha256::new),
    };
    let ended = writing.all(&mut pieces)?;
    writing.finish(ended)
}

/// An upload that is all there takes no byte more.
fn after_the_end(
    upload: Upload,
    chunk: &Chunk,
    pieces: &mut mpsc::Receiver<Piece>,
) -> Result<Upload, Refusal> {
    if chunk.offset != upload.arrived {
        return Err(refusals::offset(upload.arrived));
    }
    loop {
        match pieces.blocking_recv() {
            Some(Piece::Bytes(bytes)) if bytes.is_empty() => {}
            Some(Piece::Bytes(_)) => return Err(refusals::beyond_the_end()),
            Some(Piece::End) => return Ok(upload),
            None => return Err(refusals::broken_off(upload.arrived)),
        }
    }
}

fn live(portal: &Portal, chunk: &Chunk) -> Result<Upload, Refusal> {
    let upload =
        portal.look_up(|connection| rows::of_owner(connection, &chunk.owner, &chunk.upload));
    let upload = upload?.ok_or_else(Refusal::not_found)?;
    if upload.is_gone(portal.clock.now()) {
        return Err(refusals::gone());
    }
    Ok(upload)
}

/// One request's bytes on their way to the disk.
struct Writing<'a> {
    portal: &'a Portal,
    chunk: &'a Chunk,
    part: Part,
    /// Where the request began.
    start: u64,
    /// Where it is.
    at: u64,
    /// What the database counts.
    counted: u64,
    /// The file's length.
    end: u64,
    /// Of the request's bytes, where they have to have a hash.
    digest: Option<Sha256>,
}

impl Writing<'_> {
    /// Writes everything that comes; answers whether the body came to its end.
    fn all(&mut self, pieces: &mut mpsc::Receiver<Piece>) -> Result<bool, Refusal> {
        self.part
            .go_on_at(self.start)
            .map_err(|error| refusals::disk(&error))?;
        while let Some(piece) = pieces.blocking_recv() {
            let Piece::Bytes(bytes) = piece else {
                return Ok(true);
            };
            if bytes.len() as u64 > self.end - self.at {
                return self.undo(refusals::beyond_the_end());
            }
            if let Some(digest) = &mut self.digest {
                digest.update(&bytes);
            }
            self.part
                .write(&bytes)
                .map_err(|error| refusals::disk(&error))?;
            self.at += bytes.len() as u64;
            if self.may_count_early() && self.at - self.counted >= UNCOUNTED {
                self.count()?;
            }
        }
        Ok(false)
    }

    /// Whether bytes count before the body has ended: not while they may have to be taken
    /// back, because their hash is wrong or there are too many of them.
    fn may_count_early(&self) -> bool {
        self.digest.is_none() && self.chunk.length.is_some()
    }

    fn count(&mut self) -> Result<(), Refusal> {
        self.part.sync().map_err(|error| refusals::disk(&error))?;
        self.portal
            .change(|transaction| Ok(rows::count(transaction, &self.chunk.upload, self.at)?))?;
        self.counted = self.at;
        Ok(())
    }

    /// Leaves the upload as it was before the request.
    fn undo<T>(&mut self, refusal: Refusal) -> Result<T, Refusal> {
        self.part
            .go_on_at(self.start)
            .map_err(|error| refusals::disk(&error))?;
        Err(refusal)
    }

    fn finish(mut self, ended: bool) -> Result<Upload, Refusal> {
        if let (Some(checksum), Some(digest)) = (&self.chunk.checksum, self.digest.take()) {
            if !ended {
                return self.undo(refusals::broken_off(self.start));
            }
            if !checksum.is_of(digest) {
                return self.undo(refusals::checksum());
            }
        }
        if self.at > self.counted {
            self.count()?;
        }
        if self.at == self.end {
            complete(self.portal, &self.chunk.upload, &mut self.part)?;
        }
        if !ended && self.at < self.end {
            return Err(refusals::broken_off(self.at));
        }
        live(self.portal, self.chunk)
    }
}

/// Keeps a file whose bytes are all there, and has it looked into.
pub(super) fn complete(portal: &Portal, id: &str, part: &mut Part) -> Result<(), Refusal> {
    let files = &portal.intake.files;
    let hash = part.reader().and_then(FileHash::of);
    let hash = hash.map_err(|error| refusals::disk(&error))?;
    let keeping = files.keeping();
    files
        .keep(id, &hash)
        .map_err(|error| refusals::disk(&error))?;
    let now = portal.clock.now();
    portal.change(|transaction| Ok(rows::receive(transaction, id, &hash, now)?))?;
    drop(keeping);
    files
        .drop_part(id)
        .map_err(|error| refusals::disk(&error))?;
    portal.intake.arrived.notify_one();
    Ok(())
}
