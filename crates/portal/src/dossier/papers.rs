//! Papers of a submission: uploads that become the dossier's, and papers already held.

use std::collections::HashSet;

use motcua_contract::problem::Fault;
use motcua_contract::submission::Paper;
use rusqlite::Transaction;

use super::ground::{Ground, fault};
use super::rows::{self, PaperFile};
use crate::files::hash::FileHash;
use crate::held::{self, HandedIn};
use crate::moment::Moment;
use crate::session::Owner;
use crate::sniffing::Kind;
use crate::uploads::taking::{self, ArrivedFile, Found};
use crate::web::refusal::Refusal;

/// A file that a paper consists of, before the dossier exists.
pub(crate) struct Chosen {
    requirement: String,
    paper_name: String,
    file_name: String,
    kind: Kind,
    bytes: u64,
    hash: FileHash,
    /// The upload it comes from; none for a paper already held.
    upload: Option<String>,
}

/// The files of the papers that the form asks for, all there and in order. What is sent for
/// other requirements is left behind.
pub(crate) fn choose(
    transaction: &Transaction<'_>,
    owner: &Owner,
    ground: &Ground,
    papers: &[Paper],
    now: Moment,
) -> Result<Vec<Chosen>, Refusal> {
    let mut chosen = Vec::new();
    let mut faults = Vec::new();
    let mut seen = HashSet::new();
    let mut unchecked = false;
    for (at, paper) in papers.iter().enumerate() {
        if !ground.asked.contains(&paper.requirement) {
            continue;
        }
        let name = ground.paper_name(&paper.requirement);
        for (number, upload) in paper.uploads.iter().enumerate() {
            let pointer = format!("/papers/{at}/uploads/{number}");
            if !seen.insert(upload) {
                faults.push(fault(&pointer, "repeated", "Nêu mỗi tệp một lần."));
                continue;
            }
            match taking::find(transaction, owner, upload, now)? {
                Found::Ready(ArrivedFile {
                    id,
                    name: file_name,
                    bytes,
                    hash,
                    kind: Some(kind),
                    ..
                }) => chosen.push(Chosen {
                    requirement: paper.requirement.clone(),
                    paper_name: name.clone(),
                    file_name,
                    kind,
                    bytes,
                    hash,
                    upload: Some(id),
                }),
                Found::Ready(_) | Found::Unchecked(_) => unchecked = true,
                other => faults.push(not_to_be_had(&pointer, &other)),
            }
        }
        if let Some(id) = &paper.held {
            match held::one(transaction, owner, id)? {
                Some(document) => chosen.push(Chosen {
                    requirement: paper.requirement.clone(),
                    paper_name: name,
                    file_name: document.file_name,
                    kind: document.media_type,
                    bytes: document.bytes,
                    hash: document.hash,
                    upload: None,
                }),
                None => {
                    let message = "Cổng không giữ giấy tờ này của bạn. Bạn gửi tệp khác.";
                    faults.push(fault(&format!("/papers/{at}/held"), "unknown", message));
                }
            }
        }
    }
    if !faults.is_empty() {
        return Err(Refusal::answers(faults));
    }
    if unchecked {
        let why = "Cổng còn đang kiểm tra tệp bạn gửi. Bạn chờ ít giây rồi gửi lại.";
        return Err(Refusal::not_now(why));
    }
    Ok(chosen)
}

fn not_to_be_had(pointer: &str, found: &Found) -> Fault {
    match found {
        Found::Sending => {
            let message = "Tệp này chưa gửi xong. Bạn chờ gửi xong rồi nộp.";
            fault(pointer, "incomplete", message)
        }
        Found::Refused(_) => {
            let message = "Cổng không nhận tệp này. Bạn thay bằng tệp khác.";
            fault(pointer, "refused", message)
        }
        Found::Taken => {
            let message = "Tệp này đã nằm trong một hồ sơ khác. Bạn gửi lại tệp.";
            fault(pointer, "taken", message)
        }
        _ => fault(
            pointer,
            "unknown",
            "Cổng không có tệp này của bạn. Bạn gửi lại tệp.",
        ),
    }
}

/// Gives the files to a dossier.
pub(crate) fn hand_in(
    transaction: &Transaction<'_>,
    owner: &Owner,
    dossier: (i64, &str),
    ground: &Ground,
    chosen: &[Chosen],
    now: Moment,
) -> Result<(), Refusal> {
    let (id, code) = dossier;
    for file in chosen {
        if let Some(upload) = &file.upload
            && !taking::take(transaction, owner, upload, code, now)?
        {
            return Err(Refusal::internal());
        }
        let kept = PaperFile {
            id: 0,
            requirement: file.requirement.clone(),
            paper_name: file.paper_name.clone(),
            name: file.file_name.clone(),
            kind: file.kind,
            bytes: file.bytes,
            hash: file.hash.clone(),
        };
        rows::hand_in(transaction, id, &kept)?;
        // A paper in several photos is no document to offer again.
        let of_paper = |other: &&Chosen| other.requirement == file.requirement;
        if file.upload.is_some() && chosen.iter().filter(of_paper).count() == 1 {
            let paper = HandedIn {
                name: &file.paper_name,
                kind: None,
                requirement: (&ground.service.code, &file.requirement),
                dossier: code,
                file_name: &file.file_name,
                media_type: file.kind,
                bytes: file.bytes,
                hash: &file.hash,
            };
            held::remember(transaction, owner, &paper, now)?;
        }
    }
    Ok(())
}
