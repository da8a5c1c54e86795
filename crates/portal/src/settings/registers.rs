//! `registers.json`: the registers that the portal asks about a person who consents.

use motcua_contract::profile::Source;
use motcua_contract::text::LocalText;
use serde::Deserialize;

/// One register.
#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct Register {
    /// Which one.
    pub(crate) source: Source,
    /// The purpose to consent to.
    pub(crate) purpose: String,
    /// The attributes it gives, for programs.
    pub(crate) attributes: Vec<String>,
    /// The same for people.
    pub(crate) what: LocalText,
    /// How long a consent lasts, in months of thirty days.
    pub(crate) months: u32,
    /// Who keeps its values, and gets the reports on wrong ones.
    pub(crate) keeper: LocalText,
    /// What happens to a report, and what to do if it cannot wait.
    pub(crate) what_next: LocalText,
}
