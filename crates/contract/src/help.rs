//! Questions and answers, and the legal documents behind the services.

use serde::{Deserialize, Serialize};

use crate::service::{LegalDocument, ServiceLink};
use crate::text::LocalText;

/// The answer to `GET /help`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase")]
pub struct HelpTopics {
    /// Best first with a query, in the portal's order without.
    pub items: Vec<HelpTopic>,
}

/// One question with its answer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase")]
pub struct HelpTopic {
    /// Fit for an address, stable.
    pub id: String,
    /// What people ask.
    pub question: LocalText,
    /// The answer; line breaks count.
    pub answer: LocalText,
    /// The services it is about.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub services: Vec<ServiceLink>,
    /// The last day on which somebody checked it, `yyyy-MM-dd`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub checked_on: Option<String>,
}

/// The answer to `GET /legal-documents`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase")]
pub struct LegalDocuments {
    /// Best first with a query, latest first without.
    pub items: Vec<LegalDocumentEntry>,
    /// How many there are on all pages.
    pub total: u32,
    /// How many stand before this page.
    pub offset: u32,
}

/// A legal document and the services that rest on it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase")]
pub struct LegalDocumentEntry {
    /// Which one.
    pub document: LegalDocument,
    /// Since when it is in force, `yyyy-MM-dd`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub in_force_from: Option<String>,
    /// Until when it was in force, `yyyy-MM-dd`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub in_force_until: Option<String>,
    /// How many services of this portal name it.
    pub services: u32,
}
