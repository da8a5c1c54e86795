//! The profile: values held under a consent in force, each with its source and date.

use motcua_contract::profile::{AvailableSource, HeldValue, Profile, attribute};
use motcua_contract::text::LocalText;
use rusqlite::{Connection, Transaction, params};

use super::access::{self, Use};
use super::{consents, mandates, registers};
use crate::moment::Moment;
use crate::sandbox::citizens::Right;
use crate::session::{PersonId, people};
use crate::settings::Settings;
use crate::settings::registers::Register;

/// The order in which people expect to read what is known about them.
const ORDER: [&str; 10] = [
    attribute::FULL_NAME,
    attribute::DATE_OF_BIRTH,
    attribute::SEX,
    attribute::CITIZEN_ID,
    attribute::ETHNICITY,
    attribute::NATIONALITY,
    attribute::PERMANENT_RESIDENCE,
    attribute::CURRENT_RESIDENCE,
    attribute::PHONE,
    attribute::EMAIL,
];

/// What the portal may use, and what it could fetch.
pub(crate) fn of(
    connection: &Connection,
    (person, settings): (&PersonId, &Settings),
    now: Moment,
) -> rusqlite::Result<Profile> {
    let mut profile = Profile {
        values: Vec::new(),
        available: Vec::new(),
    };
    // Who is in no register that the portal reaches has nothing to consent to.
    let reachable = registers::citizen(connection, person, settings)?.is_some();
    for register in &settings.registers {
        if consents::in_force(connection, person, &register.purpose, now)? {
            profile.values.extend(held(connection, person, register)?);
        } else if reachable {
            profile.available.push(AvailableSource {
                source: register.source.clone(),
                attributes: register.attributes.clone(),
                purpose: register.purpose.clone(),
            });
        }
    }
    profile.values.sort_by_key(|value| {
        let known = ORDER.iter().position(|name| *name == value.attribute);
        known.unwrap_or(ORDER.len())
    });
    Ok(profile)
}

/// What the portal may use of somebody's whom a person may act for: nothing, unless the mandate
/// goes as far and they consented themselves. That it was used stands in their log.
pub(crate) fn of_represented(
    transaction: &Transaction<'_>,
    (helper, settings): (&PersonId, &Settings),
    right: &Right,
    now: Moment,
) -> rusqlite::Result<Profile> {
    let mut profile = Profile {
        values: Vec::new(),
        available: Vec::new(),
    };
    if !right.sees_profile {
        return Ok(profile);
    }
    let Some(person) = mandates::represented(transaction, settings, right, now)? else {
        return Ok(profile);
    };
    // Nobody consents for them: what could be fetched is theirs to allow.
    profile.values = of(transaction, (&person, settings), now)?.values;
    if !profile.values.is_empty() {
        let name = people::name(transaction, helper)?;
        let used = Use {
            agency: &settings.portal.name.vi,
            actor: Some(&name),
            what: &LocalText::new(
                "Thông tin của bạn trong hồ sơ cá nhân",
                "What the portal holds in your profile",
            ),
            why: &LocalText::new(
                "Điền sẵn hồ sơ nộp thay bạn, theo đồng ý của bạn",
                "To prefill a dossier filed for you, by your consent",
            ),
            dossier: None,
        };
        access::note(transaction, &person, &used, now)?;
    }
    Ok(profile)
}

/// The values of one register.
fn held(
    connection: &Connection,
    person: &PersonId,
    register: &Register,
) -> rusqlite::Result<Vec<HeldValue>> {
    connection
        .prepare_cached(
            "SELECT attribute, value, as_of, EXISTS (SELECT 1 FROM wrong_value
                 WHERE person = ?1 AND attribute = held_value.attribute AND answered_at IS NULL)
             FROM held_value WHERE person = ?1 AND source = ?2 ORDER BY attribute",
        )?
        .query_map(params![person, register.source.id], |row| {
            let value: String = row.get(1)?;
            Ok(HeldValue {
                attribute: row.get(0)?,
                value: serde_json::from_str(&value).unwrap_or_default(),
                source: register.source.clone(),
                as_of: row.get(2)?,
                disputed: row.get(3)?,
            })
        })?
        .collect()
}

/// Asks a register, for who has just consented; whether it knew anything.
pub(super) fn fetch(
    transaction: &Transaction<'_>,
    (person, settings): (&PersonId, &Settings),
    register: &Register,
) -> rusqlite::Result<bool> {
    forget(transaction, person, register)?;
    let citizen = registers::citizen(transaction, person, settings)?;
    let Some(entry) = citizen.and_then(|citizen| registers::fetch(citizen, register)) else {
        return Ok(false);
    };
    // The consent names attributes: what else the register holds is not taken.
    let allowed = |name: &String| register.attributes.contains(name);
    for (name, value) in entry.values.iter().filter(|(name, _)| allowed(name)) {
        transaction.execute(
            "INSERT INTO held_value (person, source, attribute, value, as_of)
             VALUES (?1, ?2, ?3, ?4, ?5)",
            params![
                person,
                register.source.id,
                name,
                value.to_string(),
                entry.as_of
            ],
        )?;
    }
    Ok(true)
}

/// Drops what was fetched from a register.
pub(super) fn forget(
    transaction: &Transaction<'_>,
    person: &PersonId,
    register: &Register,
) -> rusqlite::Result<()> {
    transaction.execute(
        "DELETE FROM held_value WHERE person = ?1 AND source = ?2",
        params![person, register.source.id],
    )?;
    Ok(())
}
