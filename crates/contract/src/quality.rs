//! Published quality figures, in the groups of Decision 766/2022.

use serde::{Deserialize, Serialize};

use crate::service::Named;
use crate::text::LocalText;

/// The answer to `GET /quality`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase")]
pub struct Quality {
    /// The first and the last day counted, `yyyy-MM-dd/yyyy-MM-dd`.
    pub period: String,
    /// When the figures were counted, RFC 3339.
    pub counted_at: String,
    /// The whole portal.
    pub overall: QualityFigures,
    /// By body, in Vietnamese alphabetical order.
    #[serde(default)]
    pub agencies: Vec<AgencyQuality>,
    /// How each figure is counted and what it leaves out.
    #[serde(default)]
    pub method: Vec<LocalText>,
}

/// One body's figures.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase")]
pub struct AgencyQuality {
    /// Which one.
    pub agency: Named,
    /// Its figures.
    pub figures: QualityFigures,
}

/// What is counted. A share that would rest on nothing is absent, never 0.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase")]
pub struct QualityFigures {
    /// Dossiers received.
    pub received: u32,
    /// Dossiers finished by the promised date, of those finished.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub on_time: Option<Share>,
    /// Services that are wholly online, of those offered.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub full_online: Option<Share>,
    /// Dossiers filed online, of those received.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub filed_online: Option<Share>,
    /// Payments made online, of those made.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub paid_online: Option<Share>,
    /// Ratings in the better half of the scale, of those given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub satisfied: Option<Share>,
    /// Feedback answered by the day the agency named, of that answered.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub feedback_on_time: Option<Share>,
    /// Points in the groups of Decision 766/2022.
    #[serde(default)]
    pub groups: Vec<QualityGroup>,
}

/// So many of so many; the reader sees both numbers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase")]
pub struct Share {
    /// How many.
    pub part: u32,
    /// Of how many, at least 1.
    #[cfg_attr(feature = "openapi", schema(minimum = 1))]
    pub of: u32,
}

/// Points in one group.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase")]
pub struct QualityGroup {
    /// Which one.
    pub group: QualityGroupKind,
    /// Points reached, in hundredths; absent where the portal cannot reckon them, never 0.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub points: Option<u32>,
    /// Points there are to reach, in hundredths (1800 for transparency).
    pub maximum: u32,
    /// Which of the group's indices the portal's own records give, and which they do not.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<LocalText>,
}

/// The groups of Decision 766/2022 with their points.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase")]
pub enum QualityGroupKind {
    /// Công khai, minh bạch: 18 points.
    Transparency,
    /// Tiến độ giải quyết: 20 points.
    Progress,
    /// Số hoá hồ sơ: 22 points.
    Digitisation,
    /// Dịch vụ công trực tuyến, with online payment: 22 points.
    OnlineServices,
    /// Mức độ hài lòng: 18 points.
    Satisfaction,
    /// A group this version does not know.
    #[serde(other)]
    Unknown,
}
