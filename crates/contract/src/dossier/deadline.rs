//! The promised date and its clock.

use serde::{Deserialize, Serialize};

use crate::file::StoredFile;
use crate::text::LocalText;

/// When the result is promised, and how the time to it runs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase")]
pub struct Deadline {
    /// The promised time, RFC 3339.
    pub promised: String,
    /// From when the time counts, RFC 3339. What is received after 15:00 counts from the
    /// next working day (Decree 61/2018, Article 18.2).
    pub counts_from: String,
    /// How the clock stands.
    pub clock: Clock,
    /// Whole working days to the promised date on the portal's calendar as of `asOf`;
    /// negative once it has passed. While the clock is stopped, what is left to run.
    pub working_days_left: i32,
    /// The day (`yyyy-MM-dd`) for which `workingDaysLeft` was counted.
    pub as_of: String,
    /// Why the date is what it is, in plain words: the rule, holidays in between.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub explanation: Option<LocalText>,
}

/// How the clock stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase")]
pub enum Clock {
    /// It runs.
    Running,
    /// It waits for the person (supplement, payment) and starts again afterwards.
    WaitingForYou,
    /// It waits for somebody else.
    Paused,
    /// The dossier was finished in time.
    MetInTime,
    /// The promised date has passed, or the dossier was finished after it.
    Late,
    /// It no longer counts: refused, stopped or withdrawn.
    Ended,
    /// A state this version does not know: show the date alone.
    #[serde(other)]
    Unknown,
}

/// A late dossier's apology with the new date: once, at least a day before the old one
/// (Decree 61/2018, Article 19.9).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase")]
pub struct Apology {
    /// When it was sent, RFC 3339.
    pub at: String,
    /// Why it is late.
    pub reason: LocalText,
    /// The date promised before, RFC 3339.
    pub previous: String,
    /// The new one, RFC 3339.
    pub promised: String,
    /// The letter (văn bản xin lỗi, Circular 03/2025 form 04).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub letter: Option<StoredFile>,
}
