//! The parts of a dossier that officers and the person add to: papers, requests, results.

use motcua_contract::dossier::result::{DossierResult, Pickup};
use motcua_contract::dossier::supplement::{SupplementRequest, SupplementState, SupplementTarget};
use motcua_contract::dossier::{Apology as Shown, DossierStatus, HandedIn, PaperState};
use motcua_contract::file::StoredFile;
use motcua_contract::submission::DeliveryKind;
use motcua_contract::text::LocalText;

use super::super::issued::Kind;
use super::super::outcome::{Apology, Outcome, Posting};
use super::super::rows::PaperFile;
use super::{Whole, address};
use crate::moment::Moment;
use crate::settings::Settings;

impl Whole {
    pub(super) fn apologised(&self, apology: &Apology) -> Shown {
        Shown {
            at: apology.at.rfc3339(),
            reason: apology.reason.clone(),
            previous: apology.previous.rfc3339(),
            promised: apology.promised.rfc3339(),
            letter: self.paper(Kind::Apology, ""),
        }
    }

    pub(super) fn supplements(&self, now: Moment) -> Vec<SupplementRequest> {
        let shown = self.requests.iter().map(|request| SupplementRequest {
            notice: self.paper(Kind::Supplement, &request.round.to_string()),
            ..request.shown(now)
        });
        shown.collect()
    }

    pub(super) fn results(&self, settings: &Settings) -> Vec<DossierResult> {
        let at_counter = self.filed.delivery.kind == DeliveryKind::Counter;
        let results = self.results.iter().map(|result| DossierResult {
            id: Outcome::name_of(result.id),
            code: None,
            name: result.name.clone(),
            issued_at: result.issued_at.rfc3339(),
            file: match &result.file {
                Some(file) => Some(file.stored(self.filed.code.as_str(), result.id)),
                None => self.paper(Kind::Result, &result.id.to_string()),
            },
            signatures: match &result.looked {
                Some(looked) => looked.found.clone(),
                None => Vec::new(),
            },
            signatures_checked_at: result.looked.as_ref().map(|looked| looked.at.rfc3339()),
            post: self.posting.as_ref().map(Posting::shown),
            pickup: self
                .counter(settings)
                .filter(|_| at_counter)
                .map(|counter| Pickup {
                    counter,
                    from: result.issued_at.rfc3339(),
                    bring: None,
                    fetched_at: result.fetched_at.map(Moment::rfc3339),
                }),
        });
        results.collect()
    }

    /// The papers as they are now, and after them those that gave way to others.
    pub(super) fn papers(&self, now: Moment) -> Vec<HandedIn> {
        let mut papers: Vec<HandedIn> = Vec::new();
        let mut files: Vec<&PaperFile> = self.files.iter().collect();
        files.sort_by_key(|file| (file.replaced, file.id));
        for file in files {
            let stored = self.stored(file);
            let (state, reason) = self.paper_state(file, now);
            let same = |paper: &&mut HandedIn| {
                paper.requirement == file.requirement && paper.state == state
            };
            match papers.iter_mut().find(same) {
                Some(paper) => paper.files.push(stored),
                None => papers.push(HandedIn {
                    requirement: file.requirement.clone(),
                    name: file.paper_name.clone(),
                    files: vec![stored],
                    state,
                    reason,
                }),
            }
        }
        papers
    }

    /// How a paper stands with the officer: refused while another is asked for, accepted
    /// once the dossier was handed on.
    fn paper_state(&self, file: &PaperFile, now: Moment) -> (PaperState, Option<LocalText>) {
        if file.replaced {
            return (PaperState::Replaced, None);
        }
        let wanted = SupplementTarget::Paper {
            requirement: Some(file.requirement.clone()),
        };
        let open = [SupplementState::Open, SupplementState::Expired];
        let asked = self
            .requests
            .iter()
            .filter(|request| open.contains(&request.state(now)));
        let mut items = asked.flat_map(|request| &request.items);
        if let Some(item) = items.find(|item| item.target == wanted) {
            return (PaperState::Refused, Some(item.reason.clone()));
        }
        match self.progress.life().status {
            DossierStatus::InProgress | DossierStatus::Done | DossierStatus::Returned => {
                (PaperState::Accepted, None)
            }
            _ => (PaperState::Received, None),
        }
    }

    fn stored(&self, file: &PaperFile) -> StoredFile {
        StoredFile {
            name: file.name.clone(),
            media_type: file.kind.media_type().into(),
            bytes: file.bytes,
            sha256: file.hash.to_string(),
            address: Some(format!(
                "{}/files/f{}",
                address(self.filed.code.as_str()),
                file.id
            )),
        }
    }
}
