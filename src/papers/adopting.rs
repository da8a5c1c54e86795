//! Files that another device has sent: the draft names their uploads, the portal knows the rest.

use motcua_contract::submission::Paper;
use motcua_contract::upload::{Upload, UploadState};

use super::asked::publish;
use super::paper::PaperFile;
use super::transfer::{State, Transfer};
use crate::api::uploads;
use crate::i18n::papers as say;
use crate::offline::draft::Draft;
use crate::offline::drafts::{OpenDraft, new_id};

/// Makes the papers of `draft` those that its content names. What was gathered on this device
/// and is not there yet stays.
pub(crate) async fn adopt(draft: OpenDraft) {
    let unknown: Vec<(String, String)> = draft.read(|draft| {
        let named = draft.content.papers.iter();
        named
            .flat_map(|paper| {
                paper
                    .uploads
                    .iter()
                    .map(|id| (paper.requirement.clone(), id.clone()))
            })
            .filter(|(requirement, id)| {
                let gathered = draft.papers.get(requirement);
                !gathered.is_some_and(|gathered| {
                    gathered
                        .files
                        .iter()
                        .any(|file| file.transfer.upload() == Some(id))
                })
            })
            .collect()
    });
    for (requirement, id) in unknown {
        let reply = uploads::look(&id).await;
        let known = reply.and_then(|reply| crate::json::read::<Upload>(&reply.body).ok());
        let file = file(id, known);
        draft.note(|draft| {
            draft
                .papers
                .entry(requirement)
                .or_default()
                .files
                .push(file);
        });
    }
    // What this device had sent and the other version did not name is handed in as well.
    let named = draft.read(published);
    if draft.read(|draft| draft.content.papers != named) {
        draft.change(|draft| draft.content.papers = published(draft));
    }
}

/// The content's papers as the files gathered here make them.
fn published(draft: &Draft) -> Vec<Paper> {
    let mut draft = draft.clone();
    let requirements: Vec<String> = draft.papers.keys().cloned().collect();
    for requirement in requirements {
        publish(&mut draft, &requirement);
    }
    draft.content.papers
}

/// What is known of a file that this device has never seen. Its own hash was compared by the
/// device that sent it.
fn file(id: String, known: Option<Upload>) -> PaperFile {
    let mut transfer = Transfer::elsewhere(id.clone());
    let mut pages = None;
    match known.as_ref().map(|upload| &upload.state) {
        Some(UploadState::Checked { pages: found, .. }) => {
            pages = *found;
            transfer.state = State::Checked { upload: id, pages };
        }
        Some(UploadState::Refused { reason, text }) => {
            let text = Some(text.clone());
            transfer.state = State::Refused {
                reason: *reason,
                text,
            };
        }
        Some(UploadState::Waiting | UploadState::Sending { .. }) => transfer.state = State::Failed,
        // Received, or not to be asked now: as the draft says.
        Some(UploadState::Received { .. } | UploadState::Unknown) | None => {}
    }
    PaperFile {
        id: new_id(),
        name: known
            .as_ref()
            .map_or_else(|| say::elsewhere().into(), |upload| upload.name.clone()),
        media_type: String::new(),
        bytes: known.map_or(0, |upload| upload.bytes),
        sha256: String::new(),
        pages,
        transfer,
    }
}
