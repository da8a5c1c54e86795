//! What these screens read of a dossier.
//!
//! The same answer as [`motcua_contract::dossier::Dossier`], of which the rest is skipped:
//! code that reads members nobody shows here would be fetched all the same. A test holds
//! the two readings together.

use motcua_contract::dossier::supplement::SupplementState;
use motcua_contract::dossier::{
    Action, Apology, Deadline, DossierCode, DossierResult, Ending, HandedIn, Handler, Payments,
    Status, TimelineEntry,
};
use motcua_contract::file::StoredFile;
use motcua_contract::service::{Named, ServiceLink};
use motcua_contract::text::LocalText;
use serde::Deserialize;
use serde_json::{Map, Value};

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
    /// Who filed it, when that is somebody else.
    #[serde(default)]
    pub(super) filed_by: Option<String>,
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
    pub(super) supplements: Vec<Request>,
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
    /// Messages that the person has not read.
    #[serde(default)]
    pub(super) unread_messages: u32,
    /// How they rated it.
    #[serde(default)]
    pub(super) rating: Option<RatedAt>,
}

/// That it was rated.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct RatedAt {
    /// When the rating was given or last changed, RFC 3339.
    pub(super) given_at: String,
}

/// What was handed in.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Content {
    /// The version of the form that the answers were given to.
    pub(super) form_version: String,
    /// The answers.
    pub(super) answers: Map<String, Value>,
    /// SHA-256 of the canonical JSON of the answers.
    #[serde(default)]
    pub(super) answers_sha256: Option<String>,
    /// The papers.
    #[serde(default)]
    pub(super) papers: Vec<HandedIn>,
}

/// What an officer asked for in addition. What exactly an item asks for is read where it is
/// answered.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Request {
    /// The first or the second.
    pub(super) round: u8,
    /// Who asks.
    pub(super) requested_by: Handler,
    /// When, RFC 3339.
    pub(super) requested_at: String,
    /// Until when to answer, RFC 3339.
    #[serde(default)]
    pub(super) answer_by: Option<String>,
    /// How far it is.
    pub(super) state: SupplementState,
    /// What is wrong on the whole.
    pub(super) explanation: LocalText,
    /// Each thing asked for.
    pub(super) items: Vec<RequestItem>,
    /// The date promised since it was answered, RFC 3339.
    #[serde(default)]
    pub(super) promised_after: Option<String>,
    /// The notice as a file.
    #[serde(default)]
    pub(super) notice: Option<StoredFile>,
}

/// One thing asked for.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub(super) struct RequestItem {
    /// What it is called.
    pub(super) title: LocalText,
    /// What is wrong with what was sent.
    pub(super) reason: LocalText,
    /// How far it is.
    pub(super) state: SupplementState,
    /// What the officer said to the answer.
    #[serde(default)]
    pub(super) outcome: Option<LocalText>,
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
                (&shown.applicant, &shown.filed_by),
                (&whole.applicant, &whole.filed_by)
            );
            assert_eq!(
                (&shown.timeline, &shown.deadline),
                (&whole.timeline, &whole.deadline)
            );
            assert_eq!(
                (&shown.payments, &shown.receipt),
                (&whole.payments, &whole.receipt)
            );
            assert_eq!(shown.content.papers, whole.content.papers);
            assert_eq!(shown.unread_messages, whole.unread_messages);
            assert_eq!(
                shown.rating.map(|rating| rating.given_at),
                whole.rating.map(|rating| rating.given_at)
            );
            assert_eq!(
                (&shown.content.answers, &shown.content.answers_sha256),
                (&whole.content.answers, &whole.content.answers_sha256)
            );
            assert_eq!(
                (&shown.actions, &shown.apology),
                (&whole.actions, &whole.apology)
            );
            assert_eq!(shown.supplements.len(), whole.supplements.len());
            for (shown, whole) in shown.supplements.iter().zip(&whole.supplements) {
                assert_eq!(
                    (
                        shown.state,
                        &shown.explanation,
                        &shown.answer_by,
                        &shown.notice
                    ),
                    (
                        whole.state,
                        &whole.explanation,
                        &whole.answer_by,
                        &whole.notice
                    )
                );
                assert_eq!(
                    (
                        &shown.requested_by,
                        &shown.promised_after,
                        shown.items.len()
                    ),
                    (
                        &whole.requested_by,
                        &whole.promised_after,
                        whole.items.len()
                    )
                );
            }
            assert_eq!(
                (&shown.results, &shown.ending),
                (&whole.results, &whole.ending)
            );
        }
    }
}
