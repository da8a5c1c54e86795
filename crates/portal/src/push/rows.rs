//! The devices that agreed, in the database.
//!
//! A device is told beyond the session in which it agreed: sessions end after half an hour, and a
//! dossier takes weeks. What it is told names nobody and nothing of the case. It ends with a
//! sign-out, with another person who signs in there before the session is over or agrees there
//! later, and half a year after it agreed.

use std::time::Duration;

use motcua_contract::notification::PushDevice;
use p256::elliptic_curve::sec1::ToSec1Point;
use rusqlite::{Connection, OptionalExtension, Transaction, params};
use sha2::{Digest, Sha256};

use super::subscription::Subscription;
use crate::moment::Moment;
use crate::random;
use crate::session::Owner;
use crate::session::rows::Session;

/// How many devices of one person are told; beyond, the one that agreed longest ago is not.
const DEVICES: u32 = 10;
/// How long a device is told after it agreed, once its session is over.
const TOLD: Duration = Duration::from_secs(183 * 86_400);

/// Keeps a device of an owner's; its id. The same endpoint is the same device, whoever had it.
/// One that does not say in which language it is to be told takes the place of another of its
/// session and is told as that was; without one, in `languages`' first.
pub(crate) fn keep(
    transaction: &Transaction<'_>,
    (owner, session): (&Owner, &Session),
    subscription: &Subscription,
    languages: &[String],
    now: Moment,
) -> rusqlite::Result<String> {
    let endpoint = subscription.endpoint.as_str();
    let language = match &subscription.language {
        Some(language) => Some(language.clone()),
        None => language_of(transaction, session)?.or_else(|| languages.first().cloned()),
    };
    // What was still to be told to another person goes with their subscription.
    transaction.execute(
        "DELETE FROM push_subscription WHERE endpoint = ?1 AND owner <> ?2",
        params![endpoint, owner],
    )?;
    let id = transaction.query_row(
        "INSERT INTO push_subscription
             (id, owner, session, device, endpoint, p256dh, auth, language, given_at)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)
         ON CONFLICT (endpoint) DO UPDATE SET session = excluded.session, device = excluded.device,
             p256dh = excluded.p256dh, auth = excluded.auth, language = excluded.language,
             given_at = excluded.given_at
         RETURNING id",
        params![
            random::id(),
            owner,
            session.id,
            session.device,
            endpoint,
            subscription.keys.public.to_sec1_point(false).as_bytes(),
            subscription.keys.auth,
            language,
            now
        ],
        |row| row.get(0),
    )?;
    transaction.execute(
        "DELETE FROM push_subscription WHERE owner = ?1 AND id NOT IN
             (SELECT id FROM push_subscription WHERE owner = ?1
              ORDER BY given_at DESC, rowid DESC LIMIT ?2)",
        params![owner, DEVICES],
    )?;
    Ok(id)
}

/// In which language a session's device was to be told last.
fn language_of(connection: &Connection, session: &Session) -> rusqlite::Result<Option<String>> {
    connection
        .prepare_cached(
            "SELECT language FROM push_subscription WHERE session = ?1
             ORDER BY given_at DESC, rowid DESC LIMIT 1",
        )?
        .query_row([&session.id], |row| row.get(0))
        .optional()
}

/// Whether any device of an owner's is told.
pub(crate) fn is_any(connection: &Connection, owner: &Owner) -> rusqlite::Result<bool> {
    connection
        .prepare_cached("SELECT 1 FROM push_subscription WHERE owner = ?1")?
        .exists([owner])
}

/// The devices of an owner's that are told, the last that agreed first.
pub(crate) fn devices(connection: &Connection, owner: &Owner) -> rusqlite::Result<Vec<PushDevice>> {
    connection
        .prepare_cached(
            "SELECT id, endpoint FROM push_subscription WHERE owner = ?1
             ORDER BY given_at DESC, rowid DESC",
        )?
        .query_map([owner], |row| {
            let hash = Sha256::digest(row.get::<_, String>(1)?);
            Ok(PushDevice {
                id: row.get(0)?,
                endpoint_sha256: hash.iter().map(|byte| format!("{byte:02x}")).collect(),
            })
        })?
        .collect()
}

