//! `filing.json`: in whose name the portal takes dossiers, and by which rules.

use motcua_contract::service::Named;
use serde::Deserialize;

use crate::dossier::promise::OfficeHours;

/// See the module.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct Filing {
    /// The unit's code, which every dossier's code begins with.
    pub(crate) unit: String,
    /// Who handles what is filed.
    pub(crate) agency: Named,
    /// The part of it that receives.
    pub(crate) counter_unit: String,
    /// The part of it that settles.
    #[serde(default = "department")]
    pub(crate) department: String,
    /// What its officers are called, where the portal publishes that.
    #[serde(default)]
    pub(crate) officer: Option<String>,
    pub(crate) office_hours: OfficeHours,
    /// For how many days the same application is taken for a slip.
    pub(crate) duplicate_days: u32,
}

fn department() -> String {
    "Bộ phận chuyên môn".into()
}
