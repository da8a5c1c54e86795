//! Sign-ins under way.

use std::time::Duration;

use rusqlite::{OptionalExtension, Transaction, params};

use crate::moment::Moment;
use crate::random;

/// How long a person may take at the identity provider.
pub(crate) const PATIENCE: Duration = Duration::from_secs(600);

/// What the portal remembers while a browser is away.
#[derive(Clone, Debug)]
pub(crate) struct Attempt {
    pub(crate) nonce: String,
    /// Of PKCE.
    pub(crate) verifier: String,
    /// The portal's origin as the browser knows it.
    pub(crate) origin: String,
    /// A path of the app.
    pub(crate) return_to: String,
}

/// What came of an attempt whose browser is back.
pub(crate) enum Back {
    /// In time.
    InTime(Attempt),
    /// Too late; where to go all the same.
    TooLate(String),
}

/// Remembers an attempt, for the browser that holds a secret.
pub(crate) fn keep(
    transaction: &Transaction<'_>,
    (state, browser): (&str, &str),
    attempt: &Attempt,
    now: Moment,
) -> rusqlite::Result<()> {
    transaction.execute(
        "INSERT INTO sign_in_attempt (state_hash, browser_hash, nonce, verifier, origin,
             return_to, expires_at)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
        params![
            random::hash(state),
            random::hash(browser),
            attempt.nonce,
            attempt.verifier,
            attempt.origin,
            attempt.return_to,
            now.plus(PATIENCE)
        ],
    )?;
    Ok(())
}

/// The attempt that a browser comes back from; afterwards it is over. None when another
/// browser left on it, or nobody.
pub(crate) fn take(
    transaction: &Transaction<'_>,
    (state, browser): (&str, &str),
    now: Moment,
) -> rusqlite::Result<Option<Back>> {
    transaction
        .query_row(
            "DELETE FROM sign_in_attempt WHERE state_hash = ?1 AND browser_hash = ?2
             RETURNING nonce, verifier, origin, return_to, expires_at",
            params![random::hash(state), random::hash(browser)],
            |row| {
                let attempt = Attempt {
                    nonce: row.get(0)?,
                    verifier: row.get(1)?,
                    origin: row.get(2)?,
                    return_to: row.get(3)?,
                };
                Ok(if now < row.get(4)? {
                    Back::InTime(attempt)
                } else {
                    Back::TooLate(attempt.return_to)
                })
            },
        )
        .optional()
}

/// Deletes attempts that nobody comes back from. For a while after it ran out, an attempt
/// still says where to go.
pub(crate) fn sweep(transaction: &Transaction<'_>, now: Moment) -> rusqlite::Result<usize> {
    transaction.execute(
        "DELETE FROM sign_in_attempt WHERE expires_at <= ?1",
        [now.minus(PATIENCE * 6)],
    )
}
