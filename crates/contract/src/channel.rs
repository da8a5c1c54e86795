//! By which way one files, how long it takes there and what it costs.

use serde::{Deserialize, Serialize};

/// The three ways to file that the procedures know.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase")]
pub enum ChannelKind {
    /// On a portal.
    Online,
    /// At the counter.
    Direct,
    /// By public post.
    Postal,
    /// A way this version does not know.
    #[serde(other)]
    Unknown,
}

/// What one way of filing takes, as the procedure states it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase")]
pub struct Channel {
    /// Which way.
    pub kind: ChannelKind,
    /// The processing time; absent when the source states none, or a number without a unit.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub time: Option<TimeLimit>,
    /// What is said about the time, in the source's words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub time_note: Option<String>,
    /// Every fee that applies here; empty when the source states none.
    #[serde(default)]
    pub fees: Vec<Fee>,
    /// The source's own line, where time and fee could not be told apart with certainty.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source_text: Option<String>,
}

/// A processing time with its unit. There is none without: a bare number is not stated.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct TimeLimit {
    /// How many units, at least 1.
    #[cfg_attr(feature = "openapi", schema(minimum = 1))]
    pub value: u32,
    /// Of what.
    pub unit: TimeUnit,
}

/// What a processing time is counted in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase")]
pub enum TimeUnit {
    /// Hours.
    Hour,
    /// Calendar days.
    Day,
    /// Days on which offices work.
    WorkingDay,
    /// Months.
    Month,
    /// A unit this version does not know: show the time as not stated.
    #[serde(other)]
    Unknown,
}

/// One fee (phí or lệ phí), as stated.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase")]
pub struct Fee {
    /// How to read it.
    pub kind: FeeKind,
    /// In whole units of `currency`; when `kind` is `amount` or `unclear`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub amount: Option<u64>,
    /// ISO 4217, `VND` unless said otherwise.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub currency: Option<String>,
    /// Who pays, who is exempt, which rule: the source's words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// The last day (`yyyy-MM-dd`) on which this fee holds, when the note names one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub valid_until: Option<String>,
}

/// How a stated fee is to be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase")]
pub enum FeeKind {
    /// `amount` is what one pays; `note` may add exceptions.
    Amount,
    /// Stated as 0 without any note: nothing to pay.
    Free,
    /// The source stores 0 while its note gives an amount, a rule or a condition: read the note.
    SeeNote,
    /// The source prints a figure that cannot be right as it stands (10 đồng): ask first.
    Unclear,
    /// A kind this version does not know: read the note.
    #[serde(other)]
    Unknown,
}
