//! What these screens read of a dossier.
//!
//! The same answer as [`motcua_contract::dossier::Dossier`], of which the rest is skipped:
//! code that reads members nobody shows here would be fetched all the same. A test holds
//! the two readings together.

use motcua_contract::dossier::{
    Action, Apology, Deadline, DossierCode, DossierResult, Ending, HandedIn, Payments, Status,
    SupplementRequest, TimelineEntry,
};
use motcua_contract::file::StoredFile;
use motcua_contract::service::{Named, ServiceLink};
use serde::Deserialize;

/// One dossier, as far as it is shown.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Dossier {
    /// Its code.
    pub(super) code: DossierCode,
    /// What was applied for.
    pub(super) service: ServiceLink,
    /// In which case.
    pub(super) case: Named,
    /// For whom.
    pub(super) applicant: String,
    /// When it was filed, RFC 3339.
    pub(super) filed_at: String,
    /// Who handles it.
    pub(super) agency: Named,
    /// How far it is, and what comes next.
    pub(super) status: Status,
    /// All that happened, oldest first.
    pub(super) timeline: Vec<TimelineEntry>,
    /// When the result is promised.
    #[serde(default)]
    pub(super) deadline: Option<Deadline>,
    /// The one apology and postponement there may be.
    #[serde(default)]
    pub(super) apology: Option<Apology>,
    /// What the person may do now.
    #[serde(default)]
    pub(super) actions: Vec<Action>,
    /// What was asked for in addition, oldest first.
    #[serde(default)]
    pub(super) supplements: Vec<SupplementRequest>,
    /// What was handed in.
    pub(super) content: Content,
    /// The three facts about money.
    #[serde(default)]
    pub(super) payments: Payments,
    /// The printed receipt, once received.
    #[serde(default)]
    pub(super) receipt: Option<StoredFile>,
    /// The outcome.
    #[serde(default)]
    pub(super) results: Vec<DossierResult>,
    /// How it ended without a result.
    #[serde(default)]
    pub(super) ending: Option<Ending>,
}

/// What was handed in: the papers; the answers are not shown here.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub(super) struct Content {
    /// The papers.
    #[serde(default)]
    pub(super) papers: Vec<HandedIn>,
}

#[cfg(test)]
mod tests {
    use motcua_contract::dossier::Dossier as Whole;

    use super::Dossier;

    #[test]
    fn what_is_shown_and_the_whole_are_read_alike() {
        for sample in [
            include_str!("../../../crates/contract/samples/getDossier.json"),
            include_str!("../../../crates/contract/samples/getDossier.returned.json"),
        ] {
            let (shown, whole): (Dossier, Whole) = (
                serde_json::from_str(sample).unwrap(),
                serde_json::from_str(sample).unwrap(),
            );
            assert_eq!((&shown.code, &shown.status), (&whole.code, &whole.status));
            assert_eq!(
                (&shown.timeline, &shown.deadline),
                (&whole.timeline, &whole.deadline)
            );
            assert_eq!(
                (&shown.payments, &shown.receipt),
                (&whole.payments, &whole.receipt)
            );
            assert_eq!(shown.content.papers, whole.content.papers);
            assert_eq!(
                (&shown.actions, &shown.apology, &shown.supplements),
                (&whole.actions, &whole.apology, &whole.supplements)
            );
            assert_eq!(
                (&shown.results, &shown.ending),
                (&whole.results, &whole.ending)
            );
        }
    }
}
