//! Life events (việc trong đời): services grouped by what happens to people.

use serde::{Deserialize, Serialize};

use crate::service::ServiceLink;
use crate::text::LocalText;

/// The answer to `GET /life-events`, in the portal's order.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct LifeEvents {
    /// All of them.
    pub items: Vec<LifeEvent>,
}

/// One life event with its services.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct LifeEvent {
    /// Fit for an address, stable (`co-con`).
    pub id: String,
    /// What happened ("Có con").
    pub title: LocalText,
    /// The services in a few words ("Khai sinh, nhận cha mẹ con").
    pub summary: LocalText,
    /// A picture from the app's set: `child`, `rings`, `house`, `idCard`, `car`,
    /// `land`, `shop`, `leaf`, `plane`, `scales`, `briefcase`, `book`; another
    /// name is shown as a plain dot.
    pub icon: String,
    /// The services, in the order one usually needs them.
    #[serde(default)]
    pub groups: Vec<LifeEventGroup>,
}

/// Services that belong together within a life event.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct LifeEventGroup {
    /// What they are for.
    pub title: LocalText,
    /// The services.
    pub services: Vec<ServiceLink>,
}
