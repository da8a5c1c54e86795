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
    pub(crate) mandates: Vec<Right>,
}

/// The right to act for somebody.
#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Right {
    /// As the person who has it sees it.
    #[serde(flatten)]
    pub(crate) mandate: Mandate,
    /// For which citizen, where it is one of the sandbox's; a child or an organisation has no
    /// account of its own.
    #[serde(default)]
    pub(crate) of: Option<String>,
    /// Whether it goes as far as using what the represented person's profile holds. Even so
    /// nothing is used that they have not consented to.
    #[serde(default)]
    pub(crate) sees_profile: bool,
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
    use motcua_contract::profile::{MandateKind, attribute};
    use std::collections::BTreeSet;

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
    fn whoever_is_represented_is_another_citizen_or_has_no_account() {
        let citizens = citizens();
        let mut kinds = BTreeSet::new();
        for citizen in &citizens {
            for right in &citizen.mandates {
                kinds.insert(right.mandate.kind);
                let Some(of) = &right.of else {
                    assert!(!right.sees_profile, "{}", right.mandate.id);
                    continue;
                };
                let represented = citizens.iter().find(|one| one.id == *of);
                let represented = represented.expect("a citizen of the sandbox");
                assert_ne!(represented.id, citizen.id);
                assert_eq!(represented.name, right.mandate.name);
            }
        }
        let all = [
            MandateKind::Parent,
            MandateKind::Guardian,
            MandateKind::Authorised,
            MandateKind::Organisation,
            MandateKind::Helper,
        ];
        assert_eq!(kinds, BTreeSet::from(all));
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
