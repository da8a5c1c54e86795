//! The signatures of a result's file: looked for when it is issued, and kept with the result.

use std::fs::File;
use std::io;
use std::sync::Arc;

use motcua_contract::dossier::result::SignatureFacts;
use rusqlite::{Transaction, params};
use tracing::error;

use super::officer::files_of_officers;
use crate::moment::Moment;
use crate::portal::Portal;
use crate::signed::anchors::Anchors;
use crate::signed::place;
use crate::signed::{self, seal::Seal};
use crate::store::json::Json;
use crate::uploads::taking::{self, Found};
use crate::web::refusal::Refusal;

/// What the portal found when it looked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Looked {
    pub(crate) at: Moment,
    /// None where the file bears none.
    pub(crate) found: Vec<SignatureFacts>,
}

/// How results are signed and checked.
pub(crate) struct Issuing<'a> {
    /// What signs the portal's own; nothing where it has no seal.
    pub(crate) seal: Option<&'a Seal>,
    pub(crate) anchors: &'a Anchors,
    /// What was found on the file that an officer hands over.
    pub(crate) looked: Option<Looked>,
}

impl Issuing<'_> {
    /// A file of the portal's own, signed where it has a seal, and what is then found on it.
    pub(crate) fn signed(
        &self,
        file: Vec<u8>,
        now: Moment,
    ) -> Result<(Vec<u8>, Option<Looked>), Refusal> {
        let file = match self.seal {
            Some(seal) => seal.sign(&file, now).map_err(|error| {
                error!(%error, "a result could not be signed");
                Refusal::internal()
            })?,
            None => file,
        };
        let looked = place::find(&file).map(|places| Looked {
            at: now,
            found: signed::check(&file, &places, self.anchors, now),
        });
        Ok((file, looked))
    }
}

/// Keeps what was found on a result's file.
pub(crate) fn keep(
    transaction: &Transaction<'_>,
    result: i64,
    looked: Option<&Looked>,
) -> rusqlite::Result<()> {
    if let Some(looked) = looked {
        transaction.execute(
            "INSERT INTO result_signatures (result, checked_at, found) VALUES (?1, ?2, ?3)",
            params![result, looked.at, Json(&looked.found)],
        )?;
    }
    Ok(())
}

impl Portal {
    /// What is found on the signatures of a file that an officer has sent; nothing where there is
    /// no such file, or it cannot be read.
    pub(crate) async fn look_for_signatures(
        self: &Arc<Self>,
        upload: &str,
    ) -> Result<Option<Looked>, Refusal> {
        let (now, wanted) = (self.clock.now(), upload.to_owned());
        let found = self
            .ask(move |connection| taking::find(connection, &files_of_officers(), &wanted, now))
            .await?;
        let Found::Ready(file) = found else {
            return Ok(None);
        };
        let kept = self.intake.files.kept(&file.hash);
        let opened = File::open(&kept).map_err(unread)?;
        let places = self.intake.inspector.signatures(opened).await;
        let Some(places) = places.map_err(unread)? else {
            return Ok(None);
        };
        self.on_a_thread(move |portal| {
            let file = std::fs::read(kept).map_err(unread)?;
            let found = signed::check(&file, &places, &portal.anchors, now);
            Ok(Some(Looked { at: now, found }))
        })
        .await
    }
}

fn unread(error: io::Error) -> Refusal {
    error!(%error, "a file could not be looked into for signatures");
    Refusal::not_now("Cổng chưa kiểm tra được chữ ký của tệp. Bạn chờ ít phút rồi gửi lại.")
}
