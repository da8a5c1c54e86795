//! The registers that the portal can ask about a person.
//!
//! The reference portal reaches those of its sandbox; a person who signed in with a real
//! identity provider is in none of them.

use rusqlite::Connection;

use crate::sandbox;
use crate::sandbox::citizens::{Citizen, Entry};
use crate::session::{PersonId, people};
use crate::settings::Settings;
use crate::settings::registers::Register;

/// The invented citizen that a person is, in the sandbox.
pub(super) fn citizen<'a>(
    connection: &Connection,
    person: &PersonId,
    settings: &'a Settings,
) -> rusqlite::Result<Option<&'a Citizen>> {
    let Some((issuer, subject)) = people::subject(connection, person)? else {
        return Ok(None);
    };
    if issuer != sandbox::identity::PATH {
        return Ok(None);
    }
    Ok(settings.citizens.iter().find(|one| one.id == subject))
}

/// What a register holds about a citizen. Only who has a consent may ask.
pub(super) fn fetch<'a>(citizen: &'a Citizen, register: &Register) -> Option<&'a Entry> {
    citizen.registers.get(&register.source.id)
}
