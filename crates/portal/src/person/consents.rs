//! Consents: what a person allowed, in the words that they saw.

use std::time::Duration;

use motcua_contract::consent::Consent;
use motcua_contract::text::LocalText;
use rusqlite::{Connection, OptionalExtension, Row, Transaction, params};

use super::access::{self, Use};
use super::profile;
use crate::moment::Moment;
use crate::random;
use crate::session::PersonId;
use crate::settings::Settings;
use crate::settings::registers::Register;

/// A consent lasts so many months of thirty days.
const MONTH: Duration = Duration::from_secs(30 * 86_400);

/// A consent as the database has it.
struct Stored {
    id: String,
    purpose: String,
    shown: LocalText,
    given_at: Moment,
    until: Moment,
    withdrawn_at: Option<Moment>,
}

impl Stored {
    fn read(row: &Row<'_>) -> rusqlite::Result<Self> {
        let shown: String = row.get(2)?;
        Ok(Self {
            id: row.get(0)?,
            purpose: row.get(1)?,
            shown: serde_json::from_str(&shown).unwrap_or_default(),
            given_at: row.get(3)?,
            until: row.get(4)?,
            withdrawn_at: row.get(5)?,
        })
    }

    fn in_force(&self, now: Moment) -> bool {
        self.withdrawn_at.is_none() && now < self.until
    }
}

impl From<Stored> for Consent {
    fn from(stored: Stored) -> Self {
        Self {
            id: stored.id,
            purpose: stored.purpose,
            text: stored.shown,
            given_at: stored.given_at.rfc3339(),
            until: Some(stored.until.rfc3339()),
            withdrawn_at: stored.withdrawn_at.map(Moment::rfc3339),
        }
    }
}

const COLUMNS: &str = "id, purpose, shown, given_at, until, withdrawn_at";

/// All of a person's consents: those in force first, then the latest.
pub(crate) fn all(
    connection: &Connection,
    person: &PersonId,
    now: Moment,
) -> rusqlite::Result<Vec<Consent>> {
    let mut stored: Vec<Stored> = connection
        .prepare_cached(&format!(
            "SELECT {COLUMNS} FROM consent WHERE person = ?1 ORDER BY given_at DESC, rowid DESC"
        ))?
        .query_map([person], Stored::read)?
        .collect::<rusqlite::Result<_>>()?;
    stored.sort_by_key(|consent| !consent.in_force(now));
    Ok(stored.into_iter().map(Consent::from).collect())
}

/// Whether a person allows a purpose now.
pub(crate) fn in_force(
    connection: &Connection,
    person: &PersonId,
    purpose: &str,
    now: Moment,
) -> rusqlite::Result<bool> {
    connection
        .prepare_cached(
            "SELECT EXISTS (SELECT 1 FROM consent WHERE person = ?1 AND purpose = ?2
                 AND withdrawn_at IS NULL AND until > ?3)",
        )?
        .query_row(params![person, purpose, now], |row| row.get(0))
}

/// Gives a consent, in place of an older one for the same, and fetches what it allows.
pub(crate) fn give(
    transaction: &Transaction<'_>,
    (person, settings): (&PersonId, &Settings),
    register: &Register,
    shown: LocalText,
    now: Moment,
) -> rusqlite::Result<Consent> {
    transaction.execute(
        "UPDATE consent SET until = ?3
         WHERE person = ?1 AND purpose = ?2 AND withdrawn_at IS NULL AND until > ?3",
        params![person, register.purpose, now],
    )?;
    let stored = Stored {
        id: random::id(),
        purpose: register.purpose.clone(),
        shown,
        given_at: now,
        until: now.plus(MONTH * register.months),
        withdrawn_at: None,
    };
    let text = serde_json::to_string(&stored.shown).expect("text is text");
    transaction.execute(
        "INSERT INTO consent (id, person, purpose, shown, given_at, until)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
        params![stored.id, person, stored.purpose, text, now, stored.until],
    )?;
    if profile::fetch(transaction, (person, settings), register)? {
        let why = LocalText::new(
            "Điền sẵn hồ sơ của bạn, theo đồng ý của bạn",
            "To prefill your dossiers, by your consent",
        );
        let used = Use {
            agency: &settings.portal.name.vi,
            actor: None,
            what: &register.what,
            why: &why,
            dossier: None,
        };
        access::note(transaction, person, &used, now)?;
    }
    Ok(stored.into())
}

/// Withdraws a consent; what was fetched under it goes, the record of it stays.
pub(crate) fn withdraw(
    transaction: &Transaction<'_>,
    (person, settings): (&PersonId, &Settings),
    id: &str,
    now: Moment,
) -> rusqlite::Result<Option<Consent>> {
    let stored = transaction
        .query_row(
            &format!(
                "UPDATE consent SET withdrawn_at = coalesce(withdrawn_at, ?3)
                 WHERE id = ?1 AND person = ?2 RETURNING {COLUMNS}"
            ),
            params![id, person, now],
            Stored::read,
        )
        .optional()?;
    let Some(stored) = stored else {
        return Ok(None);
    };
    if !in_force(transaction, person, &stored.purpose, now)? {
        let registers = settings.registers.iter();
        for register in registers.filter(|register| register.purpose == stored.purpose) {
            profile::forget(transaction, person, register)?;
        }
    }
    Ok(Some(stored.into()))
}
