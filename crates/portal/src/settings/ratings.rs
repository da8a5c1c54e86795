//! `rating.json`: how people are asked, and from how many answers on figures are published.
//!
//! The built-in questions are the nine contents of Decree 61/2018/NĐ-CP, Article 31; the five
//! labels are common practice and in no law.

use std::time::Duration;

use motcua_contract::portal::{RatingForm, RatingQuestion};
use motcua_contract::text::LocalText;
use serde::Deserialize;

/// See the module.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct Ratings {
    /// Below this many nothing is published.
    pub(crate) minimum: u32,
    changeable_days: u32,
    /// Worst first.
    pub(crate) scale: Vec<LocalText>,
    pub(crate) questions: Vec<RatingQuestion>,
}

impl Ratings {
    /// For how long a rating can be changed.
    pub(crate) fn changeable(&self) -> Duration {
        Duration::from_secs(u64::from(self.changeable_days) * 86_400)
    }

    /// As the portal describes itself.
    pub(crate) fn form(&self) -> RatingForm {
        RatingForm {
            questions: self.questions.clone(),
            scale: self.scale.clone(),
        }
    }
}
