//! Keys that the portal makes for itself, once for a data directory.

use p256::SecretKey;
use p256::elliptic_curve::Generate;
use rusqlite::{Connection, params};

use crate::moment::Moment;
use crate::random;
use crate::sandbox::authority;

/// The key that signs orders and notifications of the sandbox's gateway.
pub(crate) fn gateway(connection: &mut Connection) -> rusqlite::Result<Vec<u8>> {
    key(connection, "gateway", secret)
}

/// The key under which lookups that found nothing are counted.
pub(crate) fn lookups(connection: &mut Connection) -> rusqlite::Result<Vec<u8>> {
    key(connection, "lookups", secret)
}

/// The key pair that signs what is sent by web push.
pub(crate) fn push(connection: &mut Connection) -> rusqlite::Result<SecretKey> {
    let bytes = key(connection, "push", || {
        SecretKey::generate().to_bytes().to_vec()
    })?;
    Ok(SecretKey::from_slice(&bytes).expect("as it was kept"))
}

/// The seal that signs what the sandbox's officer issues, with its authority's certificate.
pub(crate) fn seal(connection: &mut Connection, now: Moment) -> rusqlite::Result<Vec<u8>> {
    key(connection, "seal", || authority::seal(now).into_bytes())
}

fn secret() -> Vec<u8> {
    random::secret().into_bytes()
}

fn key(
    connection: &Connection,
    name: &str,
    fresh: impl FnOnce() -> Vec<u8>,
) -> rusqlite::Result<Vec<u8>> {
    connection.execute(
        "INSERT OR IGNORE INTO secret (name, value) VALUES (?1, ?2)",
        params![name, fresh()],
    )?;
    connection.query_row("SELECT value FROM secret WHERE name = ?1", [name], |row| {
        row.get(0)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::Store;

    #[test]
    fn a_key_is_made_once() {
        let folder = tempfile::tempdir().expect("a folder");
        let key = || {
            let store = Store::open(folder.path()).expect("a database");
            store.with(push).expect("a key")
        };
        assert_eq!(key(), key());
    }
}
