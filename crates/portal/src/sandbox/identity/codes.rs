//! Authorization codes: each works once, for a minute, for who can prove having asked.

use std::time::Duration;

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use rusqlite::{OptionalExtension, Transaction, params};

use crate::moment::Moment;
use crate::random;

/// How long a code works.
const LIFE: Duration = Duration::from_secs(60);

/// What a code stands for.
pub(super) struct Grant {
    pub(super) citizen: String,
    pub(super) redirect: String,
    /// The SHA-256 of the verifier in Base64 (RFC 7636, S256).
    pub(super) challenge: String,
    pub(super) nonce: Option<String>,
}

impl Grant {
    /// Whether a verifier is the one that was promised.
    pub(super) fn proven_by(&self, verifier: &str) -> bool {
        URL_SAFE_NO_PAD.encode(random::hash(verifier)) == self.challenge
    }
}

/// Keeps what a code stands for.
pub(super) fn keep(
    transaction: &Transaction<'_>,
    code: &str,
    grant: &Grant,
    now: Moment,
) -> rusqlite::Result<()> {
    transaction.execute(
        "INSERT INTO sandbox_code (code_hash, citizen, redirect, challenge, nonce, expires_at)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
        params![
            random::hash(code),
            grant.citizen,
            grant.redirect,
            grant.challenge,
            grant.nonce,
            now.plus(LIFE)
        ],
    )?;
    Ok(())
}

/// What a code stands for; afterwards it stands for nothing.
pub(super) fn take(
    transaction: &Transaction<'_>,
    code: &str,
    now: Moment,
) -> rusqlite::Result<Option<Grant>> {
    let found = transaction
        .query_row(
            "DELETE FROM sandbox_code WHERE code_hash = ?1
             RETURNING citizen, redirect, challenge, nonce, expires_at",
            [random::hash(code)],
            |row| {
                let grant = Grant {
                    citizen: row.get(0)?,
                    redirect: row.get(1)?,
                    challenge: row.get(2)?,
                    nonce: row.get(3)?,
                };
                Ok((grant, row.get::<_, Moment>(4)?))
            },
        )
        .optional()?;
    Ok(found.and_then(|(grant, expires_at)| (now < expires_at).then_some(grant)))
}

/// Deletes codes that nobody came back with.
pub(crate) fn sweep(transaction: &Transaction<'_>, now: Moment) -> rusqlite::Result<usize> {
    transaction.execute("DELETE FROM sandbox_code WHERE expires_at <= ?1", [now])
}
