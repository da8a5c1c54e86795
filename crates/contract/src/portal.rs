//! Who runs a portal and what it can do.

use serde::{Deserialize, Serialize};

use crate::text::LocalText;

/// The answer to `GET /portal`: the first thing an app asks.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase")]
pub struct Portal {
    /// The portal's name.
    pub name: LocalText,
    /// Who runs it.
    pub operator: LocalText,
    /// What it is for, in a sentence or two.
    pub description: LocalText,
    /// A portal for trying out: nothing filed here reaches an authority.
    #[serde(default)]
    pub sandbox: bool,
    /// The version of this contract that it speaks, like `1.0`.
    pub api_version: String,
    /// The languages its own texts come in, BCP 47.
    pub languages: Vec<String>,
    /// What it can do beyond the reading of services; what is missing is not shown.
    #[serde(default)]
    pub capabilities: Vec<Capability>,
    /// What it takes at most.
    pub limits: Limits,
    /// Where to call.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hotline: Option<Hotline>,
    /// Counters where one can go instead.
    #[serde(default)]
    pub counters: Vec<Counter>,
    /// What is going on: news, planned outages.
    #[serde(default)]
    pub notices: Vec<Notice>,
    /// Services that the portal puts on its first page.
    #[serde(default)]
    pub featured: Vec<FeaturedService>,
    /// Where the catalogue comes from.
    pub catalogue: CatalogueSource,
    /// How the portal asks for ratings, when it does.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rating: Option<RatingForm>,
}

/// A service on the first page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct FeaturedService {
    /// The official code.
    pub code: String,
    /// The official name.
    pub name: String,
    /// What people call it, in two or three words; the official name stands where absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub label: Option<LocalText>,
}

/// A part of the contract that a portal may offer or not.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase")]
pub enum Capability {
    /// The whole catalogue in one piece, `GET /catalogue`.
    CatalogueSnapshot,
    /// Services by life event.
    LifeEvents,
    /// Provinces, communes and their old names.
    Places,
    /// Signing in through the portal's identity provider.
    SignIn,
    /// A profile and papers already held, to fill in forms with.
    Profile,
    /// Consents, access log, devices, export and deletion of one's data.
    MyData,
    /// Drafts kept on the portal.
    Drafts,
    /// Resumable uploads.
    Uploads,
    /// Taking dossiers, and showing what was filed with its receipt.
    Filing,
    /// Taking dossiers from people who are not signed in.
    GuestFiling,
    /// Payment.
    Payments,
    /// Remote signing.
    Signatures,
    /// Following one's dossiers: supplements, withdrawal, messages, calendar, export.
    Tracking,
    /// Finding a dossier by its code without signing in.
    Lookups,
    /// Changes as server-sent events.
    LiveChanges,
    /// Web push, SMS, email and the like.
    Notifications,
    /// Rating a service.
    Ratings,
    /// Phản ánh, kiến nghị.
    Feedback,
    /// Questions and answers, legal documents.
    Help,
    /// Published quality figures.
    Quality,
    /// Privacy-respecting measurement.
    Usage,
    /// A capability this version does not know.
    #[serde(other)]
    Unknown,
}

/// What a portal takes at most.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase")]
pub struct Limits {
    /// Characters in a search query.
    pub query_characters: u32,
    /// Services on one page of results.
    pub page_size: u32,
    /// Bytes in one uploaded file, when uploads are offered.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub upload_bytes: Option<u64>,
    /// Media types of uploaded files, when uploads are offered.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub upload_types: Vec<String>,
    /// Files for one paper, when uploads are offered.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub uploads_per_paper: Option<u32>,
    /// Files with one message or one piece of feedback, when uploads are offered.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub attachments: Option<u32>,
}

/// A number to call.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Hotline {
    /// As dialled.
    pub phone: String,
    /// When somebody answers.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hours: Option<LocalText>,
    /// What it costs or what to have at hand.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<LocalText>,
}

/// A counter (bộ phận một cửa) to go to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Counter {
    /// Stable within the portal; stands in a delivery. Absent: one cannot choose it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
    /// Its name.
    pub name: LocalText,
    /// Where it is.
    pub address: String,
    /// When it is open.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hours: Option<LocalText>,
    /// Its telephone.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub phone: Option<String>,
}

/// Something that people should know now.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Notice {
    /// Stable, so that a notice once put away stays away.
    pub id: String,
    /// News, or something that stops working.
    pub kind: NoticeKind,
    /// In a few words.
    pub title: LocalText,
    /// The rest; line breaks count.
    pub text: LocalText,
    /// From when it holds, RFC 3339.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<String>,
    /// Until when (for an outage: the expected end), RFC 3339.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<String>,
}

/// What a notice is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase")]
pub enum NoticeKind {
    /// A planned outage.
    Outage,
    /// Something does not work as it should.
    Warning,
    /// Anything else.
    #[serde(other)]
    News,
}

/// Where a portal's catalogue comes from and what it lacks.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase")]
pub struct CatalogueSource {
    /// Changes whenever the catalogue changes.
    pub version: String,
    /// How many services.
    pub services: u32,
    /// The day it was taken from its source, `yyyy-MM-dd`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub as_of: Option<String>,
    /// Where it comes from.
    pub source: LocalText,
    /// What is known to be missing or wrong.
    #[serde(default)]
    pub gaps: Vec<LocalText>,
}

/// How a portal asks for a rating.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct RatingForm {
    /// The questions.
    pub questions: Vec<RatingQuestion>,
    /// The labels of the scale, worst first.
    pub scale: Vec<LocalText>,
}

/// One question of a rating.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct RatingQuestion {
    /// Stable within the portal.
    pub id: String,
    /// What is asked.
    pub text: LocalText,
}
