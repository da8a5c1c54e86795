//! Invented people (`sandbox_citizens.json`): who they are to the sandbox identity provider,
//! and what the registers of the sandbox hold about them.
//!
//! Citizen IDs keep the documented structure (province, century and sex, year) with a
//! number from 999901 on; phones are 0900000xxx.

use std::collections::BTreeMap;

use motcua_contract::profile::Mandate;
use motcua_contract::session::Assurance;
use motcua_contract::text::LocalText;
use serde::Deserialize;
use serde_json::Value;

/// Somebody who does not exist.
#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct Citizen {
    /// The subject that the sandbox identity provider gives them.
    pub(crate) id: String,
    pub(crate) name: String,
    /// What they are good for in a trial.
    pub(crate) about: LocalText,
    pub(crate) assurance: Assurance,
    /// What happens when they sign in.
    #[serde(default)]
    pub(crate) sign_in: Outcome,
    /// By the register's id.
    pub(crate) registers: BTreeMap<String, Entry>,
    /// For whom else they may act.
    pub(crate) mandates: Vec<Mandate>,
}

/// What happens when somebody signs in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) enum Outcome {
    /// They are known.
    #[default]
    Known,
    /// The identity provider does not find their data.
    NotFound,
}

/// What a register holds about somebody.
#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct Entry {
    /// The day (`yyyy-MM-dd`) on which it was last confirmed.
    pub(crate) as_of: String,
    /// By attribute, in the shape a form answers with.
    pub(crate) values: BTreeMap<String, Value>,
}

#[cfg(test)]
mod tests {
    use super::*;
    use motcua_contract::profile::attribute;

    fn citizens() -> Vec<Citizen> {
        serde_json::from_str(include_str!("../../data/sandbox_citizens.json")).expect("citizens")
    }

    #[test]
    fn a_citizen_id_says_the_sex_and_year_that_the_register_says_and_is_plainly_invented() {
        let mut seen = 0;
        for citizen in citizens() {
            let Some(entry) = citizen.registers.get("population") else {
                continue;
            };
            let text = |name: &str| entry.values.get(name).and_then(Value::as_str);
            let Some(id) = text(attribute::CITIZEN_ID) else {
                continue;
            };
            let born = text(attribute::DATE_OF_BIRTH).expect("a date of birth");
            let century = if born.starts_with("19") { 0 } else { 2 };
            let woman = u8::from(text(attribute::SEX) == Some("female"));
            assert_eq!(id.len(), 12, "{}", citizen.id);
            assert_eq!(id[3..4], (century + woman).to_string(), "{}", citizen.id);
            assert_eq!(id[4..6], born[2..4], "{}", citizen.id);
            assert!(id[6..].starts_with("9999"), "{}", citizen.id);
            seen += 1;
        }
        assert!(seen >= 9);
    }

    #[test]
    fn nobody_has_a_phone_or_an_address_that_could_be_somebody_s() {
        for citizen in citizens() {
            for entry in citizen.registers.values() {
                let text = |name: &str| entry.values.get(name).and_then(Value::as_str);
                if let Some(phone) = text(attribute::PHONE) {
                    assert!(phone.starts_with("0900000"), "{phone}");
                }
                if let Some(email) = text(attribute::EMAIL) {
                    assert!(email.ends_with("@example.com"), "{email}");
                }
                for (name, value) in &entry.values {
                    if let Some(detail) = value["detail"].as_str() {
                        assert!(detail.contains("Mẫu"), "{} {name}", citizen.id);
                    }
                }
            }
        }
    }
}
