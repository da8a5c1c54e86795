//! Who has a dossier: the person, the counter or a department.

use motcua_contract::dossier::timeline::{Handler, HandlerRole};

use crate::settings::Settings;

/// The person who filed it.
pub(crate) fn citizen() -> Handler {
    Handler {
        role: HandlerRole::Citizen,
        agency: None,
        unit: None,
        officer: None,
    }
}

/// The counter, where the portal itself receives what is sent.
pub(crate) fn counter(agency: &str, unit: &str) -> Handler {
    Handler {
        role: HandlerRole::Counter,
        agency: Some(agency.into()),
        unit: Some(unit.into()),
        officer: None,
    }
}

/// The officer at the counter.
pub(crate) fn at_the_counter(settings: &Settings) -> Handler {
    let filing = &settings.filing;
    Handler {
        officer: filing.officer.clone(),
        ..counter(&filing.agency.name, &filing.counter_unit)
    }
}

/// The officer of the department that settles it, or of another part of the authority.
pub(crate) fn at_the_department(settings: &Settings, unit: Option<&str>) -> Handler {
    let filing = &settings.filing;
    Handler {
        role: HandlerRole::Department,
        agency: Some(filing.agency.name.clone()),
        unit: Some(unit.unwrap_or(&filing.department).into()),
        officer: filing.officer.clone(),
    }
}
