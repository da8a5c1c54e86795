//! The devices that agreed, in the database.

use motcua_contract::notification::PushDevice;
use p256::elliptic_curve::sec1::ToSec1Point;
use rusqlite::{Connection, Transaction, params};
use sha2::{Digest, Sha256};

use super::subscription::Subscription;
use crate::moment::Moment;
use crate::random;
use crate::session::Owner;
use crate::session::rows::Session;

/// How many devices of one person are told; beyond, the one that agreed longest ago is not.
const DEVICES: u32 = 10;

/// Keeps a device of an owner's; its id. The same endpoint is the same device, whoever had it.
pub(crate) fn keep(
    transaction: &Transaction<'_>,
    (owner, session): (&Owner, &Session),
    subscription: &Subscription,
    now: Moment,
) -> rusqlite::Result<String> {
    let endpoint = subscription.endpoint.as_str();
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
            subscription.language,
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
