//! To whom a row belongs.

use rusqlite::types::{FromSql, FromSqlError, FromSqlResult, ToSqlOutput, ValueRef};
use rusqlite::{ToSql, Transaction, params};

use crate::random;

/// Tables whose column `owner` says to whom a row belongs, and that a guest may have rows
/// in. Sessions and first answers know their own rules.
pub(crate) const OWNED: &[&str] = &[
    "dossier",
    "signing",
    "sandbox_letter",
    "upload",
    "notification",
    "outbox",
    "push_subscription",
    "feedback",
];

/// A person known from signing in, by the portal's own id.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) struct PersonId(pub(crate) String);

impl ToSql for PersonId {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        self.0.to_sql()
    }
}

impl FromSql for PersonId {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        value.as_str().map(|id| Self(id.into()))
    }
}

/// A person, or a guest who is known by nothing but the cookie in their browser.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Owner {
    /// Signed in.
    Person(PersonId),
    /// Not signed in; the id says nothing about anybody.
    Guest(String),
}

impl Owner {
    /// A guest who owns nothing yet.
    pub(crate) fn new_guest() -> Self {
        Self::Guest(random::id())
    }

    /// The person, when it is one.
    pub(crate) fn person(&self) -> Option<&PersonId> {
        match self {
            Self::Person(id) => Some(id),
            Self::Guest(_) => None,
        }
    }
}

/// As the columns `owner` have it.
impl ToSql for Owner {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(match self {
            Self::Person(PersonId(id)) => format!("person:{id}"),
            Self::Guest(id) => format!("guest:{id}"),
        }
        .into())
    }
}

impl FromSql for Owner {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        match value.as_str()?.split_once(':') {
            Some(("person", id)) => Ok(Self::Person(PersonId(id.into()))),
            Some(("guest", id)) => Ok(Self::Guest(id.into())),
            _ => Err(FromSqlError::InvalidType),
        }
    }
}

/// Gives what a guest owns to the person they turned out to be.
pub(crate) fn hand_over(
    transaction: &Transaction<'_>,
    guest: &Owner,
    person: &PersonId,
) -> rusqlite::Result<()> {
    if guest.person().is_some() {
        return Ok(());
    }
    let person = Owner::Person(person.clone());
    for table in OWNED {
        transaction.execute(
            &format!("UPDATE {table} SET owner = ?2 WHERE owner = ?1"),
            params![guest, person],
        )?;
    }
    // Ways that the person set themselves go before those that the guest left.
    transaction.execute(
        "UPDATE OR IGNORE channel SET owner = ?2 WHERE owner = ?1",
        params![guest, person],
    )?;
    // Who sends the guest's first request once more is the person now, or nobody.
    transaction.execute(
        "UPDATE OR IGNORE first_answer SET owner = ?2, began = 0 WHERE owner = ?1",
        params![guest, person],
    )?;
    transaction.execute("DELETE FROM session WHERE owner = ?1", [guest])?;
    Ok(())
}
