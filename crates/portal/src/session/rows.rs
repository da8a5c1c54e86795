//! Sessions in the database.

use motcua_contract::session::Assurance;
use rusqlite::types::{FromSql, FromSqlError, FromSqlResult, ToSqlOutput, ValueRef};
use rusqlite::{Connection, OptionalExtension, Row, ToSql, Transaction, params};

use super::owner::Owner;
use crate::moment::Moment;
use crate::push::rows as push;
use crate::random;
use crate::settings::access::Access;

/// How often a guest's session can be renewed by what the guest does.
const GUEST_STRETCHES: u32 = 7;

/// A session in force.
#[derive(Clone, Debug)]
pub(crate) struct Session {
    /// Names it to the person, as the device's id; opens nothing.
    pub(crate) id: String,
    pub(crate) owner: Owner,
    /// Of a person: how surely the identity is known.
    pub(crate) assurance: Option<Level>,
    /// The device in plain words.
    pub(crate) device: String,
    pub(crate) created_at: Moment,
    pub(crate) last_seen_at: Moment,
    /// When it ends unless it is extended.
    pub(crate) ends_at: Moment,
    /// When it ends however often it is extended.
    pub(crate) ends_for_good_at: Moment,
}

const COLUMNS: &str =
    "id, owner, assurance, device, created_at, last_seen_at, ends_at, ends_for_good_at";

impl Session {
    fn read(row: &Row<'_>) -> rusqlite::Result<Self> {
        Ok(Self {
            id: row.get(0)?,
            owner: row.get(1)?,
            assurance: row.get(2)?,
            device: row.get(3)?,
            created_at: row.get(4)?,
            last_seen_at: row.get(5)?,
            ends_at: row.get(6)?,
            ends_for_good_at: row.get(7)?,
        })
    }

    /// When it would end if it were extended now.
    pub(crate) fn end_if_extended(&self, now: Moment, access: &Access) -> Moment {
        let time = match self.owner {
            Owner::Person(_) => access.idle(),
            Owner::Guest(_) => access.guest(),
        };
        now.plus(time).min(self.ends_for_good_at)
    }
}

/// An [`Assurance`] as the database keeps it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Level(pub(crate) Assurance);

impl ToSql for Level {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(match self.0 {
            Assurance::High => "high",
            Assurance::Low | Assurance::Unknown => "low",
        }
        .into())
    }
}

impl FromSql for Level {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        match value.as_str()? {
            "high" => Ok(Self(Assurance::High)),
            "low" => Ok(Self(Assurance::Low)),
            _ => Err(FromSqlError::InvalidType),
        }
    }
}

/// A session just begun: the cookie's value goes out once and is kept nowhere.
pub(crate) struct Begun {
    pub(crate) id: String,
    pub(crate) token: String,
    pub(crate) ends_for_good_at: Moment,
}

/// Somebody who signed in.
pub(crate) struct Arrival<'a> {
    pub(crate) owner: &'a Owner,
    pub(crate) assurance: Assurance,
    pub(crate) device: &'a str,
}

/// Begins the session of a person who signed in.
pub(crate) fn begin(
    transaction: &Transaction<'_>,
    arrival: &Arrival<'_>,
    now: Moment,
    access: &Access,
) -> rusqlite::Result<Begun> {
    let for_good = now.plus(access.longest());
    insert(
        transaction,
        arrival,
        Some(Level(arrival.assurance)),
        now,
        (now.plus(access.idle()).min(for_good), for_good),
    )
}

/// Begins a guest's session.
pub(crate) fn begin_as_guest(
    transaction: &Transaction<'_>,
    guest: &Owner,
    device: &str,
    now: Moment,
    access: &Access,
) -> rusqlite::Result<Begun> {
    let arrival = Arrival {
        owner: guest,
        assurance: Assurance::Low,
        device,
    };
    let ends = (
        now.plus(access.guest()),
        now.plus(access.guest() * GUEST_STRETCHES),
    );
    insert(transaction, &arrival, None, now, ends)
}

