//! A draft as a list shows it.

use crate::offline::clock;
use crate::offline::draft::Draft;

/// A draft as a list shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct DraftLine {
    /// Its local id.
    pub(crate) id: String,
    /// The service's name.
    pub(crate) title: String,
    /// For whom, where that is somebody else and this device knows the name.
    pub(crate) represented: Option<String>,
    /// The service's code.
    pub(crate) service: String,
    /// The case's id.
    pub(crate) case: String,
    /// When it was last changed here, RFC 3339.
    pub(crate) saved_at: String,
    /// Sections done, and of how many.
    pub(crate) sections: (u32, u32),
    /// The id of its copy on the portal.
    pub(crate) portal: Option<String>,
    /// It was sent, and the answer is not known yet.
    pub(crate) sending: bool,
    /// The dossier's code and the request's id, for an answer to a request for more.
    pub(crate) supplement: Option<(String, String)>,
}

/// What a list shows of a draft.
pub(super) fn line(draft: &Draft) -> DraftLine {
    DraftLine {
        id: draft.id.clone(),
        title: draft.title.clone(),
        represented: draft.represented.clone(),
        service: draft.content.service.clone(),
        case: draft.content.case.clone(),
        saved_at: draft.saved_at.clone(),
        sections: (draft.content.sections_done, draft.content.sections),
        portal: draft.portal_id().map(str::to_owned),
        sending: draft.sending.is_some(),
        supplement: draft
            .supplement
            .as_ref()
            .map(|of| (of.dossier.clone(), of.request.clone())),
    }
}

/// Orders two RFC 3339 times of whatever offset.
pub(super) fn newer(a: &str, b: &str) -> std::cmp::Ordering {
    let time = |text| clock::milliseconds(text).unwrap_or_default();
    time(a).total_cmp(&time(b))
}
