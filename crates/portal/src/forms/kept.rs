//! The versions of forms that were handed out, in the database.

use rusqlite::{Connection, OptionalExtension, params};

use super::{Broken, Ready};

/// Keeps a version, if it is new.
pub(crate) fn keep(connection: &Connection, ready: &Ready, today: &str) -> rusqlite::Result<()> {
    connection
        .prepare_cached(
            "INSERT OR IGNORE INTO form (version, form, cases, served_on) VALUES (?1, ?2, ?3, ?4)",
        )?
        .execute(params![
            ready.version(),
            json(&ready.contract),
            json(&ready.cases),
            today
        ])?;
    Ok(())
}

fn json(value: &impl serde::Serialize) -> String {
    serde_json::to_string(value).expect("the contract's types have string keys only")
}

/// A version that was handed out.
pub(crate) fn find(
    connection: &Connection,
    version: &str,
) -> rusqlite::Result<Option<Result<Ready, Broken>>> {
    let row: Option<(String, String)> = connection
        .prepare_cached("SELECT form, cases FROM form WHERE version = ?1")?
        .query_row([version], |row| Ok((row.get(0)?, row.get(1)?)))
        .optional()?;
    Ok(row.map(|(form, cases)| {
        let broken = |error: serde_json::Error| Broken {
            service: version.into(),
            why: error.to_string(),
        };
        let contract = serde_json::from_str(&form).map_err(broken)?;
        Ready::new(contract, serde_json::from_str(&cases).map_err(broken)?)
    }))
}