/// Takes one back; false where the owner has no such one.
pub(crate) fn take_back(
    transaction: &Transaction<'_>,
    owner: &Owner,
    id: &str,
) -> rusqlite::Result<bool> {
    let gone = transaction.execute(
        "DELETE FROM push_subscription WHERE owner = ?1 AND id = ?2",
        params![owner, id],
    )?;
    Ok(gone > 0)
}

/// Takes all of an owner's back.
pub(crate) fn take_all_back(transaction: &Transaction<'_>, owner: &Owner) -> rusqlite::Result<()> {
    transaction.execute("DELETE FROM push_subscription WHERE owner = ?1", [owner])?;
    Ok(())
}

/// Takes back what was given on the device of a session that is about to be ended: a phone that
/// somebody signed out of must not go on showing their news. A device that agreed in an earlier
/// session, which has run out since, is known again by what it is called; rather one too many
/// is silent than one tells a stranger.
pub(crate) fn take_back_of_device(
    transaction: &Transaction<'_>,
    owner: &Owner,
    session: &str,
    now: Moment,
) -> rusqlite::Result<()> {
    transaction.execute(
        "DELETE FROM push_subscription WHERE owner = ?1 AND (session = ?2 OR
             (device = (SELECT device FROM session WHERE id = ?2 AND owner = ?1)
              AND session NOT IN (SELECT id FROM session WHERE ends_at > ?3)))",
        params![owner, session, now],
    )?;
    Ok(())
}

/// Lets the session that follows another in the same browser, of the same person, go on with
/// what was given in the one before.
pub(crate) fn hand_over(
    transaction: &Transaction<'_>,
    before: &str,
    session: &str,
) -> rusqlite::Result<()> {
    transaction.execute(
        "UPDATE push_subscription SET session = ?2 WHERE session = ?1",
        [before, session],
    )?;
    Ok(())
}

/// Deletes the devices that agreed long ago and whose session is over, with what was still to be
/// told there.
pub(crate) fn sweep(transaction: &Transaction<'_>, now: Moment) -> rusqlite::Result<usize> {
    transaction.execute(
        "DELETE FROM push_subscription WHERE given_at < ?2
         AND session NOT IN (SELECT id FROM session WHERE ends_at > ?1)",
        params![now, now.minus(TOLD)],
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::{Store, StoreError};

    #[test]
    fn a_device_that_agreed_long_ago_goes_once_its_session_is_over_with_what_was_to_be_told() {
        let folder = tempfile::tempdir().expect("a folder");
        let store = Store::open(folder.path()).expect("a database");
        let now = Moment::from_unix(400 * 86_400);
        let long_ago = now.minus(TOLD + Duration::from_secs(1));
        let left: Result<Vec<String>, StoreError> = store.with(|connection| {
            let transaction = connection.transaction()?;
            let over = now.minus(Duration::from_secs(1));
            let lasts = Moment::from_unix(401 * 86_400);
            for (device, ends_at, given_at) in [
                ("lately", over, now.minus(TOLD)),
                ("long ago", over, long_ago),
                ("long ago, still there", lasts, long_ago),
            ] {
                transaction.execute(
                    "INSERT INTO session (id, token_hash, owner, device, created_at, last_seen_at,
                         ends_at, ends_for_good_at)
                     VALUES (?1, CAST(?1 AS BLOB), 'guest:g', '', 0, 0, ?2, ?2)",
                    params![device, ends_at],
                )?;
                transaction.execute(
                    "INSERT INTO push_subscription VALUES
                         (?1, 'guest:g', ?1, '', ?1, x'', x'', 'vi', ?2)",
                    params![device, given_at],
                )?;
                transaction.execute(
                    "INSERT INTO push (subscription, dossier, payload, urgent, due_at)
                     VALUES (?1, 'H15-1', '{}', 0, 0)",
                    [device],
                )?;
            }
            assert_eq!(sweep(&transaction, now)?, 1);
            let mut told = transaction.prepare("SELECT subscription FROM push ORDER BY 1")?;
            Ok(told
                .query_map([], |row| row.get(0))?
                .collect::<rusqlite::Result<_>>()?)
        });
        assert_eq!(
            left.expect("an answer"),
            ["lately", "long ago, still there"]
        );
    }
}