fn insert(
    transaction: &Transaction<'_>,
    arrival: &Arrival<'_>,
    assurance: Option<Level>,
    now: Moment,
    (ends_at, ends_for_good_at): (Moment, Moment),
) -> rusqlite::Result<Begun> {
    let (id, token) = (random::id(), random::secret());
    transaction.execute(
        "INSERT INTO session (id, token_hash, owner, assurance, device, created_at,
             last_seen_at, ends_at, ends_for_good_at)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?6, ?7, ?8)",
        params![
            id,
            random::hash(&token),
            arrival.owner,
            assurance,
            arrival.device,
            now,
            ends_at,
            ends_for_good_at
        ],
    )?;
    Ok(Begun {
        id,
        token,
        ends_for_good_at,
    })
}

/// The session that a cookie opens, while it lasts.
pub(crate) fn open(
    connection: &Connection,
    token: &str,
    now: Moment,
) -> rusqlite::Result<Option<Session>> {
    connection
        .prepare_cached(&format!(
            "SELECT {COLUMNS} FROM session WHERE token_hash = ?1 AND ends_at > ?2"
        ))?
        .query_row(params![random::hash(token), now], Session::read)
        .optional()
}

/// The sessions of a person, the last used first.
pub(crate) fn of_owner(
    connection: &Connection,
    owner: &Owner,
    now: Moment,
) -> rusqlite::Result<Vec<Session>> {
    connection
        .prepare_cached(&format!(
            "SELECT {COLUMNS} FROM session WHERE owner = ?1 AND ends_at > ?2
             ORDER BY last_seen_at DESC, rowid DESC"
        ))?
        .query_map(params![owner, now], Session::read)?
        .collect()
}

/// Notes that a session was used, and when it ends now.
pub(crate) fn touch(
    connection: &Connection,
    session: &Session,
    now: Moment,
    ends_at: Moment,
) -> rusqlite::Result<()> {
    connection
        .prepare_cached("UPDATE session SET last_seen_at = ?2, ends_at = ?3 WHERE id = ?1")?
        .execute(params![session.id, now, ends_at])?;
    Ok(())
}

/// Ends one of an owner's sessions; whether there was one. A guest's first requests cannot
/// open it again.
pub(crate) fn end(
    transaction: &Transaction<'_>,
    owner: &Owner,
    id: &str,
) -> rusqlite::Result<bool> {
    forget_how_it_began(transaction, owner)?;
    let ended = transaction.execute(
        "DELETE FROM session WHERE id = ?1 AND owner = ?2",
        params![id, owner],
    )?;
    Ok(ended > 0)
}

/// Ends one of an owner's sessions as somebody wants; whether there was one. The device is
/// told nothing of theirs any more.
pub(crate) fn sign_out(
    transaction: &Transaction<'_>,
    owner: &Owner,
    id: &str,
    now: Moment,
) -> rusqlite::Result<bool> {
    push::take_back_of_device(transaction, owner, id, now)?;
    end(transaction, owner, id)
}

/// Ends all of an owner's sessions, as somebody wants; none of their devices is told anything any more.
pub(crate) fn end_all(transaction: &Transaction<'_>, owner: &Owner) -> rusqlite::Result<()> {
    forget_how_it_began(transaction, owner)?;
    push::take_all_back(transaction, owner)?;
    transaction.execute("DELETE FROM session WHERE owner = ?1", [owner])?;
    Ok(())
}

fn forget_how_it_began(transaction: &Transaction<'_>, owner: &Owner) -> rusqlite::Result<()> {
    transaction.execute(
        "UPDATE first_answer SET began = 0 WHERE owner = ?1",
        [owner],
    )?;
    Ok(())
}

/// Deletes sessions that have ended.
pub(crate) fn sweep(transaction: &Transaction<'_>, now: Moment) -> rusqlite::Result<usize> {
    transaction.execute("DELETE FROM session WHERE ends_at <= ?1", [now])
}
